package jp.tsunagi.emergency;

import java.time.Clock;
import jp.tsunagi.integration.hub.DeadlinePort;
import jp.tsunagi.outbox.DueRun;
import org.springframework.stereotype.Component;

/** Sees to it that an opening nobody reviewed within the day is told to those who watch over the Center. */
@Component
class EmergencyRun implements DeadlinePort {

    private final Emergencies emergencies;
    private final DueRun due;
    private final Clock clock;

    EmergencyRun(Emergencies emergencies, DueRun due, Clock clock) {
        this.emergencies = emergencies;
        this.due = due;
        this.clock = clock;
    }

    @Override
    public void tick() {
        due.each("emergencies", (today, atMost) -> emergencies.toWake(clock.instant(), atMost), (opening, today) -> {
            emergencies.replace(opening.late());
            return true;
        });
    }
}
