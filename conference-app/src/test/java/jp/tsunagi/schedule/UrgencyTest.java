package jp.tsunagi.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrgencyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @ParameterizedTest
    @CsvSource({
        "2026-11-19, OVERDUE",
        "2026-11-20, TODAY",
        "2026-11-21, THREE_DAYS",
        "2026-11-23, THREE_DAYS",
        "2026-11-24, WEEK",
        "2026-11-27, WEEK",
        "2026-11-28, LATER"
    })
    void tellsHowNearADayIs(LocalDate due, Urgency urgency) {
        assertThat(Urgency.of(due, TODAY)).isEqualTo(urgency);
    }

    @Test
    void whatHasNoDayIsLater() {
        assertThat(Urgency.of(null, TODAY)).isEqualTo(Urgency.LATER);
    }

    @ParameterizedTest
    @CsvSource({
        "WEEK, TODAY, true",
        "WEEK, THREE_DAYS, true",
        "WEEK, OVERDUE, false",
        "TODAY, THREE_DAYS, false",
        "OVERDUE, OVERDUE, true",
        "OVERDUE, TODAY, false"
    })
    void aSearchForAWeekFindsItsDays(Urgency asked, Urgency found, boolean included) {
        assertThat(asked.includes(found)).isEqualTo(included);
    }
}
