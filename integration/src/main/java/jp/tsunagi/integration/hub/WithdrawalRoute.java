package jp.tsunagi.integration.hub;

/**
 * A withdrawn consent reaches what is on its way: undelivered notices leave the inboxes before the application is told, and
 * before the notice of the withdrawal itself is sent.
 */
final class WithdrawalRoute extends Routes {

    private final Events events;

    WithdrawalRoute(HubSettings settings, Events events) {
        super(settings);
        this.events = events;
    }

    @Override
    public void configure() {
        retryWhatMayPass();
        from(WITHDRAWAL).routeId("withdrawal").process(events::takeBack).id("withdrawal-take-back");
    }
}
