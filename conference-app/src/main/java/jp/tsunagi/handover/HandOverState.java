package jp.tsunagi.handover;

import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;

/** Where a hand-over stands. Stored by name. */
enum HandOverState {
    /** Offered, and not answered. */
    OFFERED,
    /** Accepted; the receiving agency's case is being made. */
    ACCEPTED,
    TAKEN_OVER,
    REFUSED,
    /** By those who offered it, before it was answered. */
    TAKEN_BACK,
    /** Her consent to it ended before it was answered. */
    LAPSED;

    /** Whether it still leads somewhere: a case has one such at most. */
    boolean open() {
        return this == OFFERED || this == ACCEPTED;
    }

    /** Why nothing can be answered any more. */
    Refused answered() {
        return switch (this) {
            case OFFERED -> throw new IllegalStateException("It waits for an answer");
            case ACCEPTED, TAKEN_OVER -> Refusal.conflict("handover.already-accepted");
            case REFUSED -> Refusal.conflict("handover.already-refused");
            case TAKEN_BACK, LAPSED -> Refusal.conflict("handover.called-off");
        };
    }
}
