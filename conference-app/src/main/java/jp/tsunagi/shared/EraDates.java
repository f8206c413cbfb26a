package jp.tsunagi.shared;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as Japanese offices write and read them.
 *
 * <p>Eras come from {@code config/eras.csv}. Days before 1 January 1873 (Meiji 6) are outside: the calendar was lunar.
 */
public final class EraDates {

    private static final Pattern HYPHENS = Pattern.compile("[‐‑–—−－ー]");
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final String MONTH_AND_DAY = "(\\d{1,2})\\s*[月./-]\\s*(\\d{1,2})\\s*日?";
    private static final String WEEKDAY = "\\s*(?:\\([月火水木金土日]\\))?";
    private static final Pattern WESTERN =
            Pattern.compile("(?:西暦)?\\s*(\\d{4})\\s*[年./-]\\s*" + MONTH_AND_DAY + WEEKDAY);
    private static final Pattern ERA =
            Pattern.compile("(\\p{IsHan}{1,2}|[A-Za-z])\\s*(元|\\d{1,3})\\s*[年./-]\\s*" + MONTH_AND_DAY + WEEKDAY);

    private EraDates() {}

    /** What became of a text that should be a date. */
    public sealed interface Reading {

        /** The date, where there is one. */
        default Optional<LocalDate> date() {
            return this instanceof Read read ? Optional.of(read.value()) : Optional.empty();
        }
    }

    /** The text names this day. */
    public record Read(LocalDate value) implements Reading {}

    /**
     * The text names no day.
     *
     * @param problem why
     * @param arguments what the message of the problem needs, in the order that {@link Problem} gives
     * @param message a Japanese sentence that tells what to mend; never contains the whole text
     */
    public record NotADate(Problem problem, List<String> arguments, String message) implements Reading {}

    /** Why a text names no day. */
    public enum Problem {
        /** After the end of its era; arguments: the year as written with its era, the last day such as 1月7日. */
        ERA_ENDED,
        /** Before the era began; arguments: the era, its first day such as 元年5月1日. */
        ERA_NOT_BEGUN,
        /** No such day in the calendar; arguments: the month, the day. */
        NO_SUCH_DAY,
        /** Before 1 January 1873; no arguments. */
        BEFORE_SOLAR_CALENDAR,
        /** Not a form of date that is known; no arguments. */
        UNREADABLE
    }

    /** Writes 令和8年9月5日; the first year of an era is 元年. @throws DateTimeException before 1873 */
    public static String format(LocalDate date) {
        Eras.Era era = Eras.TABLE.of(date);
        return era.name() + year(era.yearOf(date)) + monthAndDay(date);
    }

    /** Writes 令和8年9月5日（土）. @throws DateTimeException before 1873 */
    public static String formatWithWeekday(LocalDate date) {
        return format(date) + "（" + date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.JAPANESE) + "）";
    }

    /** Writes R8.9.5. @throws DateTimeException before 1873 */
    public static String formatShort(LocalDate date) {
        Eras.Era era = Eras.TABLE.of(date);
        return era.letter() + era.yearOf(date) + "." + date.getMonthValue() + "." + date.getDayOfMonth();
    }

    /**
     * Reads a date as people type it: 昭和55年3月27日, 昭55.3.27, S55.3.27, ㍼55年3月27日, 1980/3/27, 1980-03-27,
     * 1980年3月27日, 19800327; full-width digits, 元年, spaces and a weekday at the end are accepted (the weekday is not
     * checked). A day outside the years of its era is refused, never moved into the next one.
     */
    public static Reading parse(String text) {
        String plain = HYPHENS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("-")
                .strip();
        Matcher western = DIGITS.matcher(plain);
        if (western.matches() || western.usePattern(WESTERN).matches()) {
            return day(number(western, 1), number(western, 2), number(western, 3));
        }
        Matcher inEra = ERA.matcher(plain);
        if (inEra.matches()) {
            int year = inEra.group(2).equals("元") ? 1 : number(inEra, 2);
            Optional<Eras.Era> era = Eras.TABLE.named(inEra.group(1));
            if (era.isPresent() && year > 0) {
                return inEra(era.get(), year, number(inEra, 3), number(inEra, 4));
            }
        }
        return new NotADate(Problem.UNREADABLE, List.of(), "日付として読み取れません。例：昭和55年3月27日、1980/3/27");
    }

    /**
     * Full years at {@code date}, counted by the anniversary: one born on 29 February turns older on 1 March of a
     * common year.
     *
     * @throws IllegalArgumentException if {@code date} is before {@code birth}
     */
    public static int ageOn(LocalDate birth, LocalDate date) {
        if (date.isBefore(birth)) {
            throw new IllegalArgumentException("No age before birth");
        }
        return Period.between(birth, date).getYears();
    }

    private static Reading inEra(Eras.Era era, int yearOfEra, int month, int dayOfMonth) {
        Reading reading = day(era.westernYear(yearOfEra), month, dayOfMonth);
        if (!(reading instanceof Read read)) {
            return reading;
        }
        LocalDate last = era.lastDay();
        if (last != null && read.value().isAfter(last)) {
            boolean inLastYear = read.value().getYear() == last.getYear();
            String written = era.name() + year(inLastYear ? yearOfEra : era.yearOf(last));
            return new NotADate(
                    Problem.ERA_ENDED,
                    List.of(written, monthAndDay(last)),
                    (inLastYear
                                    ? written + "は" + monthAndDay(last)
                                    : era.name() + "は" + year(era.yearOf(last)) + monthAndDay(last))
                            + "までです");
        }
        if (read.value().isBefore(era.firstDay())) {
            String first = year(1) + monthAndDay(era.firstDay());
            return new NotADate(Problem.ERA_NOT_BEGUN, List.of(era.name(), first), era.name() + "は" + first + "からです");
        }
        return reading;
    }

    private static Reading day(int year, int month, int dayOfMonth) {
        if (year < 1
                || month < 1
                || month > 12
                || dayOfMonth < 1
                || dayOfMonth > YearMonth.of(year, month).lengthOfMonth()) {
            return new NotADate(
                    Problem.NO_SUCH_DAY,
                    List.of(String.valueOf(month), String.valueOf(dayOfMonth)),
                    year + "年に" + month + "月" + dayOfMonth + "日はありません");
        }
        LocalDate date = LocalDate.of(year, month, dayOfMonth);
        if (date.isBefore(Eras.FIRST_DAY)) {
            return new NotADate(Problem.BEFORE_SOLAR_CALENDAR, List.of(), "明治6年（1873年）1月1日より前の日付は扱えません");
        }
        return new Read(date);
    }

    private static String year(int yearOfEra) {
        return (yearOfEra == 1 ? "元" : String.valueOf(yearOfEra)) + "年";
    }

    private static String monthAndDay(LocalDate date) {
        return date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
