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
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.ScreenLock;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.SealedCollection;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
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

    /**
     * What is kept of one form.
     *
     * @param field name of the field in which somebody was writing last, empty where nobody knows
     */
    public record Kept(Typed typed, String base, Instant savedAt, String field) {}

    /**
     * A form as it is being written.
     *
     * @param form path of its page
     * @param base version of the record that it was opened on
     * @param key idempotency key of the form as it was opened
     * @param field name of the field in which somebody is
     */
    public record Written(String form, String base, String key, String field, Typed typed) {

        static Written of(FormPost form, String page, Typed typed) {
            return new Written(page, form.base(), form.key(), form.field(), typed);
        }
    }

    /** Whether this form can be kept at all. */
    public boolean keeps(String form, Officer officer) {
        return keyOwner(form, officer).isPresent();
    }

    public Optional<Kept> find(Officer officer, String form) {
        return drafts.find(Draft.idOf(officer.id(), form))
                .filter(draft -> !draft.isEmpty())
                .map(draft -> new Kept(
                        Typed.parse(draft.typed()),
                        draft.base(),
                        draft.savedAt(),
                        draft.field() == null ? "" : draft.field()));
    }

    /**
     * Keeps what is being typed; what was kept of the same form before is replaced, unless this comes late from a form
     * that was sent off meanwhile.
     *
     * @return when; empty where this form is none that is kept
     * @throws jp.tsunagi.shared.Refused {@code not-found} where its record does not exist for the officer
     */
    public Optional<Instant> keep(Officer officer, Written written) {
        return keep(officer, written, "");
    }

    /** As {@link #keep}, by a button of the form: what an autosave of the same form brings later is older. */
    Optional<Instant> keepNow(Officer officer, Written written) {
        return keep(
                officer,
                new Written(written.form(), written.base(), "", written.field(), written.typed()),
                written.key());
    }

    private Optional<Instant> keep(Officer officer, Written written, String sentKey) {
        Optional<String> owner = keyOwner(written.form(), officer);
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        for (int attempt = 1; ; attempt++) {
            Instant now = clock.instant();
            try {
                write(officer, written, sentKey, owner.get(), now);
                return Optional.of(now);
            } catch (SealedCollection.Stale | SealedCollection.AlreadyThere e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /**
     * Changes, from another page, what is kept of a form; once, however often the same key comes.
     *
     * @param base as for {@link #keep}, where nothing is kept yet
     * @param key idempotency key of the other page
     * @param initial what the form would be opened with, where nothing is kept yet
     * @throws jp.tsunagi.shared.Refused {@code not-found} where its record does not exist for the officer
     */
    public void change(
            Officer officer,
            String form,
            String base,
            String key,
            Supplier<Typed> initial,
            UnaryOperator<Typed> change) {
        String owner = keyOwner(form, officer).orElseThrow(Refusal::notFound);
        for (int attempt = 1; ; attempt++) {
            Optional<Kept> kept = find(officer, form);
            Optional<Draft> there = drafts.find(Draft.idOf(officer.id(), form));
            if (there.filter(draft -> draft.sentKey().equals(key)).isPresent()) {
                return;
            }
            Typed typed = change.apply(kept.map(Kept::typed).orElseGet(initial));
            try {
                // The form's own key comes with nobody any more: it was kept by its button before.
                write(
                        there,
                        new Draft(
                                Draft.idOf(officer.id(), form),
                                there.map(draft -> draft.version() + 1).orElse(0L),
                                owner,
                                officer.id(),
                                form,
                                kept.map(Kept::base).orElse(base),
                                typed.json(),
                                key,
                                null,
                                clock.instant()));
                return;
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

    /** The form has done its work: nothing is kept of it, and an autosave that comes late changes nothing. */
    public void sent(Officer officer, String form, String key) {
        try {
            Optional<String> owner = keyOwner(form, officer);
            if (owner.isPresent()) {
                write(officer, new Written(form, "", "", "", Typed.nothing()), key, owner.get(), clock.instant());
            }
        } catch (Refused | SealedCollection.Stale | SealedCollection.AlreadyThere e) {
            // Not this officer's any more after what was done, or an autosave came in this very moment.
            remove(officer, form);
        }
    }

    /** Deletes what nobody has touched for so long. */
    @Scheduled(initialDelay = 1, fixedDelay = 12, timeUnit = TimeUnit.HOURS)
    void purge() {
        Instant before = clock.instant().minus(KEPT);
        drafts.list(lt("savedAt", Date.from(before)), Sorts.ascending("savedAt"), 0, MOST_PURGED)
                .forEach(draft -> drafts.delete(draft.id()));
    }

    private void write(Officer officer, Written written, String sentKey, String owner, Instant now) {
        String form = written.form();
        String key = written.key();
        String id = Draft.idOf(officer.id(), form);
        Optional<Draft> there = drafts.find(id);
        if (there.filter(draft -> !key.isEmpty() && draft.sentKey().equals(key)).isPresent()) {
            return;
        }
        long version = there.map(draft -> draft.version() + 1).orElse(0L);
        String sent = sentKey.isEmpty() ? there.map(Draft::sentKey).orElse("") : sentKey;
        write(
                there,
                new Draft(
                        id,
                        version,
                        owner,
                        officer.id(),
                        form,
                        written.base(),
                        written.typed().json(),
                        sent,
                        ScreenLock.isField(written.field()) ? written.field() : null,
                        now));
    }

    private void write(Optional<Draft> there, Draft draft) {
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
