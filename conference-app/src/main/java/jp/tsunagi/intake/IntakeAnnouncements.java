package jp.tsunagi.intake;

import java.time.Clock;
import java.util.List;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.casefile.TeamSection;
import jp.tsunagi.integration.hub.EventPort;
import jp.tsunagi.integration.hub.HubEvent;
import jp.tsunagi.notice.Inbox;
import jp.tsunagi.notice.Notice;
import jp.tsunagi.notice.Recipient;
import jp.tsunagi.shared.Ids;
import org.springframework.stereotype.Component;

/**
 * Tells a section that it was given something: which sheet, and neither whose nor of which case. None goes out to a gateway,
 * which is one section's machine and not this one's.
 */
@Component
class IntakeAnnouncements implements EventPort {

    private final IntakeSheets sheets;
    private final Casefiles casefiles;
    private final Inbox inbox;
    private final Clock clock;

    IntakeAnnouncements(IntakeSheets sheets, Casefiles casefiles, Inbox inbox, Clock clock) {
        this.sheets = sheets;
        this.casefiles = casefiles;
        this.inbox = inbox;
        this.clock = clock;
    }

    @Override
    public List<GatewayCopy> handle(HubEvent event) {
        if (event.kind().equals(IntakeSheet.GIVEN)) {
            String[] ids = event.payload().split(":", 2);
            sheets.find(ids[0]).map(IntakeSheet::record).ifPresent(sheet -> casefiles
                    .find(sheet.caseId())
                    .ifPresent(casefile -> tell(event, sheet, ids[1], casefile)));
        }
        return List.of();
    }

    private void tell(HubEvent event, IntakeRecord sheet, String grantId, Casefile casefile) {
        sheet.grants().stream()
                // Taken back meanwhile: there is nothing to be told any more.
                .filter(grant -> grant.id().equals(grantId) && grant.holds(casefile))
                .forEach(grant -> inbox.deliver(Notice.to(
                                Recipient.team(new TeamSection(sheet.agency(), grant.division())),
                                Ids.derived("notice", event.eventId(), grant.id()),
                                IntakeSheet.GIVEN,
                                new Notice.About(
                                        sheet.caseId().value(), sheet.id(), sheet.code(), casefile.consentNumber()),
                                clock.instant())
                        .recallable(true)));
    }
}
