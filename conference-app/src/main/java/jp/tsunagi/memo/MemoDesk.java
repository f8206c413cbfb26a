package jp.tsunagi.memo;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.ConferenceCircle;
import jp.tsunagi.conference.ConferenceCircle.Seat;
import jp.tsunagi.conference.ConferenceCircle.Sharer;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.springframework.stereotype.Component;

/** Asks who may read memos of a conference and who may write them, each time anew. */
@Component
class MemoDesk {

    private final ConferenceCircle circle;
    private final Acts acts;

    MemoDesk(ConferenceCircle circle, Acts acts) {
        this.circle = circle;
        this.acts = acts;
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} where the conference does not exist for this officer */
    Seat seat(String id, Command command) {
        return circle.seat(id, command);
    }

    /** Whether the policy shows this officer what people write. Never before the pledge, never without her consent. */
    static boolean mayRead(Seat seat) {
        return seat.grants().shows(FieldClass.NARRATIVE);
    }

    /** Whether this memo is anything to the officer now. */
    static boolean mayRead(Seat seat, Memo memo, Officer officer) {
        return mayRead(seat)
                && !memo.isUndone()
                && memo.record().conferenceId().equals(seat.id())
                && memo.record().audience().contains(officer.agency());
    }

    /** A person who may read, once the request is submitted: a machine writes to nobody. */
    static boolean mayWrite(Seat seat, Officer officer) {
        return mayRead(seat)
                && seat.submitted()
                && officer.person()
                && role(seat).isPresent();
    }

    /**
     * The same, refused and entered into the audit where it is not so.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found}, {@code step.not-permitted}, {@code state.not-possible}
     */
    Seat writer(String id, String action, Command command) {
        Seat seat = seat(id, command);
        if (!mayRead(seat) || !command.officer().person() || role(seat).isEmpty()) {
            Refused refused = Refusal.forbidden("step.not-permitted");
            acts.refused(command, action, seat.caseId().value(), seat.id().value(), refused);
            throw refused;
        }
        if (!seat.submitted()) {
            throw Refusal.conflict("state.not-possible");
        }
        return seat;
    }

    /** In which role somebody writes who stands to the conference like this; empty for who may not. */
    static Optional<Role> role(Seat seat) {
        if (seat.relations().contains(Relation.CENTER)) {
            return Optional.of(Role.CENTER_STAFF);
        }
        if (seat.relations().contains(Relation.DIRECTOR)) {
            return Optional.of(Role.DIRECTOR);
        }
        if (seat.relations().contains(Relation.REQUESTING_TEAM)) {
            return Optional.of(Role.COUNSELLOR);
        }
        return seat.relations().contains(Relation.CLEARED_PARTICIPANT)
                ? Optional.of(Role.PARTICIPANT)
                : Optional.empty();
    }

    /** The agencies besides the officer's own that a memo may go to today. */
    List<Sharer> others(Seat seat, Command command) {
        AgencyCode own = command.officer().agency();
        return circle.sharing(seat.id().value(), command.today()).stream()
                .filter(sharer -> !sharer.agency().equals(own))
                .toList();
    }
}
