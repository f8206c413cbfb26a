package jp.tsunagi.hub;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagi.integration.broker.Addresses;
import jp.tsunagi.integration.broker.Broker;
import org.springframework.stereotype.Component;

/** How many messages lie at the hub's own addresses, for whoever watches the hub: a number for each, and nothing else. */
@Component
class QueueBacklog implements MeterBinder {

    private static final String NAME = "tsunagi.broker.waiting";
    private static final List<String> OWN = Stream.concat(
                    Addresses.INBOUND.stream(), Stream.of(Addresses.EVENTS, Addresses.DEAD_LETTERS, Addresses.EXPIRED))
            .toList();

    private final Broker broker;

    QueueBacklog(Broker broker) {
        this.broker = broker;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        OWN.forEach(address -> Gauge.builder(NAME, broker, asked -> asked.waiting(address))
                .description("Messages that the hub has still to handle")
                .tag("address", address)
                .register(registry));
    }
}
