package jp.tsunagi.integration.hub;

/** Tells the relay that something is pending, so that it need not wait for its timer. */
public interface OutboxNudge {

    /** Returns at once; many calls become one run. Never fails: the timer comes anyway. */
    void nudge();
}
