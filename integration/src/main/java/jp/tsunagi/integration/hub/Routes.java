package jp.tsunagi.integration.hub;

import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/** What the flows that start at the broker have in common. */
abstract class Routes extends RouteBuilder {

    static final String INTAKE = "direct:intake";
    static final String EVENT = "direct:event";
    static final String WITHDRAWAL = "direct:withdrawal";

    private static final String ADDRESS = "tsunagi.address";
    private static final String SENDING = "tsunagi.sending";

    final HubSettings settings;

    Routes(HubSettings settings) {
        this.settings = settings;
    }

    /** Passes everything from an address on to a flow, within the transaction that consumes it. */
    final void consume(String routeId, String address, int consumers, String flow) {
        from("jms:queue:" + address + "?concurrentConsumers=" + consumers)
                .routeId(routeId)
                .errorHandler(noErrorHandler())
                .setProperty(ADDRESS, constant(address))
                .id(routeId + "-address")
                .to(flow)
                .id(routeId + "-flow");
    }

    static String addressOf(Exchange exchange) {
        return property(exchange, ADDRESS, String.class);
    }

    /**
     * Waits while a port is unavailable, tries other failures again once or so, and leaves the rest to the broker.
     * Nothing is logged here: Camel would quote the exception's text.
     */
    final void retryWhatMayPass() {
        errorHandler(defaultErrorHandler()
                .logExhausted(false)
                .logExhaustedMessageHistory(false)
                .logStackTrace(false)
                .retryAttemptedLogLevel(LoggingLevel.OFF)
                .retriesExhaustedLogLevel(LoggingLevel.OFF)
                .allowRedeliveryWhileStopping(false));
        onException(Throwable.class)
                .onWhen(exchange -> verdict(exchange) == FailureClassifier.Verdict.UNAVAILABLE)
                .maximumRedeliveries(-1)
                .redeliveryDelay(settings.unavailableBackOff().toMillis())
                .logExhausted(false)
                .retryAttemptedLogLevel(LoggingLevel.OFF);
        onException(Throwable.class)
                .onWhen(exchange -> verdict(exchange) == FailureClassifier.Verdict.TRANSIENT && !isSending(exchange))
                .maximumRedeliveries(settings.transientRetries())
                .redeliveryDelay(settings.transientBackOff().toMillis())
                .logExhausted(false)
                .retryAttemptedLogLevel(LoggingLevel.OFF);
    }

    /** A property that an earlier step has set. */
    static <T> T property(Exchange exchange, String name, Class<T> type) {
        return Objects.requireNonNull(exchange.getProperty(name, type), name);
    }

    /** The body that an earlier step has left. */
    static <T> T body(Exchange exchange, Class<T> type) {
        return Objects.requireNonNull(exchange.getMessage().getBody(type), "body");
    }

    /** From here on a failure rolls back: to try again by itself, or to park, would keep what was sent so far. */
    static void startSending(Exchange exchange) {
        exchange.setProperty(SENDING, true);
    }

    private static boolean isSending(Exchange exchange) {
        return exchange.getProperty(SENDING) != null;
    }

    static boolean isToBeParked(Exchange exchange) {
        return verdict(exchange) == FailureClassifier.Verdict.PERMANENT && !isSending(exchange);
    }

    static FailureClassifier.Verdict verdict(Exchange exchange) {
        return FailureClassifier.verdict(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
    }
}
