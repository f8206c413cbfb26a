package jp.tsunagi.integration.contract;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Session;

/** Builds messages to the hub at the agency's end: encodes, checks, encrypts and sets the headers. Thread-safe. */
public final class AgencyMessageFactory {

    private final String agencyCode;
    private final MessageCodec codec;
    private final PayloadEncryption.Sealer sealer;

    /** @param agencyCode the agency's code, which is its user on the broker */
    public AgencyMessageFactory(String agencyCode, MessageCodec codec, PayloadEncryption.Sealer sealer) {
        this.agencyCode = agencyCode;
        this.codec = codec;
        this.sealer = sealer;
    }

    /**
     * A message ready to be sent to the address of its type.
     *
     * @throws UnreadableMessage where the hub would not read it; better known here than there
     */
    public BytesMessage create(Session session, Envelope envelope, AgencyBody body) throws JMSException {
        return create(session, envelope, codec.encode(body));
    }

    /** The same for a body that is JSON already, e.g. from a case system's file. */
    public BytesMessage create(Session session, Envelope envelope, byte[] json) throws JMSException {
        codec.decode(envelope.type(), envelope.version(), json);
        byte[] sealed = sealer.seal(json, envelope.messageId(), envelope.type(), agencyCode);
        if (sealed.length > WireHeaders.MAX_BODY_BYTES) {
            throw new UnreadableMessage(FailureCode.BODY_TOO_LARGE);
        }
        BytesMessage message = session.createBytesMessage();
        message.writeBytes(sealed);
        message.setStringProperty(WireHeaders.TYPE, envelope.type().wireName());
        message.setIntProperty(WireHeaders.VERSION, envelope.version());
        message.setStringProperty(WireHeaders.MESSAGE_ID, envelope.messageId());
        message.setStringProperty(WireHeaders.SENT_AT, envelope.sentAt().toString());
        if (envelope.group() != null) {
            message.setStringProperty(WireHeaders.GROUP, envelope.group());
        }
        return message;
    }
}
