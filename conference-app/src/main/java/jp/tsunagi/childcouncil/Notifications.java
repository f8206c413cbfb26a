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

/** The notifications about children of all cases, one document each. */
@Repository
class Notifications {

    static final int MOST_OF_A_CASE = 100;

    private final SealedCollection<NotificationRecord> records;

    Notifications(MongoDatabase database, CaseKeys keys) {
        this.records = SealedCollection.of(NotificationRecord.class, "childNotifications", database, keys)
                .index("caseId");
    }

    Optional<NotificationRecord> find(String id) {
        return records.find(id);
    }

    /** The newest first. */
    List<NotificationRecord> ofCase(CaseId caseId) {
        return records.list(eq("caseId", caseId.value()), Sorts.descending("_id"), 0, MOST_OF_A_CASE);
    }

    /**
     * @throws SealedCollection.Stale where another write came first
     * @throws SealedCollection.AlreadyThere where another wrote the first version meanwhile
     */
    void save(NotificationRecord record) {
        if (record.version() == 0) {
            records.insert(record);
        } else {
            records.replace(record);
        }
    }
}
