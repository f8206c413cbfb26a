package jp.tsunagi.court;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.outbox.OutboxSource;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.SealedCollection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Repository;

/** What courts asked of all cases, one document for each time. */
@Repository
class Statements {

    static final String COLLECTION = "courtStatements";
    static final int MOST_OF_A_CASE = 50;
    private static final int MOST_OPEN = 500;

    private final SealedCollection<StatementRecord> records;

    Statements(MongoDatabase database, CaseKeys keys) {
        this.records = SealedCollection.of(StatementRecord.class, COLLECTION, database, keys)
                .index("pending")
                .index("caseId")
                .index("open", "answerBy");
    }

    Optional<StatementRecord> find(String id) {
        return records.find(id);
    }

    List<StatementRecord> ofCase(CaseId caseId) {
        return records.list(eq("caseId", caseId.value()), Sorts.ascending("answerBy", "_id"), 0, MOST_OF_A_CASE);
    }

    /** Those for which a court still waits, of all cases. */
    List<StatementRecord> open() {
        return records.list(eq("open", true), Sorts.ascending("answerBy", "_id"), 0, MOST_OPEN);
    }

    /**
     * @throws SealedCollection.Stale where another write came first
     * @throws SealedCollection.AlreadyThere where another wrote the first version meanwhile
     */
    void save(StatementRecord record) {
        if (record.version() == 0) {
            records.insert(record);
        } else {
            records.replace(record);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Announcements {

        @Bean
        OutboxSource courtStatementsOutbox() {
            return new OutboxSource(COLLECTION);
        }
    }
}
