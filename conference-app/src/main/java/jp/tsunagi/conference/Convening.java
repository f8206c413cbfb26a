package jp.tsunagi.conference;

import java.time.LocalDateTime;
import java.util.List;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * The convening (招集).
 *
 * @param moderator agency that chairs, recorder the one that takes the minutes; both agreed with the requesting agency
 * @param companions who comes for no agency; not told by the system, which knows no way to reach them
 */
public record Convening(
        @Classified(FieldClass.SCHEDULE) @Nullable LocalDateTime start,
        @Classified(FieldClass.SCHEDULE) @Nullable LocalDateTime end,
        @Classified(FieldClass.MEETING_PLACE) @Nullable String place,
        @Classified(FieldClass.SCHEDULE) @Nullable Boolean online,
        @Classified(FieldClass.AGENCY) @Nullable String moderator,
        @Classified(FieldClass.AGENCY) @Nullable String recorder,
        @Classified(FieldClass.AGENCY) List<Invited> participants,
        @Classified(FieldClass.PARTICIPANTS) List<Companion> companions) {

    public Convening {
        participants = Lists.given(participants);
        companions = Lists.given(companions);
    }

    /**
     * An agency that is asked to come.
     *
     * @param via the agency that passes the notice on (関係機関を通じて), null where the Center tells it directly
     */
    public record Invited(
            @Classified(FieldClass.AGENCY) String agency, @Classified(FieldClass.AGENCY) @Nullable String via) {}

    /**
     * Somebody who takes part for no agency of the directory. Sees nothing on the screen, and hears what is said: so she
     * is asked for each of them.
     *
     * @param broughtBy code of the agency that takes part and brings this person along, answering for the secrecy (Art. 15)
     * @param agreed that she agreed to this person being there
     */
    public record Companion(
            @Classified(FieldClass.PARTICIPANTS) @Nullable Capacity capacity,
            @Classified(FieldClass.PARTICIPANTS) @Nullable String name,
            @Classified(FieldClass.PARTICIPANTS) @Nullable String broughtBy,
            @Classified(FieldClass.PARTICIPANTS) @Nullable Boolean agreed) {}

    Convening movedTo(Rescheduling move) {
        return new Convening(
                move.start(),
                move.end(),
                move.place() == null ? place : move.place(),
                online,
                moderator,
                recorder,
                participants,
                companions);
    }

    /** A convened meeting moves. */
    public record Rescheduling(
            @Nullable LocalDateTime start,
            @Nullable LocalDateTime end,
            @Nullable String place,
            @Nullable String reason) {}
}
