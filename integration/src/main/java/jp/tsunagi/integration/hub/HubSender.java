package jp.tsunagi.integration.hub;

import jakarta.jms.BytesMessage;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import jp.tsunagi.integration.broker.Addresses;
import jp.tsunagi.integration.broker.AgencyInboxes;
import jp.tsunagi.integration.contract.Acknowledgement;
import jp.tsunagi.integration.contract.MessageCodec;
import jp.tsunagi.integration.contract.MessageType;
import jp.tsunagi.integration.contract.WireHeaders;
import jp.tsunagi.integration.hub.EventPort.GatewayCopy;
import org.springframework.jms.core.JmsTemplate;

/**
 * Sends what a route sends. On a consumer's thread a send joins the transaction that consumes, because the template and the
 * consumers share one connection factory object: both happen or neither.
 */
final class HubSender {

    private final JmsTemplate jms;
    private final MessageCodec codec;
    private final AgencyInboxes inboxes;
    private final Clock clock;

    HubSender(JmsTemplate jms, MessageCodec codec, AgencyInboxes inboxes, Clock clock) {
        this.jms = jms;
        this.codec = codec;
        this.inboxes = inboxes;
        this.clock = clock;
    }

    void acknowledge(String agency, Acknowledgement acknowledgement) {
        Map<String, Object> headers = headers(MessageType.ACKNOWLEDGEMENT, acknowledgement.messageId());
        toInbox(agency, codec.encode(acknowledgement), headers, Duration.ZERO);
    }

    /** Sends the copy unless its time is over. */
    void copy(GatewayCopy copy) {
        if (copy.timeToLive().toMillis() <= 0) {
            return;
        }
        Map<String, Object> headers = headers(MessageType.NOTICE, copy.notice().noticeId());
        headers.put(WireHeaders.CASE_ID, copy.caseId());
        headers.put(WireHeaders.CONFERENCE_ID, Objects.requireNonNullElse(copy.conferenceId(), ""));
        headers.put(WireHeaders.RECALLABLE, copy.recallable());
        headers.put(WireHeaders.GROUP, copy.caseId());
        toInbox(copy.agency(), codec.encode(copy.notice()), headers, copy.timeToLive());
    }

    private Map<String, Object> headers(MessageType type, String id) {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put(WireHeaders.TYPE, type.wireName());
        headers.put(WireHeaders.VERSION, type.version());
        headers.put(WireHeaders.MESSAGE_ID, id);
        headers.put(
                WireHeaders.SENT_AT,
                clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        return headers;
    }

    private void toInbox(String agency, byte[] body, Map<String, Object> headers, Duration timeToLive) {
        inboxes.open(agency);
        send(Addresses.inboxOf(agency), body, headers, timeToLive);
    }

    /** Puts the message aside with the reason, its body and headers as they came. */
    void park(Inbound message, FailureClassifier.Reason reason) {
        Map<String, Object> headers = message.contractProperties();
        headers.put(WireHeaders.FAILURE, reason.code().code());
        headers.put(WireHeaders.ORIGINAL_ADDRESS, message.address());
        if (reason.rule() != null) {
            headers.put(WireHeaders.FAILURE_RULE, reason.rule());
        }
        if (message.sender() != null) {
            headers.put(WireHeaders.ORIGINAL_SENDER, message.sender());
        }
        send(Addresses.DEAD_LETTERS, message.body(), headers, Duration.ZERO);
    }

    /**
     * Sends durable bytes.
     *
     * @param timeToLive zero for no end
     */
    void send(String address, byte[] body, Map<String, Object> headers, Duration timeToLive) {
        jms.execute(address, (session, producer) -> {
            producer.send(
                    message(session.createBytesMessage(), body, headers),
                    DeliveryMode.PERSISTENT,
                    Message.DEFAULT_PRIORITY,
                    timeToLive.toMillis());
            return null;
        });
    }

    static BytesMessage message(BytesMessage message, byte[] body, Map<String, Object> headers) throws JMSException {
        message.writeBytes(body);
        for (Map.Entry<String, Object> header : headers.entrySet()) {
            message.setObjectProperty(header.getKey(), header.getValue());
        }
        return message;
    }
}
