package jp.tsunagi.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagi.account.Role;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.integration.hub.EventPort;
import jp.tsunagi.integration.hub.HubEvent;
import jp.tsunagi.notice.Inbox;
import jp.tsunagi.notice.Notice;
import jp.tsunagi.notice.Recipient;
import jp.tsunagi.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the Center that a deletion waits for a second officer, and what is going to be deleted by itself. Of a draft that
 * nobody submitted its own agency is told, and nobody else: nobody else knows of it.
 */
@Component
class RetentionAnnouncements implements EventPort {

    private static final Set<String> KINDS = Set.of(CaseKeeping.PROPOSED, CaseKeeping.REFUSED, CaseKeeping.PURGE);
    /** To the team of a request: its path leads to the request, and not to the Center's tab. */
    private static final String UNSENT = "unsent-request";

    private static final Set<Role> CENTER = Set.of(Role.CENTER_STAFF, Role.DIRECTOR);

    private final Keepings keepings;
    private final Casefiles casefiles;
    private final Directory directory;
    private final Inbox inbox;
    private final Clock clock;

    RetentionAnnouncements(Keepings keepings, Casefiles casefiles, Directory directory, Inbox inbox, Clock clock) {
        this.keepings = keepings;
        this.casefiles = casefiles;
        this.directory = directory;
        this.inbox = inbox;
        this.clock = clock;
    }

    @Override
    public List<GatewayCopy> handle(HubEvent event) {
        if (KINDS.contains(event.kind())) {
            CaseId caseId = new CaseId(event.caseId());
            keepings.of(caseId)
                    .ifPresent(keeping ->
                            casefiles.find(caseId).ifPresent(casefile -> tell(event, keeping.record(), casefile)));
        }
        return List.of();
    }

    private void tell(HubEvent event, KeepingRecord keeping, Casefile casefile) {
        if (event.kind().equals(CaseKeeping.PURGE)) {
            String[] said = event.payload().split(":", 2);
            PurgeKind kind = PurgeKind.valueOf(said[0]);
            boolean draft = kind == PurgeKind.DRAFT || kind == PurgeKind.RETURNED;
            if (draft) {
                deliver(UNSENT, event, keeping, casefile, Recipient.team(casefile.team()), LocalDate.parse(said[1]));
            }
            if (kind != PurgeKind.DRAFT) {
                toCenter(event, keeping, casefile, LocalDate.parse(said[1]));
            }
        } else {
            toCenter(event, keeping, casefile, null);
        }
    }

    private void toCenter(HubEvent event, KeepingRecord keeping, Casefile casefile, @Nullable LocalDate on) {
        deliver(event.kind(), event, keeping, casefile, Recipient.roles(directory.center(), CENTER), on);
    }

    private void deliver(
            String kind,
            HubEvent event,
            KeepingRecord keeping,
            Casefile casefile,
            Recipient to,
            @Nullable LocalDate on) {
        String conferenceId = event.conferenceId() == null ? keeping.conferenceId() : event.conferenceId();
        inbox.deliver(Notice.to(
                        to,
                        Ids.derived("notice", event.eventId(), to.agency().value(), kind),
                        kind,
                        new Notice.About(event.caseId(), conferenceId, keeping.reference(), casefile.consentNumber()),
                        clock.instant())
                .due(on));
    }
}
