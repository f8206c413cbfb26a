package jp.tsunagi.outbox;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * How much is still to be announced, for whoever watches the hub: a number and nothing else. It is counted when it is
 * asked for, and falls to zero whenever the hub has caught up.
 */
@Component
class OutboxBacklog implements MeterBinder {

    private static final String NAME = "tsunagi.outbox.pending";

    private final MongoDatabase database;
    private final List<OutboxSource> sources;

    OutboxBacklog(MongoDatabase database, List<OutboxSource> sources) {
        this.database = database;
        this.sources = List.copyOf(sources);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(NAME, this, OutboxBacklog::pending)
                .description("Aggregates that hold something still to be announced")
                .register(registry);
    }

    long pending() {
        return sources.stream()
                .mapToLong(source -> database.getCollection(source.collection()).countDocuments(eq("pending", true)))
                .sum();
    }
}
