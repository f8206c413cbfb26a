package jp.tsunagi.clock;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import jp.tsunagi.shared.TimeConfiguration;

/**
 * A calendar file (RFC 5545) of days that say nothing but the number of a case. Each event keeps its UID for ever, so that
 * a later file changes or takes back what an earlier one brought.
 */
final class DeadlineCalendar {

    /** Takes events back. */
    static final String CANCEL = "CANCEL";

    /** Brings events, or changes them. */
    static final String PUBLISH = "PUBLISH";

    private static final int LINE = 75;
    private static final LocalTime OFFICES_OPEN = LocalTime.of(9, 0);
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    private DeadlineCalendar() {}

    /**
     * One day.
     *
     * @param uid opaque, the same for ever
     * @param sequence one more with each change
     * @param link to the page that asks who looks before it tells anything
     * @param alarms days on which it reminds, at nine
     */
    record Day(String uid, int sequence, LocalDate on, String summary, String link, List<LocalDate> alarms) {}

    static String write(String method, List<Day> days, Instant now) {
        DeadlineCalendar calendar = new DeadlineCalendar();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Tsunagi//JA");
        calendar.line("METHOD:" + method);
        days.forEach(day -> calendar.event(day, method.equals(CANCEL), now));
        calendar.line("END:VCALENDAR");
        return calendar.text.toString();
    }

    private void event(Day day, boolean cancelled, Instant now) {
        line("BEGIN:VEVENT");
        line("UID:" + day.uid() + "@tsunagi");
        line("DTSTAMP:" + UTC.format(now));
        line("SEQUENCE:" + day.sequence());
        line("DTSTART;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(day.on()));
        line("SUMMARY:" + day.summary());
        line("DESCRIPTION:" + day.link());
        line("CLASS:CONFIDENTIAL");
        line("TRANSP:TRANSPARENT");
        if (cancelled) {
            line("STATUS:CANCELLED");
        } else {
            day.alarms().forEach(alarm -> alarm(alarm, day.summary()));
        }
        line("END:VEVENT");
    }

    private void alarm(LocalDate on, String summary) {
        line("BEGIN:VALARM");
        line("ACTION:DISPLAY");
        line("TRIGGER;VALUE=DATE-TIME:" + UTC.format(on.atTime(OFFICES_OPEN).atZone(TimeConfiguration.JAPAN)));
        line("DESCRIPTION:" + summary);
        line("END:VALARM");
    }

    /** Folded where it is longer than 75 octets, never inside a character. */
    private void line(String line) {
        int octets = 0;
        for (int at = 0; at < line.length(); ) {
            int point = line.codePointAt(at);
            int size = Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.appendCodePoint(point);
            octets += size;
            at += Character.charCount(point);
        }
        text.append("\r\n");
    }
}
