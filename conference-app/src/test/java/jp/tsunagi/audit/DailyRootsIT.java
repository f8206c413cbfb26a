package jp.tsunagi.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DailyRootsIT {

    private static final Instant MORNING = Instant.parse("2026-11-20T01:00:00Z");

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(MORNING);
    private final Clock clock = new Clock() {
        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    };

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
    void writesOneEachDayAndOneAtTheStop() throws IOException {
        try (ChainedAuditTrail trail = trail()) {
            trail.record(AuditFixtures.event("A"));
            awaitRoots(1);
            trail.record(AuditFixtures.event("B"));
            now.set(MORNING.plus(Duration.ofDays(1)));
            trail.record(AuditFixtures.event("C"));
            awaitRoots(2);
            trail.record(AuditFixtures.event("D"));
        }

        assertThat(names()).hasSize(3);
        assertThat(names().get(0)).isEqualTo("root-2026-11-20-000000000001.txt");
        assertThat(names().get(1)).as("whichever it came upon first").matches("root-2026-11-21-00000000000[23].txt");
        assertThat(names().get(2)).isEqualTo("root-2026-11-21-000000000004.txt");
        assertThat(fixtures.roots.state()).isEqualTo(new SecondPlace(true, 3, MORNING.plus(Duration.ofDays(1)), 4, 0));
        assertThat(fixtures.verifier().verify().whole()).isTrue();
    }

    @Test
    void aSecondStartOnTheSameDayAddsNothingBeforeItsStop() throws IOException {
        try (ChainedAuditTrail trail = trail()) {
            trail.record(AuditFixtures.event("A"));
        }
        List<String> before = names();
        try (ChainedAuditTrail trail = trail()) {
            trail.record(AuditFixtures.event("B"));
        }

        assertThat(before).containsExactly("root-2026-11-20-000000000001.txt");
        assertThat(names()).containsExactly("root-2026-11-20-000000000001.txt", "root-2026-11-20-000000000002.txt");
    }

    @Test
    void workGoesOnWhereTheSecondPlaceIsAway() {
        Path notMounted = folder.resolve("not-mounted");
        DailyRoots away = new DailyRoots(notMounted, false, clock);
        try (ChainedAuditTrail trail = ChainedAuditTrail.start(
                fixtures.chain, fixtures.seals, away, clock, AuditFixtures.settings(10, Duration.ofMinutes(5)))) {
            trail.record(AuditFixtures.event("A"));
        }

        assertThat(fixtures.chain.count()).isEqualTo(1);
        assertThat(notMounted).doesNotExist();
        assertThat(away.state()).isEqualTo(new SecondPlace(false, 0, null, 0, 0));
        assertThat(new AuditHealth(away).health().getDetails()).containsEntry("secondPlace", "missing or not writable");
        assertThat(new AuditHealth(fixtures.roots).health().getDetails()).containsEntry("secondPlace", "writable");
    }

    @Test
    void neverTouchesAFileThatIsThere() throws IOException {
        Files.createDirectories(fixtures.exportDir);
        Path there = fixtures.exportDir.resolve("root-2026-11-20-000000000001.txt");
        Files.writeString(there, "mine\n");
        try (ChainedAuditTrail trail = trail()) {
            trail.record(AuditFixtures.event("A"));
        }

        assertThat(there).hasContent("mine");
        assertThat(fixtures.roots.state().unreadable()).isEqualTo(1);
    }

    private ChainedAuditTrail trail() {
        return fixtures.trail(AuditFixtures.settings(1_000, Duration.ofMinutes(5)), clock);
    }

    private void awaitRoots(int roots) throws IOException {
        long giveUp = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (names().size() < roots && System.nanoTime() < giveUp) {
            Thread.onSpinWait();
        }
        assertThat(names()).hasSize(roots);
    }

    private List<String> names() throws IOException {
        if (!Files.exists(fixtures.exportDir)) {
            return List.of();
        }
        try (var files = Files.list(fixtures.exportDir)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
