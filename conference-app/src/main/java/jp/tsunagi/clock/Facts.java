package jp.tsunagi.clock;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was entered of a procedure, found to be right.
 *
 * @param from when an order took effect, a measure was decided or a protection began; null where that is not known
 * @param until the day on the paper; null where the rule alone says it
 * @param months of an eviction order, 2 or 6; null for all else
 * @param baseOrder number of the order that it is based on; null for all that stands by itself
 * @param name of a procedure that has no kind of its own
 */
record Facts(
        Procedure procedure,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable Integer months,
        @Nullable Integer baseOrder,
        @Nullable String name,
        @Nullable String note) {

    Facts extended(@Nullable LocalDate newFrom, LocalDate newUntil) {
        return new Facts(procedure, newFrom, newUntil, months, baseOrder, name, note);
    }
}
