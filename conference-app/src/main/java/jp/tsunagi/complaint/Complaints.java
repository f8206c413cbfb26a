package jp.tsunagi.complaint;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.Arrays;
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

/** The complaints of all cases, one document each. */
@Repository
class Complaints {

    static final String COLLECTION = "complaints";
    static final int MOST_OF_A_CASE = 200;
    private static final int MOST_OPEN = 500;

    private static final List<String> OPEN = Arrays.stream(ComplaintState.values())
            .filter(ComplaintState::open)
            .map(Enum::name)
            .toList();

    private final SealedCollection<ComplaintRecord> records;

    Complaints(MongoDatabase database, CaseKeys keys) {
        this.records = SealedCollection.of(ComplaintRecord.class, COLLECTION, database, keys)
                .index("pending")
                .index("remindOn")
                .index("caseId")
                .index("state", "due")
                .index("receiver.agency", "state", "due");
    }

    Optional<Complaint> find(String id) {
        return records.find(id).map(Complaint::new);
    }

    /** All of a case; whose they are is for the standing to say. */
    List<ComplaintRecord> ofCase(CaseId caseId) {
        return records.list(eq("caseId", caseId.value()), Sorts.ascending("due", "_id"), 0, MOST_OF_A_CASE);
    }

    /** Those that wait for somebody, of all cases. */
    List<ComplaintRecord> open() {
        return open(in("state", OPEN));
    }

    /** The same of those that this agency received. */
    List<ComplaintRecord> openOf(AgencyCode receiver) {
        return open(and(eq("receiver.agency", receiver.value()), in("state", OPEN)));
    }

    /** Those of which somebody is to be reminded on that day or was to be before. */
    List<Complaint> toRemind(LocalDate day, int most) {
        return records.list(lte("remindOn", day.toString()), Sorts.ascending("remindOn"), 0, most).stream()
                .map(Complaint::new)
                .toList();
    }

    /**
     * @throws SealedCollection.Stale where another write came first
     * @throws SealedCollection.AlreadyThere where another wrote the first version meanwhile
     */
    void save(Complaint complaint) {
        if (complaint.isNew()) {
            records.insert(complaint.toRecord());
        } else {
            records.replace(complaint.toRecord());
        }
    }

    private List<ComplaintRecord> open(Bson filter) {
        return records.list(filter, Sorts.ascending("due", "_id"), 0, MOST_OPEN);
    }

    @Configuration(proxyBeanMethods = false)
    static class Announcements {

        @Bean
        OutboxSource complaintsOutbox() {
            return new OutboxSource(COLLECTION);
        }
    }
}
