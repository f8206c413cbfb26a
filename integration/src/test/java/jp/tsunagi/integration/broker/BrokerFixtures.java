package jp.tsunagi.integration.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** Brokers for tests: any free port, quick scans, data under {@code target}. */
public final class BrokerFixtures {

    public static final List<String> AGENCIES = List.of("011002", "S0001", "P0001");

    private BrokerFixtures() {}

    public static Path newDataDir() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "brokers")), "broker");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static BrokerSettings settings() {
        return settings(-1);
    }

    public static BrokerSettings settings(int maxDiskUsage) {
        return new BrokerSettings(
                0,
                "127.0.0.1",
                null,
                3,
                Duration.ofMillis(100),
                DataSize.ofMegabytes(64),
                DataSize.ofMegabytes(256),
                maxDiskUsage,
                Duration.ofMillis(100),
                Duration.ofNanos(500_000));
    }

    /** Every agency's password is {@code pw-} and its code. */
    public static boolean authenticate(String agencyCode, String password) {
        return AGENCIES.contains(agencyCode) && password.equals("pw-" + agencyCode);
    }

    public static EmbeddedBroker started(Path dataDir) {
        EmbeddedBroker broker = new EmbeddedBroker(settings(), dataDir, () -> AGENCIES, BrokerFixtures::authenticate);
        broker.start();
        return broker;
    }
}
