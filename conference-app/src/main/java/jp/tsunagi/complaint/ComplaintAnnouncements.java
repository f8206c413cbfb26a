package jp.tsunagi.complaint;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.command.Commands;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.integration.hub.EventPort;
import jp.tsunagi.integration.hub.HubEvent;
import jp.tsunagi.notice.Inbox;
import jp.tsunagi.notice.Notice;
import jp.tsunagi.notice.Recipient;
import jp.tsunagi.shared.Ids;
import org.springframework.stereotype.Component;

/**
 * Tells those with whom an answer lies that one waits, is near or is late, and nobody else of their agencies: a colleague
 * complained about would learn of it from a notice to all. For the same reason none goes out to a gateway.
 */
@Component
class ComplaintAnnouncements implements EventPort {

    private static final Set<String> KINDS = Set.of(Complaint.RECEIVED, Complaint.NEAR, Complaint.LATE);

    private final Complaints complaints;
    private final ComplaintDesk desk;
    private final Casefiles casefiles;
    private final Accounts accounts;
    private final Directory directory;
    private final Commands commands;
    private final Inbox inbox;
    private final Clock clock;

    ComplaintAnnouncements(
            Complaints complaints,
            ComplaintDesk desk,
            Casefiles casefiles,
            Accounts accounts,
            Directory directory,
            Commands commands,
            Inbox inbox,
            Clock clock) {
        this.complaints = complaints;
        this.desk = desk;
        this.casefiles = casefiles;
        this.accounts = accounts;
        this.directory = directory;
        this.commands = commands;
        this.inbox = inbox;
        this.clock = clock;
    }

    @Override
    public List<GatewayCopy> handle(HubEvent event) {
        if (KINDS.contains(event.kind())) {
            complaints
                    .find(event.payload())
                    .map(Complaint::record)
                    // Answered meanwhile: there is nothing to be done any more.
                    .filter(complaint -> complaint.state() == ComplaintState.RECEIVED)
                    .ifPresent(complaint ->
                            casefiles.find(complaint.caseId()).ifPresent(casefile -> tell(event, complaint, casefile)));
        }
        return List.of();
    }

    private void tell(HubEvent event, ComplaintRecord complaint, Casefile casefile) {
        Set<Officer> handling = handling(complaint, casefile);
        Predicate<Officer> director = officer -> officer.is(Role.DIRECTOR);
        boolean directors = handling.stream().anyMatch(director);
        boolean others = handling.stream().anyMatch(director.negate());
        boolean toDirector = event.kind().equals(Complaint.LATE) || complaint.handler() == Handler.DIRECTOR;
        // Where the director is complained about, or nobody else is left, the others hear of it.
        Set<Officer> told =
                (toDirector && directors) || !others ? only(handling, director) : only(handling, director.negate());
        told.stream()
                .collect(Collectors.groupingBy(Officer::agency))
                .forEach((agency, officers) -> inbox.deliver(notice(event, complaint, casefile, agency, officers)));
    }

    /** Everybody who may answer it as things stand now. */
    private Set<Officer> handling(ComplaintRecord complaint, Casefile casefile) {
        Set<Officer> candidates = new LinkedHashSet<>(accounts.officersOf(directory.center()));
        candidates.addAll(accounts.officersOf(complaint.receiver().agency()));
        return only(candidates, officer -> desk.standing(casefile, commands.reading(officer))
                .handles(complaint));
    }

    private static Set<Officer> only(Set<Officer> officers, Predicate<Officer> which) {
        return officers.stream().filter(which).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Notice notice(
            HubEvent event, ComplaintRecord complaint, Casefile casefile, AgencyCode agency, List<Officer> officers) {
        Set<AccountId> onlyFor = officers.stream().map(Officer::id).collect(Collectors.toSet());
        return Notice.to(
                        new Recipient(
                                agency,
                                null,
                                Set.of(Role.COUNSELLOR, Role.CENTER_STAFF, Role.PARTICIPANT, Role.DIRECTOR),
                                null,
                                onlyFor),
                        Ids.derived("notice", event.eventId(), agency.value(), event.kind()),
                        event.kind(),
                        new Notice.About(
                                event.caseId(),
                                complaint.conferenceId(),
                                complaint.reference(),
                                casefile.consentNumber()),
                        clock.instant())
                .due(complaint.due());
    }
}
