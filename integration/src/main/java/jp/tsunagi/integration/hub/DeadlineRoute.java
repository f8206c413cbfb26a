package jp.tsunagi.integration.hub;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at deadlines at intervals; the application sees to it that one node does. */
final class DeadlineRoute extends RouteBuilder {

    private static final Logger log = LoggerFactory.getLogger(DeadlineRoute.class);

    private final HubSettings settings;
    private final DeadlinePort port;

    DeadlineRoute(HubSettings settings, DeadlinePort port) {
        this.settings = settings;
        this.port = port;
    }

    @Override
    public void configure() {
        from("timer:deadlines?period=" + settings.deadlineInterval().toMillis())
                .routeId("deadlines")
                .process(this::tick)
                .id("deadlines-tick");
    }

    private void tick(Exchange exchange) {
        try {
            port.tick();
        } catch (RuntimeException e) {
            log.warn("Deadlines were not looked at this time: {}", FailureClassifier.name(e));
        }
    }
}
