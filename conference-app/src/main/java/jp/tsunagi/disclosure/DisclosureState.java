package jp.tsunagi.disclosure;

/** What is stored of how far a disclosure has come, by name. Whether it is in force is for {@link Stage} to say. */
enum DisclosureState {
    /** Waits for two officers. */
    PROPOSED,
    /** They did not decide in time, or she said no meanwhile. */
    LAPSED,
    /** One of them said no. */
    REFUSED,
    /** Taken back before it took effect. */
    DROPPED,
    /** Two officers confirmed it. */
    EFFECTIVE,
    /** Over: revoked, or noted as ended by the clock or by her no. */
    ENDED
}
