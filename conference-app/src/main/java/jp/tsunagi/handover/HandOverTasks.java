package jp.tsunagi.handover;

import java.util.ArrayList;
import java.util.List;
import jp.tsunagi.account.Officer;
import jp.tsunagi.casefile.TeamSection;
import jp.tsunagi.command.Command;
import jp.tsunagi.schedule.ScheduleSource;
import jp.tsunagi.schedule.Task;
import org.springframework.stereotype.Component;

/** Offers that wait for the officer's agency, and those made elsewhere of which the answer is to be recorded. */
@Component
class HandOverTasks implements ScheduleSource {

    private final HandOverDesk desk;
    private final HandOvers handOvers;

    HandOverTasks(HandOverDesk desk, HandOvers handOvers) {
        this.desk = desk;
        this.handOvers = handOvers;
    }

    @Override
    public List<Task> tasks(Command command) {
        Officer officer = command.officer();
        if (!HandOverDesk.receives(officer)) {
            return List.of();
        }
        List<Task> tasks = new ArrayList<>();
        desk.waiting(command)
                .forEach(offer -> tasks.add(new Task(
                        offer.reference(),
                        "step.ANSWER_HAND_OVER",
                        offer.answerBy(),
                        "/handovers/" + offer.id(),
                        false)));
        handOvers
                .awaitedElsewhere(new TeamSection(officer.agency(), officer.section()))
                .forEach(offer -> tasks.add(new Task(
                        offer.caseReference(),
                        "step.RECORD_HAND_OVER_ANSWER",
                        offer.answerBy(),
                        "/c/" + offer.conferenceId() + "/handovers/" + offer.id(),
                        false)));
        return tasks;
    }
}
