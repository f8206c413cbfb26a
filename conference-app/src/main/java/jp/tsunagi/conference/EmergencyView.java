package jp.tsunagi.conference;

import static com.mongodb.client.model.Filters.eq;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.protection.ConsentScope;
import jp.tsunagi.protection.Projection;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.springframework.stereotype.Service;

/**
 * What a case shows to somebody who opened it in an emergency, for the module that keeps the openings: by the one policy,
 * asked anew at every look, entered into audit and ledger before it leaves.
 */
@Service
public class EmergencyView {

    /** Who need not open it, or may not. */
    private static final Set<Relation> HAS_IT =
            EnumSet.of(Relation.REQUESTING_TEAM, Relation.CONTACT_TEAM, Relation.CASE_OFFICER, Relation.DIRECTOR);

    private final Conferences conferences;
    private final Casefiles casefiles;
    private final Standings standings;
    private final ConferenceViews views;
    private final MeetingPapers papers;
    private final BlockList blockList;
    private final DisclosuresInForce disclosures;
    private final SharingLedger ledger;
    private final Directory directory;
    private final Acts acts;

    EmergencyView(
            Conferences conferences,
            Casefiles casefiles,
            Standings standings,
            ConferenceViews views,
            MeetingPapers papers,
            BlockList blockList,
            DisclosuresInForce disclosures,
            SharingLedger ledger,
            Directory directory,
            Acts acts) {
        this.conferences = conferences;
        this.casefiles = casefiles;
        this.standings = standings;
        this.views = views;
        this.papers = papers;
        this.blockList = blockList;
        this.disclosures = disclosures;
        this.ledger = ledger;
        this.directory = directory;
        this.acts = acts;
    }

    /** A case that may be opened. */
    public record Target(CaseId caseId, ConferenceId conferenceId, String reference) {}

    /** What is shown, by the names of the API, and the names of what is withheld. */
    public record Sheet(Map<String, Object> shown, List<String> withheld) {}

    /**
     * The case of a reference, however it was typed, where this officer may open it now.
     *
     * @throws jp.tsunagi.shared.Refused {@code emergency.not-possible} for whatever it is, entered into the audit
     */
    public Target target(String reference, Command command) {
        Optional<CaseConference> found =
                conferences.list(eq("reference", CaseSearch.reference(reference)), 0, 1).stream()
                        .findFirst();
        if (found.isPresent() && sight(found.get(), command).isPresent()) {
            CaseConference conference = found.get();
            return new Target(conference.caseId(), conference.id(), conference.reference());
        }
        Refused refused = Refusal.invalid("emergency.not-possible", FieldProblem.of("reference", "not-openable"));
        acts.refused(
                command,
                "emergency.open",
                found.map(conference -> conference.caseId().value()).orElse(null),
                found.map(conference -> conference.id().value()).orElse(null),
                refused);
        throw refused;
    }

    /** Empty where the officer may not open it any more: she took her consent back, or somebody is kept from it since. */
    public Optional<Sheet> read(ConferenceId id, String reason, Command command) {
        return conferences
                .find(id)
                .flatMap(conference -> sight(conference, command))
                .map(sight -> {
                    CaseConference conference = sight.conference();
                    Projection projection = Projection.of(
                            views.of(sight, command.today()), sight.standing().grants(conference.request()));
                    List<String> named = new ArrayList<>(Reading.names(projection));
                    named.add(RecordViews.EMERGENCY);
                    acts.shown(
                            command,
                            "emergency.read",
                            conference.caseId().value(),
                            conference.id().value(),
                            named);
                    ledger.look(sight, "emergency-view", reason, command);
                    return new Sheet(projection.shown(), projection.withheld());
                });
    }

    /** As somebody who opened it, and as nothing else besides; empty where that may not be. */
    private Optional<Desk.Sight> sight(CaseConference conference, Command command) {
        Optional<Casefile> found = casefiles.find(conference.caseId());
        if (conference.submittedBy().isEmpty() || found.isEmpty()) {
            return Optional.empty();
        }
        Casefile casefile = found.get();
        Officer officer = command.officer();
        Standing own = standings.of(command, conference, found);
        boolean agencyHasIt = officer.is(Role.COUNSELLOR) && officer.worksFor(conference.requestingAgency())
                || officer.is(Role.CENTER_STAFF) && officer.worksFor(directory.center());
        ConsentScope scope = casefile.emergencyScope(command.today());
        if (!officer.person()
                || !agencyHasIt
                || HAS_IT.stream().anyMatch(own::is)
                || !scope.covers()
                || isKeptFromIt(officer, conference, casefile, command)) {
            return Optional.empty();
        }
        Set<Relation> alone = EnumSet.of(Relation.EMERGENCY_READER);
        return Optional.of(new Desk.Sight(conference, found, new Standing(alone, alone, scope)));
    }

    /** On the Center's list, or known to have declared a relation to the other party, of any conference of the case. */
    private boolean isKeptFromIt(Officer officer, CaseConference conference, Casefile casefile, Command command) {
        return blockList.matches(casefile, officer.agency(), officer.name())
                || conferences.ofCase(conference.caseId()).stream()
                        .flatMap(one -> papers.replies(one.id()).stream())
                        .flatMap(reply -> reply.declarations().stream())
                        .anyMatch(said -> said.stands(officer.id()))
                || disclosures.to(officer.agency(), command.at()).stream()
                        .anyMatch(one -> one.conference().equals(conference.id())
                                && one.kept().contains(officer.id()));
    }
}
