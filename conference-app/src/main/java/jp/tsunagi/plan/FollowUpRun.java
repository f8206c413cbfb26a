package jp.tsunagi.plan;

import jp.tsunagi.integration.hub.DeadlinePort;
import jp.tsunagi.outbox.DueRun;
import org.springframework.stereotype.Component;

/** Looks at the plans whose day has come. */
@Component
class FollowUpRun implements DeadlinePort {

    private final Plans plans;
    private final Lookout lookout;
    private final DueRun due;

    FollowUpRun(Plans plans, Lookout lookout, DueRun due) {
        this.plans = plans;
        this.lookout = lookout;
        this.due = due;
    }

    @Override
    public void tick() {
        due.each("follow-up", plans::toLookAt, (plan, today) -> {
            lookout.look(plan, today);
            plans.save(plan);
            return true;
        });
    }
}
