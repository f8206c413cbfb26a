package jp.tsunagi.conference;

/** Where a conference stands (design.md, states). Stored by name. */
public enum ConferenceState {
    DRAFT,
    SUBMITTED,
    RETURNED,
    CONSENT_CHECK,
    UNDER_REVIEW,
    NOT_HELD,
    APPROVED,
    CONVENED,
    HELD,
    REPORTED,
    CLOSED,
    WITHDRAWN,
    CANCELLED_NO_CONSENT;

    /** Whether it was submitted and has not come to its end. */
    boolean goesOn() {
        return switch (this) {
            case SUBMITTED, RETURNED, CONSENT_CHECK, UNDER_REVIEW, APPROVED, CONVENED, HELD, REPORTED -> true;
            case DRAFT, NOT_HELD, CLOSED, WITHDRAWN, CANCELLED_NO_CONSENT -> false;
        };
    }
}
