package jp.tsunagi.conference;

import com.mongodb.client.MongoDatabase;
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
