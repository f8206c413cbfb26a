package jp.tsunagi.childcouncil;

import java.util.EnumSet;
import java.util.Set;
import jp.tsunagi.account.Officer;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.ConferenceCircle;
import jp.tsunagi.conference.ConferenceCircle.Seat;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where a joint meeting is looked up, and where it is asked who may. The Center says that it is one; the council's record is
 * the Center's, the requesting agency's and that of the agency which speaks for the council, whose attendee has pledged, while
 * her consent covers it. For everybody else who takes part there is none.
 */
@Component
class JointDesk {

    private static final Set<Relation> CENTER = EnumSet.of(Relation.CENTER, Relation.CASE_OFFICER, Relation.DIRECTOR);

    private final ConferenceCircle circle;
    private final JointConferences joint;

    JointDesk(ConferenceCircle circle, JointConferences joint) {
        this.circle = circle;
        this.joint = joint;
    }

    /** A conference as one officer finds it. @param record null where it is no joint one */
    record Sight(Officer officer, Seat seat, @Nullable JointRecord record) {

        boolean marks() {
            return officer.person() && seat.relations().stream().anyMatch(CENTER::contains);
        }

        boolean reads() {
            return officer.person() && (marks() || seat.relations().contains(Relation.REQUESTING_TEAM) || ofCouncil());
        }

        boolean records() {
            return record != null && (marks() || ofCouncil());
        }

        private boolean ofCouncil() {
            return officer.person()
                    && record != null
                    && officer.worksFor(record.council())
                    && seat.relations().contains(Relation.CLEARED_PARTICIPANT)
                    && seat.grants().shows(FieldClass.AGENDA);
        }
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} where it does not exist, or its council's part not for this officer */
    Sight sight(String conference, Command command) {
        Seat seat = circle.seat(conference, command);
        Sight sight =
                new Sight(command.officer(), seat, joint.find(seat.id().value()).orElse(null));
        if (!seat.submitted() || !sight.reads()) {
            throw Refusal.notFound();
        }
        return sight;
    }
}
