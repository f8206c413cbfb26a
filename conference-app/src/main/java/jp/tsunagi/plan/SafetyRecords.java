package jp.tsunagi.plan;

import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.SealedCollection;
import org.springframework.stereotype.Repository;

/** The safety plans of all cases, one document each, apart from all else. */
@Repository
class SafetyRecords {

    private final SealedCollection<SafetyRecord> records;

    SafetyRecords(MongoDatabase database, CaseKeys keys) {
        this.records = SealedCollection.of(SafetyRecord.class, "safetyPlans", database, keys);
    }

    Optional<SafetyRecord> find(CaseId caseId) {
        return records.find(SafetyRecord.idOf(caseId));
    }

    /** Also refuses where another was there first. */
    void save(SafetyRecord record) {
        if (record.version() == 0) {
            records.insert(record);
        } else {
            records.replace(record);
        }
    }
}
