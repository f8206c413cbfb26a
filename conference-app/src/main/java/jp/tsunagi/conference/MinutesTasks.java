package jp.tsunagi.conference;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.or;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.command.Command;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.schedule.ScheduleSource;
import jp.tsunagi.schedule.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose turn the minutes are: to confirm them, or to answer what was objected. */
@Component
class MinutesTasks implements ScheduleSource {

    private static final int MOST = 500;
    /** A meeting that long ago was reported, closed, and has no days left to object. */
    private static final int DAYS_AFTER_A_MEETING = 60;

    private final Worklists worklists;
    private final MinutesDesk minutes;

    MinutesTasks(Worklists worklists, MinutesDesk minutes) {
        this.worklists = worklists;
        this.minutes = minutes;
    }

    /** @param step as in {@code step.<step>} of the message files; @param due the last day for it, null where none */
    record Turn(String step, @Nullable LocalDate due) {}

    @Override
    public List<Task> tasks(Command command) {
        List<Desk.Sight> sights = worklists
                .fitting(
                        or(
                                eq("state", ConferenceState.REPORTED.name()),
                                and(
                                        eq("state", ConferenceState.CLOSED.name()),
                                        gte(
                                                "holding.start",
                                                command.today()
                                                        .minusDays(DAYS_AFTER_A_MEETING)
                                                        .toString()))),
                        MOST,
                        command)
                .stream()
                .filter(sight -> readable(sight, command))
                .toList();
        List<Task> tasks = new ArrayList<>();
        for (MinutesDesk.Sight found : minutes.sights(sights)) {
            turn(found, command).ifPresent(turn -> tasks.add(task(Listed.of(found.of()), turn)));
        }
        return tasks;
    }

    /** Whether the officer reads minutes of this conference at all. */
    boolean readable(Desk.Sight sight, Command command) {
        return sight.conference().outcome().isPresent() && MinutesStep.CONFIRM.allowed(command.officer(), sight);
    }

    /** What waits for the officer here. */
    Optional<Turn> of(Desk.Sight sight, Command command) {
        return readable(sight, command)
                ? minutes.sights(List.of(sight)).stream().findFirst().flatMap(found -> turn(found, command))
                : Optional.empty();
    }

    private static Task task(Listed listed, Turn turn) {
        return new Task(
                listed.referenceOrNothing(),
                "step." + turn.step(),
                turn.due(),
                "/c/" + listed.id() + "/minutes",
                turn.due() != null);
    }

    private static Optional<Turn> turn(MinutesDesk.Sight found, Command command) {
        Desk.Sight sight = found.of();
        Standing standing = sight.standing();
        if (standing.actsAs().contains(Relation.REQUESTING_TEAM)
                && MinutesStep.ANSWER.allowed(command.officer(), sight)
                && found.minutes().objections().stream()
                        .anyMatch(objection -> objection.open()
                                && !objection.by().equals(command.officer().id()))) {
            return Optional.of(new Turn("ANSWER_OBJECTION", null));
        }
        // Closing ends it, yet not before the days are over in which the minutes may be objected to.
        boolean awaited = sight.conference().state() == ConferenceState.REPORTED
                || !command.today().isAfter(found.until());
        boolean confirms = standing.is(Relation.CLEARED_PARTICIPANT)
                && awaited
                && found.minutes().receiptOf(command.officer().agency()).isEmpty();
        return confirms ? Optional.of(new Turn("CONFIRM_MINUTES", found.until())) : Optional.empty();
    }
}
