package jp.tsunagi.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.integration.hub.DeadlinePort;
import jp.tsunagi.integration.hub.OutboxNudge;
import jp.tsunagi.protection.SealedCollection;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.TimeConfiguration;
import jp.tsunagi.store.Lease;
import jp.tsunagi.store.Leases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reminds of what is near, on one node at a time. That somebody is to be reminded, and that it is done with, is one write
 * on the clock: whatever stops between two steps, each reminder goes out once.
 */
@Component
class ClockRun implements DeadlinePort {

    private static final Logger LOG = LoggerFactory.getLogger(ClockRun.class);
    private static final String LEASE = "clocks";
    private static final Duration LONGEST_RUN = Duration.ofMinutes(2);
    private static final int AT_A_TIME = 500;

    private final Clocks clocks;
    private final ClockSources sources;
    private final Leases leases;
    private final OutboxNudge nudge;
    private final Clock clock;

    ClockRun(Clocks clocks, ClockSources sources, Leases leases, OutboxNudge nudge, Clock clock) {
        this.clocks = clocks;
        this.sources = sources;
        this.leases = leases;
        this.nudge = nudge;
        this.clock = clock;
    }

    @Override
    public void tick() {
        Optional<Lease> lease = leases.take(LEASE, Ids.random(clock.instant()), LONGEST_RUN);
        if (lease.isEmpty()) {
            return;
        }
        try {
            LocalDate today = LocalDate.ofInstant(clock.instant(), TimeConfiguration.JAPAN);
            boolean reminded = false;
            for (CaseClock due : clocks.toRemind(today, AT_A_TIME)) {
                try {
                    reminded |= remind(due.caseId(), today);
                } catch (RuntimeException e) {
                    // One case that cannot be looked at keeps no other from it.
                    LOG.warn("A clock could not be looked at: {}", e.getClass().getName());
                }
            }
            if (reminded) {
                nudge.nudge();
            }
        } finally {
            leases.release(lease.get());
        }
    }

    /** Of what is so today: a consent that was renewed, or taken back, since the clock was written is not reminded of. */
    private boolean remind(CaseId caseId, LocalDate today) {
        Optional<ClockSources.Current> current = sources.current(caseId, today);
        if (current.isEmpty()) {
            return false;
        }
        boolean reminded = current.get().clock().remind(today);
        try {
            clocks.save(current.get().clock());
        } catch (SealedCollection.Stale e) {
            // Somebody acted in this very moment: the next run sees whether it is still due.
            LOG.debug("A reminder was put off");
            return false;
        }
        return reminded;
    }
}
