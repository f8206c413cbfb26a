package jp.tsunagi.integration.hub;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Aggregates with pending entries, their leases and watermarks, as a store would keep them. */
class FakeOutbox implements OutboxPort {

    private final Map<String, List<OutboxEntry>> pending = new TreeMap<>();
    private final Map<String, String> leases = new HashMap<>();
    private final Set<String> forgetful = new HashSet<>();
    private int released;

    synchronized void add(String aggregateId, OutboxEntry... entries) {
        pending.computeIfAbsent(aggregateId, id -> new ArrayList<>()).addAll(List.of(entries));
    }

    /** The next watermark of this aggregate is lost, as if the process died before it. */
    synchronized void loseNextWatermark(String aggregateId) {
        forgetful.add(aggregateId);
    }

    synchronized boolean isEmpty(String aggregateId) {
        return !pending.containsKey(aggregateId);
    }

    synchronized int pendingAggregates() {
        return pending.size();
    }

    synchronized int released() {
        return released;
    }

    synchronized void remove(String aggregateId) {
        pending.remove(aggregateId);
    }

    @Override
    public synchronized List<LeasedAggregate> leasePending(int max) {
        List<LeasedAggregate> leased = new ArrayList<>();
        pending.forEach((id, entries) -> {
            if (leased.size() < max && !leases.containsKey(id)) {
                String owner = UUID.randomUUID().toString();
                leases.put(id, owner);
                leased.add(new LeasedAggregate(new Lease(id, owner, Instant.MAX), entries));
            }
        });
        return leased;
    }

    @Override
    public synchronized void sent(Lease lease, OutboxEntry lastSent) {
        if (forgetful.remove(lease.aggregateId())) {
            throw new IllegalStateException("the store is away");
        }
        List<OutboxEntry> entries = pending.get(lease.aggregateId());
        if (entries != null && lease.owner().equals(leases.get(lease.aggregateId()))) {
            entries.subList(0, entries.indexOf(lastSent) + 1).clear();
            if (entries.isEmpty()) {
                pending.remove(lease.aggregateId());
            }
        }
    }

    @Override
    public synchronized void release(Lease lease) {
        released++;
        leases.remove(lease.aggregateId(), lease.owner());
    }
}
