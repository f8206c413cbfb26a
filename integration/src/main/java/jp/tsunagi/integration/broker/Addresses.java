package jp.tsunagi.integration.broker;

import java.util.List;
import java.util.regex.Pattern;
import jp.tsunagi.integration.contract.MessageType;

/** Names of all addresses on the broker; the queue of an address has the same name. */
public final class Addresses {

    public static final String REQUESTS = "hub.requests";
    public static final String CONSENT_ANSWERS = "hub.consent-answers";
    public static final String REPLIES = "hub.replies";
    public static final String OUTCOME_REPORTS = "hub.outcome-reports";
    /** What aggregates announced; only the hub sends and reads it. */
    public static final String EVENTS = "hub.events";

    public static final String DEAD_LETTERS = "hub.dead-letters";
    public static final String EXPIRED = "hub.expired";

    /** What agencies send to. */
    public static final List<String> INBOUND = List.of(REQUESTS, CONSENT_ANSWERS, REPLIES, OUTCOME_REPORTS);

    /** What agency codes look like. */
    public static final String CODE_FORMAT = "[A-Za-z0-9-]{1,32}";

    private static final Pattern CODE = Pattern.compile(CODE_FORMAT);
    private static final String INBOX_PREFIX = "agency.";
    private static final String INBOX_SUFFIX = ".inbox";

    private Addresses() {}

    /**
     * Where messages of a type to the hub are sent.
     *
     * @throws IllegalArgumentException where the type does not go to the hub
     */
    public static String of(MessageType type) {
        return switch (type) {
            case CONFERENCE_REQUEST -> REQUESTS;
            case CONSENT_ANSWER -> CONSENT_ANSWERS;
            case ATTENDANCE_REPLY, INFORMATION_SHEET -> REPLIES;
            case OUTCOME_REPORT -> OUTCOME_REPORTS;
            case NOTICE, ACKNOWLEDGEMENT -> throw new IllegalArgumentException("Not a message to the hub");
        };
    }

    /**
     * The inbox of an agency.
     *
     * @throws IllegalArgumentException where the code is not {@value #CODE_FORMAT}
     */
    public static String inboxOf(String agencyCode) {
        if (!isAgencyCode(agencyCode)) {
            throw new IllegalArgumentException("Not an agency code");
        }
        return INBOX_PREFIX + agencyCode + INBOX_SUFFIX;
    }

    public static boolean isInbox(String address) {
        return address.startsWith(INBOX_PREFIX) && address.endsWith(INBOX_SUFFIX);
    }

    public static boolean isAgencyCode(String text) {
        return CODE.matcher(text).matches();
    }
}
