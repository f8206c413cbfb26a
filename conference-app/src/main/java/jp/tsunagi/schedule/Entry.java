package jp.tsunagi.schedule;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A meeting or a due date, as one officer may know of it.
 *
 * @param time when a meeting begins; null for a due date
 * @param reference of the conference; null before it has one
 * @param what a key of the texts, such as {@code schedule.meeting}
 * @param page where more is told of it
 * @param calendarFile path of its file for calendars; null where there is none
 */
public record Entry(
        LocalDate day,
        @Nullable LocalTime time,
        @Nullable String reference,
        String what,
        String page,
        @Nullable String calendarFile) {}
