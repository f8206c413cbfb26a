package jp.tsunagi.shared;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** Days on which offices work: no Saturday, no Sunday, no national holiday (config/holidays.csv). */
public final class BusinessDays {

    private final Set<LocalDate> holidays;

    public BusinessDays(Set<LocalDate> holidays) {
        this.holidays = Set.copyOf(holidays);
    }

    public boolean isBusinessDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }

    /** The n-th business day after that day; the day itself is not counted. */
    public LocalDate after(LocalDate day, int businessDays) {
        return walk(day, businessDays, 1);
    }

    /** The n-th business day before that day. */
    public LocalDate before(LocalDate day, int businessDays) {
        return walk(day, businessDays, -1);
    }

    /** How many business days have begun after the first day, the last one included; none where it is not later. */
    public int between(LocalDate first, LocalDate last) {
        int days = 0;
        for (LocalDate day = first.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            if (isBusinessDay(day)) {
                days++;
            }
        }
        return days;
    }

    private LocalDate walk(LocalDate day, int businessDays, int direction) {
        if (businessDays < 0) {
            throw new IllegalArgumentException("Business days are counted from zero");
        }
        LocalDate reached = day;
        for (int left = businessDays; left > 0; ) {
            reached = reached.plusDays(direction);
            if (isBusinessDay(reached)) {
                left--;
            }
        }
        return reached;
    }
}
