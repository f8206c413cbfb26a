package jp.tsunagi.clock;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.account.Officer;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.outbox.OutboxSource;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.SealedCollection;
import org.bson.conversions.Bson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Repository;

/** The clocks of all cases, one document each. */
@Repository
class Clocks {

    static final String COLLECTION = "clocks";
    private static final int MOST_OF_AN_OFFICER = 500;

    private final SealedCollection<ClockRecord> records;
    private final Reminders reminders;

    Clocks(MongoDatabase database, CaseKeys keys, Reminders reminders) {
        this.records = SealedCollection.of(ClockRecord.class, COLLECTION, database, keys)
                .index("pending")
                .index("remindOn")
                .index("caseId")
                .index("team.agency", "team.section")
                .index("lead.agency", "lead.section");
        this.reminders = reminders;
    }

    Optional<CaseClock> find(CaseId caseId) {
        return records.find(ClockRecord.idOf(caseId)).map(this::aggregate);
    }

    /** Clocks of which somebody is to be reminded on that day or was to be before. */
    List<CaseClock> toRemind(LocalDate day, int most) {
        return records.list(lte("remindOn", day.toString()), Sorts.ascending("remindOn"), 0, most).stream()
                .map(this::aggregate)
                .toList();
    }

    /**
     * Clocks of the cases whose team or lead the officer's section is, or to which the officer was added by name. Whether
     * they are this officer's is for the desk to say.
     */
    List<CaseClock> around(Officer officer, List<CaseId> addedTo) {
        Bson filter = or(
                of("team", officer),
                of("lead", officer),
                in("caseId", addedTo.stream().map(CaseId::value).toList()));
        return records.list(filter, Sorts.ascending("_id"), 0, MOST_OF_AN_OFFICER).stream()
                .map(this::aggregate)
                .toList();
    }

    /**
     * @throws SealedCollection.Stale where another write came first
     * @throws SealedCollection.AlreadyThere where another wrote the first version meanwhile
     */
    void save(CaseClock clock) {
        if (clock.isNew()) {
            records.insert(clock.toRecord());
        } else {
            records.replace(clock.toRecord());
        }
    }

    private CaseClock aggregate(ClockRecord stored) {
        return new CaseClock(stored, reminders);
    }

    private static Bson of(String side, Officer officer) {
        return and(eq(side + ".agency", officer.agency().value()), eq(side + ".section", officer.section()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Announcements {

        @Bean
        OutboxSource clocksOutbox() {
            return new OutboxSource(COLLECTION);
        }
    }
}
