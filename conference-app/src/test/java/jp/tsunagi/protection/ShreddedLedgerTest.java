package jp.tsunagi.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import jp.tsunagi.protection.ShreddedLedger.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShreddedLedgerTest {

    private static final Line FIRST = line("01AAAAAAAAAAAAAAAAAAAAAAAA");
    private static final Line SECOND = line("01BBBBBBBBBBBBBBBBBBBBBBBB");

    @TempDir
    Path folder;

    @Test
    void whatOneFileLostTheOtherKnows() throws IOException {
        open().enter(FIRST);
        Files.copy(data(), folder.resolve("older"));
        open().enter(SECOND);
        Files.delete(data());
        Files.move(folder.resolve("older"), data());

        ShreddedLedger again = open();

        assertThat(again.lines()).containsExactly(FIRST, SECOND);
        assertThat(again.has(SECOND.caseId())).isTrue();
        assertThat(again.has("01CCCCCCCCCCCCCCCCCCCCCCCC")).isFalse();
        assertThat(data()).hasSameTextualContentAs(keys());
    }

    @Test
    void oneIsEnteredOnceHoweverOftenAndByWhom() throws IOException {
        ShreddedLedger here = open();
        ShreddedLedger there = open();
        here.enter(FIRST);
        there.enter(FIRST);
        there.enter(SECOND);

        assertThat(here.lines()).containsExactly(FIRST, SECOND);
        assertThat(Files.readAllLines(keys())).hasSize(2);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys())))
                .isEqualTo("rw-------");
    }

    /** A line that a crash left half written was never acted upon. */
    @Test
    void aTornLineIsPassedOverAndTheNextOneIsWhole() throws IOException {
        open().enter(FIRST);
        Files.writeString(keys(), "v1 01BBBB", StandardOpenOption.APPEND);

        ShreddedLedger again = open();
        assertThat(again.lines()).containsExactly(FIRST);
        again.enter(SECOND);

        assertThat(open().lines()).containsExactly(FIRST, SECOND);
    }

    @Test
    void anyOtherLineStopsTheStartByName() throws IOException {
        open().enter(FIRST);
        Files.writeString(keys(), "v1 01BBBB R8-0001 yesterday period-over a b\n", StandardOpenOption.APPEND);

        assertThatThrownBy(this::open)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Line 2 of " + keys());
    }

    private ShreddedLedger open() {
        return ShreddedLedger.open(List.of(keys(), data()));
    }

    private Path keys() {
        return folder.resolve("keys/shredded.log");
    }

    private Path data() {
        return folder.resolve("data/shredded.log");
    }

    private static Line line(String caseId) {
        return new Line(caseId, "R8-0012", Instant.parse("2026-11-20T01:00:00Z"), "period-over", "A1", "system");
    }
}
