package jp.tsunagi.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.conference.EndedCases.Bones;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Stored;
import jp.tsunagi.shared.Ids;
import org.jspecify.annotations.Nullable;

/**
 * That a case was shredded, and how far that has come: all that is left of it. Nothing of hers; sealed by the hub's key, for
 * the names of the officers.
 *
 * @param erasedCase the id that the case had
 * @param open whether something is still to be done
 * @param ground by what it was deleted, as the ledger names it
 * @param proposedBy the first officer; {@code system} where nobody had to decide
 * @param endedOn when the case had ended; null where that is no longer known
 * @param bones its conferences, for counts
 * @param deleted how many documents of each kind there were
 * @param keyDestroyedAt null until it is done
 * @param takesEffectOn when the last backup of the key has expired
 * @param auditEntry number of the entry that says it was carried out
 * @param confirmCommand of the second officer, so that a repeat is answered the same
 * @param restored whether it was done once more, since an old copy of the database had brought the case back
 */
record ErasureRecord(
        @Classified(FieldClass.OPERATION) String id,
        @Classified(FieldClass.OPERATION) long version,
        @Classified(FieldClass.OPERATION) String erasedCase,
        @Classified(FieldClass.OPERATION) String reference,
        @Classified(FieldClass.OPERATION) boolean open,
        @Classified(FieldClass.OPERATION) String ground,
        @Classified(FieldClass.OPERATION) String proposedBy,
        @Classified(FieldClass.STAFF) @Nullable String proposedByName,
        @Classified(FieldClass.OPERATION) @Nullable Instant proposedAt,
        @Classified(FieldClass.OPERATION) String confirmedBy,
        @Classified(FieldClass.STAFF) @Nullable String confirmedByName,
        @Classified(FieldClass.OPERATION) Instant decidedAt,
        @Classified(FieldClass.SCHEDULE) @Nullable LocalDate endedOn,
        List<Bones> bones,
        @Classified(FieldClass.OPERATION) Map<String, Long> deleted,
        @Classified(FieldClass.OPERATION) @Nullable Instant keyDestroyedAt,
        @Classified(FieldClass.SCHEDULE) @Nullable LocalDate takesEffectOn,
        @Classified(FieldClass.OPERATION) @Nullable Long auditEntry,
        @Classified(FieldClass.OPERATION) @Nullable String confirmCommand,
        @Classified(FieldClass.OPERATION) boolean restored)
        implements Stored {

    /** Who decides where nobody has to. */
    static final String SYSTEM = "system";

    ErasureRecord {
        bones = List.copyOf(bones);
        deleted = Map.copyOf(deleted);
    }

    static String idOf(CaseId caseId) {
        return Ids.derived("erasure", caseId.value());
    }

    @Override
    public String keyOwner() {
        return CaseKeys.HUB;
    }

    /** The key is gone: from then on only old backups of the key folder could bring it back. */
    ErasureRecord keyDestroyed(Instant at, LocalDate inEffect) {
        return with(open, at, inEffect, auditEntry);
    }

    /** Nothing is left to be done. */
    ErasureRecord done(long entry) {
        return with(false, keyDestroyedAt, takesEffectOn, entry);
    }

    private ErasureRecord with(
            boolean stillOpen, @Nullable Instant destroyed, @Nullable LocalDate inEffect, @Nullable Long entry) {
        return new ErasureRecord(
                id,
                version + 1,
                erasedCase,
                reference,
                stillOpen,
                ground,
                proposedBy,
                proposedByName,
                proposedAt,
                confirmedBy,
                confirmedByName,
                decidedAt,
                endedOn,
                bones,
                deleted,
                destroyed,
                inEffect,
                entry,
                confirmCommand,
                restored);
    }
}
