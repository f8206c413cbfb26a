package jp.tsunagi.page;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagi.shared.BusinessDays;
import jp.tsunagi.shared.Holidays;
import jp.tsunagi.shared.TimeConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Dates that are chosen by a button instead of typed (ui.md B7, 3): today, tomorrow, in a week, or a day of a month's
 * calendar, which stands on the page only while it is open. The buttons send the form like any other, so nothing typed is
 * lost and no script is needed.
 */
@Component
class NearDates {

    private static final String FIELD = "([A-Za-z]+(?:\\[\\d{1,3}])?(?:\\.[A-Za-z]+(?:\\[\\d{1,3}])?)*)";
    private static final Pattern DATE = Pattern.compile("date:" + FIELD + ":(?:\\+(\\d{1,2})|(\\d{4}-\\d{2}-\\d{2}))");
    private static final Pattern CALENDAR =
            Pattern.compile("calendar:" + FIELD + "(?::(\\d{4}-\\d{2}):(before|after)|:(close))?");
    private static final int DAYS_OF_A_WEEK = 7;
    private static final int MONTHS_EITHER_WAY = 120;

    private final Words words;
    private final Holidays holidays;
    private final BusinessDays calendar;
    private final Clock clock;

    NearDates(Words words, Holidays holidays, BusinessDays calendar, Clock clock) {
        this.words = words;
        this.holidays = holidays;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * A button beside a date that was pressed.
     *
     * @param days from today, null where no quick choice was
     * @param day of the calendar, null where none was
     * @param open how the calendar is to be shown then, null where it is not
     */
    record Press(String field, @Nullable Integer days, @Nullable String day, @Nullable Open open) {

        static Optional<Press> of(String action) {
            Matcher date = DATE.matcher(action);
            if (date.matches()) {
                Integer days = date.group(2) == null ? null : Integer.valueOf(date.group(2));
                return Optional.of(new Press(date.group(1), days, date.group(3), null));
            }
            Matcher calendar = CALENDAR.matcher(action);
            if (!calendar.matches()) {
                return Optional.empty();
            }
            Open open = calendar.group(4) != null
                    ? null
                    : new Open(calendar.group(1), calendar.group(2), calendar.group(3));
            return Optional.of(new Press(calendar.group(1), null, null, open));
        }

        /** Where one goes on: in the calendar while it is open, else at the date. */
        String place() {
            return open == null ? field + ".year" : field + ".calendar";
        }
    }

    /**
     * The calendar of one field, open.
     *
     * @param month such as {@code 2026-09}; null for that of its date, or this month
     * @param by the button that turned the page, {@code before} or {@code after}
     */
    record Open(String field, @Nullable String month, @Nullable String by) {}

    /**
     * A month as the page shows it.
     *
     * @param focused what one goes on with: a day, or the button that turned the page
     */
    record Month(String field, String title, String before, String after, String focused, List<List<Day>> weeks) {}

    /**
     * @param label the whole date in words, with what is special about it
     * @param off whether offices are closed
     */
    record Day(LocalDate date, boolean inMonth, String label, boolean today, boolean chosen, boolean off) {}

    /** What is typed, with the date that was chosen; as it is where none was, or the form has no such date. */
    Typed filled(Press press, Typed typed) {
        LocalDate chosen = press.days() == null ? day(press.day()) : today().plusDays(press.days());
        if (chosen == null || !TypedDates.isIn(typed, press.field())) {
            return typed;
        }
        Typed filled = typed;
        for (Map.Entry<String, List<String>> part :
                TypedFrom.date(press.field(), chosen).entrySet()) {
            filled = filled.with(part.getKey(), part.getValue().toArray(String[]::new));
        }
        return filled;
    }

    Month month(Open open, Typed typed) {
        LocalDate today = today();
        LocalDate chosen = new TypedDates(typed).read(open.field()).date();
        YearMonth month = month(open.month(), YearMonth.from(chosen == null ? today : chosen), YearMonth.from(today));
        LocalDate first = month.atDay(1);
        List<List<Day>> weeks = new ArrayList<>();
        LocalDate date = first.minusDays(first.getDayOfWeek().getValue() % DAYS_OF_A_WEEK);
        while (!date.isAfter(month.atEndOfMonth())) {
            List<Day> week = new ArrayList<>();
            for (int i = 0; i < DAYS_OF_A_WEEK; i++) {
                week.add(day(date, YearMonth.from(date).equals(month), today, chosen));
                date = date.plusDays(1);
            }
            weeks.add(week);
        }
        return new Month(
                open.field(),
                words.month(first).replaceFirst("年", "年（" + month.getYear() + "年）"),
                month.minusMonths(1).toString(),
                month.plusMonths(1).toString(),
                focused(open, month, today, chosen),
                weeks);
    }

    private static String focused(Open open, YearMonth month, LocalDate today, @Nullable LocalDate chosen) {
        if (open.by() != null) {
            return open.by();
        }
        if (chosen != null && YearMonth.from(chosen).equals(month)) {
            return chosen.toString();
        }
        return YearMonth.from(today).equals(month)
                ? today.toString()
                : month.atDay(1).toString();
    }

    private Day day(LocalDate date, boolean inMonth, LocalDate today, @Nullable LocalDate chosen) {
        boolean off = !calendar.isBusinessDay(date);
        StringBuilder label = new StringBuilder(words.date(date));
        holidays.nameOf(date)
                .ifPresentOrElse(
                        name -> label.append(" ").append(words.text("form.holiday", name)),
                        () -> label.append(off ? " " + words.text("form.day-off") : ""));
        if (date.equals(today)) {
            label.append(" ").append(words.text("form.today"));
        }
        return new Day(date, inMonth, label.toString(), date.equals(today), date.equals(chosen), off);
    }

    private static YearMonth month(@Nullable String text, YearMonth usual, YearMonth now) {
        try {
            YearMonth wanted = text == null ? usual : YearMonth.parse(text);
            boolean near = wanted.isAfter(now.minusMonths(MONTHS_EITHER_WAY))
                    && wanted.isBefore(now.plusMonths(MONTHS_EITHER_WAY));
            return near ? wanted : now;
        } catch (DateTimeException e) {
            return now;
        }
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TimeConfiguration.JAPAN);
    }
}
