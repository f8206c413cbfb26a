package jp.tsunagi.retention;

import jp.tsunagi.integration.hub.DeadlinePort;
import jp.tsunagi.outbox.DueRun;
import org.springframework.stereotype.Component;

/** Carries out what was decided and was interrupted, and what is deleted by itself. */
@Component
class RetentionRun implements DeadlinePort {

    private final Keepings keepings;
    private final Erasures erasures;
    private final Erasing erasing;
    private final DueRun due;

    RetentionRun(Keepings keepings, Erasures erasures, Erasing erasing, DueRun due) {
        this.keepings = keepings;
        this.erasures = erasures;
        this.erasing = erasing;
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
    }
}
