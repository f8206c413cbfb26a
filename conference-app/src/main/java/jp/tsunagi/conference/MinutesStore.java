package jp.tsunagi.conference;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.outbox.OutboxSource;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.SealedCollection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Repository;

/** The minutes of all conferences, one document each. */
@Repository
class MinutesStore {

    static final String COLLECTION = "minutes";

    private final SealedCollection<MinutesRecord> records;

    MinutesStore(MongoDatabase database, CaseKeys keys) {
        this.records = SealedCollection.of(MinutesRecord.class, COLLECTION, database, keys)
                .index("pending");
    }

    /** Untouched where nobody has done anything to them. */
    Minutes of(CaseConference conference) {
        return records.find(Minutes.idOf(conference.id()))
                .map(Minutes::new)
                .orElseGet(() -> Minutes.untouched(conference));
    }

    /** Of several at once, by their conferences. */
    Map<ConferenceId, Minutes> of(List<CaseConference> some) {
        Map<ConferenceId, Minutes> found = new HashMap<>();
        some.forEach(conference -> found.put(conference.id(), Minutes.untouched(conference)));
        List<String> ids =
                some.stream().map(conference -> Minutes.idOf(conference.id())).toList();
        if (!ids.isEmpty()) {
            records.list(in("_id", ids), Sorts.ascending("_id"), 0, ids.size())
                    .forEach(record -> found.put(record.conferenceId(), new Minutes(record)));
        }
        return found;
    }

    /**
     * @throws SealedCollection.Stale where another write came first
     * @throws SealedCollection.AlreadyThere where another wrote the first version meanwhile
     */
    void save(Minutes minutes) {
        if (minutes.isNew()) {
            records.insert(minutes.toRecord());
        } else {
            records.replace(minutes.toRecord());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Announcements {

        @Bean
        OutboxSource minutesOutbox() {
            return new OutboxSource(COLLECTION);
        }
    }
}
