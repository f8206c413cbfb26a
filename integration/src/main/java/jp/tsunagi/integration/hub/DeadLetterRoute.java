package jp.tsunagi.integration.hub;

import jp.tsunagi.integration.broker.Addresses;

/** What could not be delivered goes from the broker into the application's keeping. */
final class DeadLetterRoute extends Routes {

    private static final String PARK = "direct:park";

    private final DeadLetters deadLetters;

    DeadLetterRoute(HubSettings settings, DeadLetters deadLetters) {
        super(settings);
        this.deadLetters = deadLetters;
    }

    @Override
    public void configure() {
        retryWhatMayPass();
        consume("dead-letters", Addresses.DEAD_LETTERS, 1, PARK);
        consume("expired", Addresses.EXPIRED, 1, PARK);
        from(PARK).routeId("park").process(deadLetters::park).id("park-store");
    }
}
