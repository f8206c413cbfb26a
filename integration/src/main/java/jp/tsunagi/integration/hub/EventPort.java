package jp.tsunagi.integration.hub;

import java.time.Duration;
import java.util.List;
import jp.tsunagi.integration.contract.Notice;
import org.jspecify.annotations.Nullable;

/**
 * Does what follows from an event: writes the inbox of record, mails, starts deadlines.
 *
 * <p>At least once, in order within a case, several cases at a time. A repeat has no second effect and returns the same
 * copies (same {@code noticeId}), or none where they are known to have gone.
 */
public interface EventPort {

    /**
     * Handles one event.
     *
     * @return the copies for agencies that run a gateway; sent in the transaction that consumes the event
     * @throws HubUnavailable where the store is away; asked again until it is back
     * @throws RuntimeException rolled back, delivered again a few times, then parked
     */
    List<GatewayCopy> handle(HubEvent event);

    /**
     * A notice for the queue of an agency's gateway.
     *
     * @param timeToLive not beyond the end of the consent; a copy whose time is not positive is not sent
     * @param recallable whether a withdrawal removes it while it waits; false for the notice of the withdrawal itself
     */
    record GatewayCopy(
            String agency,
            Notice notice,
            Duration timeToLive,
            String caseId,
            @Nullable String conferenceId,
            boolean recallable) {}
}
