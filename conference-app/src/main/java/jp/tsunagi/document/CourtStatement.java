package jp.tsunagi.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the Center tells a court that asked (DV Act, Art. 14-2).
 *
 * @param office name of the Center
 * @param director who confirmed it; null for a draft
 * @param day on which it was confirmed; null for a draft
 */
public record CourtStatement(
        String court,
        String caseNumber,
        String applicant,
        String circumstances,
        String response,
        String office,
        @Nullable String director,
        @Nullable LocalDate day) {

    boolean draft() {
        return day == null;
    }
}
