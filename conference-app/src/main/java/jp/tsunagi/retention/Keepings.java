package jp.tsunagi.retention;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.outbox.OutboxSource;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.SealedCollection;
import org.bson.conversions.Bson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Repository;

/** What was decided about keeping cases, one document each. */
@Repository
class Keepings {

    static final String COLLECTION = "caseKeeping";
    private static final int MOST = 1_000;

    private final SealedCollection<KeepingRecord> records;

    Keepings(MongoDatabase database, CaseKeys keys) {
        this.records = SealedCollection.of(KeepingRecord.class, COLLECTION, database, keys)
                .index("pending")
                .index("held")
                .index("proposed")
                .index("decided")
                .index("purgeOn");
    }

    Optional<CaseKeeping> of(CaseId caseId) {
        return records.find(CaseKeeping.idOf(caseId)).map(CaseKeeping::new);
    }

    Optional<CaseKeeping> find(String id) {
        return records.find(id).map(CaseKeeping::new);
    }

    List<CaseKeeping> held() {
        return list(eq("held", true), MOST);
    }

    List<CaseKeeping> proposed() {
        return list(eq("proposed", true), MOST);
    }

    List<CaseKeeping> decided(int most) {
        return list(eq("decided", true), most);
    }

    /** Those of which something is going to be deleted by itself, what comes first before. */
    List<CaseKeeping> announced() {
        return records.list(ne("purgeOn", null), Sorts.ascending("purgeOn"), 0, MOST).stream()
                .map(CaseKeeping::new)
                .toList();
    }

    List<CaseKeeping> toPurge(LocalDate day, int most) {
        return records.list(lte("purgeOn", day.toString()), Sorts.ascending("purgeOn"), 0, most).stream()
                .map(CaseKeeping::new)
                .toList();
    }

    /**
     * @return as it was written
     * @throws SealedCollection.Stale where another write came first
     * @throws SealedCollection.AlreadyThere where another wrote the first version meanwhile
     */
    KeepingRecord save(CaseKeeping keeping) {
        KeepingRecord record = keeping.toRecord();
        if (keeping.isNew()) {
            records.insert(record);
        } else {
            records.replace(record);
        }
        return record;
    }

    private List<CaseKeeping> list(Bson filter, int most) {
        return records.list(filter, Sorts.ascending("_id"), 0, most).stream()
                .map(CaseKeeping::new)
                .toList();
    }

    @Configuration(proxyBeanMethods = false)
    static class Announcements {

        @Bean
        OutboxSource caseKeepingOutbox() {
            return new OutboxSource(COLLECTION);
        }
    }
}
