package jp.tsunagi.delivery;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.util.List;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.SealedCollection;
import org.springframework.stereotype.Repository;

/** The sharing ledger (共有の台帳). Entries are added, never changed. */
@Repository
public class Deliveries {

    private static final int MOST = 10_000;

    private final SealedCollection<Delivery> ledger;

    Deliveries(MongoDatabase database, CaseKeys keys) {
        this.ledger = SealedCollection.of(Delivery.class, "deliveries", database, keys)
                .index("caseId", "at")
                .index("conferenceId", "at");
    }

    /** Enters a delivery; when this returns, it is durable and the thing may leave. */
    public void enter(Delivery delivery) {
        ledger.insert(delivery);
    }

    /** What left of one conference, in order. */
    public List<Delivery> ofConference(String conferenceId) {
        return ledger.list(eq("conferenceId", conferenceId), Sorts.ascending("at"), 0, MOST);
    }
}
