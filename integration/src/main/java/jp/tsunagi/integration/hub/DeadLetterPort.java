package jp.tsunagi.integration.hub;

/** Keeps what could not be delivered, for an operator to look at, repair and send again. */
public interface DeadLetterPort {

    /**
     * Stores one message. When it returns, the message is durable here and is taken from the broker.
     *
     * <p>At least once: {@link ParkedMessage#parkId} is the same for every repeat.
     *
     * @throws RuntimeException delivered again until it works; a dead letter has nowhere else to go
     */
    void park(ParkedMessage message);
}
