package jp.tsunagi.recovery;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.conference.ConferenceId;
import jp.tsunagi.outbox.OutboxSource;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.SealedCollection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Repository;

/** The requests for papers of all conferences, one document each. */
@Repository
class Recoveries {

    private static final String COLLECTION = "recoveries";
    private static final int MOST = 500;

    private final SealedCollection<RecoveryRecord> records;

    Recoveries(MongoDatabase database, CaseKeys keys) {
        this.records = SealedCollection.of(RecoveryRecord.class, COLLECTION, database, keys)
                .index("pending")
                .index("conferenceId", "askedAt")
                .index("agency", "open", "askedAt");
    }

    Optional<RecoveryRecord> find(String id) {
        return records.find(id);
    }

    /** In the order in which they were asked. */
    List<RecoveryRecord> ofConference(ConferenceId conference) {
        return records.list(eq("conferenceId", conference.value()), Sorts.ascending("askedAt", "_id"), 0, MOST);
    }

    /** To one agency, what waits first and the newest first of each. */
    List<RecoveryRecord> to(AgencyCode agency) {
        return records.list(
                eq("agency", agency.value()),
                Sorts.orderBy(Sorts.descending("open"), Sorts.descending("askedAt", "_id")),
                0,
                MOST);
    }

    /** Those that wait for this agency. */
    List<RecoveryRecord> openTo(AgencyCode agency) {
        return records.list(
                and(eq("agency", agency.value()), eq("open", true)), Sorts.ascending("askedAt", "_id"), 0, MOST);
    }

    /** @throws SealedCollection.AlreadyThere where another asked at the same moment */
    void insert(RecoveryRecord asked) {
        records.insert(asked);
    }

    /** @throws SealedCollection.Stale where another write came first */
    void replace(RecoveryRecord answered) {
        records.replace(answered);
    }

    @Configuration(proxyBeanMethods = false)
    static class Announced {

        @Bean
        OutboxSource recoveriesOutbox() {
            return new OutboxSource(COLLECTION);
        }
    }
}
