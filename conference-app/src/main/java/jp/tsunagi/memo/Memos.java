package jp.tsunagi.memo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.conference.ConferenceId;
import jp.tsunagi.outbox.OutboxSource;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.SealedCollection;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Paging;
import org.bson.conversions.Bson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Repository;

/** The memos of all conferences, one document each. */
@Repository
class Memos {

    static final String COLLECTION = "memos";

    private final SealedCollection<MemoRecord> records;

    Memos(MongoDatabase database, CaseKeys keys) {
        this.records = SealedCollection.of(MemoRecord.class, COLLECTION, database, keys)
                .index("conferenceId", "audience", "undone", "sentAt")
                .index("attachments.file")
                .index("undoneAt")
                .index("pending");
    }

    /** A page of what an agency is in the audience of, and how many there are in all. */
    record Page(List<Memo> items, long total) {}

    Optional<Memo> find(String id) {
        return Ids.isId(id) ? records.find(id).map(Memo::new) : Optional.empty();
    }

    /** The newest first. */
    Page of(ConferenceId conference, AgencyCode reader, Paging paging) {
        Bson filter = and(eq("conferenceId", conference.value()), eq("audience", reader.value()), eq("undone", false));
        List<Memo> items =
                records
                        .list(filter, Sorts.descending("sentAt", "_id"), paging.page() * paging.size(), paging.size())
                        .stream()
                        .map(Memo::new)
                        .toList();
        return new Page(items, records.count(filter));
    }

    /** Whether a memo that was not taken back has this file. */
    boolean hold(String file) {
        return records.count(and(eq("attachments.file", file), eq("undone", false))) > 0;
    }

    List<MemoRecord> undoneBefore(Instant moment, int most) {
        return records.list(lt("undoneAt", Date.from(moment)), Sorts.ascending("undoneAt"), 0, most);
    }

    /**
     * @throws SealedCollection.Stale where another write came first
     * @throws SealedCollection.AlreadyThere where another sent the same memo meanwhile
     */
    void save(Memo memo) {
        if (memo.isNew()) {
            records.insert(memo.toRecord());
        } else {
            records.replace(memo.toRecord());
        }
    }

    void delete(String id) {
        records.delete(id);
    }

    @Configuration(proxyBeanMethods = false)
    static class Announcements {

        @Bean
        OutboxSource memosOutbox() {
            return new OutboxSource(COLLECTION);
        }
    }
}
