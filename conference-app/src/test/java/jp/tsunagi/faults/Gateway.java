package jp.tsunagi.faults;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jp.tsunagi.integration.broker.Addresses;
import jp.tsunagi.integration.contract.AgencyMessageFactory;
import jp.tsunagi.integration.contract.Envelope;
import jp.tsunagi.integration.contract.MessageCodec;
import jp.tsunagi.integration.contract.MessageType;
import jp.tsunagi.integration.contract.PayloadEncryption;
import jp.tsunagi.protection.KeyRing;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** The gateway of Sapporo: sends requests to {@code hub.requests}, each again until the broker has taken it. */
final class Gateway {

    static final String AGENCY = "011002";
    private static final Duration LONGEST_OUTAGE = Duration.ofMinutes(6);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(200);

    private final HubProcess hub;
    private final Agencies agencies;
    private final Gate gate;
    private final String run;
    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    Gateway(HubProcess hub, Agencies agencies, Gate gate, String run) {
        this.hub = hub;
        this.agencies = agencies;
        this.gate = gate;
        this.run = run;
    }

    /** Ids of messages that the broker has acknowledged. */
    Set<String> taken() {
        return taken;
    }

    /** One request for each turn that the others leave it. */
    Void work() throws Exception {
        ActiveMQConnectionFactory broker = new ActiveMQConnectionFactory(
                "tcp://127.0.0.1:" + hub.brokerPort() + "?reconnectAttempts=0&callTimeout=10000");
        String waiting = null;
        int number = 0;
        while (waiting != null || !agencies.finishing()) {
            gate.awaitOpen(LONGEST_OUTAGE);
            try (Connection connection = broker.createConnection(AGENCY, Api.PASSWORD);
                    Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                    MessageProducer producer = session.createProducer(session.createQueue(Addresses.REQUESTS))) {
                AgencyMessageFactory messages = messages();
                while (waiting != null || !agencies.finishing()) {
                    if (waiting == null) {
                        if (!agencies.awaitTurn(LONGEST_WAIT)) {
                            continue;
                        }
                        number = agencies.nextNumber();
                        waiting = run + "-m-" + number;
                    }
                    Envelope envelope = new Envelope(waiting, MessageType.CONFERENCE_REQUEST, 1, Instant.now(), null);
                    byte[] body = Requests.request(number).getBytes(StandardCharsets.UTF_8);
                    producer.send(messages.create(session, envelope, body));
                    taken.add(waiting);
                    waiting = null;
                }
            } catch (JMSException e) {
                // Killed: what was not taken for sure is sent once more.
                continue;
            }
        }
        return null;
    }

    private AgencyMessageFactory messages() throws GeneralSecurityException {
        Path keys = hub.keyDir();
        String hubKey = PayloadEncryption.publicKeyset(KeyRing.open(keys, false).messages());
        return new AgencyMessageFactory(AGENCY, new MessageCodec(), PayloadEncryption.sealer(hubKey));
    }
}
