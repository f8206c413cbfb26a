package jp.tsunagi.conference;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
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

/** Reminds of what is due, on one node at a time. */
@Component
class DeadlineRun implements DeadlinePort {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineRun.class);
    private static final String LEASE = "deadlines";
    private static final Duration LONGEST_RUN = Duration.ofMinutes(2);
    private static final int AT_A_TIME = 500;

    private final Conferences conferences;
    private final Leases leases;
    private final OutboxNudge nudge;
    private final Clock clock;

    DeadlineRun(Conferences conferences, Leases leases, OutboxNudge nudge, Clock clock) {
        this.conferences = conferences;
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
            int reminded = 0;
            for (CaseConference conference : conferences.toRemind(today, AT_A_TIME)) {
                conference.remind(today);
                try {
                    conferences.save(conference);
                    reminded++;
                } catch (SealedCollection.Stale e) {
                    // Somebody acted in this very moment: the next run sees whether it is still due.
                    LOG.debug("A reminder was put off");
                }
            }
            if (reminded > 0) {
                nudge.nudge();
            }
        } finally {
            leases.release(lease.get());
        }
    }
}
