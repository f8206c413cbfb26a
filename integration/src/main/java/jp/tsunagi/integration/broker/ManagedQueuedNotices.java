package jp.tsunagi.integration.broker;

import java.util.List;
import java.util.Set;
import jp.tsunagi.integration.contract.Envelope;
import jp.tsunagi.integration.contract.WireHeaders;

/** Removes by a filter on the notices' headers. */
final class ManagedQueuedNotices implements QueuedNotices {

    private final BrokerManagement management;

    ManagedQueuedNotices(BrokerManagement management) {
        this.management = management;
    }

    @Override
    public int removeOfCase(String caseId, Set<String> agencies) {
        return remove(WireHeaders.CASE_ID, caseId, agencies);
    }

    @Override
    public int removeOfConference(String conferenceId, Set<String> agencies) {
        return remove(WireHeaders.CONFERENCE_ID, conferenceId, agencies);
    }

    @Override
    public int removeAllOfCase(String caseId) {
        return remove(WireHeaders.CASE_ID, caseId, Set.of(), "");
    }

    private int remove(String header, String id, Set<String> agencies) {
        return remove(header, id, agencies, " AND " + WireHeaders.RECALLABLE + " = TRUE");
    }

    private int remove(String header, String id, Set<String> agencies, String besides) {
        if (!Envelope.isId(id)) {
            throw new IllegalArgumentException("Not an id");
        }
        String filter = header + " = '" + id + "'" + besides;
        List<String> inboxes = agencies.isEmpty()
                ? management.queueNames().stream().filter(Addresses::isInbox).toList()
                : agencies.stream().map(Addresses::inboxOf).toList();
        return inboxes.stream()
                .mapToInt(inbox -> management.removeMessages(inbox, filter))
                .sum();
    }
}
