package jp.tsunagi.clock;

import java.time.LocalDate;

/**
 * How long what is entered here lasts. Each rule names its source; none of them is advice.
 *
 * <p>The DV Act counts 「命令の効力が生じた日から起算して」: the day on which an order takes effect, by service of the decision or
 * its pronouncement (Art. 15 (2)), is the first day counted. This is the other rule that Art. 138 of the Civil Code lets
 * stand before its own (Art. 140, first day not counted), and comes out one day earlier. The six months of texts written
 * before 2024 are not the law any more.
 */
final class Terms {

    /** The first day of the law as counted here; what was petitioned for before it followed other periods. */
    static final LocalDate LAW_SINCE = LocalDate.of(2024, 4, 1);

    private static final int YEAR = 12;
    /** The ordinary period of Art. 10-2. */
    static final int EVICTION_MONTHS = 2;
    /** The longer one, where she alone owns or rents the building, and petitioned for it (Art. 10-2, in brackets). */
    static final int LONG_EVICTION_MONTHS = 6;

    private Terms() {}

    /** 接近禁止命令: 「命令の効力が生じた日から起算して一年間」 (DV Act, Art. 10 (1), 15 (2)). */
    static LocalDate protectionOrder(LocalDate effect) {
        return LegalDays.lastDay(effect, YEAR);
    }

    /**
     * Orders on calls, children and relatives: 「接近禁止命令の効力が生じた日から起算して一年を経過する日までの間」 (Art. 10 (2) and after):
     * whenever they were issued, they end with the order that they are based on.
     */
    static LocalDate dependentOrder(LocalDate baseEnds) {
        return baseEnds;
    }

    /** 退去等命令: 「命令の効力が生じた日から起算して二月間」, or 六月間 (Art. 10-2). */
    static LocalDate evictionOrder(LocalDate effect, boolean longer) {
        return LegalDays.lastDay(effect, longer ? LONG_EVICTION_MONTHS : EVICTION_MONTHS);
    }

    /**
     * 支援措置: one year (domain.md glossary; N11). Municipalities count it from the decision, the acceptance or the
     * application; the decision's own day is counted here, and an earlier end on their notice goes before.
     */
    static LocalDate residentRegisterProtection(LocalDate decided) {
        return LegalDays.lastDay(decided, YEAR);
    }

    /** From when on its renewal may be applied for: one month before it ends (domain.md E8). */
    static LocalDate renewableFrom(LocalDate end) {
        return end.minusMonths(1);
    }

    /** The next period of a renewed one begins the day after the former one's end. */
    static LocalDate renewed(LocalDate formerEnd) {
        return residentRegisterProtection(formerEnd.plusDays(1));
    }
}
