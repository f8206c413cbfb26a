package jp.tsunagi.integration.hub;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.integration.broker.Addresses;
import jp.tsunagi.integration.contract.Envelope;
import jp.tsunagi.integration.contract.FailureCode;
import jp.tsunagi.integration.contract.MessageType;
import jp.tsunagi.integration.contract.UnreadableMessage;
import jp.tsunagi.integration.contract.WireHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A message as it lay in the broker: the properties that the contract knows, and the bytes. Whatever else a sender put
 * on it is left behind here.
 *
 * @param id the broker's own id
 * @param sender the agency as the broker authenticated it; where the hub sent it, whom the hub vouches for
 * @param fromHub whether the hub itself put it there
 * @param bytes whether it was a bytes message, the only kind that is read
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Inbound(
        String id,
        String address,
        @Nullable String sender,
        boolean fromHub,
        Map<String, Object> properties,
        byte[] body,
        boolean bytes) {

    private static final String ARTEMIS_ORIGINAL_ADDRESS = "_AMQ_ORIG_ADDRESS";
    private static final List<String> CONTRACT = List.of(
            WireHeaders.TYPE,
            WireHeaders.VERSION,
            WireHeaders.MESSAGE_ID,
            WireHeaders.SENT_AT,
            WireHeaders.GROUP,
            WireHeaders.CASE_ID,
            WireHeaders.CONFERENCE_ID,
            WireHeaders.RECALLABLE);
    private static final List<String> OF_HUB =
            List.of(WireHeaders.FAILURE, WireHeaders.FAILURE_RULE, WireHeaders.ORIGINAL_ADDRESS);

    static Inbound read(Message message, String address, String hubUser) throws JMSException {
        String user = message.getStringProperty(WireHeaders.VALIDATED_USER);
        boolean fromHub = hubUser.equals(user);
        String sender = fromHub ? message.getStringProperty(WireHeaders.ORIGINAL_SENDER) : user;
        Map<String, Object> properties = new LinkedHashMap<>();
        copy(message, CONTRACT, properties);
        if (fromHub) {
            copy(message, OF_HUB, properties);
        }
        if (message.propertyExists(ARTEMIS_ORIGINAL_ADDRESS)) {
            properties.put(ARTEMIS_ORIGINAL_ADDRESS, message.getStringProperty(ARTEMIS_ORIGINAL_ADDRESS));
        }
        String id = message.getJMSMessageID();
        return new Inbound(
                id == null ? "" : id,
                address,
                sender,
                fromHub,
                Map.copyOf(properties),
                body(message),
                message instanceof BytesMessage);
    }

    private static void copy(Message message, List<String> names, Map<String, Object> to) throws JMSException {
        for (String name : names) {
            Object value = message.getObjectProperty(name);
            if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                to.put(name, value);
            }
        }
    }

    private static byte[] body(Message message) throws JMSException {
        if (message instanceof BytesMessage bytes) {
            bytes.reset();
            byte[] body = new byte[Math.toIntExact(bytes.getBodyLength())];
            bytes.readBytes(body);
            return body;
        }
        if (message instanceof TextMessage text) {
            String content = text.getText();
            return content == null ? new byte[0] : content.getBytes(StandardCharsets.UTF_8);
        }
        return new byte[0];
    }

    /** The agency that sent it. @throws UnreadableMessage where there is none */
    String knownSender() {
        if (sender == null || !Addresses.isAgencyCode(sender)) {
            throw new UnreadableMessage(FailureCode.SENDER_UNKNOWN);
        }
        return sender;
    }

    /** The message id as the sender chose it, where it is one. */
    @Nullable String messageId() {
        return properties.get(WireHeaders.MESSAGE_ID) instanceof String id && Envelope.isId(id) ? id : null;
    }

    /** The headers of the contract. @throws UnreadableMessage where one is absent, malformed, or not for this address */
    Envelope envelope() {
        String messageId = messageId();
        if (messageId == null) {
            throw malformed(WireHeaders.MESSAGE_ID);
        }
        if (!(properties.get(WireHeaders.TYPE) instanceof String typeName)) {
            throw malformed(WireHeaders.TYPE);
        }
        MessageType type = MessageType.ofWireName(typeName)
                .filter(known -> known.direction() == MessageType.Direction.TO_HUB)
                .filter(known -> Addresses.of(known).equals(address))
                .orElseThrow(() -> new UnreadableMessage(FailureCode.TYPE_UNKNOWN));
        if (!(properties.get(WireHeaders.VERSION) instanceof Integer version)) {
            throw malformed(WireHeaders.VERSION);
        }
        if (version != type.version()) {
            throw new UnreadableMessage(FailureCode.VERSION_UNSUPPORTED);
        }
        String group = properties.get(WireHeaders.GROUP) instanceof String name ? name : null;
        return new Envelope(messageId, type, version, sentAt(), group);
    }

    private Instant sentAt() {
        if (!(properties.get(WireHeaders.SENT_AT) instanceof String text)) {
            throw malformed(WireHeaders.SENT_AT);
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw malformed(WireHeaders.SENT_AT);
        }
    }

    private static UnreadableMessage malformed(String header) {
        return new UnreadableMessage(FailureCode.HEADER_MALFORMED, Map.of(header, "format"));
    }

    /** The body to decrypt. @throws UnreadableMessage where it is of the wrong kind or size */
    byte[] readableBody() {
        if (!bytes) {
            throw new UnreadableMessage(FailureCode.BODY_UNREADABLE);
        }
        if (body.length > WireHeaders.MAX_BODY_BYTES) {
            throw new UnreadableMessage(FailureCode.BODY_TOO_LARGE);
        }
        return body;
    }

    /** Where it was to be read before it came to the dead letters or expired. */
    String originalAddress() {
        if (properties.get(WireHeaders.ORIGINAL_ADDRESS) instanceof String parked) {
            return parked;
        }
        return properties.get(ARTEMIS_ORIGINAL_ADDRESS) instanceof String moved ? moved : address;
    }

    /** What of the headers is worth keeping with a parked message. */
    Map<String, Object> contractProperties() {
        Map<String, Object> kept = new LinkedHashMap<>(properties);
        kept.keySet().retainAll(CONTRACT);
        return kept;
    }

    @Override
    public String toString() {
        return "Inbound[" + id + " on " + address + "]";
    }
}
