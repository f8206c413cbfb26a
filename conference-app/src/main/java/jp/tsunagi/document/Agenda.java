package jp.tsunagi.document;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One edition of the agenda (会議次第, 要領 第4), with values that are already redacted for its reader.
 *
 * @param number which conference of its case (第n回)
 * @param legalBasis code of the law, see {@link LegalBasisWords}
 * @param place null where the reader must not know it, or none is named
 * @param openItems what is left from the last time
 * @param councilItems what a children's council brings to a meeting held together; null where it is no joint one
 * @param sheets the agenda versions of the information sheets
 * @param withheld of {@code openItems}, {@code caseOverview}, {@code topics}, {@code sheets}; such a part is empty here
 */
public record Agenda(
        Edition edition,
        int number,
        String legalBasis,
        @Nullable String requestingAgency,
        @Nullable LocalDateTime start,
        @Nullable LocalDateTime end,
        @Nullable String place,
        @Nullable String moderator,
        @Nullable String recorder,
        List<AgreedAction> openItems,
        @Nullable String caseOverview,
        @Nullable String topics,
        @Nullable String councilItems,
        List<Sheet> sheets,
        Set<String> withheld) {

    public Agenda {
        openItems = List.copyOf(openItems);
        sheets = List.copyOf(sheets);
        withheld = Set.copyOf(withheld);
    }

    /** What one agency brings to the meeting; null parts are withheld from this reader. */
    public record Sheet(String agency, @Nullable String facts, @Nullable String proposedSupport) {}
}
