package jp.tsunagi.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import jp.tsunagi.shared.EraDates;
import jp.tsunagi.shared.TextTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the law counts days, against a table that people of the field can read. */
class LegalDaysTest {

    private static final TextTable TABLE = TextTable.read("legal-days.txt");

    static Set<String> rows() {
        return TABLE.rows();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void endsOnTheDayBeforeTheOneThatCorrespondsOrOnTheLastOfTheMonth(String row) {
        LocalDate day = EraDates.parse(row.split(" ")[0]).date().orElseThrow();
        int months = Integer.parseInt(row.split(" ")[1]);

        assertThat(EraDates.format(LegalDays.lastDay(day, months))).isEqualTo(TABLE.cell(row, "counted"));
        assertThat(EraDates.format(LegalDays.lastDay(day.plusDays(1), months)))
                .isEqualTo(TABLE.cell(row, "not counted"));
    }
}
