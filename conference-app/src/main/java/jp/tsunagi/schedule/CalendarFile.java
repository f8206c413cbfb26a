package jp.tsunagi.schedule;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import jp.tsunagi.shared.TimeConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Files that calendars take in (RFC 5545, methods of RFC 5546): appointments that are confidential, with one alarm a day
 * before, whatever they are about, and nobody's name. Times are written in UTC, so that no calendar has to know a zone.
 *
 * <p>Written by hand: the libraries there are fold lines by characters where the RFC counts octets, three of them to a
 * Japanese character.
 */
public final class CalendarFile {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int LONGEST_LINE = 75;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    private CalendarFile() {}

    /**
     * An appointment, or a day by which something is due.
     *
     * @param uid the same in every file about it
     * @param sequence higher whenever it has moved or is off
     * @param start when it begins, in Japan; at midnight with no end for a whole day; null where it may not be told
     * @param end when it ends; null for a whole day, and where it may not be told
     * @param location null for none; never where she could be
     * @param link where more is told to whoever may know
     */
    public record Event(
            String uid,
            int sequence,
            String summary,
            @Nullable LocalDateTime start,
            @Nullable LocalDateTime end,
            @Nullable String location,
            @Nullable URI link) {

        /** One whole day. */
        public static Event onDay(String uid, int sequence, String summary, LocalDate day, @Nullable URI link) {
            return new Event(uid, sequence, summary, day.atStartOfDay(), null, null, link);
        }
    }

    /** A file that adds these, or moves them where a calendar has them already. */
    public static byte[] publish(List<Event> events, Instant now) {
        return write("PUBLISH", events, now);
    }

    /** A file that takes these out of a calendar that has them. */
    public static byte[] cancel(List<Event> events, Instant now) {
        return write("CANCEL", events, now);
    }

    private static byte[] write(String method, List<Event> events, Instant now) {
        CalendarFile calendar = new CalendarFile();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Tsunagi//Tsunagi//JA");
        calendar.line("METHOD:" + method);
        events.forEach(event -> calendar.event(event, method.equals("CANCEL"), now));
        calendar.line("END:VCALENDAR");
        return calendar.file.toByteArray();
    }

    private void event(Event event, boolean cancelled, Instant now) {
        line("BEGIN:VEVENT");
        line("UID:" + escaped(event.uid()));
        line("SEQUENCE:" + event.sequence());
        line("DTSTAMP:" + MOMENT.format(now));
        time(event);
        // Both methods ask for an organizer; this one can be written to by nobody.
        line("ORGANIZER:invalid:nomail");
        line("SUMMARY:" + escaped(event.summary()));
        line("CLASS:CONFIDENTIAL");
        line("STATUS:" + (cancelled ? "CANCELLED" : "CONFIRMED"));
        if (event.location() != null) {
            line("LOCATION:" + escaped(event.location()));
        }
        if (event.link() != null) {
            line("DESCRIPTION:" + escaped(event.link().toString()));
        }
        if (!cancelled) {
            line("BEGIN:VALARM");
            line("ACTION:DISPLAY");
            line("TRIGGER:-P1D");
            line("DESCRIPTION:" + escaped(event.summary()));
            line("END:VALARM");
        }
        line("END:VEVENT");
    }

    private void time(Event event) {
        LocalDateTime start = event.start();
        if (start == null) {
            return;
        }
        if (event.end() == null) {
            line("DTSTART;VALUE=DATE:" + DAY.format(start.toLocalDate()));
            return;
        }
        line("DTSTART:" + utc(start));
        line("DTEND:" + utc(event.end()));
    }

    private static String utc(LocalDateTime japan) {
        return MOMENT.format(japan.atZone(TimeConfiguration.JAPAN));
    }

    /** A text as a value: what would end it is escaped, and control characters fall out. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    /** Writes a line, folded so that no piece has more than 75 octets and no character is torn apart. */
    private void line(String text) {
        int octets = 0;
        for (int i = 0; i < text.length(); ) {
            int next = text.offsetByCodePoints(i, 1);
            // A variation selector stays with the character whose form it chooses.
            while (next < text.length() && isVariationSelector(text.codePointAt(next))) {
                next = text.offsetByCodePoints(next, 1);
            }
            byte[] character = text.substring(i, next).getBytes(StandardCharsets.UTF_8);
            if (octets + character.length > LONGEST_LINE) {
                file.writeBytes(new byte[] {'\r', '\n', ' '});
                octets = 1;
            }
            file.writeBytes(character);
            octets += character.length;
            i = next;
        }
        file.writeBytes(new byte[] {'\r', '\n'});
    }

    private static boolean isVariationSelector(int codePoint) {
        return (codePoint >= 0xFE00 && codePoint <= 0xFE0F) || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }
}
