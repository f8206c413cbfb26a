package jp.tsunagi.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.DuplicateKeyException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Lets one node at a time do what must not be done twice at once, such as a scheduled route. The nodes' clocks must agree
 * to within a small part of a lease's duration.
 */
public final class Leases {

    private static final String UNTIL = "until";
    private static final String OWNER = "owner";
    private static final String FENCE = "fence";

    private final MongoCollection<Document> documents;
    private final Clock clock;

    Leases(MongoDatabase database, Clock clock) {
        this.documents = database.getCollection("leases").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.clock = clock;
    }

    /** Empty where someone holds it, be it the same owner: who holds a lease renews it. */
    public Optional<Lease> take(String name, String owner, Duration duration) {
        Instant now = clock.instant();
        try {
            Document taken = documents.findOneAndUpdate(
                    and(eq("_id", name), lte(UNTIL, Date.from(now))),
                    combine(set(OWNER, owner), set(UNTIL, Date.from(now.plus(duration))), inc(FENCE, 1L)),
                    new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
            return read(taken);
        } catch (MongoCommandException | MongoWriteException | DuplicateKeyException e) {
            // Held: nothing matched, and its name is taken.
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Holds it for this long from now. Empty where it was lost to another meanwhile: stop at once. */
    public Optional<Lease> renew(Lease lease, Duration duration) {
        Instant until = clock.instant().plus(duration);
        return read(documents.findOneAndUpdate(
                held(lease),
                set(UNTIL, Date.from(until)),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)));
    }

    /** Gives it up, so that the next taker need not wait; no effect where it was lost already. */
    public void release(Lease lease) {
        documents.updateOne(held(lease), set(UNTIL, Date.from(Instant.EPOCH)));
    }

    private static Bson held(Lease lease) {
        return and(eq("_id", lease.name()), eq(OWNER, lease.owner()), eq(FENCE, lease.fence()));
    }

    private static Optional<Lease> read(@Nullable Document document) {
        return Optional.ofNullable(document)
                .map(found -> new Lease(
                        found.getString("_id"),
                        found.getString(OWNER),
                        found.getLong(FENCE),
                        found.getDate(UNTIL).toInstant()));
    }
}
