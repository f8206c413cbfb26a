package jp.tsunagi.conference;

import java.time.LocalDateTime;
import java.util.List;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * That the meeting was held: when, where, with whom. Times are local to Japan.
 *
 * @param notes what the recorder noted, null where nothing was
 */
public record Holding(
        @Classified(FieldClass.SCHEDULE) @Nullable LocalDateTime start,
        @Classified(FieldClass.SCHEDULE) @Nullable LocalDateTime end,
        @Classified(FieldClass.MEETING_PLACE) @Nullable String place,
        @Classified(FieldClass.OUTCOME) List<Attendance> attendance,
        @Classified(FieldClass.MINUTES) @Nullable MeetingNotes notes) {

    public Holding {
        attendance = Lists.given(attendance);
    }
}
