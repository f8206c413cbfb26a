package jp.tsunagi.complaint;

import jp.tsunagi.integration.hub.DeadlinePort;
import jp.tsunagi.outbox.DueRun;
import org.springframework.stereotype.Component;

/** Reminds of answers that are near or late. */
@Component
class ComplaintRun implements DeadlinePort {

    private final Complaints complaints;
    private final AnswerDays days;
    private final DueRun due;

    ComplaintRun(Complaints complaints, AnswerDays days, DueRun due) {
        this.complaints = complaints;
        this.days = days;
        this.due = due;
    }

    @Override
    public void tick() {
        due.each("complaints", complaints::toRemind, (complaint, today) -> {
            boolean reminded = complaint.remind(days, today);
            complaints.save(complaint);
            return reminded;
        });
    }
}
