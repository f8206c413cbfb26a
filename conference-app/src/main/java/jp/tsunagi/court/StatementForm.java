package jp.tsunagi.court;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a court asked, as it is typed.
 *
 * @param court its name
 * @param caseNumber the court's number of its case
 * @param askedOn when its letter came
 * @param answerBy by when it wants the statement
 */
record StatementForm(
        @Nullable String court,
        @Nullable String caseNumber,
        @Nullable LocalDate askedOn,
        @Nullable LocalDate answerBy) {

    /**
     * A version of the statement as it is typed.
     *
     * @param applicant as the court names her
     * @param entries numbers of the entries that it is made from; all of the Center's own that nobody corrected where absent
     * @param circumstances what she consulted about or asked for; made from the entries where absent
     * @param response what was done about it; the same
     */
    record Version(
            @Nullable String applicant,
            @Nullable List<Integer> entries,
            @Nullable String circumstances,
            @Nullable String response) {

        Version {
            entries = entries == null ? null : List.copyOf(entries);
        }
    }

    /**
     * The director's word.
     *
     * @param version number of the version that was read
     * @param checked that it was read for what it must not say
     */
    record Confirmation(@Nullable Integer version, @Nullable Boolean checked) {}

    /** How it went to the court. */
    enum Way {
        POST,
        IN_PERSON,
        ELECTRONIC
    }

    /** @param version number of the confirmed version that went */
    record HandingOver(@Nullable Integer version, @Nullable LocalDate handedOn, @Nullable Way way) {}
}
