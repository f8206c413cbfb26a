package jp.tsunagi.integration.contract;

/** Names of the JMS properties that a message of the contract carries, and its limits. */
public final class WireHeaders {

    public static final String TYPE = "tsunagiType";
    public static final String VERSION = "tsunagiVersion";
    public static final String MESSAGE_ID = "tsunagiMessageId";
    /** ISO 8601 with offset, e.g. {@code 2026-11-20T01:02:03Z}. */
    public static final String SENT_AT = "tsunagiSentAt";
    /** JMS's own name for the order group. */
    public static final String GROUP = "JMSXGroupID";
    /** Who sent it; written by the broker alone. */
    public static final String VALIDATED_USER = "JMSXUserID";

    /** On notices only: opaque ids by which a withdrawal finds them. */
    public static final String CASE_ID = "caseId";

    public static final String CONFERENCE_ID = "conferenceId";
    /** On notices only: whether a withdrawal takes it back. */
    public static final String RECALLABLE = "tsunagiRecallable";

    /** On parked messages: the failure code, the rule, the address they were on, and who had sent them. */
    public static final String FAILURE = "tsunagiFailure";

    public static final String FAILURE_RULE = "tsunagiFailureRule";
    public static final String ORIGINAL_ADDRESS = "tsunagiOriginalAddress";
    /** Believed only where the hub itself is the validated user. */
    public static final String ORIGINAL_SENDER = "tsunagiOriginalSender";

    /** The largest body, encrypted, in bytes. */
    public static final int MAX_BODY_BYTES = 1 << 20;

    public static final int MAX_JSON_DEPTH = 32;
    /** The longest string in a body, in UTF-16 units; most fields allow less. */
    public static final int MAX_STRING_LENGTH = 20_000;

    private WireHeaders() {}
}
