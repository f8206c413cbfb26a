package jp.tsunagi.complaint;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as it is typed.
 *
 * @param complainantName of a supporter or another agency; not where it is her own
 * @param about code of the agency complained about
 * @param officers logins of its officers, where somebody is meant in person
 * @param kept whether it is kept from them
 * @param due another day for the answer than the office's rule says
 */
record ComplaintForm(
        @Nullable LocalDate receivedOn,
        @Nullable From complainant,
        @Nullable String complainantName,
        @Nullable Means means,
        @Nullable String complaint,
        @Nullable String wanted,
        @Nullable String about,
        @Nullable List<String> officers,
        @Nullable Boolean kept,
        @Nullable LocalDate due) {

    /** From whom it comes. */
    enum From {
        HERSELF,
        SUPPORTER,
        AGENCY
    }

    /** How it came. */
    enum Means {
        ORAL,
        PHONE,
        WRITTEN
    }

    /** How she was told of the answer. */
    enum Told {
        ORAL,
        PHONE,
        WRITTEN,
        NOT_TOLD
    }

    /** What came of looking into the support. */
    enum Result {
        CHANGED,
        UNCHANGED
    }

    /** @param notToldReason why she was not told; asked where she was not */
    record Answer(
            @Nullable LocalDate answeredOn,
            @Nullable String answer,
            @Nullable Told told,
            @Nullable String notToldReason) {}

    /**
     * @param looked what was looked at
     * @param changes what changes, such as which version of the plan says it
     * @param unchangedReason why nothing does
     */
    record Review(
            @Nullable String looked,
            @Nullable Result reviewResult,
            @Nullable String changes,
            @Nullable String unchangedReason) {}
}
