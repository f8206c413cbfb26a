package jp.tsunagi.plan;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.Agencies;
import jp.tsunagi.agency.Agency;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.integration.hub.EventPort;
import jp.tsunagi.integration.hub.HubEvent;
import jp.tsunagi.notice.Inbox;
import jp.tsunagi.notice.Notice;
import jp.tsunagi.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What follows from an event of a plan: the Center is told what waits for the director, the lead agency what the director
 * answered. Nothing personal, and nobody is told who needs her consent to know of it.
 */
@Component
class PlanAnnouncements implements EventPort {

    private static final Set<Role> CENTER = Set.of(Role.CENTER_STAFF, Role.DIRECTOR);
    private static final Set<Role> STAFF = Set.of(Role.CENTER_STAFF);
    private static final Duration LONGEST_NOTICE = Duration.ofDays(7);

    private final Plans plans;
    private final Casefiles casefiles;
    private final Agencies agencies;
    private final Inbox inbox;
    private final Clock clock;

    PlanAnnouncements(Plans plans, Casefiles casefiles, Agencies agencies, Inbox inbox, Clock clock) {
        this.plans = plans;
        this.casefiles = casefiles;
        this.agencies = agencies;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** @param section whose officers are told; null for the agency */
    private record Recipient(AgencyCode agency, @Nullable String section, Set<Role> roles) {}

    @Override
    public List<GatewayCopy> handle(HubEvent event) {
        Optional<PlanEvent> kind = PlanEvent.named(event.kind());
        CaseId caseId = new CaseId(event.caseId());
        Optional<VersionRecord> version = kind.flatMap(k -> plans.find(caseId)).flatMap(plan -> plan.versions().stream()
                .filter(v -> String.valueOf(v.number()).equals(event.payload()))
                .findFirst());
        if (kind.isEmpty() || version.isEmpty()) {
            return List.of();
        }
        int consent = casefiles.find(caseId).map(Casefile::consentNumber).orElse(0);
        List<GatewayCopy> copies = new ArrayList<>();
        for (Recipient recipient : recipients(kind.get(), version.get())) {
            Notice notice = notice(event, version.get(), recipient, consent);
            inbox.deliver(notice);
            copyFor(notice).ifPresent(copies::add);
        }
        return copies;
    }

    private List<Recipient> recipients(PlanEvent kind, VersionRecord version) {
        AgencyCode center = agencies.center().code();
        return switch (kind) {
            case SUBMITTED -> List.of(new Recipient(center, null, CENTER));
            case APPROVED, RETURNED ->
                List.of(new Recipient(version.team().agency(), version.team().section(), Set.of()));
            case CONFIRMED -> List.of(new Recipient(center, null, STAFF));
        };
    }

    private Notice notice(HubEvent event, VersionRecord version, Recipient recipient, int consent) {
        return new Notice(
                Ids.derived("notice", event.eventId(), recipient.agency().value(), event.kind()),
                0,
                recipient.agency(),
                recipient.section(),
                recipient.roles(),
                null,
                event.kind(),
                event.caseId(),
                version.basis().conferenceId(),
                version.basis().reference(),
                null,
                consent,
                clock.instant(),
                false,
                false,
                false,
                null,
                null);
    }

    /** The same for the gateway of an agency that runs one. */
    private Optional<GatewayCopy> copyFor(Notice notice) {
        if (agencies.find(notice.agency()).filter(Agency::runsGateway).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new GatewayCopy(
                notice.agency().value(),
                new jp.tsunagi.integration.contract.Notice(
                        notice.id(),
                        notice.kind(),
                        notice.conferenceId(),
                        notice.reference(),
                        null,
                        notice.consentNumber(),
                        notice.path()),
                LONGEST_NOTICE,
                notice.caseId(),
                notice.conferenceId(),
                notice.recallable()));
    }
}
