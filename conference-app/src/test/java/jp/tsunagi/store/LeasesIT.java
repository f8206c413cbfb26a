package jp.tsunagi.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeasesIT {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final SetClock clock = new SetClock();
    private EmbeddedDatabase server;
    private MongoClient client;
    private Leases leases;

    @BeforeEach
    void start() {
        server = EmbeddedDatabase.open(folder);
        client = MongoClients.create(server.uri());
        leases = new Leases(client.getDatabase("tsunagi"), clock);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void exactlyOneOfEightTakesIt() throws Exception {
        for (int round = 0; round < 20; round++) {
            String name = "route-" + round % 10; // Ten are new, and ten have expired.
            assertThat(takeFromEightThreads(name)).hasSize(1);
            clock.now = clock.now.plus(MINUTE).plusMillis(1);
        }
    }

    @Test
    void isTakenOverWhenItHasExpiredAndThenBelongsToTheOther() {
        Lease first = leases.take("route", "one", MINUTE).orElseThrow();
        assertThat(leases.take("route", "two", MINUTE)).isEmpty();
        assertThat(leases.take("route", "one", MINUTE)).isEmpty();

        clock.now = clock.now.plus(MINUTE);
        Lease second = leases.take("route", "two", MINUTE).orElseThrow();

        assertThat(second.fence()).isGreaterThan(first.fence());
        assertThat(leases.renew(first, MINUTE)).isEmpty();
        leases.release(first);
        assertThat(leases.take("route", "three", MINUTE)).isEmpty();
    }

    @Test
    void anOwnerOfTheSameNameIsFencedOffToo() {
        Lease before = leases.take("route", "node", MINUTE).orElseThrow();
        clock.now = clock.now.plus(MINUTE);
        leases.take("route", "node", MINUTE).orElseThrow();

        assertThat(leases.renew(before, MINUTE)).isEmpty();
    }

    @Test
    void isHeldOnByRenewing() {
        Lease lease = leases.take("route", "one", MINUTE).orElseThrow();
        clock.now = clock.now.plusSeconds(50);

        Lease renewed = leases.renew(lease, MINUTE).orElseThrow();

        assertThat(renewed.until()).isEqualTo(clock.now.plus(MINUTE));
        clock.now = clock.now.plusSeconds(50);
        assertThat(leases.take("route", "two", MINUTE)).isEmpty();
    }

    @Test
    void isFreeOnceReleased() {
        Lease lease = leases.take("route", "one", MINUTE).orElseThrow();

        leases.release(lease);

        assertThat(leases.take("route", "two", MINUTE)).isPresent();
        assertThat(leases.take("another-route", "one", MINUTE)).isPresent();
    }

    private List<Lease> takeFromEightThreads(String name) throws Exception {
        CyclicBarrier together = new CyclicBarrier(8);
        List<Callable<Optional<Lease>>> tasks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String owner = "node-" + i;
            tasks.add(() -> {
                together.await();
                return leases.take(name, owner, MINUTE);
            });
        }
        var pool = Executors.newFixedThreadPool(8);
        try {
            List<Lease> taken = new ArrayList<>();
            for (var result : pool.invokeAll(tasks)) {
                result.get().ifPresent(taken::add);
            }
            return taken;
        } finally {
            pool.shutdownNow();
        }
    }

    private static final class SetClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-20T01:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
