package jp.tsunagi.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagi.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * One procedure of a case, with all that was done to it.
 *
 * @param number from 1
 * @param madeBy the command that entered it
 * @param until its last day
 * @param ending null while nobody has ended it, also after its last day
 * @param remindedThrough reminders up to this day are done with
 * @param history the oldest first
 */
record Entry(
        int number,
        String madeBy,
        Facts facts,
        LocalDate until,
        @Nullable Ending ending,
        LocalDate remindedThrough,
        List<Line> history) {

    Entry {
        history = List.copyOf(history);
    }

    /** Where it stands on a day. */
    enum State {
        RUNNING,
        /** Its last day is over. */
        LAPSED,
        ENDED,
        /** Ended because she moved to another municipality. */
        MOVED_OUT,
        /** Ended together with the order that it was based on. */
        ENDED_WITH_ORDER
    }

    /** What was done to an entry. */
    enum Step {
        ENTERED,
        CHANGED,
        RENEWED,
        ENDED,
        MOVED_OUT,
        FOLLOWED_ORDER
    }

    record Ending(State how, LocalDate on, @Nullable String reason) {}

    /** @param facts as they were after it */
    record Line(
            Step step,
            Facts facts,
            LocalDate until,
            @Nullable String reason,
            Instant at,
            AccountId account,
            String by,
            String agency) {}

    State state(LocalDate today) {
        if (ending != null) {
            return ending.how();
        }
        return today.isAfter(until) ? State.LAPSED : State.RUNNING;
    }

    boolean open() {
        return ending == null;
    }

    /** To be named by whoever changes it. */
    int revision() {
        return history.size();
    }

    /** With another end reminders begin anew, from today on. */
    Entry with(Facts newFacts, LocalDate newUntil, LocalDate today, Line line) {
        return new Entry(
                number,
                madeBy,
                newFacts,
                newUntil,
                ending,
                newUntil.equals(until) ? remindedThrough : today,
                longer(line));
    }

    Entry ended(Ending how, Line line) {
        return new Entry(number, madeBy, facts, until, how, remindedThrough, longer(line));
    }

    Entry reminded(LocalDate today) {
        return new Entry(number, madeBy, facts, until, ending, today, history);
    }

    private List<Line> longer(Line line) {
        List<Line> longer = new ArrayList<>(history);
        longer.add(line);
        return longer;
    }
}
