package jp.tsunagi.audit;

import org.jspecify.annotations.Nullable;

/**
 * What reading the whole chain showed.
 *
 * @param entries how many links were read and found in order
 * @param brokenAt the first entry that can no longer be trusted, null where the chain is whole
 * @param reason what is wrong there, null where the chain is whole
 */
public record Verification(boolean whole, long entries, @Nullable Long brokenAt, @Nullable Reason reason) {

    /** In what way a chain was touched. */
    public enum Reason {
        /** The entry does not fit its own hash, or is no entry at all. */
        CHANGED,
        /** The entry is missing, and later ones are there. */
        REMOVED,
        /** Something lies among the entries that has no place in the chain. */
        INSERTED,
        /** The entry does not follow the one before it: one was inserted, moved or replaced. */
        OUT_OF_ORDER,
        /** The links fit one another, but not what was signed: rewritten from somewhere at or after {@code brokenAt}. */
        REWRITTEN,
        /** Signed heads reach further than the chain. */
        TAIL_CUT,
        /** A seal whose signature does not fit. */
        SEAL_FORGED,
        /** A long stretch without a seal: seals were removed, or could not be written for long. */
        UNSEALED,
        /**
         * The links and their seals fit one another, but not what was exported to the second place: rewritten at or after
         * {@code brokenAt} by somebody who holds the signature key.
         */
        RESEALED,
        /** What was exported to the second place reaches further than chain and seals: cut off with its seals, or an older copy. */
        ROLLED_BACK,
        /** A file in the second place whose signature does not fit. */
        ROOT_FORGED
    }
}
