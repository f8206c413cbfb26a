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
    CANCELLED_NO_CONSENT
}
