package jp.tsunagi.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Friday, 20 November 2026; the Monday after is a holiday. */
class DeadlinesTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final Deadlines DEADLINES = ConferenceFixtures.DEADLINES;

    @ParameterizedTest
    @CsvSource({
        "SUBMITTED,     2026-11-25, 2026-11-24",
        "CONSENT_CHECK, 2026-11-25, 2026-11-24",
        "RETURNED,      2026-12-07, 2026-12-07",
        "UNDER_REVIEW,  2026-11-26, 2026-11-24",
        "APPROVED,      2026-11-26, 2026-11-24",
        "HELD,          2026-11-30, 2026-11-30"
    })
    void countsBusinessDaysAndFewerWhereItIsUrgent(ConferenceState state, LocalDate due, LocalDate urgent) {
        assertThat(DEADLINES.of(state, FRIDAY, false, null)).contains(due);
        assertThat(DEADLINES.of(state, FRIDAY, true, null)).contains(urgent);
    }

    @ParameterizedTest
    @EnumSource(names = {"DRAFT", "NOT_HELD", "REPORTED", "CLOSED", "WITHDRAWN", "CANCELLED_NO_CONSENT"})
    void awaitsNobodyInTheseStates(ConferenceState state) {
        assertThat(DEADLINES.of(state, FRIDAY, false, FRIDAY)).isEmpty();
        assertThat(DEADLINES.of(state, FRIDAY, true, null)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyStateHasItsAnswer(ConferenceState state) {
        assertThat(DEADLINES.of(state, FRIDAY, false, FRIDAY.plusDays(14))).isNotNull();
        assertThat(DEADLINES.escalateAfter(state)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-03, 2026-12-01",
        "2026-11-25, 2026-11-20", // over the weekend and the holiday
        "2026-11-24, 2026-11-20", // would have been the day before: today at the earliest
        "2026-11-20, 2026-11-20",
        "2027-01-05, 2026-12-31" // over the turn of the year
    })
    void sheetsAreDueTwoDaysBeforeTheMeetingAndNeverBeforeToday(LocalDate meeting, LocalDate due) {
        assertThat(DEADLINES.of(ConferenceState.CONVENED, FRIDAY, false, meeting))
                .contains(due);
        assertThat(DEADLINES.of(ConferenceState.CONVENED, FRIDAY, true, meeting))
                .contains(due);
    }

    @Test
    void theReportIsDueFiveDaysAfterTheMeetingNotAfterItsEntry() {
        LocalDate meeting = LocalDate.of(2026, 12, 3);

        assertThat(DEADLINES.of(ConferenceState.HELD, meeting.plusDays(4), false, meeting))
                .contains(LocalDate.of(2026, 12, 10));
    }

    @Test
    void countsOverTheTurnOfTheYear() {
        // New Year's Day alone is a holiday by law; that offices close from 29 December is the office's own list.
        assertThat(DEADLINES.of(ConferenceState.UNDER_REVIEW, LocalDate.of(2026, 12, 30), false, null))
                .contains(LocalDate.of(2027, 1, 5));
    }

    @Test
    void remindsOnTheNextBusinessDayAndEscalates() {
        assertThat(DEADLINES.nextReminder(FRIDAY)).isEqualTo("2026-11-24");
        assertThat(DEADLINES.escalateAfter(ConferenceState.HELD)).isEqualTo(7);
        assertThat(DEADLINES.escalateAfter(ConferenceState.CONSENT_CHECK)).isEqualTo(1);
    }
}
