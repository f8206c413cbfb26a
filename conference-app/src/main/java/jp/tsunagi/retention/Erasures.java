package jp.tsunagi.retention;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.SealedCollection;
import org.springframework.stereotype.Repository;

/** What is left of the cases that were shredded: one document each, for ever. */
@Repository
class Erasures {

    static final String COLLECTION = "erasures";

    private final SealedCollection<ErasureRecord> records;

    Erasures(MongoDatabase database, CaseKeys keys) {
        this.records = SealedCollection.of(ErasureRecord.class, COLLECTION, database, keys)
                .index("open")
                .index("decidedAt");
    }

    Optional<ErasureRecord> find(String id) {
        return records.find(id);
    }

    List<ErasureRecord> open(int most) {
        return records.list(eq("open", true), Sorts.ascending("_id"), 0, most);
    }

    /** The newest first. */
    List<ErasureRecord> list(int skip, int size) {
        return records.list(exists("_id"), Sorts.descending("decidedAt", "_id"), skip, size);
    }

    long count() {
        return records.count(exists("_id"));
    }

    /** One that is there already stays as it is. */
    ErasureRecord add(ErasureRecord erasure) {
        try {
            records.insert(erasure);
            return erasure;
        } catch (SealedCollection.AlreadyThere e) {
            return records.find(erasure.id()).orElseThrow();
        }
    }

    /** @throws SealedCollection.Stale where another node was faster */
    void replace(ErasureRecord erasure) {
        records.replace(erasure);
    }
}
