package jp.tsunagi.document;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One edition of the record of a conference (会議記録), with values that are already redacted for its reader.
 *
 * @param number which conference of its case (第n回)
 * @param legalBasis code of the law, see {@link LegalBasisWords}
 * @param place null where the reader must not know it: then the paper does not speak of it
 * @param version of the report, counted from one
 * @param corrections what made each later version, the oldest first
 * @param withheld of {@code attendance}, {@code outcome}, {@code actions}, {@code leadAgency}, {@code recordedBy}; such a
 *     part is empty here
 */
public record OutcomeRecord(
        Edition edition,
        int number,
        String legalBasis,
        @Nullable LocalDate recordedOn,
        @Nullable String recordedBy,
        @Nullable LocalDateTime start,
        @Nullable LocalDateTime end,
        @Nullable String place,
        List<Attendance> attendance,
        @Nullable String outcome,
        List<AgreedAction> actions,
        @Nullable String leadAgency,
        int version,
        List<Correction> corrections,
        Set<String> withheld) {

    public OutcomeRecord {
        attendance = List.copyOf(attendance);
        actions = List.copyOf(actions);
        corrections = List.copyOf(corrections);
        withheld = Set.copyOf(withheld);
    }

    /**
     * Who was there.
     *
     * @param agency null for the person herself, or somebody of hers, and for whoever came for no agency
     * @param presence code such as PRESENT
     * @param part which part she took, null where nothing was noted
     * @param capacity code of as what somebody came for no agency, such as INTERPRETER; null of all others
     */
    public record Attendance(
            @Nullable String agency,
            @Nullable String name,
            @Nullable String presence,
            @Nullable String part,
            @Nullable String capacity) {}

    /**
     * What was corrected. Nothing is changed without one.
     *
     * @param version that it made
     * @param part code of the part that it is in: ATTENDANCE, OUTCOME, ACTION
     * @param before null where the reader did not see it; {@code after} and {@code reason} likewise
     */
    public record Correction(
            int version,
            LocalDate on,
            String agency,
            String part,
            @Nullable Said before,
            @Nullable Said after,
            @Nullable String reason) {}

    /** What stood in a paragraph: one of the three. */
    public record Said(@Nullable String text, @Nullable Attendance attendance, @Nullable AgreedAction action) {}
}
