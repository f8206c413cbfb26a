package jp.tsunagi.emergency;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.integration.hub.EventPort;
import jp.tsunagi.integration.hub.HubEvent;
import jp.tsunagi.notice.Inbox;
import jp.tsunagi.notice.Notice;
import jp.tsunagi.notice.Recipient;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.TimeConfiguration;
import org.springframework.stereotype.Component;

/**
 * Tells the case team and the Center at once that the case was opened in an emergency, and what the director found; and the
 * auditors where nobody has looked at it within the day. None depends on her consent, and none goes to a gateway.
 */
@Component
class EmergencyAnnouncements implements EventPort {

    private static final Set<Role> CENTER = Set.of(Role.CENTER_STAFF, Role.DIRECTOR);
    private static final Set<Role> OVERSIGHT = Set.of(Role.DIRECTOR, Role.AUDITOR);

    private final Emergencies emergencies;
    private final Casefiles casefiles;
    private final Directory directory;
    private final Inbox inbox;
    private final Clock clock;

    EmergencyAnnouncements(
            Emergencies emergencies, Casefiles casefiles, Directory directory, Inbox inbox, Clock clock) {
        this.emergencies = emergencies;
        this.casefiles = casefiles;
        this.directory = directory;
        this.inbox = inbox;
        this.clock = clock;
    }

    @Override
    public List<GatewayCopy> handle(HubEvent event) {
        switch (event.kind()) {
            case EmergencyRecord.OPENED, EmergencyRecord.REVIEWED ->
                emergencies.find(event.payload()).ifPresent(record -> tellTeamAndCenter(event, record));
            case EmergencyRecord.REVIEW_LATE ->
                emergencies
                        .find(event.payload())
                        .filter(EmergencyRecord::open)
                        .ifPresent(record -> tell(event, record, Recipient.roles(directory.center(), OVERSIGHT)));
            default -> {
                return List.of();
            }
        }
        return List.of();
    }

    private void tellTeamAndCenter(HubEvent event, EmergencyRecord record) {
        List<Recipient> recipients = new ArrayList<>();
        AgencyCode center = directory.center();
        recipients.add(Recipient.roles(center, CENTER));
        casefiles
                .find(record.caseId())
                .map(casefile -> casefile.team())
                .filter(team -> !team.agency().equals(center))
                .ifPresent(team -> recipients.add(Recipient.team(team)));
        recipients.forEach(recipient -> tell(event, record, recipient));
    }

    private void tell(HubEvent event, EmergencyRecord record, Recipient recipient) {
        Notice notice = Notice.to(
                recipient,
                Ids.derived("notice", event.eventId(), recipient.agency().value(), event.kind()),
                event.kind(),
                new Notice.About(event.caseId(), record.conferenceId().value(), record.reference(), 0),
                clock.instant());
        inbox.deliver(
                record.open()
                        ? notice.due(record.reviewDue()
                                .atZone(TimeConfiguration.JAPAN)
                                .toLocalDate())
                        : notice);
    }
}
