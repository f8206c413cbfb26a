package jp.tsunagi.integration.broker;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an operator may set of the embedded broker.
 *
 * @param port where gateways connect; 0 takes any free port, -1 opens none
 * @param host the address it is bound to; loopback, since TLS ends before it
 * @param dataDir journal, bindings, pages and large messages; {@code <tsunagi.data-dir>/broker} where absent
 * @param maxDeliveryAttempts how often a message is delivered before it goes to the dead letters, at least 1
 * @param deadLetterRetry how long a dead letter waits that could not be stored
 * @param globalMaxSize memory for messages of all addresses; the rest is paged to disk
 * @param inboundLimit how much may lie unread on one of the hub's addresses before agencies are refused
 * @param maxDiskUsage in percent; above it nothing is accepted; -1 for no limit
 * @param expiryScan how often the broker looks for messages whose time is over
 * @param journalFlush the longest that a write waits for others to share its sync to disk; nothing is acknowledged before
 */
@ConfigurationProperties("tsunagi.broker")
public record BrokerSettings(
        @DefaultValue("61616") int port,
        @DefaultValue("127.0.0.1") String host,
        @Nullable Path dataDir,
        @DefaultValue("3") int maxDeliveryAttempts,
        @DefaultValue("5s") Duration deadLetterRetry,
        @DefaultValue("64MB") DataSize globalMaxSize,
        @DefaultValue("256MB") DataSize inboundLimit,
        @DefaultValue("90") int maxDiskUsage,
        @DefaultValue("30s") Duration expiryScan,
        @DefaultValue("500us") Duration journalFlush) {

    public BrokerSettings {
        if (maxDeliveryAttempts < 1) {
            throw new IllegalArgumentException("tsunagi.broker.max-delivery-attempts must be at least 1");
        }
    }
}
