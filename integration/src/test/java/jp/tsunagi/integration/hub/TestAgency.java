package jp.tsunagi.integration.hub;

import com.google.crypto.tink.KeysetHandle;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.time.Instant;
import jp.tsunagi.integration.broker.Addresses;
import jp.tsunagi.integration.contract.Acknowledgement;
import jp.tsunagi.integration.contract.AgencyMessageFactory;
import jp.tsunagi.integration.contract.ContractFixtures;
import jp.tsunagi.integration.contract.Envelope;
import jp.tsunagi.integration.contract.MessageCodec;
import jp.tsunagi.integration.contract.MessageType;
import jp.tsunagi.integration.contract.Notice;
import jp.tsunagi.integration.contract.PayloadEncryption;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** An agency's gateway as small as can be. */
class TestAgency implements AutoCloseable {

    /** Changes a message that is otherwise right. */
    interface Change {
        void apply(Message message) throws JMSException;
    }

    final MessageCodec codec = new MessageCodec();
    final PayloadEncryption.Sealer sealer;
    final Session session;
    private final String code;
    private final Connection connection;
    private final AgencyMessageFactory factory;
    private final MessageConsumer inbox;

    TestAgency(String code, int port, KeysetHandle hubKeys) throws Exception {
        this.code = code;
        connection = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port + "?consumerWindowSize=0")
                .createConnection(code, "pw-" + code);
        connection.start();
        session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        sealer = PayloadEncryption.sealer(PayloadEncryption.publicKeyset(hubKeys));
        factory = new AgencyMessageFactory(code, codec, sealer);
        inbox = session.createConsumer(session.createQueue("agency." + code + ".inbox"));
    }

    static Envelope envelope(String id, MessageType type, String group) {
        return new Envelope(id, type, 1, Instant.parse("2026-11-21T01:02:03Z"), group);
    }

    BytesMessage message(String id, MessageType type, String json, String group) throws JMSException {
        return factory.create(
                session, envelope(id, type, group), json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    void send(String id, MessageType type) throws JMSException {
        send(id, type, message -> {});
    }

    void send(String id, MessageType type, Change change) throws JMSException {
        BytesMessage message = message(id, type, ContractFixtures.example(type), null);
        change.apply(message);
        send(Addresses.of(type), message);
    }

    /** A request whose body is these bytes, sealed as they are. */
    void sendSealed(String id, byte[] plain) throws JMSException {
        BytesMessage message = session.createBytesMessage();
        message.writeBytes(sealer.seal(plain, id, MessageType.CONFERENCE_REQUEST, code));
        headers(message, id, MessageType.CONFERENCE_REQUEST);
        send(Addresses.REQUESTS, message);
    }

    void headers(Message message, String id, MessageType type) throws JMSException {
        message.setStringProperty("tsunagiType", type.wireName());
        message.setIntProperty("tsunagiVersion", 1);
        message.setStringProperty("tsunagiMessageId", id);
        message.setStringProperty("tsunagiSentAt", "2026-11-21T01:02:03Z");
    }

    void send(String address, Message message) throws JMSException {
        session.createProducer(session.createQueue(address)).send(message);
    }

    Message receive() throws JMSException {
        Message message = inbox.receive(15_000);
        if (message == null) {
            throw new AssertionError("Nothing came to the inbox of " + code);
        }
        return message;
    }

    void drain() throws JMSException {
        while (inbox.receive(100) != null) {
            // Left over from the last test.
        }
    }

    boolean receivesNothingMore() throws JMSException {
        return inbox.receive(300) == null;
    }

    Acknowledgement acknowledgement() throws JMSException {
        Message message = receive();
        return codec.decodeAcknowledgement(message.getIntProperty("tsunagiVersion"), message.getBody(byte[].class));
    }

    Notice notice() throws JMSException {
        Message message = receive();
        return codec.decodeNotice(message.getIntProperty("tsunagiVersion"), message.getBody(byte[].class));
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }
}
