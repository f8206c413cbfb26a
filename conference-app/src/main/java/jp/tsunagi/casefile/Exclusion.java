package jp.tsunagi.casefile;

import java.time.Instant;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * Something that leaves the case to nobody, whatever she agrees to and on whatever other ground: to tell it would endanger a
 * life, a duty of secrecy forbids it, or a court does (除外情報).
 *
 * @param number from 1
 * @param item a field of the form by its name or label, or a thing spoken of in the texts; as of what she withholds
 * @param note what those who work on the case should know of it
 * @param recordedBy name of the officer
 * @param lifted null while it holds
 */
public record Exclusion(
        @Classified(FieldClass.CONSENT) int number,
        @Classified(FieldClass.CONSENT) String item,
        @Classified(FieldClass.CONSENT) Reason reason,
        @Classified(value = FieldClass.CONSENT, freeText = true) @Nullable String note,
        @Classified(FieldClass.CONSENT) AccountId account,
        @Classified(FieldClass.CONSENT) String recordedBy,
        @Classified(FieldClass.CONSENT) String agency,
        @Classified(FieldClass.CONSENT) Instant recordedAt,
        @Classified(FieldClass.CONSENT) @Nullable Lifting lifted) {

    /** Why it is told to nobody. */
    public enum Reason {
        /** Would endanger her life, or somebody else's. */
        ENDANGERS_LIFE,
        /** Under a duty of secrecy of its own, such as a lawyer's or a doctor's. */
        PRIVILEGED,
        /** A court ordered it. */
        COURT_ORDER
    }

    /** That it holds no longer. @param reason why, in the director's words */
    public record Lifting(
            @Classified(FieldClass.CONSENT) AccountId account,
            @Classified(FieldClass.CONSENT) String by,
            @Classified(FieldClass.CONSENT) Instant at,
            @Classified(value = FieldClass.CONSENT, freeText = true) String reason) {}

    public boolean holds() {
        return lifted == null;
    }

    Exclusion lifted(Lifting lifting) {
        return new Exclusion(number, item, reason, note, account, recordedBy, agency, recordedAt, lifting);
    }
}
