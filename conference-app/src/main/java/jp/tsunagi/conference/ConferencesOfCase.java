package jp.tsunagi.conference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.account.Officer;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.NameAtMeeting;
import jp.tsunagi.command.Command;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.protection.Relation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The conferences of a case for modules that build on what came of them: how an officer stands to each of them. */
@Service
public class ConferencesOfCase {

    private final Conferences conferences;
    private final Desk desk;
    private final Reading reading;
    private final MeetingPapers papers;
    private final BlockList blockList;

    ConferencesOfCase(Conferences conferences, Desk desk, Reading reading, MeetingPapers papers, BlockList blockList) {
        this.conferences = conferences;
        this.desk = desk;
        this.reading = reading;
        this.papers = papers;
        this.blockList = blockList;
    }

    /**
     * One conference as one officer finds it. For rules, not for showing: what may be shown is {@link #seen}.
     *
     * @param number which conference of the case
     * @param submitted whether it was submitted, also where it has come to its end since
     * @param reported whether its result is reported, also where it has been closed since
     * @param heldOn when it was held, null before it is reported
     * @param leadAgency as the result names it, null where it names none
     * @param relations how the officer stands to it; empty where it does not exist for the officer
     * @param pledged whether the officer accepted, pledged and was cleared for the meeting, whatever her consent says now
     * @param excluded whether the officer declared a relation to the other party, or is on the Center's block list
     */
    public record Found(
            ConferenceId id,
            String reference,
            int number,
            boolean submitted,
            boolean reported,
            @Nullable LocalDate heldOn,
            AgencyCode requestingAgency,
            @Nullable String leadAgency,
            Set<Relation> relations,
            boolean pledged,
            boolean excluded) {

        public Found {
            relations = Set.copyOf(relations);
        }

        public boolean is(Relation relation) {
            return relations.contains(relation);
        }
    }

    /** All conferences of the case, the first one first; those unknown to the officer have no relations. */
    public List<Found> of(CaseId caseId, Command command) {
        return conferences.ofCase(caseId).stream()
                .map(conference -> found(desk.sight(conference, command), command.officer()))
                .toList();
    }

    /**
     * The conference as the policy shows it to the officer now. Whoever lets it leave has entered that into the audit.
     *
     * @return empty where there is none, or none for this officer
     */
    public Optional<Projection> seen(ConferenceId id, Command command) {
        return conferences
                .find(id)
                .map(conference -> desk.sight(conference, command))
                .filter(sight -> !sight.standing().relations().isEmpty())
                .map(sight -> reading.projection(sight, command.today()));
    }

    /** Whether a conference of the case was submitted and has not come to its end: the case is not closed. */
    public boolean goingOn(CaseId caseId) {
        return conferences.ofCase(caseId).stream()
                .anyMatch(conference -> conference.state().goesOn());
    }

    /**
     * Where the meeting of a conference stands, for rules: whether the officer may know of it is not asked.
     *
     * @param coming whether it is convened, and not yet held
     * @param held whether it was held, also where it has been reported and closed since
     * @param invited who is to come
     */
    public record Call(boolean coming, boolean held, Set<AgencyCode> invited) {

        public Call {
            invited = Set.copyOf(invited);
        }
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} where there is no such conference */
    public Call call(ConferenceId id) {
        CaseConference conference = conferences.get(id.value());
        boolean held =
                switch (conference.state()) {
                    case HELD, REPORTED, CLOSED -> true;
                    default -> false;
                };
        return new Call(conference.state() == ConferenceState.CONVENED, held, conference.invited());
    }

    /** The case of a conference, for rules: whether the officer may know of either is not asked. */
    public Optional<CaseId> caseOf(ConferenceId id) {
        return conferences.find(id).map(CaseConference::caseId);
    }

    /**
     * Where a case stands by its last conference, for rules and for links to it. Nothing of hers.
     *
     * @param closed whether the support is over: that conference is closed
     */
    public record Latest(ConferenceId id, String reference, boolean closed) {}

    /** The last conference of the case; empty where there is none. */
    public Optional<Latest> latest(CaseId caseId) {
        return conferences.ofCase(caseId).stream()
                .reduce((former, latter) -> latter)
                .map(ConferencesOfCase::latest);
    }

    /** The same of those that were submitted: the Center knows of them. Empty while there is nothing but a draft. */
    public Optional<Latest> lastSubmitted(CaseId caseId) {
        return conferences.ofCase(caseId).stream()
                .filter(conference -> conference.submittedBy().isPresent())
                .reduce((former, latter) -> latter)
                .map(ConferencesOfCase::latest);
    }

    /** The name she is called by at the meeting, for rules; empty before the first request is submitted. */
    public Optional<String> nameAtMeeting(Casefile casefile) {
        return casefile.person()
                .map(person -> NameAtMeeting.used(
                        conferences.ofCase(casefile.id()).stream()
                                .reduce((former, latter) -> latter)
                                .map(conference -> conference.request().nameAtMeeting())
                                .orElse(null),
                        person));
    }

    /** Whether the officer, or the officer's agency, is on the Center's list of those who must not come near the case. */
    public boolean isBlocked(Casefile casefile, Officer officer) {
        return blockList.matches(casefile, officer.agency(), officer.name());
    }

    private static Latest latest(CaseConference last) {
        return new Latest(last.id(), last.reference(), last.state() == ConferenceState.CLOSED);
    }

    private Found found(Desk.Sight sight, Officer officer) {
        CaseConference conference = sight.conference();
        Optional<OutcomeReport> outcome = conference.outcome();
        Optional<ReplyRecord> reply = conference.invitedOnce().contains(officer.agency())
                ? papers.reply(conference.id(), officer.agency())
                : Optional.empty();
        boolean excluded = sight.casefile()
                        .filter(casefile -> blockList.matches(
                                casefile,
                                officer.agency(),
                                officer.name(),
                                reply.map(ReplyRecord::attendee).orElse(null)))
                        .isPresent()
                || reply.filter(r -> r.declarations().stream().anyMatch(d -> d.stands(officer.id())))
                        .isPresent();
        boolean pledged = reply.filter(ReplyRecord::cleared)
                .filter(r -> r.round() == conference.round())
                .filter(r -> !officer.person() || r.attendeeAccount().equals(officer.id()))
                .isPresent();
        return new Found(
                conference.id(),
                conference.reference(),
                conference.current().number(),
                conference.submittedBy().isPresent(),
                outcome.isPresent(),
                outcome.map(OutcomeReport::start)
                        .map(start -> start.toLocalDate())
                        .orElse(null),
                conference.requestingAgency(),
                outcome.map(OutcomeReport::leadAgency).orElse(null),
                sight.standing().relations(),
                pledged && !excluded,
                excluded);
    }
}
