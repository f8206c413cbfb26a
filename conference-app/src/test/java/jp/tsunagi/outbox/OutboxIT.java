package jp.tsunagi.outbox;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.tsunagi.integration.hub.OutboxPort.LeasedAggregate;
import jp.tsunagi.integration.hub.OutboxPort.OutboxEntry;
import jp.tsunagi.protection.SealedDatabase;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxIT {

    private static final Duration LONGER_THAN_A_LEASE = Duration.ofSeconds(31);

    @TempDir
    Path folder;

    private SealedDatabase store;
    private MongoCollection<Document> aggregates;
    private Outbox outbox;

    @BeforeEach
    void open() {
        store = new SealedDatabase(folder);
        aggregates = store.database().getCollection("aggregates");
        outbox = new Outbox(store.database(), List.of(new OutboxSource("aggregates")), store.clock());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void givesEntriesInTheOrderInWhichTheyWereWritten() {
        save(fresh("A"), "one", "two");
        save(load("A"), "three");

        LeasedAggregate leased = lease();

        assertThat(leased.lease().aggregateId()).isEqualTo("A");
        assertThat(kinds(leased)).containsExactly("one", "two", "three");
        assertThat(leased.entries()).extracting(OutboxEntry::version).containsExactly(0L, 0L, 1L);
        assertThat(leased.entries()).extracting(OutboxEntry::ordinal).containsExactly(0, 1, 0);
        assertThat(leased.entries()).extracting(OutboxEntry::caseId).containsOnly("case-A");
    }

    @Test
    void givesNothingWhereNothingIsPending() {
        save(fresh("A"));

        assertThat(outbox.leasePending(10)).isEmpty();
    }

    @Test
    void howMuchIsPendingIsThereForWhoeverWatchesAndFallsToZero() {
        SimpleMeterRegistry watched = new SimpleMeterRegistry();
        OutboxBacklog backlog = new OutboxBacklog(store.database(), List.of(new OutboxSource("aggregates")));
        backlog.bindTo(watched);
        save(fresh("A"), "one", "two");
        save(fresh("B"), "one");
        assertThat(watched.get("tsunagi.outbox.pending").gauge().value()).isEqualTo(2);

        outbox.leasePending(10).forEach(leased -> {
            outbox.sent(leased.lease(), leased.entries().get(leased.entries().size() - 1));
            outbox.release(leased.lease());
        });

        assertThat(watched.get("tsunagi.outbox.pending").gauge().value()).isZero();
    }

    @Test
    void whatWasSentIsNotGivenAgain() {
        save(fresh("A"), "one");
        sendAll();
        save(load("A"), "two");

        assertThat(kinds(lease())).containsExactly("two");
    }

    @Test
    void theNextSaveDropsWhatWasSent() {
        save(fresh("A"), "one");
        sendAll();

        save(load("A"), "two");

        assertThat(load("A").getList("outbox", Document.class))
                .extracting(entry -> entry.getString("kind"))
                .containsExactly("two");
    }

    @Test
    void anAggregateSavedFromAnOldCopyBringsNothingBack() {
        save(fresh("A"), "one");
        Document old = load("A");
        sendAll();

        save(old, "two");

        assertThat(load("A").getList("outbox", Document.class)).hasSize(2);
        assertThat(kinds(lease())).containsExactly("two");
    }

    @Test
    void anAggregateSavedFromAnOldCopyWithNothingNewFallsSilentAgain() {
        save(fresh("A"), "one");
        Document old = load("A");
        sendAll();

        save(old);

        assertThat(load("A").getBoolean("pending")).isTrue();
        assertThat(outbox.leasePending(10)).isEmpty();
        assertThat(load("A").getBoolean("pending")).isFalse();
    }

    @Test
    void aCrashBetweenSendingAndMarkingGivesTheSameEntriesOnceMore() {
        save(fresh("A"), "one", "two");
        LeasedAggregate before = lease();

        assertThat(outbox.leasePending(10)).isEmpty();
        store.forward(LONGER_THAN_A_LEASE);
        LeasedAggregate after = lease();

        assertThat(after.entries()).isEqualTo(before.entries());
        assertThat(after.lease().owner()).isNotEqualTo(before.lease().owner());
    }

    @Test
    void whereSendingStopsInTheMiddleTheRestIsGivenAgain() {
        save(fresh("A"), "one", "two", "three");
        LeasedAggregate leased = lease();
        outbox.sent(leased.lease(), leased.entries().get(0));
        outbox.release(leased.lease());

        assertThat(kinds(lease())).containsExactly("two", "three");
    }

    @Test
    void whereSendingStopsInTheMiddleTheNextSaveKeepsTheRest() {
        save(fresh("A"), "one", "two");
        LeasedAggregate leased = lease();
        outbox.sent(leased.lease(), leased.entries().get(0));
        outbox.release(leased.lease());

        save(load("A"), "three");

        assertThat(kinds(lease())).containsExactly("two", "three");
    }

    @Test
    void whereSendingStopsBetweenTwoVersionsTheLaterOneIsGivenAgain() {
        save(fresh("A"), "one");
        save(load("A"), "two");
        LeasedAggregate leased = lease();
        outbox.sent(leased.lease(), leased.entries().get(0));
        outbox.release(leased.lease());

        assertThat(kinds(lease())).containsExactly("two");
    }

    @Test
    void aReleasedLeaseIsFreeAtOnce() {
        save(fresh("A"), "one");
        outbox.release(lease().lease());

        assertThat(kinds(lease())).containsExactly("one");
    }

    @Test
    void whoLostTheLeaseMarksNothing() {
        save(fresh("A"), "one");
        LeasedAggregate slow = lease();
        store.forward(LONGER_THAN_A_LEASE);
        LeasedAggregate other = lease();

        outbox.sent(slow.lease(), slow.entries().get(0));
        outbox.release(slow.lease());

        assertThat(outbox.leasePending(10)).isEmpty();
        outbox.release(other.lease());
        assertThat(kinds(lease())).containsExactly("one");
    }

    @Test
    void aSaveBetweenLeasingAndMarkingIsNotForgotten() {
        save(fresh("A"), "one");
        LeasedAggregate leased = lease();
        save(load("A"), "two");
        outbox.sent(leased.lease(), leased.entries().get(0));
        outbox.release(leased.lease());

        assertThat(kinds(lease())).containsExactly("two");
    }

    @Test
    void oneAggregateThatIsHeldKeepsNoOtherBack() {
        save(fresh("A"), "one");
        save(fresh("B"), "two");
        LeasedAggregate first = outbox.leasePending(1).get(0);

        assertThat(outbox.leasePending(10)).singleElement().satisfies(second -> assertThat(
                        second.lease().aggregateId())
                .isNotEqualTo(first.lease().aggregateId()));
    }

    @Test
    void ofEightAtOnceOneGetsTheLease() throws Exception {
        for (int round = 0; round < 5; round++) {
            save(fresh("A" + round), "one");
        }
        CyclicBarrier barrier = new CyclicBarrier(8);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<List<LeasedAggregate>>> tasks = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                tasks.add(() -> {
                    barrier.await();
                    return outbox.leasePending(10);
                });
            }
            List<String> leased = new ArrayList<>();
            for (Future<List<LeasedAggregate>> result : pool.invokeAll(tasks)) {
                result.get().forEach(aggregate -> leased.add(aggregate.lease().aggregateId()));
            }
            assertThat(leased).containsExactlyInAnyOrder("A0", "A1", "A2", "A3", "A4");
        } finally {
            pool.shutdownNow();
        }
    }

    private LeasedAggregate lease() {
        List<LeasedAggregate> leased = outbox.leasePending(10);
        assertThat(leased).hasSize(1);
        return leased.get(0);
    }

    private void sendAll() {
        LeasedAggregate leased = lease();
        outbox.sent(leased.lease(), leased.entries().get(leased.entries().size() - 1));
        outbox.release(leased.lease());
    }

    private Document load(String id) {
        Document found = aggregates.find(eq("_id", id)).first();
        assertThat(found).isNotNull();
        return found;
    }

    private static Document fresh(String id) {
        return new Document("_id", id)
                .append("version", -1L)
                .append("caseId", "case-" + id)
                .append("outbox", List.of())
                .append("sentThrough", -1L);
    }

    /** As an aggregate saves itself: what is sent dropped, what is new numbered, all in one write. */
    private void save(Document loaded, String... announced) {
        long next = loaded.getLong("version") + 1;
        List<PendingEvent> stored = loaded.getList("outbox", Document.class).stream()
                .map(entry -> new PendingEvent(
                        entry.getLong("forVersion"),
                        entry.getInteger("ordinal"),
                        entry.getString("kind"),
                        null,
                        Set.of(),
                        ""))
                .toList();
        Announcing announcing = new Announcing(next, stored, loaded.getLong("sentThrough"));
        for (String kind : announced) {
            announcing.announce(kind, null, Set.of(), "");
        }
        List<Document> entries = announcing.entries().stream()
                .map(entry -> new Document("forVersion", entry.forVersion())
                        .append("ordinal", entry.ordinal())
                        .append("kind", entry.kind())
                        .append("agencies", List.of())
                        .append("detail", ""))
                .toList();
        Document written = new Document(loaded)
                .append("version", next)
                .append("outbox", entries)
                .append("pending", !entries.isEmpty());
        if (next == 0) {
            aggregates.insertOne(written);
        } else {
            aggregates.replaceOne(eq("_id", loaded.getString("_id")), written);
        }
    }

    private static List<String> kinds(LeasedAggregate leased) {
        return leased.entries().stream().map(OutboxEntry::kind).toList();
    }
}
