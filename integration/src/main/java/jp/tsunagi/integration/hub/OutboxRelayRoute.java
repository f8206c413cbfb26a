package jp.tsunagi.integration.hub;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.ThreadPoolProfileBuilder;

/** Publishes what aggregates hold pending: by timer, and at once when nudged. */
final class OutboxRelayRoute extends RouteBuilder {

    /** One place: a nudge that finds another one waiting adds nothing to it. */
    private static final String NUDGED = "seda:outbox-nudge?size=1";

    static final String NUDGE = NUDGED + "&discardWhenFull=true&waitForTaskToComplete=Never";
    private static final String POOL = "outbox-relay";

    private final HubSettings settings;
    private final OutboxRelay relay;

    OutboxRelayRoute(HubSettings settings, OutboxRelay relay) {
        this.settings = settings;
        this.relay = relay;
    }

    @Override
    public void configure() {
        getContext()
                .getExecutorServiceManager()
                .registerThreadPoolProfile(new ThreadPoolProfileBuilder(POOL)
                        .poolSize(settings.outboxThreads())
                        .maxPoolSize(settings.outboxThreads())
                        .maxQueueSize(-1)
                        .build());

        from("timer:outbox?period=" + settings.outboxInterval().toMillis())
                .routeId("outbox-timer")
                .to(NUDGE)
                .id("outbox-timer-nudge");

        from(NUDGED)
                .routeId("outbox-relay")
                .process(relay::lease)
                .id("outbox-lease")
                .split(body())
                .parallelProcessing()
                // One run after another: the next one would find everything still leased by this one.
                .synchronous()
                .executorService(POOL)
                .process(relay::publish)
                .id("outbox-publish")
                .end()
                .filter(OutboxRelay::isMoreWaiting)
                .to(NUDGE)
                .id("outbox-more");
    }
}
