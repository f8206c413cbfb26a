package jp.tsunagi.integration.hub;

import jp.tsunagi.integration.broker.Broker;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;

/** Whether messages can flow, for the application's health endpoint. */
public final class IntegrationHealth {

    private final CamelContext camel;
    private final Broker broker;

    IntegrationHealth(CamelContext camel, Broker broker) {
        this.camel = camel;
        this.broker = broker;
    }

    /** Whether every route runs. */
    public boolean routesUp() {
        return camel.isStarted()
                && !camel.getRoutes().isEmpty()
                && camel.getRoutes().stream().allMatch(this::isUp);
    }

    private boolean isUp(Route route) {
        return camel.getRouteController().getRouteStatus(route.getRouteId()).isStarted();
    }

    /** Whether the broker takes messages; false also while its disk is full. */
    public boolean brokerUp() {
        return broker.isUp();
    }
}
