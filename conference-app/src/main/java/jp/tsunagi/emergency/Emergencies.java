package jp.tsunagi.emergency;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.conference.ConferenceId;
import jp.tsunagi.outbox.OutboxSource;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.SealedCollection;
import org.bson.conversions.Bson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Repository;

/** The openings in an emergency of all cases, one document each. */
@Repository
class Emergencies {

    private static final String COLLECTION = "emergencies";
    private static final int MOST = 200;

    private final SealedCollection<EmergencyRecord> records;

    Emergencies(MongoDatabase database, CaseKeys keys) {
        this.records = SealedCollection.of(EmergencyRecord.class, COLLECTION, database, keys)
                .index("pending")
                .index("wakeAt")
                .index("open")
                .index("officer", "until")
                .index("openedAt");
    }

    Optional<EmergencyRecord> find(String id) {
        return records.find(id);
    }

    /** What this officer opened, the newest first. */
    List<EmergencyRecord> of(AccountId officer) {
        return newest(eq("officer", officer.value()));
    }

    /** What stands open to this officer of one conference. */
    Optional<EmergencyRecord> inForce(AccountId officer, ConferenceId conference, Instant now) {
        return newest(and(eq("officer", officer.value()), gt("until", Date.from(now)))).stream()
                .filter(one -> one.conferenceId().equals(conference))
                .findFirst();
    }

    /** Those that wait for the director. */
    List<EmergencyRecord> toReview() {
        return newest(eq("open", true));
    }

    /** All there are, the newest first. */
    List<EmergencyRecord> all() {
        return newest(new org.bson.Document());
    }

    /** Those that were to be looked at by that moment. */
    List<EmergencyRecord> toWake(Instant now, int most) {
        return records.list(lte("wakeAt", Date.from(now)), Sorts.ascending("wakeAt"), 0, most);
    }

    /** @throws SealedCollection.AlreadyThere where the same command came twice at once */
    void insert(EmergencyRecord opened) {
        records.insert(opened);
    }

    /** @throws SealedCollection.Stale where another write came first */
    void replace(EmergencyRecord changed) {
        records.replace(changed);
    }

    private List<EmergencyRecord> newest(Bson filter) {
        return records.list(filter, Sorts.descending("openedAt", "_id"), 0, MOST);
    }

    @Configuration(proxyBeanMethods = false)
    static class Announced {

        @Bean
        OutboxSource emergenciesOutbox() {
            return new OutboxSource(COLLECTION);
        }
    }
}
