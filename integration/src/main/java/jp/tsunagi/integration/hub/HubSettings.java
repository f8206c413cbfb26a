package jp.tsunagi.integration.hub;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the routes run.
 *
 * @param consumers threads for each address that agencies send to, and for events; fixed, since groups are bound to them
 * @param transientRetries how often a route tries again by itself before the broker counts a failed delivery
 * @param transientBackOff how long it waits before that
 * @param unavailableBackOff how long it waits while a port says that it is unavailable; without end, nothing is counted
 * @param outboxInterval how often pending entries are looked for, beside the nudges
 * @param outboxBatch how many aggregates are leased at a time
 * @param outboxThreads how many aggregates are published at a time
 * @param deadlineInterval how often deadlines are looked at
 */
@ConfigurationProperties("tsunagi.hub")
public record HubSettings(
        @DefaultValue("4") int consumers,
        @DefaultValue("1") int transientRetries,
        @DefaultValue("500ms") Duration transientBackOff,
        @DefaultValue("2s") Duration unavailableBackOff,
        @DefaultValue("200ms") Duration outboxInterval,
        @DefaultValue("50") int outboxBatch,
        @DefaultValue("4") int outboxThreads,
        @DefaultValue("60s") Duration deadlineInterval) {

    public HubSettings {
        if (consumers < 1 || outboxBatch < 1 || outboxThreads < 1) {
            throw new IllegalArgumentException(
                    "tsunagi.hub: consumers, outbox-batch and outbox-threads are at least 1");
        }
    }
}
