package jp.tsunagi.document;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.shared.EraDates;
import org.jspecify.annotations.Nullable;

/** How papers write days, hours and parts side by side; null stays null, for an empty box. */
final class PaperTexts {

    static final String GAP = "　";
    static final DateTimeFormatter HOUR_AND_MINUTE = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

    private static final DateTimeFormatter SPELT_TIME = DateTimeFormatter.ofPattern("H時mm分", Locale.ROOT);

    private PaperTexts() {}

    /** Which conference of its case: 第2回. */
    static String ordinal(int number) {
        return "第" + number + "回";
    }

    /** The text, or that it is withheld: for what the policy took out of the line of a list. */
    static String shown(@Nullable String text) {
        return text == null ? PaperContent.WITHHELD : text;
    }

    static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : EraDates.format(day);
    }

    static @Nullable String dayWithWeekday(@Nullable LocalDate day) {
        return day == null ? null : EraDates.formatWithWeekday(day);
    }

    /** 13:30～15:00 */
    static @Nullable String times(@Nullable LocalTime start, @Nullable LocalTime end) {
        if (start == null && end == null) {
            return null;
        }
        return (start == null ? "" : HOUR_AND_MINUTE.format(start))
                + "～"
                + (end == null ? "" : HOUR_AND_MINUTE.format(end));
    }

    /** The day, and beneath it 13時30分～15時05分; on the box of the official form. */
    static @Nullable String held(@Nullable LocalDateTime start, @Nullable LocalDateTime end) {
        return start == null ? null : EraDates.format(start.toLocalDate()) + "\n" + hours(start, end);
    }

    /** 令和8年9月15日（火）　13時30分～15時05分 */
    static @Nullable String meeting(@Nullable LocalDateTime start, @Nullable LocalDateTime end) {
        return start == null ? null : EraDates.formatWithWeekday(start.toLocalDate()) + GAP + hours(start, end);
    }

    private static String hours(LocalDateTime start, @Nullable LocalDateTime end) {
        String begins = SPELT_TIME.format(start) + "～";
        if (end == null) {
            return begins;
        }
        boolean sameDay = end.toLocalDate().equals(start.toLocalDate());
        return begins + (sameDay ? "" : EraDates.format(end.toLocalDate()) + GAP) + SPELT_TIME.format(end);
    }

    /** The parts that are there, side by side. */
    static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isEmpty()).collect(Collectors.joining(GAP));
    }

    static String inBrackets(@Nullable String part) {
        return part == null || part.isEmpty() ? "" : "（" + part + "）";
    }

    static @Nullable String lines(Stream<String> lines) {
        String text = lines.collect(Collectors.joining("\n"));
        return text.isEmpty() ? null : text;
    }
}
