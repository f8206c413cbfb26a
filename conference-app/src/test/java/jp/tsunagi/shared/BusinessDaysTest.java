package jp.tsunagi.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

class BusinessDaysTest {

    private static BusinessDays days;

    @BeforeAll
    static void readTheCalendarThatIsDelivered() throws IOException {
        String csv = new ClassPathResource("defaults/config/holidays.csv").getContentAsString(StandardCharsets.UTF_8);
        days = new BusinessDays(csv.lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> LocalDate.parse(line.split(",", 2)[0]))
                .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, true", // Friday
        "2026-11-21, false", // Saturday
        "2026-11-22, false", // Sunday
        "2026-11-23, false", // 勤労感謝の日
        "2026-11-24, true",
        "2026-05-03, false", // 憲法記念日, a Sunday
        "2026-05-06, false", // 振替休日
        "2026-09-22, false", // 国民の休日, between two holidays
        "2027-01-01, false", // 元日
        "2027-01-11, false" // 成人の日
    })
    void knowsWeekendsAndNationalHolidays(LocalDate day, boolean open) {
        assertThat(days.isBusinessDay(day)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 0, 2026-11-20",
        "2026-11-20, 1, 2026-11-24",
        "2026-11-20, 2, 2026-11-25",
        "2026-11-21, 1, 2026-11-24",
        "2026-05-01, 1, 2026-05-07",
        "2026-09-18, 1, 2026-09-24",
        "2026-12-28, 5, 2027-01-05"
    })
    void countsTheDaysAfter(LocalDate day, int count, LocalDate reached) {
        assertThat(days.after(day, count)).isEqualTo(reached);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24, 0, 2026-11-24",
        "2026-11-24, 1, 2026-11-20",
        "2026-12-03, 2, 2026-12-01",
        "2026-05-07, 1, 2026-05-01",
        "2027-01-04, 1, 2026-12-31"
    })
    void countsTheDaysBefore(LocalDate day, int count, LocalDate reached) {
        assertThat(days.before(day, count)).isEqualTo(reached);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 2026-11-20, 0",
        "2026-11-20, 2026-11-23, 0",
        "2026-11-20, 2026-11-24, 1",
        "2026-11-21, 2026-11-25, 2",
        "2026-11-24, 2026-11-20, 0"
    })
    void countsTheDaysBetween(LocalDate first, LocalDate last, int count) {
        assertThat(days.between(first, last)).isEqualTo(count);
    }

    @Test
    void thereAndBackIsTheSameDay() {
        for (LocalDate day = LocalDate.of(2026, 1, 1); day.getYear() < 2027; day = day.plusDays(1)) {
            if (days.isBusinessDay(day)) {
                for (int count = 0; count < 12; count++) {
                    assertThat(days.before(days.after(day, count), count)).isEqualTo(day);
                }
            }
        }
    }

    @Test
    void doesNotCountBackwardsByANegativeNumber() {
        assertThatThrownBy(() -> days.after(LocalDate.of(2026, 11, 20), -1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
