package jp.tsunagi.complaint;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.TeamSection;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.complaint.ComplaintForm.Result;
import jp.tsunagi.complaint.ComplaintRecord.Answer;
import jp.tsunagi.complaint.ComplaintRecord.By;
import jp.tsunagi.complaint.ComplaintRecord.Received;
import jp.tsunagi.complaint.ComplaintRecord.Review;
import jp.tsunagi.outbox.Announcing;
import jp.tsunagi.shared.Ids;
import org.jspecify.annotations.Nullable;

/**
 * A complaint. Each method is one step: it refuses by the rule's name, and notes what must be announced. Whoever calls has
 * asked who may, and has found the words right.
 */
final class Complaint {

    /** What is announced; the names travel through the broker and never change. */
    static final String RECEIVED = "complaint-received";

    static final String NEAR = "complaint-due";
    static final String LATE = "complaint-overdue";

    private final ComplaintRecord stored;
    private final Announcing outbox;
    private ComplaintState state;
    private @Nullable Answer answer;
    private @Nullable Review review;
    private @Nullable LocalDate remindOn;
    private LocalDate remindedThrough;
    private List<SeenCommand> seen;

    Complaint(ComplaintRecord stored) {
        this.stored = stored;
        this.outbox = new Announcing(stored.version() + 1, stored.outbox(), stored.sentThrough());
        this.state = stored.state();
        this.answer = stored.answer();
        this.review = stored.review();
        this.remindOn = stored.remindOn();
        this.remindedThrough = stored.remindedThrough();
        this.seen = stored.seen();
    }

    /** The complaint that this command records; the same for a repeat. It has no number: a gap would tell of one kept. */
    static String idOf(Command command) {
        return Ids.derived("complaint", command.id());
    }

    /** By which conference the case is found. */
    record Place(CaseId caseId, String conferenceId, String reference) {}

    /** A new one, in no store yet. */
    static Complaint received(
            Place place,
            Received received,
            About about,
            Handler handler,
            LocalDate due,
            AnswerDays days,
            Command command) {
        LocalDate today = command.today();
        LocalDate beforeLate = days.late(due).minusDays(1);
        Complaint complaint = new Complaint(new ComplaintRecord(
                idOf(command),
                -1,
                place.caseId(),
                place.conferenceId(),
                place.reference(),
                new TeamSection(command.officer().agency(), command.officer().section()),
                ComplaintState.RECEIVED,
                due,
                received,
                about,
                handler,
                null,
                null,
                null,
                // What was late already when it was written down is still told to the director.
                today.isBefore(beforeLate) ? today : beforeLate,
                List.of(),
                List.of(),
                false,
                Announcing.NOTHING_SENT));
        complaint.remindOn = complaint.next(days).orElse(null);
        complaint.seen = SeenCommand.with(complaint.seen, command);
        if (handler != Handler.RECEIVER) {
            complaint.announce(RECEIVED);
        }
        return complaint;
    }

    ComplaintRecord toRecord() {
        return new ComplaintRecord(
                stored.id(),
                stored.version() + 1,
                stored.caseId(),
                stored.conferenceId(),
                stored.reference(),
                stored.receiver(),
                state,
                stored.due(),
                stored.received(),
                stored.about(),
                stored.handler(),
                answer,
                review,
                remindOn,
                remindedThrough,
                seen,
                outbox.entries(),
                !outbox.entries().isEmpty(),
                stored.sentThrough());
    }

    /** What was stored when it was loaded. */
    ComplaintRecord record() {
        return stored;
    }

    boolean isNew() {
        return stored.version() < 0;
    }

    /** @throws jp.tsunagi.shared.Refused {@code idempotency.key-reused} */
    boolean has(Command command) {
        return SeenCommand.contains(seen, command);
    }

    ComplaintState state() {
        return state;
    }

    /** Who acts, as it is kept. */
    static By by(Command command) {
        return new By(
                command.officer().id(),
                command.officer().name(),
                command.officer().agency().value(),
                command.at().truncatedTo(ChronoUnit.MILLIS));
    }

    void answer(Answer given, Command command) {
        state = ComplaintStep.ANSWER.from(state);
        answer = given;
        remindOn = null;
        seen = SeenCommand.with(seen, command);
    }

    void review(Review made, Command command) {
        ComplaintStep step = made.result() == Result.CHANGED ? ComplaintStep.REVIEW : ComplaintStep.CLOSE;
        state = step.from(state);
        review = made;
        seen = SeenCommand.with(seen, command);
    }

    /**
     * Announces that an answer is near or late, each once; where several were missed, what is so now.
     *
     * @return whether anything was announced
     */
    boolean remind(AnswerDays days, LocalDate today) {
        boolean due = state == ComplaintState.RECEIVED && remindOn != null && !remindOn.isAfter(today);
        if (due) {
            announce(today.isBefore(days.late(stored.due())) ? NEAR : LATE);
            remindedThrough = today;
        }
        remindOn = state == ComplaintState.RECEIVED ? next(days).orElse(null) : null;
        return due;
    }

    private Optional<LocalDate> next(AnswerDays days) {
        return days.of(stored.due()).stream()
                .filter(day -> day.isAfter(remindedThrough))
                .findFirst();
    }

    /** Which one, and nothing of it: it goes through the broker. To whom is found out when it is told. */
    private void announce(String kind) {
        outbox.announce(kind, stored.conferenceId(), Set.of(), stored.id());
    }
}
