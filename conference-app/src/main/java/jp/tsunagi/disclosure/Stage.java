package jp.tsunagi.disclosure;

/** Where a disclosure stands at one moment, as the clock and what she said have it. */
enum Stage {
    PROPOSED,
    /** Nobody decided in time, or she said no meanwhile: its facts are not those of today. */
    LAPSED,
    REFUSED,
    DROPPED,
    IN_FORCE,
    /** Over, and still to be reviewed, or she is still to be told. */
    OVER,
    /** Reviewed, and she knows. */
    SETTLED;

    boolean waits() {
        return this == PROPOSED || this == IN_FORCE || this == OVER;
    }
}
