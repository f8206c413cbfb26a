package jp.tsunagi.integration.contract;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The report after the meeting (開催後記入項目): the second section of the case review form. Times are local to Japan. */
public record OutcomeReport(
        String conferenceId,
        LocalDate recordedOn,
        String recordedBy,
        LocalDateTime start,
        LocalDateTime end,
        String place,
        List<Attendance> attendance,
        String outcome,
        List<Action> actions,
        @Nullable String leadAgency)
        implements AgencyBody {

    public OutcomeReport {
        attendance = Lists.orEmpty(attendance);
        actions = Lists.orEmpty(actions);
    }

    /**
     * Who was there.
     *
     * @param agency the agency's code; absent where it was the person herself, or somebody who came for no agency
     * @param person true where it was the person herself
     * @param part the part she took, where it was she
     * @param presence PRESENT, ABSENT, SUBSTITUTE or OBSERVER
     * @param capacity ATTENDING_DOCTOR, INTERPRETER, SUPPORTER or OTHER of whoever came for no agency, absent of all others
     */
    public record Attendance(
            @Nullable String agency,
            boolean person,
            @Nullable String part,
            @Nullable String name,
            @Nullable String presence,
            @Nullable String capacity) {}

    /** What an agency undertook, and by when. */
    public record Action(String agency, String what, @Nullable LocalDate due) {}
}
