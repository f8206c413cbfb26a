package jp.tsunagi.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import jp.tsunagi.shared.TimeConfiguration;

/** What is announced of a disclosure. The kinds travel through the broker and never change. */
enum Happening {
    PROPOSED,
    CONFIRMED_ONCE,
    REFUSED,
    /** It has taken effect. */
    OPENED,
    /** An officer of a named agency declared a relation to the other party. */
    TO_EXAMINE,
    ENDED,
    REVIEW_DUE,
    REVIEW_LATE,
    TELLING_DUE,
    TELLING_LATE;

    private static final String PREFIX = "disclosure-";

    String kind() {
        return PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Happening> of(String kind) {
        return Arrays.stream(values())
                .filter(happening -> happening.kind().equals(kind))
                .findFirst();
    }

    /** From when on somebody is reminded of a day. */
    static Instant morning(LocalDate day) {
        return day.atStartOfDay(TimeConfiguration.JAPAN).toInstant();
    }
}
