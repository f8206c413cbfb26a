package jp.tsunagi.staff;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.AccountReach;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.SealedCollection;
import jp.tsunagi.shared.Refusal;
import org.springframework.stereotype.Repository;

/** All ways in, those that were used or have ended, too. */
@Repository
class Admissions {

    private static final List<String> WAITING = List.of(Admission.State.ASKED.name(), Admission.State.OPEN.name());
    private static final int MOST = 1_000;

    private final SealedCollection<Admission> records;
    private final Clock clock;

    Admissions(MongoDatabase database, CaseKeys keys, Clock clock) {
        this.records = SealedCollection.of(Admission.class, "admissions", database, keys)
                .unique("token")
                .index("state", "asked")
                .index("account", "state");
        this.clock = clock;
    }

    Optional<Admission> find(String id) {
        return records.find(id);
    }

    Optional<Admission> byToken(String fingerprint) {
        return records.first(eq("token", fingerprint));
    }

    /** What waits for its person or for the second one, oldest first. */
    List<Admission> waiting(AccountReach reach) {
        Instant now = clock.instant();
        return records.list(in("state", WAITING), Sorts.ascending("asked"), 0, MOST).stream()
                .filter(admission -> admission.waitsAt(now) && reach.covers(admission.agency()))
                .toList();
    }

    /** What waits for the second person. */
    List<Admission> asked() {
        Instant now = clock.instant();
        return records.list(eq("state", Admission.State.ASKED.name()), Sorts.ascending("asked"), 0, MOST).stream()
                .filter(admission -> admission.waitsAt(now))
                .toList();
    }

    Optional<Admission> waitingFor(AccountId account) {
        Instant now = clock.instant();
        return records
                .list(and(eq("account", account.value()), in("state", WAITING)), Sorts.descending("asked"), 0, MOST)
                .stream()
                .filter(admission -> admission.waitsAt(now))
                .findFirst();
    }

    void insert(Admission admission) {
        records.insert(admission);
    }

    /** @throws jp.tsunagi.shared.Refused {@code version.stale} where another was there first */
    void save(Admission admission) {
        try {
            records.replace(admission);
        } catch (SealedCollection.Stale e) {
            throw Refusal.conflict("version.stale");
        }
    }
}
