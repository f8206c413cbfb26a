package jp.tsunagi.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.plan.PlanContent.Progress;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * What has become of one measure (domain.md N14), apart from the versions: it changes without a new one, and goes on through
 * all of them.
 *
 * @param measure the measure's own id
 * @param lines what was said of it, the oldest first; the last one counts
 * @param told who was told that it is late, or without an agency
 */
record ItemState(@Classified(FieldClass.OPERATION) String measure, List<Line> lines, List<Told> told) {

    private static final int LINES_KEPT = 100;

    ItemState {
        lines = List.copyOf(lines);
        told = List.copyOf(told);
    }

    /** A measure of which nobody has said anything yet. */
    static ItemState of(String measure) {
        return new ItemState(measure, List.of(), List.of());
    }

    /**
     * One thing said of it.
     *
     * @param next when its agency looks at it again
     * @param forAgency the agency that does it; another than the officer's where the officer heard it from there
     * @param source how the officer heard it, where it was for another agency
     */
    record Line(
            @Classified(FieldClass.OUTCOME) Progress progress,
            @Classified(value = FieldClass.OUTCOME, freeText = true) @Nullable String reason,
            @Classified(value = FieldClass.OUTCOME, freeText = true) @Nullable String note,
            @Classified(FieldClass.OUTCOME) @Nullable LocalDate next,
            @Classified(FieldClass.SCHEDULE) LocalDate on,
            @Classified(FieldClass.OPERATION) Instant at,
            @Classified(FieldClass.OPERATION) AccountId account,
            @Classified(FieldClass.STAFF) String name,
            @Classified(FieldClass.AGENCY) AgencyCode agency,
            @Classified(FieldClass.AGENCY) AgencyCode forAgency,
            @Classified(FieldClass.OFFICE) @Nullable String source) {}

    /**
     * That somebody was told.
     *
     * @param awaited the day on which something was awaited of the measure; for a lost agency the day it was found out
     */
    record Told(
            @Classified(FieldClass.OPERATION) Stage stage,
            @Classified(FieldClass.SCHEDULE) LocalDate awaited,
            @Classified(FieldClass.SCHEDULE) LocalDate on) {}

    /** Who is told of what is late, one after the other; and the lead agency, of a measure that has lost its agency. */
    enum Stage {
        AGENCY,
        LEAD,
        DIRECTOR,
        LOST
    }

    Optional<Line> last() {
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(lines.size() - 1));
    }

    Progress progress() {
        return last().map(Line::progress).orElse(Progress.PLANNED);
    }

    /** Whether nothing more is to be done: what she did not want has ended as much as what is done. */
    boolean ended() {
        return switch (progress()) {
            case DONE, NO_LONGER_POSSIBLE, DECLINED_BY_PERSON, HANDED_OVER -> true;
            case PLANNED, IN_PROGRESS, NOT_DONE -> false;
        };
    }

    /** Counted up with everything that is said of it. */
    long revision() {
        return lines.size();
    }

    ItemState said(Line line) {
        List<Line> longer = new ArrayList<>(lines);
        longer.add(line);
        return new ItemState(
                measure,
                longer.size() <= LINES_KEPT ? longer : longer.subList(longer.size() - LINES_KEPT, longer.size()),
                told);
    }

    ItemState told(List<Told> now) {
        return new ItemState(measure, lines, now);
    }
}
