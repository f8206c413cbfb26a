package jp.tsunagi.integration.hub;

import jakarta.jms.Message;
import java.util.List;
import jp.tsunagi.integration.broker.QueuedNotices;
import jp.tsunagi.integration.hub.EventPort.GatewayCopy;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of {@link NoticeDeliveryRoute} and {@link WithdrawalRoute}. */
final class Events {

    private static final Logger log = LoggerFactory.getLogger(Events.class);

    private static final String INBOUND = "tsunagi.event.inbound";
    private static final String EVENT = "tsunagi.event";

    private final EventPort port;
    private final QueuedNotices queued;
    private final HubSender sender;
    private final String hubUser;

    Events(EventPort port, QueuedNotices queued, HubSender sender, String hubUser) {
        this.port = port;
        this.queued = queued;
        this.sender = sender;
        this.hubUser = hubUser;
    }

    void receive(Exchange exchange) throws Exception {
        Inbound inbound = Inbound.read(Routes.body(exchange, Message.class), Routes.addressOf(exchange), hubUser);
        exchange.setProperty(INBOUND, inbound);
        exchange.setProperty(EVENT, EventCodec.decode(inbound.body()));
    }

    boolean isWithdrawal(Exchange exchange) {
        return HubEvent.CONSENT_WITHDRAWN.equals(event(exchange).kind());
    }

    /** Takes back what waits in inboxes; harmless when repeated. */
    void takeBack(Exchange exchange) {
        HubEvent event = event(exchange);
        int removed = queued.removeOfCase(event.caseId(), event.agencies());
        log.info("Withdrawal {}: {} undelivered notices removed", event.eventId(), removed);
    }

    /** The one call of the application. */
    void handle(Exchange exchange) {
        exchange.getMessage().setBody(port.handle(event(exchange)));
    }

    void deliver(Exchange exchange) {
        Routes.startSending(exchange);
        List<?> copies = Routes.body(exchange, List.class);
        for (Object copy : copies) {
            sender.copy((GatewayCopy) copy);
        }
    }

    void refuse(Exchange exchange) {
        Inbound inbound = Routes.property(exchange, INBOUND, Inbound.class);
        FailureClassifier.Reason reason =
                FailureClassifier.reason(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
        log.warn("Parked {}: {}", inbound, reason.ruleForSender());
        sender.park(inbound, reason);
    }

    private static HubEvent event(Exchange exchange) {
        return Routes.property(exchange, EVENT, HubEvent.class);
    }
}
