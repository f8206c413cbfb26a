package jp.tsunagi.disclosure;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.outbox.OutboxSource;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.SealedCollection;
import org.bson.conversions.Bson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Repository;

/** The disclosures of all cases, one document each. */
@Repository
class Disclosures {

    static final String COLLECTION = "disclosures";
    static final int MOST_OF_A_CASE = 100;
    private static final int MOST_OPEN = 500;

    private final SealedCollection<DisclosureRecord> records;

    Disclosures(MongoDatabase database, CaseKeys keys) {
        this.records = SealedCollection.of(DisclosureRecord.class, COLLECTION, database, keys)
                .index("pending")
                .index("wakeAt")
                .index("caseId")
                .index("conferenceId")
                .index("open")
                .index("agencies", "state");
    }

    Optional<Disclosure> find(String id) {
        return records.find(id).map(Disclosure::new);
    }

    /** All of a case, the newest first; whose they are is for the desk to say. */
    List<Disclosure> ofCase(CaseId caseId) {
        return list(eq("caseId", caseId.value()), Sorts.descending("_id"), MOST_OF_A_CASE);
    }

    List<Disclosure> ofConference(String conferenceId) {
        return list(eq("conferenceId", conferenceId), Sorts.ascending("_id"), MOST_OF_A_CASE);
    }

    /** Those that two officers confirmed and nobody has noted as over, and that name this agency. */
    List<Disclosure> effectiveFor(AgencyCode agency) {
        Bson filter = and(eq("agencies", agency.value()), eq("state", DisclosureState.EFFECTIVE.name()));
        return list(filter, Sorts.ascending("_id"), MOST_OPEN);
    }

    /** Those about which somebody may have to do something, of all cases. */
    List<Disclosure> open() {
        return list(eq("open", true), Sorts.ascending("_id"), MOST_OPEN);
    }

    /** Those that are to be looked at by that moment. */
    List<Disclosure> toWake(Instant now, int most) {
        return list(lte("wakeAt", Date.from(now)), Sorts.ascending("wakeAt"), most);
    }

    /**
     * @throws SealedCollection.Stale where another write came first
     * @throws SealedCollection.AlreadyThere where another wrote the first version meanwhile
     */
    void save(Disclosure disclosure) {
        if (disclosure.isNew()) {
            records.insert(disclosure.toRecord());
        } else {
            records.replace(disclosure.toRecord());
        }
    }

    private List<Disclosure> list(Bson filter, Bson order, int most) {
        return records.list(filter, order, 0, most).stream()
                .map(Disclosure::new)
                .toList();
    }

    @Configuration(proxyBeanMethods = false)
    static class Announcements {

        @Bean
        OutboxSource disclosuresOutbox() {
            return new OutboxSource(COLLECTION);
        }
    }
}
