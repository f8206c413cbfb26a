package jp.tsunagi.integration.hub;

/** Puts a parked message back on its way. */
public interface Resender {

    /**
     * Sends the message to its original address as a fresh attempt, with its message id and, since the hub vouches for
     * it, its original sender. When it returns, the broker has it durably. Handling it is idempotent by its id, so
     * resending twice does no harm.
     *
     * @throws IllegalArgumentException where the address is none to which messages are resent
     * @throws org.springframework.jms.JmsException where the broker does not take it
     */
    void resend(ParkedMessage message);
}
