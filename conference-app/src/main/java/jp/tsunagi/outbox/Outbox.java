package jp.tsunagi.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.integration.hub.OutboxPort;
import jp.tsunagi.shared.Ids;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What aggregates have to announce, for the relay. Watermarks and leases lie in a collection of their own: the relay never
 * edits the entries that an aggregate owns, and an aggregate that is saved from an old copy brings nothing back. That an
 * aggregate is marked as pending is only a hint; the watermark is the truth.
 */
@Component
class Outbox implements OutboxPort {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int LOOKED_AT_PER_LEASE = 4;
    private static final Bson NEEDED = Projections.include("outbox", "version", "caseId");

    private final MongoDatabase database;
    private final MongoCollection<Document> marks;
    private final List<OutboxSource> sources;
    private final Clock clock;

    Outbox(MongoDatabase database, List<OutboxSource> sources, Clock clock) {
        this.database = database;
        this.marks = database.getCollection("outboxMarks");
        this.sources = List.copyOf(sources);
        this.clock = clock;
    }

    @Override
    public List<LeasedAggregate> leasePending(int max) {
        List<LeasedAggregate> leased = new ArrayList<>();
        for (OutboxSource source : sources) {
            MongoCollection<Document> aggregates = database.getCollection(source.collection());
            for (Document found : aggregates
                    .find(eq("pending", true))
                    .projection(Projections.include("_id"))
                    .limit(max * LOOKED_AT_PER_LEASE)) {
                if (leased.size() == max) {
                    return leased;
                }
                lease(source, found.getString("_id")).ifPresent(leased::add);
            }
        }
        return leased;
    }

    @Override
    public void sent(Lease lease, OutboxEntry lastSent) {
        long raised = marks.updateOne(
                        and(eq("_id", lease.aggregateId()), eq("owner", lease.owner())),
                        Updates.combine(
                                Updates.set("sentVersion", lastSent.version()),
                                Updates.set("sentOrdinal", lastSent.ordinal())))
                .getMatchedCount();
        if (raised == 1) {
            Document mark = marks.find(eq("_id", lease.aggregateId())).first();
            if (mark != null) {
                quietWhereAllIsSent(mark, lease.aggregateId());
            }
        }
    }

    @Override
    public void release(Lease lease) {
        marks.updateOne(
                and(eq("_id", lease.aggregateId()), eq("owner", lease.owner())),
                Updates.set("leaseUntil", new Date(0)));
    }

    private Optional<LeasedAggregate> lease(OutboxSource source, String id) {
        Instant now = clock.instant();
        Instant until = now.plus(LEASE);
        String owner = Ids.random(now);
        Document mark = takeMark(source, id, owner, now, until);
        if (mark == null) {
            return Optional.empty();
        }
        Lease lease = new Lease(id, owner, until);
        MongoCollection<Document> aggregates = database.getCollection(source.collection());
        Document aggregate = aggregates.find(eq("_id", id)).projection(NEEDED).first();
        List<OutboxEntry> entries = aggregate == null ? List.of() : entriesAbove(mark, aggregate);
        if (entries.isEmpty()) {
            if (aggregate != null) {
                quiet(aggregates, id, aggregate.getLong("version"));
            }
            release(lease);
            return Optional.empty();
        }
        return Optional.of(new LeasedAggregate(lease, entries));
    }

    /** The mark, leased to this owner; null where another has it. */
    private @Nullable Document takeMark(OutboxSource source, String id, String owner, Instant now, Instant until) {
        try {
            return marks.findOneAndUpdate(
                    and(eq("_id", id), lt("leaseUntil", Date.from(now))),
                    Updates.combine(
                            Updates.set("leaseUntil", Date.from(until)),
                            Updates.set("owner", owner),
                            Updates.set("collection", source.collection())),
                    new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        } catch (MongoCommandException | MongoWriteException e) {
            // The mark is there, and its lease has not run out: the upsert met its id.
            if (ErrorCategory.fromErrorCode(((MongoException) e).getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return null;
            }
            throw e;
        }
    }

    private static List<OutboxEntry> entriesAbove(Document mark, Document aggregate) {
        long sentVersion = mark.get("sentVersion", -1L);
        int sentOrdinal = mark.get("sentOrdinal", -1);
        return aggregate.getList("outbox", Document.class, List.of()).stream()
                .map(stored -> entry(stored, aggregate.getString("caseId")))
                .filter(entry -> entry.version() > sentVersion
                        || (entry.version() == sentVersion && entry.ordinal() > sentOrdinal))
                .sorted(Comparator.comparingLong(OutboxEntry::version).thenComparingInt(OutboxEntry::ordinal))
                .toList();
    }

    private static OutboxEntry entry(Document stored, String caseId) {
        Set<String> agencies = new HashSet<>(stored.getList("agencies", String.class, List.of()));
        return new OutboxEntry(
                stored.getLong("forVersion"),
                stored.getInteger("ordinal"),
                stored.getString("kind"),
                caseId,
                stored.getString("conferenceId"),
                agencies,
                stored.getString("detail"));
    }

    /** Entries of one save may be sent one by one: as long as one of them is left, the aggregate stays pending. */
    private void quietWhereAllIsSent(Document mark, String id) {
        MongoCollection<Document> aggregates = database.getCollection(mark.getString("collection"));
        Document aggregate = aggregates.find(eq("_id", id)).projection(NEEDED).first();
        if (aggregate != null && entriesAbove(mark, aggregate).isEmpty()) {
            quiet(aggregates, id, aggregate.getLong("version"));
        }
    }

    /** Clears the hint, unless the aggregate has been written since. */
    private static void quiet(MongoCollection<Document> aggregates, String id, long sentThrough) {
        aggregates.updateOne(
                and(eq("_id", id), eq("version", sentThrough)),
                Updates.combine(Updates.set("pending", false), Updates.set("sentThrough", sentThrough)));
    }
}
