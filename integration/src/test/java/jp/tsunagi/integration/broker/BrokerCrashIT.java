package jp.tsunagi.integration.broker;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;

/** A broker that is killed in the middle of its work has everything that it acknowledged. */
class BrokerCrashIT {

    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 300;

    /** The child: sends over TCP and prints the number of each message that the broker has acknowledged. */
    public static void main(String[] args) throws Exception {
        EmbeddedBroker broker = BrokerFixtures.started(Path.of(args[0]));
        try (Connection agency = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + broker.port())
                .createConnection("S0001", "pw-S0001")) {
            Session session = agency.createSession(false, Session.AUTO_ACKNOWLEDGE);
            MessageProducer producer = session.createProducer(session.createQueue(Addresses.REQUESTS));
            for (int i = 0; ; i++) {
                BytesMessage message = session.createBytesMessage();
                message.writeBytes(new byte[2_048]);
                message.setIntProperty("number", i);
                producer.send(message);
                System.out.println("acknowledged " + i);
            }
        }
    }

    @Test
    void losesNothingThatItAcknowledgedWhenItIsKilled() throws Exception {
        Path dataDir = BrokerFixtures.newDataDir();
        Set<Integer> acknowledged = new HashSet<>();
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerCrashIT.class.getName(),
                        dataDir.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines = child.inputReader()) {
            String line;
            while ((line = lines.readLine()) != null) {
                if (line.startsWith("acknowledged ")) {
                    acknowledged.add(Integer.valueOf(line.substring("acknowledged ".length())));
                    if (acknowledged.size() == ACKNOWLEDGED_BEFORE_THE_KILL) {
                        child.toHandle().destroyForcibly();
                    }
                }
            }
        }
        child.waitFor();

        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED_BEFORE_THE_KILL);
        assertThat(recovered(dataDir)).containsAll(acknowledged).hasSizeLessThanOrEqualTo(acknowledged.size() + 1);
    }

    private static Set<Integer> recovered(Path dataDir) throws Exception {
        Set<Integer> numbers = new HashSet<>();
        EmbeddedBroker broker = BrokerFixtures.started(dataDir);
        try (Connection hub = broker.newConnectionFactory().createConnection()) {
            hub.start();
            Session session = hub.createSession(false, Session.AUTO_ACKNOWLEDGE);
            MessageConsumer consumer = session.createConsumer(session.createQueue(Addresses.REQUESTS));
            for (var message = consumer.receive(2_000); message != null; message = consumer.receive(500)) {
                assertThat(numbers.add(message.getIntProperty("number"))).isTrue();
            }
        } finally {
            broker.close();
        }
        return numbers;
    }
}
