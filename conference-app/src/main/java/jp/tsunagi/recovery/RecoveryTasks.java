package jp.tsunagi.recovery;

import java.util.List;
import jp.tsunagi.command.Command;
import jp.tsunagi.recovery.Recovering.Shown;
import jp.tsunagi.schedule.ScheduleSource;
import jp.tsunagi.schedule.Task;
import org.springframework.stereotype.Component;

/** Papers that the officer's agency was asked for and has not answered for. */
@Component
class RecoveryTasks implements ScheduleSource {

    private final Recovering recovering;

    RecoveryTasks(Recovering recovering) {
        this.recovering = recovering;
    }

    @Override
    public List<Task> tasks(Command command) {
        return recovering.waiting(command).stream().map(RecoveryTasks::task).toList();
    }

    private static Task task(Shown asked) {
        return new Task(asked.reference(), "step.GIVE_BACK_PAPERS", null, "/recoveries/" + asked.n(), false);
    }
}
