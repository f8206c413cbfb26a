package jp.tsunagi.recovery;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.Agencies;
import jp.tsunagi.casefile.TeamSection;
import jp.tsunagi.integration.hub.EventPort;
import jp.tsunagi.integration.hub.HubEvent;
import jp.tsunagi.notice.Dispatch;
import jp.tsunagi.notice.Notice;
import jp.tsunagi.notice.Recipient;
import jp.tsunagi.shared.Ids;
import org.springframework.stereotype.Component;

/**
 * Tells an agency that its papers are asked back, and who asked what became of them. Neither depends on her consent: it is
 * asked back because that is gone.
 */
@Component
class RecoveryAnnouncements implements EventPort {

    private static final Set<Role> STAFF = Set.of(Role.CENTER_STAFF, Role.DIRECTOR);

    private final Recoveries recoveries;
    private final Agencies agencies;
    private final Dispatch dispatch;
    private final Clock clock;

    RecoveryAnnouncements(Recoveries recoveries, Agencies agencies, Dispatch dispatch, Clock clock) {
        this.recoveries = recoveries;
        this.agencies = agencies;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    @Override
    public List<GatewayCopy> handle(HubEvent event) {
        boolean asked = event.kind().equals(RecoveryRecord.ASKED);
        if (!asked && !event.kind().equals(RecoveryRecord.ANSWERED)) {
            return List.of();
        }
        Optional<RecoveryRecord> found = recoveries.find(event.payload());
        if (found.isEmpty() || (asked && !found.get().open())) {
            return List.of();
        }
        RecoveryRecord record = found.get();
        return dispatch.send(asked ? asking(event, record) : answer(event, record)).stream()
                .toList();
    }

    /** It names the request by its own id: the agency may know nothing else of the conference any more. */
    private Notice asking(HubEvent event, RecoveryRecord record) {
        return notice(event, record, Recipient.agency(record.agency()), record.id());
    }

    private Notice answer(HubEvent event, RecoveryRecord record) {
        RecoveryRecord.By by = record.asked();
        Recipient recipient = by.agency().equals(agencies.center().code())
                ? Recipient.roles(by.agency(), STAFF)
                : Recipient.team(new TeamSection(by.agency(), by.section()));
        return notice(event, record, recipient, record.conferenceId().value());
    }

    private Notice notice(HubEvent event, RecoveryRecord record, Recipient recipient, String about) {
        return Notice.to(
                recipient,
                Ids.derived("notice", event.eventId(), recipient.agency().value(), event.kind()),
                event.kind(),
                new Notice.About(event.caseId(), about, record.reference(), 0),
                clock.instant());
    }
}
