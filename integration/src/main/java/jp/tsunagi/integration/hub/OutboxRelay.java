package jp.tsunagi.integration.hub;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.integration.broker.Addresses;
import jp.tsunagi.integration.contract.WireHeaders;
import jp.tsunagi.integration.hub.OutboxPort.LeasedAggregate;
import jp.tsunagi.integration.hub.OutboxPort.OutboxEntry;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps of {@link OutboxRelayRoute}. A failure ends with the aggregate it belongs to: what was sent is noted, the lease
 * goes back, and the entry comes again at the next run. An entry that the broker has already is dropped there by its id.
 */
final class OutboxRelay {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

    private static final String DUPLICATE_ID = "_AMQ_DUPL_ID";

    private final OutboxPort port;
    private final HubSender sender;
    private final int batch;

    /** @param sender on a connection factory of its own, so that no consumer's transaction takes the sends in */
    OutboxRelay(OutboxPort port, HubSender sender, int batch) {
        this.port = port;
        this.sender = sender;
        this.batch = batch;
    }

    void lease(Exchange exchange) {
        List<LeasedAggregate> leased;
        try {
            leased = port.leasePending(batch);
        } catch (RuntimeException e) {
            log.warn("No pending entries can be leased: {}", FailureClassifier.name(e));
            leased = List.of();
        }
        exchange.setProperty("tsunagi.more", leased.size() >= batch);
        exchange.getMessage().setBody(leased);
    }

    static boolean isMoreWaiting(Exchange exchange) {
        return Boolean.TRUE.equals(exchange.getProperty("tsunagi.more", Boolean.class));
    }

    void publish(Exchange exchange) {
        publish(Routes.body(exchange, LeasedAggregate.class));
    }

    private void publish(LeasedAggregate aggregate) {
        OutboxEntry last = null;
        try {
            for (OutboxEntry entry : aggregate.entries()) {
                send(aggregate, entry);
                last = entry;
            }
        } catch (RuntimeException e) {
            log.warn(
                    "Entries of {} wait for the next run: {}",
                    aggregate.lease().aggregateId(),
                    FailureClassifier.name(e));
        } finally {
            settle(aggregate, last);
        }
    }

    private void send(LeasedAggregate aggregate, OutboxEntry entry) {
        if (entry.caseId().isBlank()) {
            throw new IllegalStateException("An entry names no case, so nothing can keep its order");
        }
        String id = EventCodec.eventId(aggregate.lease(), entry);
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put(DUPLICATE_ID, id);
        headers.put(WireHeaders.MESSAGE_ID, id);
        headers.put(WireHeaders.GROUP, entry.caseId());
        sender.send(Addresses.EVENTS, EventCodec.encode(aggregate.lease(), entry), headers, Duration.ZERO);
    }

    private void settle(LeasedAggregate aggregate, @Nullable OutboxEntry last) {
        try {
            if (last != null) {
                port.sent(aggregate.lease(), last);
            }
        } catch (RuntimeException e) {
            log.warn(
                    "The watermark of {} stays behind: {}", aggregate.lease().aggregateId(), FailureClassifier.name(e));
        } finally {
            release(aggregate);
        }
    }

    private void release(LeasedAggregate aggregate) {
        try {
            port.release(aggregate.lease());
        } catch (RuntimeException e) {
            log.warn("The lease of {} ends by itself: {}", aggregate.lease().aggregateId(), FailureClassifier.name(e));
        }
    }
}
