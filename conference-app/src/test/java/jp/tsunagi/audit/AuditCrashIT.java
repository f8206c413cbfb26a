package jp.tsunagi.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import jp.tsunagi.store.KilledProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that appends from eight threads is killed, several times, on one chain. */
class AuditCrashIT {

    @TempDir
    Path folder;

    @Test
    void losesNoAcknowledgedEntryWhenKilled() throws Exception {
        Random random = new Random(20_261_120);
        for (int round = 0; round < 4; round++) {
            List<String> acknowledged =
                    KilledProcess.run(Appending.class, folder, 40 + random.nextInt(400), Duration.ofSeconds(60));

            try (AuditFixtures fixtures = new AuditFixtures(folder)) {
                Verification found = fixtures.verifier().verify();
                long last =
                        acknowledged.stream().mapToLong(Long::parseLong).max().orElseThrow();
                assertThat(found.reason()).isNull();
                assertThat(found.whole()).isTrue();
                assertThat(found.entries()).isGreaterThanOrEqualTo(last);
            }
        }
    }

    /** The process that is killed. Prints the number of each entry once it is told durable. */
    static final class Appending {
        public static void main(String[] args) {
            AuditFixtures fixtures = new AuditFixtures(Path.of(args[0]));
            ChainedAuditTrail trail = fixtures.trail(AuditFixtures.settings(50, Duration.ofMinutes(5)));
            IntStream.range(0, 8)
                    .mapToObj(i -> new Thread(() -> {
                        while (true) {
                            KilledProcess.acknowledge(Long.toString(trail.append(AuditFixtures.event("C" + i))));
                        }
                    }))
                    .forEach(Thread::start);
        }
    }
}
