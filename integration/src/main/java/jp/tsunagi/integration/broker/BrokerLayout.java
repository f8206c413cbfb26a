package jp.tsunagi.integration.broker;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.core.settings.impl.PageFullMessagePolicy;

/** The embedded broker's configuration: durable to disk before it answers, and with nothing that appears by itself. */
final class BrokerLayout {

    static final String TCP_ACCEPTOR = "gateways";

    private static final int KEPT_DUPLICATE_IDS = 20_000;
    private static final int DISK_SCAN_MILLIS = 1_000;
    private static final int INBOX_ATTEMPTS = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final BrokerSettings settings;
    private final Path dataDir;

    BrokerLayout(BrokerSettings settings, Path dataDir) {
        this.settings = settings;
        this.dataDir = dataDir;
    }

    /** A secret of 256 bits that nobody is told. */
    static String secret() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    Configuration configuration(int vmId, Collection<String> agencyCodes) throws Exception {
        Configuration broker = new ConfigurationImpl()
                .setName("tsunagi-" + vmId)
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalDatasync(true)
                .setJournalSyncTransactional(true)
                .setJournalSyncNonTransactional(true)
                .setJournalBufferTimeout_NIO((int) settings.journalFlush().toNanos())
                .setJournalDirectory(dataDir.resolve("journal").toString())
                .setBindingsDirectory(dataDir.resolve("bindings").toString())
                .setLargeMessagesDirectory(dataDir.resolve("large-messages").toString())
                .setPagingDirectory(dataDir.resolve("paging").toString())
                .setSecurityEnabled(true)
                .setPopulateValidatedUser(true)
                .setRejectEmptyValidatedUser(true)
                // Artemis lets its cluster user past every check, with a password that stands in its manual.
                .setClusterUser("@cluster-" + secret())
                .setClusterPassword(secret())
                .setIDCacheSize(KEPT_DUPLICATE_IDS)
                .setPersistIDCache(true)
                .setGlobalMaxSize(settings.globalMaxSize().toBytes())
                .setMaxDiskUsage(settings.maxDiskUsage())
                .setDiskScanPeriod(DISK_SCAN_MILLIS)
                .setMessageExpiryScanPeriod(settings.expiryScan().toMillis())
                .setScheduledThreadPoolMaxSize(2)
                .setJMXManagementEnabled(false);
        broker.addAcceptorConfiguration("hub", "vm://" + vmId);
        if (settings.port() >= 0) {
            broker.addAcceptorConfiguration(
                    TCP_ACCEPTOR, "tcp://" + settings.host() + ":" + settings.port() + "?protocols=CORE");
        }
        addressSettings().forEach(broker::addAddressSetting);
        Stream.of(
                        Addresses.INBOUND.stream(),
                        Stream.of(Addresses.EVENTS, Addresses.DEAD_LETTERS, Addresses.EXPIRED),
                        agencyCodes.stream().map(Addresses::inboxOf))
                .flatMap(names -> names)
                .distinct()
                .forEach(name -> broker.addAddressConfiguration(new CoreAddressConfiguration()
                        .setName(name)
                        .addRoutingType(RoutingType.ANYCAST)
                        .addQueueConfig(EmbeddedManagement.queue(name))));
        return broker;
    }

    private Map<String, AddressSettings> addressSettings() {
        // Order within a case needs redelivery without delay: see the README.
        AddressSettings ordered = withDeadLetters().setMaxDeliveryAttempts(settings.maxDeliveryAttempts());
        AddressSettings inbound = withDeadLetters()
                .setMaxDeliveryAttempts(settings.maxDeliveryAttempts())
                .setPageLimitBytes(settings.inboundLimit().toBytes())
                .setPageFullMessagePolicy(PageFullMessagePolicy.FAIL);
        AddressSettings inbox =
                withDeadLetters().setMaxDeliveryAttempts(INBOX_ATTEMPTS).setRedeliveryDelay(1_000);
        // Nothing ever leaves it: the addresses below only keep the broker from warning at each start.
        AddressSettings lastStop = withDeadLetters()
                .setMaxDeliveryAttempts(-1)
                .setRedeliveryDelay(settings.deadLetterRetry().toMillis());
        return Map.of(
                "#",
                fixed(),
                Addresses.REQUESTS,
                inbound,
                Addresses.CONSENT_ANSWERS,
                inbound,
                Addresses.REPLIES,
                inbound,
                Addresses.OUTCOME_REPORTS,
                inbound,
                Addresses.EVENTS,
                ordered,
                "agency.#",
                inbox,
                Addresses.DEAD_LETTERS,
                lastStop,
                Addresses.EXPIRED,
                lastStop);
    }

    private AddressSettings withDeadLetters() {
        return fixed().setRedeliveryDelay(0)
                .setDeadLetterAddress(SimpleString.of(Addresses.DEAD_LETTERS))
                .setExpiryAddress(SimpleString.of(Addresses.EXPIRED));
    }

    private AddressSettings fixed() {
        return new AddressSettings()
                .setAutoCreateQueues(false)
                .setAutoCreateAddresses(false)
                .setAutoDeleteQueues(false)
                .setAutoDeleteAddresses(false)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setMaxSizeBytes(settings.globalMaxSize().toBytes() / 4)
                .setPageSizeBytes(1 << 20);
    }
}
