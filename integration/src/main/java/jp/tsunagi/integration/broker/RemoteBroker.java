package jp.tsunagi.integration.broker;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * A broker of its own, as an operator runs it. Its addresses, permissions and dead-letter settings are those of
 * {@code README.md}; inboxes are made where the hub's user may.
 */
public final class RemoteBroker implements Broker {

    /**
     * Measured: with the client's own defaults a cut line stalls a send for thirty seconds, with these for five.
     * The attempts end, since a client that tries for ever cannot be closed; consumers then connect anew by themselves.
     */
    private static final String OPTIONS = "reconnectAttempts=10&retryInterval=200&retryIntervalMultiplier=1.5"
            + "&maxRetryInterval=2000&connectionTTL=10000&clientFailureCheckPeriod=5000&callTimeout=5000"
            + "&consumerWindowSize=0";

    private final String url;
    private final String user;
    private final String password;
    private final AgencyDirectory agencies;
    private final BrokerManagement management;
    private final Set<String> opened = ConcurrentHashMap.newKeySet();

    /** @param url as in {@code spring.artemis.broker-url}; options are added where it has none */
    public RemoteBroker(String url, String user, String password, AgencyDirectory agencies) {
        this.url = url.contains("?") ? url : url + "?" + OPTIONS;
        this.user = user;
        this.password = password;
        this.agencies = agencies;
        this.management = new RemoteManagement(probe());
    }

    @Override
    public void start() {
        agencies.agencyCodes().forEach(this::open);
    }

    @Override
    public ConnectionFactory newConnectionFactory() {
        return new ActiveMQConnectionFactory(url, user, password);
    }

    @Override
    public String hubUser() {
        return user;
    }

    @Override
    public void open(String agencyCode) {
        String inbox = Addresses.inboxOf(agencyCode);
        if (!opened.contains(agencyCode)) {
            management.createQueue(inbox);
            opened.add(agencyCode);
        }
    }

    @Override
    public QueuedNotices queuedNotices() {
        return new ManagedQueuedNotices(management);
    }

    @Override
    public long waiting(String address) {
        return management.messageCount(address);
    }

    @Override
    public boolean isUp() {
        try (Connection connection = probe().createConnection()) {
            connection.start();
            return true;
        } catch (JMSException e) {
            return false;
        }
    }

    /** Connections that answer soon rather than try for ever. */
    private ConnectionFactory probe() {
        ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory(url, user, password);
        connections.setReconnectAttempts(0);
        connections.setInitialConnectAttempts(1);
        connections.setCallTimeout(3_000);
        return connections;
    }

    @Override
    public void close() {
        // Connections belong to those who opened them.
    }
}
