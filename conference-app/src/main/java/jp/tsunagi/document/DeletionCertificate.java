package jp.tsunagi.document;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a case was deleted, by whom and by what right, and from when on nobody can bring it back (消去証明書). Nothing of hers.
 *
 * @param reference number of the case; null where it never was submitted
 * @param ground code: PERIOD_OVER, HER_WISH, DRAFT, RETURNED
 * @param endedOn when the case had ended; null where it never began or that is no longer known
 * @param proposedBy name of the officer; null where nobody had to decide or the name is no longer known
 * @param keyDestroyedAt when its key and everything else was destroyed
 * @param takesEffectOn when the last backup of the key has expired
 * @param auditEntry number of the entry of the audit
 * @param restored whether it was deleted once more after an old copy of the database was put back
 * @param conferences of the case, for counts
 * @param documents how many documents there were
 */
public record DeletionCertificate(
        Edition edition,
        @Nullable String reference,
        String ground,
        @Nullable LocalDate endedOn,
        @Nullable String proposedBy,
        @Nullable LocalDateTime proposedAt,
        @Nullable String confirmedBy,
        LocalDateTime decidedAt,
        LocalDateTime keyDestroyedAt,
        LocalDate takesEffectOn,
        long auditEntry,
        boolean restored,
        List<Deleted> conferences,
        long documents) {

    public DeletionCertificate {
        conferences = List.copyOf(conferences);
    }

    /** A conference that was deleted. @param submittedOn null where it never was */
    public record Deleted(String reference, int number, String agency, @Nullable LocalDate submittedOn) {}
}
