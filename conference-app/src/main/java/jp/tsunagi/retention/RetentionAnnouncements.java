package jp.tsunagi.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagi.account.Role;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.conference.ConferenceId;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.conference.Outdated;
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
    private final Outdated outdated;
    private final Directory directory;
    private final Inbox inbox;
    private final Clock clock;

    RetentionAnnouncements(
            Keepings keepings, Casefiles casefiles, Outdated outdated, Directory directory, Inbox inbox, Clock clock) {
        this.keepings = keepings;
        this.casefiles = casefiles;
        this.outdated = outdated;
        this.directory = directory;
        this.inbox = inbox;
        this.clock = clock;
    }

    @Override
    public List<GatewayCopy> handle(HubEvent event) {
        if (KINDS.contains(event.kind())) {
            keepings.of(new CaseId(event.caseId())).ifPresent(keeping -> tell(event, keeping.record()));
        }
        return List.of();
    }

    private void tell(HubEvent event, KeepingRecord keeping) {
        if (!event.kind().equals(CaseKeeping.PURGE)) {
            toCenter(event, keeping, null);
            return;
        }
        String[] said = event.payload().split(":", 2);
        PurgeKind kind = PurgeKind.valueOf(said[0]);
        LocalDate on = LocalDate.parse(said[1]);
        if (kind == PurgeKind.DRAFT || kind == PurgeKind.RETURNED) {
            outdated.unsent(kind == PurgeKind.RETURNED, new ConferenceId(conferenceOf(event, keeping)))
                    .ifPresent(ripe -> deliver(UNSENT, event, keeping, Recipient.team(ripe.team()), on));
        }
        if (kind != PurgeKind.DRAFT) {
            toCenter(event, keeping, on);
        }
    }

    private void toCenter(HubEvent event, KeepingRecord keeping, @Nullable LocalDate on) {
        deliver(event.kind(), event, keeping, Recipient.roles(directory.center(), CENTER), on);
    }

    private void deliver(String kind, HubEvent event, KeepingRecord keeping, Recipient to, @Nullable LocalDate on) {
        // A draft has no case yet that could say how often she agreed.
        int consent = casefiles
                .find(new CaseId(event.caseId()))
                .map(Casefile::consentNumber)
                .orElse(0);
        inbox.deliver(Notice.to(
                        to,
                        Ids.derived("notice", event.eventId(), to.agency().value(), kind),
                        kind,
                        new Notice.About(event.caseId(), conferenceOf(event, keeping), keeping.reference(), consent),
                        clock.instant())
                .due(on));
    }

    private static String conferenceOf(HubEvent event, KeepingRecord keeping) {
        return event.conferenceId() == null ? keeping.conferenceId() : event.conferenceId();
    }
}
