package jp.tsunagi.integration.broker;

import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jp.tsunagi.integration.contract.WireHeaders;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * A broker within the hub's JVM: persistent, with accounts, and with every address there from the start.
 *
 * <p>The hub talks to it inside the JVM, gateways over TCP on loopback. What it has acknowledged survives the death of
 * the process.
 */
public final class EmbeddedBroker implements Broker {

    /** Room for headers beside the largest body. */
    private static final long MAX_MESSAGE_BYTES = WireHeaders.MAX_BODY_BYTES + 64L * 1024;

    private static final long START_SECONDS = 30;
    private static final AtomicInteger VM_IDS = new AtomicInteger(4100);

    private final BrokerSettings settings;
    private final Path dataDir;
    private final AgencyDirectory agencies;
    private final int vmId = VM_IDS.incrementAndGet();
    private final String hubPassword = BrokerLayout.secret();
    private final EmbeddedActiveMQ embedded = new EmbeddedActiveMQ();
    private final Set<String> opened = ConcurrentHashMap.newKeySet();

    /** @param dataDir is made where it is absent, readable by the owner only where the file system can say so */
    public EmbeddedBroker(BrokerSettings settings, Path dataDir, AgencyDirectory agencies, BrokerAccounts accounts) {
        this.settings = settings;
        this.dataDir = dataDir;
        this.agencies = agencies;
        embedded.setSecurityManager(new BrokerSecurity(accounts, hubPassword));
    }

    /** @throws IllegalStateException where it does not come up, e.g. since the port or the data is in use */
    @Override
    public void start() {
        makeDataDir();
        checkPort();
        Collection<String> codes = agencies.agencyCodes();
        try {
            Configuration configuration = new BrokerLayout(settings, dataDir).configuration(vmId, codes);
            configuration.registerBrokerPlugin(new BrokerGuard(
                    MAX_MESSAGE_BYTES, () -> server().getPagingManager().isDiskFull()));
            embedded.setConfiguration(configuration);
            embedded.start();
            if (!server().waitForActivation(START_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("not active after " + START_SECONDS + " s");
            }
            if (settings.port() >= 0 && port() <= 0) {
                throw new IllegalStateException("port " + settings.port() + " cannot be opened");
            }
        } catch (Exception e) {
            close();
            throw new IllegalStateException("The embedded broker does not start: " + e.getMessage(), e);
        }
        opened.addAll(codes);
    }

    private void makeDataDir() {
        try {
            Files.createDirectories(dataDir);
            if (dataDir.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(dataDir, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Artemis itself would wait half a minute for a port that another process has. */
    private void checkPort() {
        if (settings.port() <= 0) {
            return;
        }
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(settings.host(), settings.port()));
        } catch (IOException e) {
            throw new IllegalStateException("The broker's port " + settings.port() + " cannot be opened", e);
        }
    }

    private ActiveMQServer server() {
        return embedded.getActiveMQServer();
    }

    /** The port on which gateways are heard, or -1 where there is none. */
    public int port() {
        return server().getRemotingService().getAcceptor(BrokerLayout.TCP_ACCEPTOR) instanceof NettyAcceptor tcp
                        && tcp.isStarted()
                ? tcp.getActualPort()
                : -1;
    }

    @Override
    public ConnectionFactory newConnectionFactory() {
        // No window: what waits stays in the broker, where groups are spread and withdrawals reach it.
        return new ActiveMQConnectionFactory(
                "vm://" + vmId + "?consumerWindowSize=0&producerWindowSize=-1", hubUser(), hubPassword);
    }

    @Override
    public String hubUser() {
        return BrokerSecurity.HUB_USER;
    }

    @Override
    public void open(String agencyCode) {
        String inbox = Addresses.inboxOf(agencyCode);
        if (!opened.contains(agencyCode)) {
            new EmbeddedManagement(server()).createQueue(inbox);
            opened.add(agencyCode);
        }
    }

    @Override
    public QueuedNotices queuedNotices() {
        return new ManagedQueuedNotices(new EmbeddedManagement(server()));
    }

    @Override
    public long waiting(String address) {
        return new EmbeddedManagement(server()).messageCount(address);
    }

    @Override
    public boolean isUp() {
        ActiveMQServer server = embedded.getActiveMQServer();
        return server != null && server.isActive() && !server.getPagingManager().isDiskFull();
    }

    @Override
    public void close() {
        try {
            embedded.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The embedded broker does not stop", e);
        }
    }
}
