package jp.tsunagi.conference;

import java.time.Instant;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * The director's decision (可否).
 *
 * @param reason needed where the conference is not held
 * @param deputy whether the deputy decided in the deputy's period (代決)
 * @param consentNumber the entry of the ledger it rests on
 * @param personInformed how she was told that none is held, or why not
 */
public record Decision(
        @Classified(FieldClass.OPERATION) Verdict decision,
        @Classified(FieldClass.OFFICE) @Nullable String reason,
        @Classified(FieldClass.OPERATION) AccountId decidedBy,
        @Classified(FieldClass.STAFF) String decidedByName,
        @Classified(FieldClass.OPERATION) boolean deputy,
        @Classified(FieldClass.OPERATION) Instant decidedAt,
        @Classified(FieldClass.OPERATION) int consentNumber,
        @Classified(FieldClass.OFFICE) @Nullable String personInformed) {

    /** Whether it is held. */
    public enum Verdict {
        HOLD,
        NOT_HOLD
    }
}
