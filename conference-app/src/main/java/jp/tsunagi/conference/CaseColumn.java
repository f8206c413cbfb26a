package jp.tsunagi.conference;

import org.jspecify.annotations.Nullable;

/** A column of a list that can be chosen; the reference, the state and the deadline are always there. */
enum CaseColumn {
    AGENCY("agency"),
    RECEIVED("received"),
    MEETING("meeting"),
    NUMBER(null),
    OFFICER(null),
    URGENT(null);

    /** So many beside the three that are always there: more cannot be read at a glance (ui.md B11). */
    static final int MOST = 3;

    private final @Nullable String order;

    CaseColumn(@Nullable String order) {
        this.order = order;
    }

    /** How addresses of pages write that a list is sorted by it; null where it cannot be. */
    public @Nullable String order() {
        return order;
    }
}
