package jp.tsunagi.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.shared.EraDates;
import jp.tsunagi.shared.TextTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On which days somebody is reminded, against a table that people of the field can read. */
class RemindersTest {

    private static final TextTable TABLE = TextTable.read("reminders.txt");

    static Set<String> rows() {
        return TABLE.rows();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void comesOnTheBusinessDayBeforeAHoliday(String row) {
        Procedure procedure = Procedure.valueOf(row.split(" ")[0]);
        LocalDate end = EraDates.parse(row.split(" ")[1]).date().orElseThrow();

        assertThat(ClockFixtures.reminders().of(procedure, end).stream()
                        .map(EraDates::format)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(TABLE.cell(row, "reminders"));
    }
}
