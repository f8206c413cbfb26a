package jp.tsunagi.integration.hub;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The pending entries that aggregates hold, for the relay to publish. The lease and the watermark live beside the
 * aggregates, never in them; the watermark is the truth of what has been sent.
 */
public interface OutboxPort {

    /**
     * Leases aggregates that have pending entries, each to one caller at a time.
     *
     * @param max at most so many aggregates
     * @return each with its entries above the watermark, in order of (version, ordinal)
     */
    List<LeasedAggregate> leasePending(int max);

    /**
     * Raises the watermark to this entry: it and all before it are in the broker. Called once for each aggregate, after
     * its last entry that was sent. Where the lease was lost meanwhile, nothing is changed; the broker knows a repeat by
     * its id.
     */
    void sent(Lease lease, OutboxEntry lastSent);

    /** Gives the lease back, whether all was sent or not. Not called where the process dies: a lease ends by itself. */
    void release(Lease lease);

    /**
     * The right to publish an aggregate's entries.
     *
     * @param owner a new one for each lease, checked when the watermark is raised
     */
    record Lease(String aggregateId, String owner, Instant until) {}

    record LeasedAggregate(Lease lease, List<OutboxEntry> entries) {

        public LeasedAggregate {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One thing to announce; see {@link HubEvent} for the fields that it becomes.
     *
     * @param version of the aggregate when the entry was written
     * @param ordinal its place among the entries of that version
     * @param caseId entries of one case keep their order
     * @param payload no personal data
     */
    record OutboxEntry(
            long version,
            int ordinal,
            String kind,
            String caseId,
            @Nullable String conferenceId,
            Set<String> agencies,
            String payload) {

        public OutboxEntry {
            agencies = agencies == null ? Set.of() : Set.copyOf(agencies);
        }
    }
}
