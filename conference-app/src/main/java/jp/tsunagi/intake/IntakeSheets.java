package jp.tsunagi.intake;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.outbox.OutboxSource;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.SealedCollection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Repository;

/** The intake sheets of all cases, one document each. */
@Repository
class IntakeSheets {

    static final String COLLECTION = "intakeSheets";
    private static final int MOST_OF_A_DIVISION = 500;

    private final SealedCollection<IntakeRecord> records;

    IntakeSheets(MongoDatabase database, CaseKeys keys) {
        this.records = SealedCollection.of(IntakeRecord.class, COLLECTION, database, keys)
                .index("pending")
                .index("agency", "divisions");
    }

    Optional<IntakeSheet> find(String id) {
        return records.find(id).map(IntakeSheet::new);
    }

    /** Those of which this section has something; whether that still holds is for the standing to say. */
    List<IntakeSheet> givenTo(AgencyCode agency, String division) {
        return records
                .list(
                        and(eq("agency", agency.value()), eq("divisions", division)),
                        Sorts.ascending("_id"),
                        0,
                        MOST_OF_A_DIVISION)
                .stream()
                .map(IntakeSheet::new)
                .toList();
    }

    /**
     * @throws SealedCollection.Stale where another write came first
     * @throws SealedCollection.AlreadyThere where another wrote the first version meanwhile
     */
    void save(IntakeSheet sheet) {
        if (sheet.isNew()) {
            records.insert(sheet.toRecord());
        } else {
            records.replace(sheet.toRecord());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Announcements {

        @Bean
        OutboxSource intakeSheetsOutbox() {
            return new OutboxSource(COLLECTION);
        }
    }
}
