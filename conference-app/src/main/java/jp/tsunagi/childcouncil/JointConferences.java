package jp.tsunagi.childcouncil;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.SealedCollection;
import org.springframework.stereotype.Repository;

/** Conferences that are held together with a council, one document each. */
@Repository
class JointConferences {

    private static final int MOST = 100;

    private final SealedCollection<JointRecord> records;

    JointConferences(MongoDatabase database, CaseKeys keys) {
        this.records = SealedCollection.of(JointRecord.class, "jointConferences", database, keys)
                .index("caseId");
    }

    Optional<JointRecord> find(String conferenceId) {
        return records.find(JointRecord.idOf(conferenceId));
    }

    List<JointRecord> ofCase(CaseId caseId) {
        return records.list(eq("caseId", caseId.value()), Sorts.ascending("_id"), 0, MOST);
    }

    /**
     * @throws SealedCollection.Stale where another write came first
     * @throws SealedCollection.AlreadyThere where another wrote the first version meanwhile
     */
    void save(JointRecord record) {
        if (record.version() == 0) {
            records.insert(record);
        } else {
            records.replace(record);
        }
    }
}
