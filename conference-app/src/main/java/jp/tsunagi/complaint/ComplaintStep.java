package jp.tsunagi.complaint;

import jp.tsunagi.shared.Refusal;

/** What may be done to a complaint, and from where to where it leads: the transition table. */
enum ComplaintStep {
    ANSWER(ComplaintState.RECEIVED, ComplaintState.ANSWERED),
    /** A review that changes the support. */
    REVIEW(ComplaintState.ANSWERED, ComplaintState.REVIEWED),
    /** A review that leaves it as it is. */
    CLOSE(ComplaintState.ANSWERED, ComplaintState.CLOSED);

    private final ComplaintState from;
    private final ComplaintState to;

    ComplaintStep(ComplaintState from, ComplaintState to) {
        this.from = from;
        this.to = to;
    }

    /** @throws jp.tsunagi.shared.Refused where it does not lead on from there */
    ComplaintState from(ComplaintState state) {
        if (state == from) {
            return to;
        }
        if (state == ComplaintState.RECEIVED) {
            throw Refusal.conflict("complaint.not-answered");
        }
        throw this == ANSWER
                ? Refusal.conflict("complaint.already-answered")
                : Refusal.conflict("complaint.already-reviewed");
    }
}
