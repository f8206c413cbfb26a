package jp.tsunagi.handover;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.outbox.Announcing;
import jp.tsunagi.outbox.OutboxSource;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.SealedCollection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Repository;

/** What cases that were taken over began with, one document each. Written once; the case itself is made from it. */
@Repository
class TakenOvers {

    static final String COLLECTION = "takenOvers";

    /** What is announced; the name travels through the broker and never changes. */
    static final String TAKEN_OVER = "case-taken-over";

    private final SealedCollection<TakenOverRecord> records;

    TakenOvers(MongoDatabase database, CaseKeys keys) {
        this.records = SealedCollection.of(TakenOverRecord.class, COLLECTION, database, keys)
                .index("pending");
    }

    Optional<TakenOverRecord> find(CaseId caseId) {
        return records.find(TakenOverRecord.idOf(caseId));
    }

    /**
     * Writes it, and announces that its case is to be made; what is there already stays.
     *
     * @param came without outbox and what was seen
     */
    void add(TakenOverRecord came, Command command) {
        if (find(came.caseId()).isPresent()) {
            return;
        }
        Announcing outbox = new Announcing(0, List.of(), Announcing.NOTHING_SENT);
        outbox.announce(TAKEN_OVER, came.conferenceId(), Set.of(), came.caseId().value());
        records.insert(new TakenOverRecord(
                came.id(),
                0,
                came.caseId(),
                came.conferenceId(),
                came.reference(),
                came.team(),
                came.account(),
                came.takenOverBy(),
                came.at(),
                came.from(),
                came.agreed(),
                came.handed(),
                came.notNear(),
                SeenCommand.with(List.of(), command),
                outbox.entries(),
                true,
                Announcing.NOTHING_SENT));
    }

    @Configuration(proxyBeanMethods = false)
    static class Announcements {

        @Bean
        OutboxSource takenOversOutbox() {
            return new OutboxSource(COLLECTION);
        }
    }
}
