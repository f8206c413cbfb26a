package jp.tsunagi.complaint;

/** How far a complaint has come; stored by name. */
enum ComplaintState {
    RECEIVED,
    ANSWERED,
    /** Answered, and the support is changed by what was found. */
    REVIEWED,
    /** Answered, looked into, and the support stays as it is. */
    CLOSED;

    boolean open() {
        return this == RECEIVED || this == ANSWERED;
    }
}
