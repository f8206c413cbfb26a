package jp.tsunagi.audit;

import java.util.Arrays;

/** How far the chain reaches: the number of its last entry, zero for none, and that entry's hash. */
@SuppressWarnings("ArrayRecordComponent") // compared by fits, never by equals
record Head(long seq, byte[] hash) {

    /** Before the first entry. */
    static final Head NONE = new Head(0, new byte[Entry.HASH_BYTES]);

    boolean fits(Head other) {
        return seq == other.seq && Arrays.equals(hash, other.hash);
    }
}
