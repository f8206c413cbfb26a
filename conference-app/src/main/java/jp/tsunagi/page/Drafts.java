package jp.tsunagi.page;

import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jp.tsunagi.account.Officer;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.SealedCollection;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** What people have typed and not yet sent off, sealed; kept for 30 days after the last keystroke (ui.md B13). */
@Service
public class Drafts {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int MOST_PURGED = 500;
    private static final int ATTEMPTS = 5;

    private final SealedCollection<Draft> drafts;
    private final List<DraftPlace> places;
    private final Clock clock;

    Drafts(MongoDatabase database, CaseKeys keys, List<DraftPlace> places, Clock clock) {
        this.drafts = SealedCollection.of(Draft.class, "drafts", database, keys).index("savedAt");
        this.places = List.copyOf(places);
        this.clock = clock;
    }

    /** What is kept of one form. */
    public record Kept(Typed typed, String base, Instant savedAt) {}

    /** Whether this form can be kept at all. */
    public boolean keeps(String form, Officer officer) {
        return keyOwner(form, officer).isPresent();
    }

    public Optional<Kept> find(Officer officer, String form) {
        return drafts.find(Draft.idOf(officer.id(), form))
                .map(draft -> new Kept(Typed.parse(draft.typed()), draft.base(), draft.savedAt()));
    }

    /**
     * Keeps what was typed; what was kept of the same form before is replaced.
     *
     * @param base version of the record that the form was opened on
     * @return when; empty where this form is none that is kept
     * @throws jp.tsunagi.shared.Refused {@code not-found} where its record does not exist for the officer
     */
    public Optional<Instant> keep(Officer officer, String form, String base, Typed typed) {
        Optional<String> owner = keyOwner(form, officer);
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        for (int attempt = 1; ; attempt++) {
            Instant now = clock.instant();
            try {
                write(officer, form, base, typed, owner.get(), now);
                return Optional.of(now);
            } catch (SealedCollection.Stale | SealedCollection.AlreadyThere e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    public void remove(Officer officer, String form) {
        drafts.delete(Draft.idOf(officer.id(), form));
    }

    /** Deletes what nobody has touched for so long. */
    @Scheduled(initialDelay = 1, fixedDelay = 12, timeUnit = TimeUnit.HOURS)
    void purge() {
        Instant before = clock.instant().minus(KEPT);
        drafts.list(lt("savedAt", Date.from(before)), Sorts.ascending("savedAt"), 0, MOST_PURGED)
                .forEach(draft -> drafts.delete(draft.id()));
    }

    private void write(Officer officer, String form, String base, Typed typed, String owner, Instant now) {
        String id = Draft.idOf(officer.id(), form);
        Optional<Draft> there = drafts.find(id);
        long version = there.map(draft -> draft.version() + 1).orElse(0L);
        Draft draft = new Draft(id, version, owner, officer.id(), form, base, typed.json(), now);
        if (there.isPresent()) {
            drafts.replace(draft);
        } else {
            drafts.insert(draft);
        }
    }

    private Optional<String> keyOwner(String form, Officer officer) {
        return places.stream()
                .map(place -> place.keyOwner(form, officer))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
