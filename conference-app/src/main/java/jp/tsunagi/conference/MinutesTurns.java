package jp.tsunagi.conference;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagi.command.Command;
import jp.tsunagi.protection.Relation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose turn the minutes are: to confirm them, or to answer what was objected. */
@Component
class MinutesTurns {

    private final Desk desk;
    private final MinutesDesk minutes;

    MinutesTurns(Desk desk, MinutesDesk minutes) {
        this.desk = desk;
        this.minutes = minutes;
    }

    /** @param step as in {@code step.<step>} of the message files; @param due the last day for it, null where none */
    record Turn(String step, @Nullable LocalDate due) {}

    /** Whether the officer reads minutes of this conference at all. */
    boolean readable(String id, Command command) {
        Desk.Sight sight = desk.look(id, command);
        return sight.conference().outcome().isPresent() && MinutesStep.CONFIRM.allowed(command.officer(), sight);
    }

    Optional<Turn> of(String id, Command command) {
        Desk.Sight sight = desk.look(id, command);
        if (sight.conference().outcome().isEmpty()) {
            return Optional.empty();
        }
        Standing standing = sight.standing();
        boolean reported = standing.actsAs().contains(Relation.REQUESTING_TEAM);
        if (!reported && !standing.is(Relation.CLEARED_PARTICIPANT)) {
            return Optional.empty();
        }
        MinutesDesk.Sight found = minutes.sight(sight);
        if (reported
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
                && MinutesStep.CONFIRM.allowed(command.officer(), sight)
                && found.minutes().receiptOf(command.officer().agency()).isEmpty();
        return confirms ? Optional.of(new Turn("CONFIRM_MINUTES", found.until())) : Optional.empty();
    }
}
