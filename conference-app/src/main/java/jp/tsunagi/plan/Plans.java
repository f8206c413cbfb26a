package jp.tsunagi.plan;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.outbox.OutboxSource;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.SealedCollection;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Repository;

/** The plans of all cases, one document each. */
@Repository
class Plans {

    static final String COLLECTION = "plans";

    private static final String LOOK_ON = "followed.lookOn";

    private final SealedCollection<PlanRecord> records;

    Plans(MongoDatabase database, CaseKeys keys) {
        this.records = SealedCollection.of(PlanRecord.class, COLLECTION, database, keys)
                .index("pending")
                .index("versions.state")
                .index("versions.content.leadAgency")
                .index(LOOK_ON);
    }

    Optional<SupportPlan> find(CaseId caseId) {
        return records.find(PlanRecord.idOf(caseId)).map(SupportPlan::new);
    }

    /** Cases with a version that is in one of these states, led by this agency; by whichever where null. */
    List<CaseId> waiting(Set<PlanState> states, @Nullable AgencyCode leadAgency, int most) {
        Bson state = in("state", states.stream().map(PlanState::name).toList());
        Bson version = leadAgency == null ? state : and(state, eq("content.leadAgency", leadAgency.value()));
        return records.list(elemMatch("versions", version), Sorts.descending("_id"), 0, most).stream()
                .map(PlanRecord::caseId)
                .toList();
    }

    /** Those to look at on that day or before it, the longest awaited first. */
    List<SupportPlan> toLookAt(LocalDate day, int most) {
        return records.list(lte(LOOK_ON, day.toString()), Sorts.ascending(LOOK_ON), 0, most).stream()
                .map(SupportPlan::new)
                .toList();
    }

    /**
     * @throws SealedCollection.Stale where another write came first
     * @throws SealedCollection.AlreadyThere where another wrote the first version meanwhile
     */
    void save(SupportPlan plan) {
        if (plan.isNew()) {
            records.insert(plan.toRecord());
        } else {
            records.replace(plan.toRecord());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Announcements {

        @Bean
        OutboxSource plansOutbox() {
            return new OutboxSource(COLLECTION);
        }
    }
}
