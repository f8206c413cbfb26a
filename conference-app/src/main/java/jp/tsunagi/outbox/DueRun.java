package jp.tsunagi.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
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
 * Looks at what is due, on one node at a time and each by itself: one that cannot be looked at keeps no other from it. What
 * is announced and that it is done with must be one write of the aggregate, so that whatever stops between two steps, it
 * goes out once.
 */
@Component
public class DueRun {

    private static final Logger LOG = LoggerFactory.getLogger(DueRun.class);
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int AT_A_TIME = 500;

    private final Leases leases;
    private final OutboxNudge nudge;
    private final Clock clock;

    DueRun(Leases leases, OutboxNudge nudge, Clock clock) {
        this.leases = leases;
        this.nudge = nudge;
        this.clock = clock;
    }

    /** Finds what is due on a day (Japan), at most so many. */
    @FunctionalInterface
    public interface Due<T> {
        List<T> on(LocalDate today, int atMost);
    }

    /**
     * Does nothing where another node is at it.
     *
     * @param name of the lease, and of what is looked at as the log says it
     * @param look saves what it changed, and tells whether anything is announced; where another write came first
     *     ({@link SealedCollection.Stale}), the next run sees whether it is still due
     */
    public <T> void each(String name, Due<T> due, BiPredicate<T, LocalDate> look) {
        Optional<Lease> lease = leases.take(name, Ids.random(clock.instant()), LONGEST);
        if (lease.isEmpty()) {
            return;
        }
        try {
            LocalDate today = LocalDate.ofInstant(clock.instant(), TimeConfiguration.JAPAN);
            boolean announced = false;
            for (T one : due.on(today, AT_A_TIME)) {
                announced |= look(name, one, today, look);
            }
            if (announced) {
                nudge.nudge();
            }
        } finally {
            leases.release(lease.get());
        }
    }

    private static <T> boolean look(String name, T one, LocalDate today, BiPredicate<T, LocalDate> look) {
        try {
            return look.test(one, today);
        } catch (SealedCollection.Stale e) {
            LOG.debug("One of {} was put off", name);
        } catch (RuntimeException e) {
            LOG.warn("One of {} could not be looked at: {}", name, e.getClass().getName());
        }
        return false;
    }
}
