package jp.tsunagi.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.Agencies;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.integration.hub.EventPort;
import jp.tsunagi.integration.hub.HubEvent;
import jp.tsunagi.notice.Dispatch;
import jp.tsunagi.notice.Notice;
import jp.tsunagi.notice.Recipient;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.TimeConfiguration;
import org.springframework.stereotype.Component;

/**
 * What follows from an event of a plan: the Center is told what waits for the director, the lead agency what the director
 * answered; of a measure that is late the agency that does it, the lead agency and the director in turn. Nothing personal.
 * Where an agency needs her consent to know of it, that is asked again at this moment.
 */
@Component
class PlanAnnouncements implements EventPort {

    private static final Set<Role> CENTER = Set.of(Role.CENTER_STAFF, Role.DIRECTOR);
    private static final Set<Role> STAFF = Set.of(Role.CENTER_STAFF);
    private static final Set<Role> DIRECTOR = Set.of(Role.DIRECTOR);

    private final Plans plans;
    private final Casefiles casefiles;
    private final Agencies agencies;
    private final Dispatch dispatch;
    private final Clock clock;

    PlanAnnouncements(Plans plans, Casefiles casefiles, Agencies agencies, Dispatch dispatch, Clock clock) {
        this.plans = plans;
        this.casefiles = casefiles;
        this.agencies = agencies;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    @Override
    public List<GatewayCopy> handle(HubEvent event) {
        CaseId caseId = new CaseId(event.caseId());
        if (event.kind().equals(Casefile.CONSENT_CHANGED) || event.kind().equals(Casefile.CONSENT_WITHDRAWN)) {
            lookSoon(caseId);
            return List.of();
        }
        Optional<PlanEvent> kind = PlanEvent.named(event.kind());
        Optional<SupportPlan> plan = kind.flatMap(k -> plans.find(caseId));
        String[] about = event.payload().split("/", 2);
        Optional<VersionRecord> version = plan.flatMap(found -> found.versions().stream()
                .filter(v -> String.valueOf(v.number()).equals(about[0]))
                .findFirst());
        Optional<Casefile> casefile = casefiles.find(caseId);
        if (kind.isEmpty() || version.isEmpty() || casefile.isEmpty()) {
            return List.of();
        }
        if (about.length > 1 && plan.orElseThrow().followed().item(about[1]).ended()) {
            return List.of();
        }
        List<GatewayCopy> copies = new ArrayList<>();
        for (Recipient recipient : recipients(kind.get(), event, version.get(), casefile.get())) {
            Notice notice = Notice.to(
                            recipient,
                            Ids.derived(
                                    "notice",
                                    event.eventId(),
                                    recipient.agency().value(),
                                    event.kind()),
                            event.kind(),
                            new Notice.About(
                                    event.caseId(),
                                    version.get().basis().conferenceId(),
                                    version.get().basis().reference(),
                                    casefile.get().consentNumber()),
                            clock.instant())
                    .recallable(kind.get().byConsent());
            dispatch.send(notice, casefile, () -> covered(caseId, recipient.agency(), version.get()))
                    .ifPresent(copies::add);
        }
        return copies;
    }

    /** Her consent changed: whether an agency has lost its measures is seen at the next look at the plan. */
    private void lookSoon(CaseId caseId) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), TimeConfiguration.JAPAN);
        plans.find(caseId).filter(plan -> plan.inForce().isPresent()).ifPresent(plan -> {
            LocalDate day = plan.followed().lookOn();
            if (day == null || day.isAfter(today)) {
                plan.looked(plan.followed().lookingOn(today));
                plans.save(plan);
            }
        });
    }

    /** Asked of the case as it is now. */
    private boolean covered(CaseId caseId, AgencyCode agency, VersionRecord version) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), TimeConfiguration.JAPAN);
        return casefiles
                .find(caseId)
                .filter(casefile -> agency.equals(casefile.requestingAgency())
                        || agency.equals(version.team().agency())
                        || agency.equals(agencies.center().code())
                        || casefile.scopeFor(agency, today).covers())
                .isPresent();
    }

    private List<Recipient> recipients(PlanEvent kind, HubEvent event, VersionRecord version, Casefile casefile) {
        AgencyCode center = agencies.center().code();
        return switch (kind) {
            case SUBMITTED -> List.of(Recipient.roles(center, CENTER));
            case APPROVED, RETURNED -> List.of(Recipient.team(version.team()));
            case CONFIRMED -> List.of(Recipient.roles(center, STAFF));
            case MEASURE_DUE ->
                event.agencies().stream()
                        .map(AgencyCode::new)
                        .map(agency -> doing(agency, version, casefile))
                        .toList();
            case MEASURE_LATE, MEASURE_LOST, REVIEW_DUE -> List.of(Recipient.team(version.team()));
            case MEASURE_OVERDUE -> List.of(Recipient.roles(center, DIRECTOR));
        };
    }

    /** Whoever does a measure: where the agency knows the case by its team, that section; where not, all of it. */
    private Recipient doing(AgencyCode agency, VersionRecord version, Casefile casefile) {
        if (agency.equals(version.team().agency())) {
            return Recipient.team(version.team());
        }
        if (agency.equals(agencies.center().code())) {
            return Recipient.roles(agency, STAFF);
        }
        return agency.equals(casefile.requestingAgency()) ? Recipient.team(casefile.team()) : Recipient.agency(agency);
    }
}
