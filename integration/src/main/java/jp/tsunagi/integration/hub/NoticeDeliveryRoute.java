package jp.tsunagi.integration.hub;

import jp.tsunagi.integration.broker.Addresses;

/** What happened in an aggregate reaches the application once more, and through it the inboxes of agencies. */
final class NoticeDeliveryRoute extends Routes {

    private final Events events;

    NoticeDeliveryRoute(HubSettings settings, Events events) {
        super(settings);
        this.events = events;
    }

    @Override
    public void configure() {
        retryWhatMayPass();
        onException(Throwable.class)
                .onWhen(Routes::isToBeParked)
                .maximumRedeliveries(0)
                .handled(true)
                .process(events::refuse)
                .id("event-refuse");

        consume("notice-delivery", Addresses.EVENTS, settings.consumers(), EVENT);

        from(EVENT)
                .routeId("event")
                .process(events::receive)
                .id("event-receive")
                .choice()
                .when(events::isWithdrawal)
                .to(WITHDRAWAL)
                .id("event-withdrawal")
                .end()
                .process(events::handle)
                .id("event-handle")
                .process(events::deliver)
                .id("event-deliver");
    }
}
