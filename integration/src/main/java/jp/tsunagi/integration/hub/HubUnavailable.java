package jp.tsunagi.integration.hub;

/**
 * A port cannot work just now (its store is away). The route keeps the message, waits, and calls the port again until it
 * can: an outage of minutes neither parks a message nor disturbs the order.
 */
public final class HubUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reason no personal data */
    public HubUnavailable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
