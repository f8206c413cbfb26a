package jp.tsunagi.complaint;

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

/**
 * Reminds of answers that are near or late, on one node at a time. That somebody is to be reminded, and that it is done
 * with, is one write on the complaint: whatever stops between two steps, each reminder goes out once.
 */
@Component
class ComplaintRun implements DeadlinePort {

    private static final Logger LOG = LoggerFactory.getLogger(ComplaintRun.class);
    private static final String LEASE = "complaints";
    private static final Duration LONGEST_RUN = Duration.ofMinutes(2);
    private static final int AT_A_TIME = 500;

    private final Complaints complaints;
    private final AnswerDays days;
    private final Leases leases;
    private final OutboxNudge nudge;
    private final Clock clock;

    ComplaintRun(Complaints complaints, AnswerDays days, Leases leases, OutboxNudge nudge, Clock clock) {
        this.complaints = complaints;
        this.days = days;
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
            for (Complaint due : complaints.toRemind(today, AT_A_TIME)) {
                reminded |= remind(due, today);
            }
            if (reminded) {
                nudge.nudge();
            }
        } finally {
            leases.release(lease.get());
        }
    }

    private boolean remind(Complaint complaint, LocalDate today) {
        boolean reminded = complaint.remind(days, today);
        try {
            complaints.save(complaint);
        } catch (SealedCollection.Stale e) {
            // Answered in this very moment, or sent on: the next run sees whether it is still due.
            LOG.debug("A reminder was put off");
            return false;
        }
        return reminded;
    }
}
