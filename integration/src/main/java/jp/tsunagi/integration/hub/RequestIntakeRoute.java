package jp.tsunagi.integration.hub;

import jp.tsunagi.integration.broker.Addresses;

/** Requests to hold a conference (開催要請). */
final class RequestIntakeRoute extends Routes {

    RequestIntakeRoute(HubSettings settings) {
        super(settings);
    }

    @Override
    public void configure() {
        consume("request-intake", Addresses.REQUESTS, settings.consumers(), INTAKE);
    }
}
