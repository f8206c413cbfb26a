package jp.tsunagi.flow;

import com.google.crypto.tink.KeysetHandle;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagi.integration.broker.Addresses;
import jp.tsunagi.integration.contract.Acknowledgement;
import jp.tsunagi.integration.contract.AgencyMessageFactory;
import jp.tsunagi.integration.contract.Envelope;
import jp.tsunagi.integration.contract.MessageCodec;
import jp.tsunagi.integration.contract.MessageType;
import jp.tsunagi.integration.contract.Notice;
import jp.tsunagi.integration.contract.PayloadEncryption;
import jp.tsunagi.integration.contract.WireHeaders;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** An agency's end of the broker: sends encrypted messages as the agency, reads the agency's inbox. */
final class AgencyGateway implements AutoCloseable {

    private static final long LONGEST_WAIT_MILLIS = 90_000;

    private final String agency;
    private final Clock clock;
    private final MessageCodec codec = new MessageCodec();
    private final AgencyMessageFactory factory;
    private final Connection connection;
    private final Session session;
    private final MessageConsumer inbox;
    private final List<Notice> notices = new ArrayList<>();

    AgencyGateway(String url, String agency, String password, KeysetHandle hubKeys, Clock clock) {
        this.agency = agency;
        this.clock = clock;
        try {
            factory = new AgencyMessageFactory(
                    agency, codec, PayloadEncryption.sealer(PayloadEncryption.publicKeyset(hubKeys)));
            connection = new ActiveMQConnectionFactory(url).createConnection(agency, password);
            connection.start();
            session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            inbox = session.createConsumer(session.createQueue(Addresses.inboxOf(agency)));
        } catch (JMSException | GeneralSecurityException e) {
            throw new IllegalStateException("No way to the broker for " + agency, e);
        }
    }

    /** Changes a message that is otherwise right. */
    interface Change {
        void apply(Message message) throws JMSException;
    }

    void send(String messageId, MessageType type, Object body) {
        send(messageId, type, body, message -> {});
    }

    void send(String messageId, MessageType type, Object body, Change change) {
        try {
            Envelope envelope = new Envelope(messageId, type, type.version(), clock.instant(), null);
            BytesMessage message = factory.create(session, envelope, Json.bytes(body));
            change.apply(message);
            put(type, message);
        } catch (JMSException e) {
            throw new AssertionError(e);
        }
    }

    /** Bytes that nobody encrypted for the hub. */
    void sendUnreadable(String messageId, MessageType type, byte[] bytes) {
        try {
            BytesMessage message = session.createBytesMessage();
            message.writeBytes(bytes);
            message.setStringProperty(WireHeaders.TYPE, type.wireName());
            message.setIntProperty(WireHeaders.VERSION, type.version());
            message.setStringProperty(WireHeaders.MESSAGE_ID, messageId);
            message.setStringProperty(WireHeaders.SENT_AT, clock.instant().toString());
            put(type, message);
        } catch (JMSException e) {
            throw new AssertionError(e);
        }
    }

    private void put(MessageType type, Message message) throws JMSException {
        session.createProducer(session.createQueue(Addresses.of(type))).send(message);
    }

    /** What the hub says of this message; notices that come before are kept. */
    Acknowledgement acknowledgement(String messageId) {
        try {
            for (Message message = next(); message != null; message = next()) {
                byte[] body = message.getBody(byte[].class);
                int version = message.getIntProperty(WireHeaders.VERSION);
                if (message.getStringProperty(WireHeaders.TYPE).equals(MessageType.NOTICE.wireName())) {
                    notices.add(codec.decodeNotice(version, body));
                    continue;
                }
                Acknowledgement acknowledgement = codec.decodeAcknowledgement(version, body);
                if (acknowledgement.messageId().equals(messageId)) {
                    return acknowledgement;
                }
            }
        } catch (JMSException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("No acknowledgement came to the inbox of " + agency);
    }

    /** The next notice about this conference. */
    Notice notice(String conferenceId, String kind) {
        for (Notice kept : notices) {
            if (kept.conferenceId().equals(conferenceId) && kept.kind().equals(kind)) {
                return kept;
            }
        }
        try {
            for (Message message = next(); message != null; message = next()) {
                if (message.getStringProperty(WireHeaders.TYPE).equals(MessageType.NOTICE.wireName())) {
                    Notice notice = codec.decodeNotice(
                            message.getIntProperty(WireHeaders.VERSION), message.getBody(byte[].class));
                    notices.add(notice);
                    if (notice.conferenceId().equals(conferenceId)
                            && notice.kind().equals(kind)) {
                        return notice;
                    }
                }
            }
        } catch (JMSException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("No such notice came to the inbox of " + agency);
    }

    /** Kinds of the notices about this conference that came so far. */
    List<String> kindsSeen(String conferenceId) {
        return notices.stream()
                .filter(notice -> notice.conferenceId().equals(conferenceId))
                .map(Notice::kind)
                .toList();
    }

    private Message next() throws JMSException {
        return inbox.receive(LONGEST_WAIT_MILLIS);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
