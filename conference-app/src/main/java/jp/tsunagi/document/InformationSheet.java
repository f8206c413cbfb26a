package jp.tsunagi.document;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The information sheet (情報提供シート) of one agency as it stands, or empty to be filled in by hand. The marks of what
 * must not be shared are part of its texts.
 *
 * @param agency whose sheet it is
 * @param number which conference of its case (第n回)
 * @param sentOn null where nothing has been sent
 */
public record InformationSheet(
        Edition edition,
        String agency,
        int number,
        @Nullable LocalDateTime start,
        @Nullable LocalDateTime end,
        @Nullable LocalDate due,
        @Nullable LocalDate sentOn,
        @Nullable String facts,
        @Nullable String proposedSupport) {}
