package jp.tsunagi.handover;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
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
 * Reminds of offers that nobody answered, and lets go of those whose consent is over, on one node at a time. That somebody is
 * to be told, and that it is done with, is one write: whatever stops between two steps, each is told once.
 */
@Component
class HandOverRun implements DeadlinePort {

    private static final Logger LOG = LoggerFactory.getLogger(HandOverRun.class);
    private static final String LEASE = "hand-overs";
    private static final Duration LONGEST_RUN = Duration.ofMinutes(2);
    private static final int AT_A_TIME = 500;

    private final HandOvers handOvers;
    private final HandOverDays days;
    private final Casefiles casefiles;
    private final Leases leases;
    private final OutboxNudge nudge;
    private final Clock clock;

    HandOverRun(
            HandOvers handOvers,
            HandOverDays days,
            Casefiles casefiles,
            Leases leases,
            OutboxNudge nudge,
            Clock clock) {
        this.handOvers = handOvers;
        this.days = days;
        this.casefiles = casefiles;
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
            for (HandOver due : handOvers.toLookAt(today, AT_A_TIME)) {
                try {
                    any |= look(due, today);
                } catch (SealedCollection.Stale e) {
                    // Answered in this very moment: the next run sees what is still due.
                    LOG.debug("A reminder was put off");
                } catch (RuntimeException e) {
                    // One case that cannot be looked at keeps no other from it.
                    LOG.warn("A hand-over could not be looked at: {}", e.getClass().getName());
                }
            }
            if (any) {
                nudge.nudge();
            }
        } finally {
            leases.release(lease.get());
        }
    }

    private boolean look(HandOver handOver, LocalDate today) {
        Casefile casefile = casefiles.find(handOver.record().caseId()).orElse(null);
        boolean covered = casefile != null
                && HandOverConsent.scope(casefile, handOver.record(), today).covers();
        boolean tells = true;
        if (covered) {
            tells = handOver.remind(
                    days, today, casefile.consent().orElseThrow().validUntil());
        } else {
            handOver.lapse();
        }
        handOvers.save(handOver);
        return tells;
    }
}
