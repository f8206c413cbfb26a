package jp.tsunagi.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import jp.tsunagi.shared.EraDates.NotADate;
import jp.tsunagi.shared.EraDates.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EraDatesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-09-05, 令和8年9月5日, 令和8年9月5日（土）, R8.9.5",
        "2019-05-01, 令和元年5月1日, 令和元年5月1日（水）, R1.5.1",
        "2019-04-30, 平成31年4月30日, 平成31年4月30日（火）, H31.4.30",
        "1989-01-08, 平成元年1月8日, 平成元年1月8日（日）, H1.1.8",
        "1989-01-07, 昭和64年1月7日, 昭和64年1月7日（土）, S64.1.7",
        "1926-12-25, 昭和元年12月25日, 昭和元年12月25日（土）, S1.12.25",
        "1926-12-24, 大正15年12月24日, 大正15年12月24日（金）, T15.12.24",
        "1912-07-30, 大正元年7月30日, 大正元年7月30日（火）, T1.7.30",
        "1912-07-29, 明治45年7月29日, 明治45年7月29日（月）, M45.7.29",
        "1873-01-01, 明治6年1月1日, 明治6年1月1日（水）, M6.1.1",
    })
    void writesTheEraOfTheDay(LocalDate date, String full, String withWeekday, String brief) {
        assertThat(EraDates.format(date)).isEqualTo(full);
        assertThat(EraDates.formatWithWeekday(date)).isEqualTo(withWeekday);
        assertThat(EraDates.formatShort(date)).isEqualTo(brief);
        assertThat(EraDates.parse(full).date()).contains(date);
        assertThat(EraDates.parse(withWeekday).date()).contains(date);
        assertThat(EraDates.parse(brief).date()).contains(date);
    }

    @ParameterizedTest
    @CsvSource({
        "昭和55年3月27日",
        "S55.3.27",
        "s55.3.27",
        "昭55年3月27日",
        "昭55.3.27",
        "1980/3/27",
        "1980-03-27",
        "19800327",
        "1980年3月27日",
        "西暦1980年3月27日",
        "昭和５５年３月２７日",
        "Ｓ５５．３．２７",
        "㍼55年3月27日",
        "１９８０ー０３ー２７",
        "1980−3−27",
        "' 昭和 55 年 3 月 27 日 '",
        "１９８００３２７",
        "S55/3/27",
        "S55-3-27",
    })
    void readsADateInWhateverFormItIsTyped(String text) {
        assertThat(EraDates.parse(text).date()).contains(LocalDate.of(1980, 3, 27));
    }

    @ParameterizedTest
    @CsvSource({
        "㋿8年9月5日, 2026-09-05",
        "令和元年5月1日, 2019-05-01",
        "令和1年5月1日, 2019-05-01",
        "平成31年4月30日, 2019-04-30",
        "昭和64年1月7日, 1989-01-07",
        "平成12年2月29日, 2000-02-29",
        "明治6年1月1日, 1873-01-01",
    })
    void readsTheEdgesOfTheEras(String text, LocalDate date) {
        assertThat(EraDates.parse(text).date()).contains(date);
    }

    @ParameterizedTest
    @CsvSource({
        "昭和64年1月8日, ERA_ENDED, 昭和64年は1月7日までです",
        "昭和70年1月8日, ERA_ENDED, 昭和は64年1月7日までです",
        "平成31年5月1日, ERA_ENDED, 平成31年は4月30日までです",
        "大正15年12月25日, ERA_ENDED, 大正15年は12月24日までです",
        "令和元年4月30日, ERA_NOT_BEGUN, 令和は元年5月1日からです",
        "昭和元年12月24日, ERA_NOT_BEGUN, 昭和は元年12月25日からです",
        "令和8年2月30日, NO_SUCH_DAY, 2026年に2月30日はありません",
        "令和8年2月29日, NO_SUCH_DAY, 2026年に2月29日はありません",
        "19800230, NO_SUCH_DAY, 1980年に2月30日はありません",
        "2026/13/1, NO_SUCH_DAY, 2026年に13月1日はありません",
        "明治5年12月31日, BEFORE_SOLAR_CALENDAR, 明治6年（1873年）1月1日より前の日付は扱えません",
        "慶応3年1月1日, UNREADABLE, 日付として読み取れません。例：昭和55年3月27日、1980/3/27",
        "令和0年1月1日, UNREADABLE, 日付として読み取れません。例：昭和55年3月27日、1980/3/27",
        "'', UNREADABLE, 日付として読み取れません。例：昭和55年3月27日、1980/3/27",
        "昭和55年, UNREADABLE, 日付として読み取れません。例：昭和55年3月27日、1980/3/27",
        "'1980/3/27 夜', UNREADABLE, 日付として読み取れません。例：昭和55年3月27日、1980/3/27",
    })
    void refusesADayThatIsNotSayingWhatToMend(String text, Problem problem, String message) {
        assertThat(EraDates.parse(text)).isInstanceOfSatisfying(NotADate.class, refused -> {
            assertThat(refused.problem()).isEqualTo(problem);
            assertThat(refused.message()).isEqualTo(message);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "1988-04-12, 2026-04-11, 37",
        "1988-04-12, 2026-04-12, 38",
        "2000-02-29, 2025-02-28, 24",
        "2000-02-29, 2025-03-01, 25",
        "2000-02-29, 2024-02-29, 24",
        "2026-09-05, 2026-09-05, 0",
    })
    void countsTheAgeByTheAnniversary(LocalDate birth, LocalDate date, int age) {
        assertThat(EraDates.ageOn(birth, date)).isEqualTo(age);
    }

    @Test
    void refusesAnAgeBeforeBirthAndADayBeforeTheSolarCalendar() {
        LocalDate day = LocalDate.of(2026, 9, 5);
        assertThatThrownBy(() -> EraDates.ageOn(day, day.minusDays(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EraDates.format(LocalDate.of(1872, 12, 31))).isInstanceOf(DateTimeException.class);
    }

    @Test
    void aNewEraIsALineOfTheTable() {
        String table = "平成,H,㍻,1989-01-08\n令和,R,㋿,2019-05-01\n未来,X,,2040-04-01\n";
        Eras eras = Eras.parse(table, "eras.csv");
        assertThat(eras.of(LocalDate.of(2040, 4, 1)).name()).isEqualTo("未来");
        assertThat(eras.of(LocalDate.of(2040, 3, 31)).name()).isEqualTo("令和");
        assertThatThrownBy(() -> Eras.parse(table + "誤り,Y,,2030-01-01\n", "eras.csv"))
                .hasMessageContaining("eras.csv line 4");
        assertThatThrownBy(() -> Eras.parse("令和,R,㋿\n", "eras.csv")).hasMessageContaining("eras.csv line 1");
    }
}
