package jp.tsunagi.court;

import com.mongodb.client.MongoDatabase;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.SealedCollection;
import org.springframework.stereotype.Repository;

/** What is written down of all cases for Art. 12, one document each. */
@Repository
class Consultations {

    private final SealedCollection<ConsultationRecord> records;

    Consultations(MongoDatabase database, CaseKeys keys) {
        this.records = SealedCollection.of(ConsultationRecord.class, "consultations", database, keys);
    }

    /** One without entries where nothing was written yet. */
    ConsultationRecord of(CaseId caseId) {
        return records.find(ConsultationRecord.idOf(caseId)).orElseGet(() -> ConsultationRecord.of(caseId));
    }

    /**
     * @throws SealedCollection.Stale where another write came first
     * @throws SealedCollection.AlreadyThere where another wrote the first version meanwhile
     */
    void save(ConsultationRecord record) {
        if (record.version() == 0) {
            records.insert(record);
        } else {
            records.replace(record);
        }
    }
}
