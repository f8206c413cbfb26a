package jp.tsunagi.conference;

import jp.tsunagi.integration.hub.DeadlinePort;
import jp.tsunagi.outbox.DueRun;
import org.springframework.stereotype.Component;

/** Reminds of what is due. */
@Component
class DeadlineRun implements DeadlinePort {

    private final Conferences conferences;
    private final DueRun due;

    DeadlineRun(Conferences conferences, DueRun due) {
        this.conferences = conferences;
        this.due = due;
    }

    @Override
    public void tick() {
        due.each("deadlines", conferences::toRemind, (conference, today) -> {
            conference.remind(today);
            conferences.save(conference);
            return true;
        });
    }
}
