package jp.tsunagi.conference;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.protection.ConsentScope;
import jp.tsunagi.protection.Grants;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What an agency would see of a conference (「警察に見える内容」), for the Center before it convenes: by the same policy, with
 * that agency's consent, as if its attendee came and had pledged.
 */
@Service
class Previews {

    private final Desk desk;
    private final ConferenceViews views;
    private final Directory directory;
    private final Acts acts;

    Previews(Desk desk, ConferenceViews views, Directory directory, Acts acts) {
        this.desk = desk;
        this.views = views;
        this.directory = directory;
        this.acts = acts;
    }

    /**
     * What would be seen.
     *
     * @param agency the code of the agency
     * @param covered whether her consent covers the agency on the day of the meeting; if not, nothing is shown
     * @param shown what the agency would see, of what the asking officer may see too
     * @param alsoShown names of what the agency would see and the officer may not, such as an address that she lets this
     *     agency have: it would be a way around the look that needs a reason
     * @param withheld names of what the agency would not see
     */
    record Preview(
            String agency, boolean covered, Map<String, Object> shown, List<String> alsoShown, List<String> withheld) {}

    /**
     * Shows the conference as that agency would see it; entered into the audit before it leaves.
     *
     * @param planned the convening as it is being written; null for the one that is stored, if any
     * @throws jp.tsunagi.shared.Refused {@code not-found} where the conference does not exist for the officer; {@code
     *     preview.center-only}; {@code preview.not-an-invitee} for an agency in no directory, or one that takes part without
     *     being invited
     */
    Preview of(String id, String agency, @Nullable Convening planned, Command command) {
        Desk.Sight sight = desk.look(id, command);
        if (!PaperReaders.ofTheCenter(sight.standing())) {
            throw Refusal.forbidden("preview.center-only");
        }
        if (!directory.isActive(agency)) {
            throw Refusal.invalid("preview.not-an-invitee", FieldProblem.of("agency", "unknown-agency"));
        }
        AgencyCode code = new AgencyCode(agency);
        CaseConference conference = sight.conference();
        if (code.equals(conference.requestingAgency()) || code.equals(directory.center())) {
            throw Refusal.invalid("preview.not-an-invitee", FieldProblem.of("agency", "not-participating"));
        }
        Optional<Convening> call = planned == null ? conference.convening() : Optional.of(planned);
        ConsentScope scope = sight.casefile()
                .map(casefile -> casefile.scopeFor(code, day(call, command.today())))
                .orElse(ConsentScope.NOTHING);
        Set<Relation> relations = scope.covers() ? Set.of(Relation.CLEARED_PARTICIPANT) : Set.of();
        Desk.Sight theirs = new Desk.Sight(conference, sight.casefile(), new Standing(relations, Set.of(), scope));
        ConferenceView view = views.of(theirs, call.orElse(null), command.today());
        Grants grants = theirs.standing().grants(conference.request());
        Projection projection = Projection.of(view, grants);
        Projection both = Projection.of(view, grants.within(sight.standing().grants(conference.request())));
        List<String> classes = new ArrayList<>(Reading.names(both));
        classes.add("agency:" + agency);
        acts.shown(
                command,
                "conference.preview",
                conference.caseId().value(),
                conference.id().value(),
                classes);
        List<String> alsoShown = new ArrayList<>(both.withheld());
        alsoShown.removeAll(projection.withheld());
        return new Preview(agency, scope.covers(), both.shown(), alsoShown, projection.withheld());
    }

    /** Consent counts on the day of the meeting; on one that is past or open, today. */
    private static LocalDate day(Optional<Convening> call, LocalDate today) {
        return call.map(Convening::start)
                .map(LocalDateTime::toLocalDate)
                .filter(day -> day.isAfter(today))
                .orElse(today);
    }
}
