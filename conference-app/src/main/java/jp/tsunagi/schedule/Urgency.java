package jp.tsunagi.schedule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How near a due date is (ui.md B12), the most pressing first. */
public enum Urgency {
    OVERDUE,
    TODAY,
    THREE_DAYS,
    WEEK,
    LATER;

    private static final int SOON = 3;
    private static final int DAYS_OF_A_WEEK = 7;

    /** @param due null where there is none: then it is later than all */
    public static Urgency of(@Nullable LocalDate due, LocalDate today) {
        if (due == null || due.isAfter(today.plusDays(DAYS_OF_A_WEEK))) {
            return LATER;
        }
        if (due.isBefore(today)) {
            return OVERDUE;
        }
        if (due.equals(today)) {
            return TODAY;
        }
        return due.isAfter(today.plusDays(SOON)) ? WEEK : THREE_DAYS;
    }

    /** Whether a search for this also means something that is so near: a week has its three days, and today, in it. */
    public boolean includes(Urgency other) {
        return this == other || (this != OVERDUE && other != OVERDUE && other.ordinal() < ordinal());
    }
}
