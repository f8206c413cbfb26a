package jp.tsunagi.conference;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.protection.FieldClass;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.schedule.CalendarFile;
import jp.tsunagi.shared.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;

/**
 * The file of a meeting for an officer's own calendar (ui.md B12). Calendars are read by others: it names a number, a time
 * and a link, never a place, a person or an agency. A meeting that is off for the officer is a file that takes it out again.
 */
@Service
class MeetingCalendar {

    private static final Set<Step> MOVES =
            Set.of(Step.CONVENE, Step.RESCHEDULE, Step.CALL_OFF, Step.WITHDRAW_REQUEST, Step.WITHDRAW_CONSENT);

    private final Desk desk;
    private final Reading reading;
    private final Acts acts;
    private final MessageSource messages;

    MeetingCalendar(Desk desk, Reading reading, Acts acts, MessageSource messages) {
        this.desk = desk;
        this.reading = reading;
        this.acts = acts;
        this.messages = messages;
    }

    /** What the file would do. */
    enum Offer {
        ADD,
        TAKE_OUT
    }

    /** What the officer can have; nothing where no meeting was ever convened. */
    Optional<Offer> offer(Desk.Sight sight) {
        if (sight.conference().round() == 0) {
            return Optional.empty();
        }
        Listed listed = Listed.of(sight);
        if (listed.meeting() == null) {
            return Optional.of(Offer.TAKE_OUT);
        }
        return sight.conference().state() == ConferenceState.CONVENED ? Optional.of(Offer.ADD) : Optional.empty();
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} where there is nothing to add or take out */
    byte[] file(String id, URI link, Command command) {
        Desk.Sight sight = desk.look(id, command);
        Offer offer = offer(sight).orElseThrow(Refusal::notFound);
        CaseConference conference = sight.conference();
        acts.shown(
                command,
                "meeting.calendar",
                conference.caseId().value(),
                conference.id().value(),
                List.of(FieldClass.SCHEDULE.name()));
        Projection projection = reading.projection(sight, command.today());
        Shown call = Shown.of(projection).part("convening");
        boolean placeShown = !projection.withheld().contains("convening.place");
        CalendarFile.Event event = new CalendarFile.Event(
                conference.id().value() + "@tsunagi",
                sequence(conference, offer),
                text("calendar.summary", conference.reference()),
                call.time("start"),
                call.time("end"),
                placeShown && offer == Offer.ADD ? text("calendar.location") : null,
                link);
        return offer == Offer.ADD
                ? CalendarFile.publish(List.of(event), command.at())
                : CalendarFile.cancel(List.of(event), command.at());
    }

    /** Higher at every step that moves the meeting, and for one that is off higher than before. */
    private static int sequence(CaseConference conference, Offer offer) {
        long moves = conference.current().history().stream()
                .filter(line -> MOVES.contains(line.step()))
                .count();
        return (int) (2 * moves + (offer == Offer.TAKE_OUT ? 1 : 0));
    }

    private String text(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
