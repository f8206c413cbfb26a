package jp.tsunagi.clock;

import java.time.LocalDate;

/** Counts periods of months and years as the Civil Code does (民法 Art. 138 to 143). */
final class LegalDays {

    private LegalDays() {}

    /**
     * The last day of a period of calendar months (Art. 143): the day before the one that corresponds to the first day
     * counted; where the last month has no such day, that month's last day.
     *
     * <p>Which day is the first one counted is the caller's: where a law says 「〜の日から起算して」 the day itself; where it
     * says nothing of the kind the day after it (Art. 140, 初日不算入).
     */
    static LocalDate lastDay(LocalDate firstCounted, int months) {
        LocalDate corresponding = firstCounted.plusMonths(months);
        boolean missing = corresponding.getDayOfMonth() != firstCounted.getDayOfMonth();
        return missing ? corresponding : corresponding.minusDays(1);
    }
}
