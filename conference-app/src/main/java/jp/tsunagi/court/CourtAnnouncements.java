package jp.tsunagi.court;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import jp.tsunagi.account.Role;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.court.StatementRecord.Version;
import jp.tsunagi.court.StatementRecord.VersionState;
import jp.tsunagi.integration.hub.EventPort;
import jp.tsunagi.integration.hub.HubEvent;
import jp.tsunagi.notice.Inbox;
import jp.tsunagi.notice.Notice;
import jp.tsunagi.notice.Recipient;
import jp.tsunagi.shared.Ids;
import org.springframework.stereotype.Component;

/**
 * Tells the director that a statement waits for the confirmation, and the Center's staff that it was confirmed. It stays in
 * the Center: none goes out to a gateway.
 */
@Component
class CourtAnnouncements implements EventPort {

    private final Statements statements;
    private final Casefiles casefiles;
    private final Directory directory;
    private final Inbox inbox;
    private final Clock clock;

    CourtAnnouncements(Statements statements, Casefiles casefiles, Directory directory, Inbox inbox, Clock clock) {
        this.statements = statements;
        this.casefiles = casefiles;
        this.directory = directory;
        this.inbox = inbox;
        this.clock = clock;
    }

    @Override
    public List<GatewayCopy> handle(HubEvent event) {
        switch (event.kind()) {
            case StatementRecord.SUBMITTED -> tell(event, Role.DIRECTOR, VersionState.SUBMITTED);
            case StatementRecord.CONFIRMED -> tell(event, Role.CENTER_STAFF, VersionState.CONFIRMED);
            default -> {}
        }
        return List.of();
    }

    /** Unless it has gone on meanwhile: then nobody waits any more. */
    private void tell(HubEvent event, Role role, VersionState state) {
        statements
                .find(event.payload())
                .filter(StatementRecord::open)
                .filter(record -> record.latest()
                        .map(Version::state)
                        .filter(state::equals)
                        .isPresent())
                .ifPresent(record -> casefiles
                        .find(record.caseId())
                        .ifPresent(casefile -> inbox.deliver(notice(event, record, casefile, role))));
    }

    private Notice notice(HubEvent event, StatementRecord record, Casefile casefile, Role role) {
        return Notice.to(
                        Recipient.roles(directory.center(), Set.of(role)),
                        Ids.derived(
                                "notice", event.eventId(), directory.center().value(), event.kind()),
                        event.kind(),
                        new Notice.About(
                                event.caseId(), record.conferenceId(), record.reference(), casefile.consentNumber()),
                        clock.instant())
                .due(record.answerBy());
    }
}
