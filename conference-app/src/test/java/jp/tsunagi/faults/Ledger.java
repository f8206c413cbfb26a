package jp.tsunagi.faults;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagi.integration.broker.Addresses;
import jp.tsunagi.integration.broker.BrokerSettings;
import jp.tsunagi.integration.broker.EmbeddedBroker;
import jp.tsunagi.integration.contract.Acknowledgement;
import jp.tsunagi.integration.contract.MessageCodec;
import jp.tsunagi.integration.contract.MessageType;
import jp.tsunagi.integration.contract.WireHeaders;
import jp.tsunagi.store.EmbeddedDatabase;
import org.springframework.util.unit.DataSize;

/** What lies in the files of a hub that was stopped: what is still to be announced, and what is in the broker's queues. */
final class Ledger {

    private Ledger() {}

    /**
     * @param unannounced aggregates that have something pending
     * @param unread by address: messages that the hub itself should have read
     * @param acknowledgements by the id of the message: what the gateway of Sapporo was told
     * @param copies by agency: ids of notices for its gateway, as often as they are there
     */
    record Found(
            long unannounced,
            Map<String, Integer> unread,
            Map<String, List<Acknowledgement>> acknowledgements,
            Map<String, List<String>> copies) {

        long copiesDoubled() {
            return copies.values().stream()
                    .mapToLong(ids -> ids.size() - new HashSet<>(ids).size())
                    .sum();
        }
    }

    static Found open(HubProcess hub, Set<String> agencies) throws Exception {
        Map<String, Integer> unread = new HashMap<>();
        Map<String, List<Acknowledgement>> acknowledgements = new HashMap<>();
        Map<String, List<String>> copies = new HashMap<>();
        try (EmbeddedBroker broker =
                new EmbeddedBroker(settings(), hub.dataDir().resolve("broker"), Set::of, (user, password) -> false)) {
            broker.start();
            try (Connection connection = broker.newConnectionFactory().createConnection();
                    Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
                connection.start();
                List<String> own = new ArrayList<>(Addresses.INBOUND);
                own.addAll(List.of(Addresses.EVENTS, Addresses.DEAD_LETTERS, Addresses.EXPIRED));
                for (String address : own) {
                    try (QueueBrowser browser = session.createBrowser(session.createQueue(address))) {
                        unread.put(
                                address,
                                Collections.list(browser.getEnumeration()).size());
                    }
                }
                for (String agency : agencies) {
                    read(session, agency, acknowledgements, copies);
                }
            }
        }
        return new Found(unannounced(hub), unread, acknowledgements, copies);
    }

    private static void read(
            Session session,
            String agency,
            Map<String, List<Acknowledgement>> acknowledgements,
            Map<String, List<String>> copies)
            throws JMSException {
        MessageCodec codec = new MessageCodec();
        List<String> ids = copies.computeIfAbsent(agency, code -> new ArrayList<>());
        try (MessageConsumer inbox = session.createConsumer(session.createQueue(Addresses.inboxOf(agency)))) {
            for (Message message = inbox.receive(2_000); message != null; message = inbox.receive(500)) {
                byte[] body = message.getBody(byte[].class);
                int version = message.getIntProperty(WireHeaders.VERSION);
                if (MessageType.ACKNOWLEDGEMENT.wireName().equals(message.getStringProperty(WireHeaders.TYPE))) {
                    Acknowledgement told = codec.decodeAcknowledgement(version, body);
                    acknowledgements
                            .computeIfAbsent(told.messageId(), id -> new ArrayList<>())
                            .add(told);
                } else {
                    ids.add(codec.decodeNotice(version, body).noticeId());
                }
            }
        }
    }

    private static long unannounced(HubProcess hub) {
        try (EmbeddedDatabase server = EmbeddedDatabase.open(hub.dataDir().resolve("database"));
                MongoClient client = MongoClients.create(server.uri())) {
            MongoDatabase database = client.getDatabase("tsunagi");
            return database.getCollection("conferences").countDocuments(eq("pending", true))
                    + database.getCollection("cases").countDocuments(eq("pending", true));
        }
    }

    private static BrokerSettings settings() {
        return new BrokerSettings(
                -1,
                "127.0.0.1",
                null,
                3,
                Duration.ofSeconds(5),
                DataSize.ofMegabytes(64),
                DataSize.ofMegabytes(256),
                -1,
                Duration.ofSeconds(30),
                Duration.ofNanos(500_000));
    }
}
