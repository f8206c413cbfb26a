package jp.tsunagi.retention;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagi.integration.hub.DeadlinePort;
import jp.tsunagi.outbox.DueRun;
import org.springframework.stereotype.Component;

/** Carries out what was decided and was interrupted, and what is deleted by itself. */
@Component
class RetentionRun implements DeadlinePort {

    private final Keepings keepings;
    private final Erasures erasures;
    private final Erasing erasing;
    private final Purging purging;
    private final DueRun due;
    private volatile LocalDate searched = LocalDate.MIN;

    RetentionRun(Keepings keepings, Erasures erasures, Erasing erasing, Purging purging, DueRun due) {
        this.keepings = keepings;
        this.erasures = erasures;
        this.erasing = erasing;
        this.purging = purging;
        this.due = due;
    }

    @Override
    public void tick() {
        due.each("deletions", (today, atMost) -> keepings.decided(atMost), (keeping, today) -> {
            erasing.begin(keeping.record());
            return false;
        });
        due.each("erasures", (today, atMost) -> erasures.open(atMost), (erasure, today) -> {
            erasing.carryOn(erasure);
            return false;
        });
        due.each("purges-to-tell", (today, atMost) -> near(today), purging::announce);
        due.each("purges", keepings::toPurge, (keeping, today) -> {
            purging.purge(keeping, today);
            return false;
        });
        purging.purgeExports();
    }

    /** Days change once a day: what comes near is searched for as often. */
    private List<Purging.Due> near(LocalDate today) {
        if (today.equals(searched)) {
            return List.of();
        }
        List<Purging.Due> near = purging.near(today);
        searched = today;
        return near;
    }
}
