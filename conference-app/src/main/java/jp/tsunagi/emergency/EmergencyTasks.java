package jp.tsunagi.emergency;

import java.util.List;
import jp.tsunagi.command.Command;
import jp.tsunagi.schedule.ScheduleSource;
import jp.tsunagi.schedule.Task;
import jp.tsunagi.shared.TimeConfiguration;
import org.springframework.stereotype.Component;

/** Openings in an emergency that wait for the director. */
@Component
class EmergencyTasks implements ScheduleSource {

    private final Opening opening;

    EmergencyTasks(Opening opening) {
        this.opening = opening;
    }

    @Override
    public List<Task> tasks(Command command) {
        return opening.waiting(command).stream()
                .map(one -> new Task(
                        one.reference(),
                        "step.REVIEW_EMERGENCY",
                        one.reviewDue().atZone(TimeConfiguration.JAPAN).toLocalDate(),
                        "/emergencies/" + one.id(),
                        true))
                .toList();
    }
}
