package jp.tsunagi.web;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Pattern;
import jp.tsunagi.shared.EraDates;

/** Days and times as callers write them. All are local to Japan. */
final class TimeTexts {

    private static final int LONGEST = 40;
    private static final Pattern DATE_TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?");
    private static final Pattern OFFSET =
            Pattern.compile(".*T.*(Z|[+-]\\d{2}(:?\\d{2})?)(\\[.*])?", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d{2}(:\\d{2})?");

    private TimeTexts() {}

    /** A day, ISO or in any form that {@link EraDates#parse} reads. @throws Unreadable telling what to mend */
    static LocalDate date(String text) {
        EraDates.Reading reading = text.length() > LONGEST ? EraDates.parse("") : EraDates.parse(text);
        if (reading instanceof EraDates.NotADate none) {
            throw notADate(none);
        }
        return ((EraDates.Read) reading).value();
    }

    /** {@code 2026-12-03T10:00}, seconds allowed, without offset. @throws Unreadable telling what to mend */
    static LocalDateTime dateTime(String text) {
        String plain = plain(text);
        if (OFFSET.matcher(plain).matches()) {
            throw Unreadable.because("no-offset");
        }
        if (!DATE_TIME.matcher(plain).matches()) {
            throw Unreadable.because("kind-date-time");
        }
        try {
            return LocalDateTime.parse(plain.replace(' ', 'T'));
        } catch (DateTimeException e) {
            throw Unreadable.because("kind-date-time");
        }
    }

    /** {@code 10:00}. @throws Unreadable telling what to mend */
    static LocalTime time(String text) {
        String plain = plain(text);
        if (!TIME.matcher(plain).matches()) {
            throw Unreadable.because("kind-time");
        }
        try {
            return LocalTime.parse(plain.indexOf(':') == 1 ? "0" + plain : plain);
        } catch (DateTimeException e) {
            throw Unreadable.because("kind-time");
        }
    }

    private static String plain(String text) {
        return text.length() > LONGEST
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    private static Unreadable notADate(EraDates.NotADate none) {
        Object[] args = none.arguments().toArray();
        return switch (none.problem()) {
            case ERA_ENDED -> Unreadable.because("era-ended", args);
            case ERA_NOT_BEGUN -> Unreadable.because("era-not-begun", args);
            case NO_SUCH_DAY -> Unreadable.because("no-such-day", args);
            case BEFORE_SOLAR_CALENDAR -> Unreadable.because("before-solar-calendar");
            case UNREADABLE -> Unreadable.because("kind-date");
        };
    }
}
