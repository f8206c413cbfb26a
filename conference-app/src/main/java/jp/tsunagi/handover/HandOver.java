package jp.tsunagi.handover;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.TeamSection;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.handover.HandOverRecord.Accepted;
import jp.tsunagi.handover.HandOverRecord.Agreed;
import jp.tsunagi.handover.HandOverRecord.Answer;
import jp.tsunagi.handover.HandOverRecord.By;
import jp.tsunagi.handover.HandOverRecord.Elsewhere;
import jp.tsunagi.outbox.Announcing;
import jp.tsunagi.shared.Ids;
import org.jspecify.annotations.Nullable;

/**
 * A hand-over. Each method is one step: it refuses by the rule's name, and notes what must be announced. Whoever calls has
 * asked who may, whether her consent covers it, and has found the words right.
 */
final class HandOver {

    /** What is announced; the names travel through the broker and never change. */
    static final String OFFERED = "hand-over-offered";

    static final String DUE = "hand-over-due";
    static final String UNANSWERED = "hand-over-unanswered";
    static final String ACCEPTED = "hand-over-accepted";
    static final String REFUSED = "hand-over-refused";
    static final String TAKEN_BACK = "hand-over-taken-back";
    static final String LAPSED = "hand-over-lapsed";

    private final HandOverRecord stored;
    private final Announcing outbox;
    private HandOverState state;
    private @Nullable LocalDate lookOn;
    private int reminders;
    private @Nullable Accepted accepted;
    private @Nullable Answer answer;
    private @Nullable Handed given;
    private List<SeenCommand> seen;

    HandOver(HandOverRecord stored) {
        this.stored = stored;
        this.outbox = new Announcing(stored.version() + 1, stored.outbox(), stored.sentThrough());
        this.state = stored.state();
        this.lookOn = stored.lookOn();
        this.reminders = stored.reminders();
        this.accepted = stored.accepted();
        this.answer = stored.answer();
        this.given = stored.given();
        this.seen = stored.seen();
    }

    /** The hand-over that this command offers; the same for a repeat. */
    static String idOf(Command command) {
        return Ids.derived("hand-over", command.id());
    }

    /** By which conference the case is found. */
    record Place(CaseId caseId, String conferenceId, String reference) {}

    /**
     * Whom it goes to, and what she said to that.
     *
     * @param receiver of the directory; null where it goes elsewhere
     */
    record Offer(
            @Nullable AgencyCode receiver,
            @Nullable Elsewhere elsewhere,
            Agreed agreed,
            List<Part> parts,
            Handed handed) {}

    /** A new one, in no store yet. @param consentUntil the last day of her consent */
    static HandOver offered(
            Place place, String reference, Offer offer, HandOverDays days, LocalDate consentUntil, Command command) {
        LocalDate today = command.today();
        HandOver handOver = new HandOver(new HandOverRecord(
                idOf(command),
                -1,
                place.caseId(),
                place.conferenceId(),
                place.reference(),
                reference,
                new TeamSection(command.officer().agency(), command.officer().section()),
                place.caseId().value(),
                HandOverState.OFFERED,
                offer.receiver(),
                offer.elsewhere(),
                offer.agreed(),
                offer.parts(),
                offer.handed(),
                by(command),
                today,
                days.answerBy(today),
                null,
                0,
                null,
                null,
                null,
                List.of(),
                List.of(),
                false,
                Announcing.NOTHING_SENT));
        handOver.lookOn = days.next(handOver, consentUntil);
        handOver.announce(OFFERED);
        handOver.done(command);
        return handOver;
    }

    HandOverRecord toRecord() {
        return new HandOverRecord(
                stored.id(),
                stored.version() + 1,
                stored.caseId(),
                stored.conferenceId(),
                stored.caseReference(),
                stored.reference(),
                stored.team(),
                state.open() ? stored.caseId().value() : stored.id(),
                state,
                stored.receiver(),
                stored.elsewhere(),
                stored.agreed(),
                stored.parts(),
                stored.handed(),
                stored.offeredBy(),
                stored.offeredOn(),
                stored.answerBy(),
                lookOn,
                reminders,
                accepted,
                answer,
                given,
                seen,
                outbox.entries(),
                !outbox.entries().isEmpty(),
                stored.sentThrough());
    }

    /** What was stored when it was loaded. */
    HandOverRecord record() {
        return stored;
    }

    boolean isNew() {
        return stored.version() < 0;
    }

    HandOverState state() {
        return state;
    }

    int reminders() {
        return reminders;
    }

    boolean elsewhere() {
        return stored.receiver() == null;
    }

    /** @throws jp.tsunagi.shared.Refused {@code idempotency.key-reused} */
    boolean has(Command command) {
        return SeenCommand.contains(seen, command);
    }

    /** Refuses what any answer to it would refuse. */
    void requireOffered() {
        if (state != HandOverState.OFFERED) {
            throw state.answered();
        }
    }

    /**
     * The receiving agency takes it: which case is made of it is decided here, and by nothing else.
     *
     * @param team that takes it; null elsewhere, where no case is made
     * @param handed as the policy shows it now
     */
    void accept(@Nullable TeamSection team, Handed handed, int consentNumber, @Nullable Answer told, Command command) {
        requireOffered();
        state = HandOverState.ACCEPTED;
        accepted = new Accepted(
                command.officer().id(),
                command.officer().name(),
                at(command),
                consentNumber,
                team,
                team == null ? null : new CaseId(Ids.derived("case", "hand-over", stored.id())),
                team == null ? null : Ids.derived("conference", "hand-over", stored.id()));
        answer = told;
        given = handed;
        lookOn = null;
        announce(ACCEPTED);
        done(command);
    }

    void refuse(Answer told, Command command) {
        end(HandOverState.REFUSED, REFUSED, told);
        done(command);
    }

    void takeBack(Answer why, Command command) {
        end(HandOverState.TAKEN_BACK, TAKEN_BACK, why);
        done(command);
    }

    /** Her consent to it has ended; nobody's act. Also where it was accepted in the very moment after she took it back. */
    void lapse() {
        state = HandOverState.LAPSED;
        accepted = null;
        given = null;
        lookOn = null;
        announce(LAPSED);
    }

    /** The receiving agency has its case, and what went along has ended here. */
    void made() {
        if (state != HandOverState.ACCEPTED) {
            throw state.answered();
        }
        state = HandOverState.TAKEN_OVER;
    }

    /**
     * Reminds whoever is awaited, then tells those who offered that nobody answered; each once.
     *
     * @param consentUntil the last day of her consent, after which it is looked at again
     * @return whether anybody was reminded
     */
    boolean remind(HandOverDays days, LocalDate today, LocalDate consentUntil) {
        int before = reminders;
        while (days.reminder(this).filter(day -> !day.isAfter(today)).isPresent()) {
            announce(days.reminds(this) ? DUE : UNANSWERED);
            reminders++;
        }
        lookOn = days.next(this, consentUntil);
        return reminders > before;
    }

    /** Who acts, as it is kept. */
    static By by(Command command) {
        return new By(
                command.officer().id(),
                command.officer().name(),
                command.officer().agency().value(),
                at(command));
    }

    private void end(HandOverState next, String announced, Answer told) {
        requireOffered();
        state = next;
        answer = told;
        lookOn = null;
        announce(announced);
    }

    private void done(Command command) {
        seen = SeenCommand.with(seen, command);
    }

    private static Instant at(Command command) {
        return command.at().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Which one, and nothing of it: it goes through the broker. */
    private void announce(String kind) {
        outbox.announce(kind, stored.conferenceId(), Set.of(), stored.id());
    }
}
