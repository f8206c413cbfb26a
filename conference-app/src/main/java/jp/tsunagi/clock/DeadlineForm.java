package jp.tsunagi.clock;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A procedure as it is typed.
 *
 * @param from when the order took effect, the measure was decided, the protection began
 * @param until the day on the paper; for orders the rule alone says it
 * @param months of an eviction order: 2, or 6 where both conditions of the law are met
 * @param soleHolder that she alone owns or rents the building
 * @param petitioned that she petitioned for the six months
 * @param baseOrder number of the entry of the order that this one is based on
 * @param otherName of a procedure that has no kind of its own
 * @param reason why it is changed; not asked when it is entered
 */
record DeadlineForm(
        @Nullable Procedure procedure,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable Integer months,
        @Nullable Boolean soleHolder,
        @Nullable Boolean petitioned,
        @Nullable Integer baseOrder,
        @Nullable String otherName,
        @Nullable String note,
        @Nullable String reason) {

    static DeadlineForm of(Facts facts) {
        boolean longer = facts.months() != null && facts.months() == Terms.LONG_EVICTION_MONTHS;
        return new DeadlineForm(
                facts.procedure(),
                facts.from(),
                facts.until(),
                facts.months(),
                longer ? true : null,
                longer ? true : null,
                facts.baseOrder(),
                facts.name(),
                facts.note(),
                null);
    }

    /** That it is over before its day. */
    record Ending(@Nullable LocalDate endedOn, @Nullable String reason) {}

    /** That it goes on. @param until the new last day of a temporary protection; a measure's is the rule's */
    record Renewal(@Nullable LocalDate decidedOn, @Nullable LocalDate until, @Nullable String reason) {}

    /** That she moved to another municipality; not where to. */
    record MoveOut(@Nullable LocalDate movedOn) {}
}
