package jp.tsunagi.conference;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;

/** The second section of the form (開催後記入項目), reported by the requesting agency. */
public record OutcomeReport(
        @Classified(FieldClass.SCHEDULE) @Nullable LocalDate recordedOn,
        @Classified(FieldClass.OUTCOME) @Nullable String recordedBy,
        @Classified(FieldClass.SCHEDULE) @Nullable LocalDateTime start,
        @Classified(FieldClass.SCHEDULE) @Nullable LocalDateTime end,
        @Classified(FieldClass.MEETING_PLACE) @Nullable String place,
        @Classified(FieldClass.OUTCOME) List<Attendance> attendance,
        @Classified(value = FieldClass.OUTCOME, freeText = true) @Nullable String outcome,
        @Classified(FieldClass.OUTCOME) List<AgreedAction> actions,
        @Classified(FieldClass.OUTCOME) @Nullable String leadAgency) {

    public OutcomeReport {
        attendance = Lists.given(attendance);
        actions = Lists.given(actions);
    }

    /** Who does what by when. */
    public record AgreedAction(
            @Classified(FieldClass.OUTCOME) @Nullable String agency,
            @Classified(value = FieldClass.OUTCOME, freeText = true) @Nullable String what,
            @Classified(FieldClass.OUTCOME) @Nullable LocalDate due) {}
}
