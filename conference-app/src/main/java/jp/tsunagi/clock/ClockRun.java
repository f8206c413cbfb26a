package jp.tsunagi.clock;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.integration.hub.DeadlinePort;
import jp.tsunagi.outbox.DueRun;
import org.springframework.stereotype.Component;

/** Reminds of what is near. */
@Component
class ClockRun implements DeadlinePort {

    private final Clocks clocks;
    private final ClockSources sources;
    private final DueRun due;

    ClockRun(Clocks clocks, ClockSources sources, DueRun due) {
        this.clocks = clocks;
        this.sources = sources;
        this.due = due;
    }

    @Override
    public void tick() {
        due.each("clocks", clocks::toRemind, (clock, today) -> remind(clock.caseId(), today));
    }

    /** Of what is so today: a consent that was renewed, or taken back, since the clock was written is not reminded of. */
    private boolean remind(CaseId caseId, LocalDate today) {
        Optional<ClockSources.Current> current = sources.current(caseId, today);
        if (current.isEmpty()) {
            return false;
        }
        boolean reminded = current.get().clock().remind(today);
        clocks.save(current.get().clock());
        return reminded;
    }
}
