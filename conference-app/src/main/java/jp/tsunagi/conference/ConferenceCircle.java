package jp.tsunagi.conference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.command.Command;
import jp.tsunagi.protection.ConsentScope;
import jp.tsunagi.protection.Grants;
import jp.tsunagi.protection.Relation;
import org.springframework.stereotype.Service;

/** Who stands around a conference today, for modules that carry words between them. Asked anew at every read. */
@Service
public class ConferenceCircle {

    private final Desk desk;
    private final Conferences conferences;
    private final Casefiles casefiles;
    private final MeetingPapers papers;
    private final BlockList blockList;
    private final Directory directory;

    ConferenceCircle(
            Desk desk,
            Conferences conferences,
            Casefiles casefiles,
            MeetingPapers papers,
            BlockList blockList,
            Directory directory) {
        this.desk = desk;
        this.conferences = conferences;
        this.casefiles = casefiles;
        this.papers = papers;
        this.blockList = blockList;
        this.directory = directory;
    }

    /**
     * A conference as one officer finds it.
     *
     * @param submitted false for a request that nobody beyond its team knows of
     * @param section of the requesting agency
     * @param grants what the policy shows this officer now
     * @param consentNumber the entry of the consent ledger in force, zero before there is one
     */
    public record Seat(
            ConferenceId id,
            CaseId caseId,
            String reference,
            boolean submitted,
            AgencyCode requestingAgency,
            String section,
            Set<Relation> relations,
            Grants grants,
            int consentNumber) {

        public Seat {
            relations = Set.copyOf(relations);
        }
    }

    /**
     * An agency that may know the case today.
     *
     * @param byConsent whether it is her consent that lets it; the requesting agency and the Center need none
     * @param withheldItems what she withholds from it in free texts
     */
    public record Sharer(AgencyCode agency, boolean byConsent, Set<String> withheldItems) {

        public Sharer {
            withheldItems = Set.copyOf(withheldItems);
        }
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} where it does not exist for this officer */
    public Seat seat(String id, Command command) {
        Desk.Sight sight = desk.look(id, command);
        CaseConference conference = sight.conference();
        return new Seat(
                conference.id(),
                conference.caseId(),
                conference.reference(),
                conference.submittedBy().isPresent(),
                conference.requestingAgency(),
                conference.team().section(),
                sight.standing().relations(),
                sight.standing().grants(conference.request()),
                sight.casefile().map(Casefile::consentNumber).orElse(0));
    }

    /**
     * The agencies that may know the case today, the requesting one and the Center first: those that are still convened,
     * whose attendee has pledged and is cleared, and that her consent covers. None before the submission.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found} where there is no such conference; asks nothing of an officer
     */
    public List<Sharer> sharing(String id, LocalDate today) {
        CaseConference conference = conferences.get(id);
        if (conference.submittedBy().isEmpty()) {
            return List.of();
        }
        List<Sharer> sharing = new ArrayList<>();
        sharing.add(new Sharer(conference.requestingAgency(), false, Set.of()));
        if (!conference.requestingAgency().equals(directory.center())) {
            sharing.add(new Sharer(directory.center(), false, Set.of()));
        }
        // Read after the conference: a withdrawal that came first is seen.
        Optional<Casefile> casefile = casefiles.find(conference.caseId());
        for (ReplyRecord reply : papers.replies(conference.id())) {
            ConsentScope scope =
                    casefile.map(c -> c.scopeFor(reply.agency(), today)).orElse(ConsentScope.NOTHING);
            boolean known = sharing.stream().anyMatch(sharer -> sharer.agency().equals(reply.agency()));
            boolean cleared = reply.cleared()
                    && reply.round() == conference.round()
                    && Standings.stillInvited(conference, reply.agency())
                    && casefile.filter(c -> blockList.matches(c, reply.agency(), reply.attendee()))
                            .isEmpty();
            if (!known && cleared && scope.covers()) {
                sharing.add(new Sharer(reply.agency(), true, scope.withheldItems()));
            }
        }
        return sharing;
    }
}
