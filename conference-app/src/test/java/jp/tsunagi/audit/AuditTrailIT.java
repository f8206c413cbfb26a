package jp.tsunagi.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTrailIT {

    @TempDir
    Path folder;

    private AuditFixtures fixtures;

    @BeforeEach
    void start() {
        fixtures = new AuditFixtures(folder);
    }

    @AfterEach
    void stop() {
        fixtures.close();
    }

    @Test
    void linksEachEntryToTheOneBefore() {
        try (ChainedAuditTrail trail = fixtures.trail()) {
            assertThat(trail.append(AuditFixtures.event("A"))).isEqualTo(1);
            assertThat(trail.append(AuditFixtures.event("B"))).isEqualTo(2);
        }

        List<Entry> entries = fixtures.chain.after(0).stream().map(Entry::read).toList();
        assertThat(entries).hasSize(2);
        assertThat(entries.get(0).prevHash()).isEqualTo(new byte[32]);
        assertThat(entries.get(1).prevHash()).isEqualTo(entries.get(0).hash());
        assertThat(entries.get(0).event()).isEqualTo(AuditFixtures.event("A"));
        assertThat(fixtures.verifier().verify()).isEqualTo(new Verification(true, 2, null, null));
    }

    @Test
    void anEmptyChainIsWhole() {
        assertThat(fixtures.verifier().verify()).isEqualTo(new Verification(true, 0, null, null));
    }

    @Test
    void sixteenThreadsLeaveNeitherGapNorFork() throws Exception {
        try (ChainedAuditTrail trail = fixtures.trail()) {
            assertThat(appendFromThreads(16, 100, List.of(trail)))
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, 1_600).boxed().toList());
        }
        assertThat(fixtures.verifier().verify()).isEqualTo(new Verification(true, 1_600, null, null));
    }

    @Test
    void twoNodesWriteOneChain() throws Exception {
        try (ChainedAuditTrail here = fixtures.trail();
                ChainedAuditTrail there = fixtures.trail()) {
            assertThat(appendFromThreads(8, 100, List.of(here, there)))
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, 800).boxed().toList());
        }
        assertThat(fixtures.verifier().verify()).isEqualTo(new Verification(true, 800, null, null));
    }

    @Test
    void goesOnWhereTheChainEndedAtTheLastStop() {
        try (ChainedAuditTrail trail = fixtures.trail()) {
            trail.record(AuditFixtures.event("A"));
        }
        try (ChainedAuditTrail trail = fixtures.trail()) {
            assertThat(trail.append(AuditFixtures.event("B"))).isEqualTo(2);
        }
        assertThat(fixtures.verifier().verify().whole()).isTrue();
    }

    @Test
    void sealsAfterSoManyEntriesAndAtStop() throws Exception {
        try (ChainedAuditTrail trail = fixtures.trail(AuditFixtures.settings(2, Duration.ofMinutes(5)))) {
            for (int i = 0; i < 5; i++) {
                trail.record(AuditFixtures.event("C" + i));
            }
        }

        assertThat(fixtures.seals.all().keySet()).containsExactly(2L, 4L, 5L);
        assertThat(Files.readAllLines(fixtures.exportFile)).hasSize(3).allMatch(line -> line.split(" ").length == 4);
        assertThat(fixtures.database.getCollection(Seals.COLLECTION).countDocuments())
                .isEqualTo(3);
    }

    @Test
    void sealsWithinTheTimeSet() {
        try (ChainedAuditTrail trail = fixtures.trail(AuditFixtures.settings(1_000, Duration.ofMillis(50)))) {
            trail.record(AuditFixtures.event("A"));
            long giveUp = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (fixtures.seals.all().isEmpty() && System.nanoTime() < giveUp) {
                Thread.onSpinWait();
            }
            assertThat(fixtures.seals.all().keySet()).containsExactly(1L);
        }
    }

    @Test
    void keepsALineThatFollowsOneCutShort() throws Exception {
        try (ChainedAuditTrail trail = fixtures.trail()) {
            trail.record(AuditFixtures.event("A"));
        }
        Files.writeString(fixtures.exportFile, Files.readString(fixtures.exportFile) + "2 abc");
        try (ChainedAuditTrail trail = fixtures.trail()) {
            trail.record(AuditFixtures.event("B"));
        }

        assertThat(fixtures.seals.all().keySet()).containsExactly(1L, 2L);
        assertThat(fixtures.verifier().verify().whole()).isTrue();
    }

    @Test
    void refusesWhereTheDatabaseIsAway() {
        String away = "mongodb://127.0.0.1:1/tsunagi?serverSelectionTimeoutMS=200&timeoutMS=300";
        try (var client = MongoClients.create(away)) {
            var database = client.getDatabase("tsunagi");
            try (ChainedAuditTrail trail = ChainedAuditTrail.start(
                    new Chain(database),
                    new Seals(database, fixtures.keys, fixtures.exportFile),
                    fixtures.roots,
                    Clock.systemUTC(),
                    AuditFixtures.settings(10, Duration.ofMinutes(5)))) {
                assertUnavailable(() -> trail.record(AuditFixtures.event("A")));
            }
        }
    }

    @Test
    void refusesWhenItTakesTooLongAndWritesNothingLater() {
        AuditSettings impatient = new AuditSettings(Duration.ofNanos(1), 1_000, Duration.ofMinutes(5), null, null);
        try (ChainedAuditTrail trail = fixtures.trail(impatient)) {
            assertUnavailable(() -> trail.record(AuditFixtures.event("A")));
        }
        assertThat(fixtures.verifier().verify().whole()).isTrue();
    }

    @Test
    void refusesAfterItWasStopped() {
        ChainedAuditTrail trail = fixtures.trail();
        trail.close();

        assertUnavailable(() -> trail.record(AuditFixtures.event("A")));
    }

    @Test
    void findsEntriesNewestFirst() {
        try (ChainedAuditTrail trail = fixtures.trail()) {
            trail.record(AuditFixtures.event("A"));
            trail.record(AuditFixtures.event("B"));
            trail.record(AuditFixtures.event("C"));
        }
        AuditLog log = new AuditLog(fixtures.chain);

        AuditLog.Page page = log.find(new AuditLog.Query("01JD0000000000000000000CAS", null, null, null), 0, 2);

        assertThat(page.total()).isEqualTo(3);
        assertThat(page.items()).extracting(line -> line.event().commandId()).containsExactly("C", "B");
        assertThat(log.find(new AuditLog.Query("OTHER", null, null, null), 0, 2).total())
                .isZero();
        assertThat(log.find(
                                new AuditLog.Query(
                                        null,
                                        "01JD0000000000000000000ACT",
                                        page.items().get(1).at(),
                                        null),
                                0,
                                10)
                        .items())
                .hasSizeGreaterThanOrEqualTo(2);
    }

    private static void assertUnavailable(Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.refusal().rule()).isEqualTo("audit.unavailable");
            assertThat(refused.refusal().kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
        });
    }

    private static List<Long> appendFromThreads(int threads, int each, List<ChainedAuditTrail> trails)
            throws Exception {
        var numbers = ConcurrentHashMap.<Long>newKeySet();
        var pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int thread = t;
                tasks.add(() -> {
                    ChainedAuditTrail trail = trails.get(thread % trails.size());
                    for (int i = 0; i < each; i++) {
                        assertThat(numbers.add(trail.append(AuditFixtures.event(thread + "-" + i))))
                                .isTrue();
                    }
                    return null;
                });
            }
            for (Future<Void> done : pool.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
        return List.copyOf(numbers);
    }
}
