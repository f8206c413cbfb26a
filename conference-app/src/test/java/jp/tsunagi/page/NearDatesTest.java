package jp.tsunagi.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.tsunagi.shared.BusinessDays;
import jp.tsunagi.shared.Holidays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

class NearDatesTest {

    private static final LocalDate HOLIDAY = LocalDate.of(2026, 11, 23);
    private static final Holidays HOLIDAYS = new Holidays(Map.of(HOLIDAY, "勤労感謝の日"));

    /** It is already the 30th in Japan. */
    private final NearDates dates = new NearDates(
            new Words(null, texts()),
            HOLIDAYS,
            new BusinessDays(HOLIDAYS.names().keySet()),
            Clock.fixed(Instant.parse("2026-12-29T15:30:00Z"), ZoneOffset.UTC));

    @BeforeEach
    void inJapanese() {
        LocaleContextHolder.setLocale(Locale.JAPANESE);
    }

    @AfterEach
    void noLongerInJapanese() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource({
        "date:due:+0, 令和 8 12 30",
        "date:due:+1, 令和 8 12 31",
        "date:due:+7, 令和 9 1 6",
        "date:due:2019-05-01, 令和 1 5 1",
        "date:due:2026-02-30, 昭和 x 2 30",
        "calendar:due, 昭和 x 2 30"
    })
    void fillInTheDateThatWasChosenAndNothingElse(String action, String parts) {
        Typed typed = typed("due", "昭和", "x", "2", "30").with("note", "そのまま").with("due.time", "10:00");

        Typed filled = dates.filled(press(action), typed);

        assertThat(List.of(
                        filled.text("due.era"),
                        filled.text("due.year"),
                        filled.text("due.month"),
                        filled.text("due.day")))
                .containsExactly(parts.split(" "));
        assertThat(filled.text("note")).isEqualTo("そのまま");
        assertThat(filled.text("due.time")).isEqualTo("10:00");
        assertThat(filled.names()).isEqualTo(typed.names());
    }

    @Test
    void fillInTheDateOfARow() {
        Typed typed = typed("preferredSlots[1].date", "", "", "", "");

        assertThat(dates.filled(press("date:preferredSlots[1].date:+1"), typed).text("preferredSlots[1].date.day"))
                .isEqualTo("31");
    }

    @Test
    void fillInNoDateThatTheFormDoesNotHave() {
        assertThat(dates.filled(press("date:other:+1"), typed("due", "", "", "", ""))
                        .names())
                .noneMatch(name -> name.startsWith("other"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "keep", "date:", "date:due", "date:due:+", "date:due:tomorrow", "date:<b>:+1", "calendar:"})
    void leaveOtherButtonsAlone(String action) {
        assertThat(NearDates.Press.of(action)).isEmpty();
    }

    @Test
    void openTheMonthOfToday() {
        NearDates.Month month = dates.month(press("calendar:due").open(), typed("due", "", "", "", ""));

        assertThat(month.title()).isEqualTo("令和8年（2026年）12月");
        assertThat(month.before()).isEqualTo("2026-11");
        assertThat(month.after()).isEqualTo("2027-01");
        assertThat(month.focused()).isEqualTo("2026-12-30");
        assertThat(month.weeks()).hasSize(5).allSatisfy(week -> assertThat(week).hasSize(7));
        assertThat(month.weeks().get(0).get(0).date()).isEqualTo(LocalDate.of(2026, 11, 29));
        assertThat(days(month)).hasSize(31);
        assertThat(day(month, 30).label()).isEqualTo("令和8年12月30日（水） 今日");
        assertThat(days(month).stream().filter(NearDates.Day::today)).hasSize(1);
    }

    @Test
    void openTheMonthOfTheDateThatStandsThere() {
        NearDates.Month month = dates.month(press("calendar:due").open(), typed("due", "令和", "8", "11", "20"));

        assertThat(month.title()).isEqualTo("令和8年（2026年）11月");
        assertThat(day(month, 20).chosen()).isTrue();
        assertThat(month.focused()).isEqualTo("2026-11-20");
        assertThat(day(month, 23).label()).isEqualTo("令和8年11月23日（月） 休日：勤労感謝の日");
        assertThat(day(month, 22).label()).isEqualTo("令和8年11月22日（日） 休日");
        assertThat(day(month, 24).off()).isFalse();
    }

    @Test
    void turnThePageAndStayWithTheButton() {
        NearDates.Month month =
                dates.month(press("calendar:due:2027-05:after").open(), typed("due", "令和", "8", "11", "20"));

        assertThat(month.title()).isEqualTo("令和9年（2027年）5月");
        assertThat(month.focused()).isEqualTo("after");
        assertThat(days(month)).noneMatch(NearDates.Day::chosen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999-12", "0000-01", "2026-13"})
    void comeBackToThisMonthFromOneThatIsFarOrNone(String month) {
        assertThat(dates.month(press("calendar:due:" + month + ":after").open(), typed("due", "", "", "", ""))
                        .title())
                .isEqualTo("令和8年（2026年）12月");
    }

    @Test
    void closeTheCalendarAndGoOnAtTheDate() {
        assertThat(press("calendar:due:close").open()).isNull();
        assertThat(press("calendar:due:close").place()).isEqualTo("due.year");
        assertThat(press("calendar:due").place()).isEqualTo("due.calendar");
        assertThat(press("date:due:+1").place()).isEqualTo("due.year");
    }

    private static NearDates.Press press(String action) {
        return NearDates.Press.of(action).orElseThrow();
    }

    private static Typed typed(String field, String era, String year, String month, String day) {
        return Typed.nothing()
                .with(field + ".era", era)
                .with(field + ".year", year)
                .with(field + ".month", month)
                .with(field + ".day", day);
    }

    private static List<NearDates.Day> days(NearDates.Month month) {
        return month.weeks().stream()
                .flatMap(List::stream)
                .filter(NearDates.Day::inMonth)
                .toList();
    }

    private static NearDates.Day day(NearDates.Month month, int number) {
        return days(month).get(number - 1);
    }

    private static ResourceBundleMessageSource texts() {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setBasename("texts/page");
        texts.setDefaultEncoding("UTF-8");
        return texts;
    }
}
