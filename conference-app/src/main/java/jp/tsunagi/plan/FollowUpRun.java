package jp.tsunagi.plan;

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

/** Looks at the plans whose day has come, on one node at a time. */
@Component
class FollowUpRun implements DeadlinePort {

    private static final Logger LOG = LoggerFactory.getLogger(FollowUpRun.class);
    private static final String LEASE = "follow-up";
    private static final Duration LONGEST_RUN = Duration.ofMinutes(2);
    private static final int AT_A_TIME = 500;

    private final Plans plans;
    private final Lookout lookout;
    private final Leases leases;
    private final OutboxNudge nudge;
    private final Clock clock;

    FollowUpRun(Plans plans, Lookout lookout, Leases leases, OutboxNudge nudge, Clock clock) {
        this.plans = plans;
        this.lookout = lookout;
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
            boolean any = false;
            for (SupportPlan plan : plans.toLookAt(today, AT_A_TIME)) {
                try {
                    lookout.look(plan, today);
                    plans.save(plan);
                    any = true;
                } catch (SealedCollection.Stale e) {
                    // Somebody acted in this very moment: the next run sees what is still due.
                    LOG.debug("A look at a plan was put off");
                } catch (RuntimeException e) {
                    // One case that cannot be looked at keeps no other from it.
                    LOG.warn("A plan could not be looked at: {}", e.getClass().getName());
                }
            }
            if (any) {
                nudge.nudge();
            }
        } finally {
            leases.release(lease.get());
        }
    }
}
