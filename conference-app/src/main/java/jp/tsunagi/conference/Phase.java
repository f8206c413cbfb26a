package jp.tsunagi.conference;

/** The five phases that the many states are told as (ui.md B3). */
enum Phase {
    REQUEST,
    REVIEW,
    MEETING,
    OUTCOME,
    SUPPORT;

    /** @param state as displayed to the officer */
    static Phase of(String state) {
        return switch (state) {
            case "DRAFT", "SUBMITTED", "RETURNED", "WITHDRAWN" -> REQUEST;
            case "CONSENT_CHECK", "UNDER_REVIEW", "NOT_HELD", "CANCELLED_NO_CONSENT" -> REVIEW;
            case "APPROVED", "CONVENED", ConferenceView.CALLED_OFF -> MEETING;
            case "HELD", "REPORTED" -> OUTCOME;
            default -> SUPPORT;
        };
    }
}
