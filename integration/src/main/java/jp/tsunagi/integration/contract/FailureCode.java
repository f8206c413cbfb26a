package jp.tsunagi.integration.contract;

import java.util.Locale;

/** Why a message was parked. The code is what operators, gateways and the README speak of; it never holds a value. */
public enum FailureCode {
    /** A header of the contract is absent or not in its format. */
    HEADER_MALFORMED,
    /** The broker did not say who sent it. */
    SENDER_UNKNOWN,
    /** The body claims another sender than the one whom the broker authenticated. */
    SENDER_FORGED,
    /** No such type, or one that does not belong on this address. */
    TYPE_UNKNOWN,
    VERSION_UNSUPPORTED,
    BODY_TOO_LARGE,
    /** Not bytes, or not encrypted for this hub, this message and this sender. */
    BODY_UNREADABLE,
    /** Decrypted, but not JSON in UTF-8 within the limits on depth and length. */
    BODY_NOT_JSON,
    SCHEMA_VIOLATED,
    /** The application refused it by a rule; the rule stands beside this code. */
    REFUSED,
    /** Handling it failed as often as the broker was told to try. */
    DELIVERY_EXHAUSTED,
    /** It was not collected in time. */
    EXPIRED;

    /** The code on the wire, e.g. {@code body-too-large}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
