package jp.tsunagi.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures of the audit; under the profile {@code bench} alone. */
@Tag("bench")
class AuditBenchIT {

    private static final int ENTRIES = 100_000;

    @TempDir
    Path folder;

    @Test
    void measuresAppendingAndVerifying() throws Exception {
        try (AuditFixtures fixtures = new AuditFixtures(folder)) {
            double single;
            double sixteen;
            try (ChainedAuditTrail trail = fixtures.trail()) {
                appendsPerSecond(trail, 4, 500);
                single = appendsPerSecond(trail, 1, 1_500);
                sixteen = appendsPerSecond(trail, 16, 1_000);
            }
            System.out.printf("audit: %.0f appends/s from one thread, %.0f from sixteen%n", single, sixteen);
            fill(fixtures);

            List<byte[]> encoded = new ArrayList<>(ENTRIES);
            long seq = 0;
            while (seq < ENTRIES) {
                for (Document document : fixtures.chain.after(seq)) {
                    Entry entry = Entry.read(document);
                    encoded.add(entry.encoded());
                    seq = entry.seq();
                }
            }
            double bare = fastest(() -> bareHashing(encoded));
            double reading = fastest(() -> reading(fixtures));
            double whole = fastest(() -> {
                Verification found = fixtures.verifier().verify();
                assertThat(found.whole()).isTrue();
            });
            double checking = checkingAlone(fixtures);
            System.out.printf(
                    "audit: bare SHA-256 of %d entries %.1f ms; reading them alone %.1f ms; checking what was read"
                            + " %.1f ms (%.1f times bare); verification with reading %.1f ms (%.1f times bare)%n",
                    ENTRIES, bare, reading, checking, checking / bare, whole, whole / bare);
        }
    }

    private static void fill(AuditFixtures fixtures) {
        Head head = fixtures.chain.headFrom(Head.NONE);
        while (head.seq() < ENTRIES) {
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < 1_000 && head.seq() < ENTRIES; i++) {
                Entry entry =
                        Entry.after(head, Instant.ofEpochMilli(i), AuditFixtures.event("01JD000000000000000" + i));
                entries.add(entry);
                head = entry.head();
            }
            fixtures.chain.write(entries);
            fixtures.seals.seal(head, Instant.EPOCH);
        }
    }

    private static void bareHashing(List<byte[]> encoded) {
        MessageDigest sha = Entry.sha256();
        int sum = 0;
        for (byte[] bytes : encoded) {
            sum += sha.digest(bytes)[0];
        }
        assertThat(sum).isNotEqualTo(Integer.MAX_VALUE);
    }

    private static void reading(AuditFixtures fixtures) {
        long seq = 0;
        while (seq < ENTRIES) {
            seq += fixtures.chain.after(seq).size();
        }
    }

    /** The thread's own time for turning documents into entries and checking links and hashes, ten thousand at a time. */
    private static double checkingAlone(AuditFixtures fixtures) {
        var threads = ManagementFactory.getThreadMXBean();
        double best = Double.MAX_VALUE;
        for (int run = 0; run < 4; run++) {
            long nanos = 0;
            Head head = Head.NONE;
            MessageDigest sha = Entry.sha256();
            while (head.seq() < ENTRIES) {
                List<Document> documents = fixtures.chain.after(head.seq());
                long start = threads.getCurrentThreadCpuTime();
                for (Document document : documents) {
                    Entry entry = Entry.read(document);
                    assert entry.follows(head);
                    if (!entry.hashFits(sha)) {
                        throw new AssertionError();
                    }
                    head = entry.head();
                }
                nanos += threads.getCurrentThreadCpuTime() - start;
            }
            best = Math.min(best, nanos / 1e6);
        }
        return best;
    }

    private static double fastest(Runnable work) {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            long start = System.nanoTime();
            work.run();
            best = Math.min(best, (System.nanoTime() - start) / 1e6);
        }
        return best;
    }

    private static double appendsPerSecond(ChainedAuditTrail trail, int threads, int each) throws Exception {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                tasks.add(() -> {
                    for (int i = 0; i < each; i++) {
                        trail.record(AuditFixtures.event("01JD00000000000000000" + i));
                    }
                    return null;
                });
            }
            long start = System.nanoTime();
            for (var done : pool.invokeAll(tasks)) {
                done.get();
            }
            return threads * each / ((System.nanoTime() - start) / 1e9);
        } finally {
            pool.shutdownNow();
        }
    }
}
