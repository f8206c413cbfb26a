package jp.tsunagi.disclosure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.disclosure.DisclosureRecord.Pledge;
import jp.tsunagi.integration.hub.EventPort;
import jp.tsunagi.integration.hub.HubEvent;
import jp.tsunagi.integration.hub.OutboxNudge;
import jp.tsunagi.notice.Inbox;
import jp.tsunagi.notice.Notice;
import jp.tsunagi.notice.Recipient;
import jp.tsunagi.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What follows from a disclosure: notices without anything of hers, taken back unread where it is over. None goes to a
 * gateway: what is disclosed is read by a person who has pledged, and a machine cannot.
 */
@Component
class DisclosureAnnouncements implements EventPort {

    /** To agencies of which somebody has read: that it is over, and what they hold is to be given back or destroyed. */
    private static final String OVER = "disclosure-over";

    private static final Set<Role> STAFF = Set.of(Role.CENTER_STAFF);
    private static final Set<Role> DIRECTOR = Set.of(Role.DIRECTOR);
    private static final Set<Role> CENTER = Set.of(Role.CENTER_STAFF, Role.DIRECTOR);

    private final Disclosures disclosures;
    private final Casefiles casefiles;
    private final Directory directory;
    private final AfterDays days;
    private final Inbox inbox;
    private final OutboxNudge nudge;
    private final Clock clock;

    DisclosureAnnouncements(
            Disclosures disclosures,
            Casefiles casefiles,
            Directory directory,
            AfterDays days,
            Inbox inbox,
            OutboxNudge nudge,
            Clock clock) {
        this.disclosures = disclosures;
        this.casefiles = casefiles;
        this.directory = directory;
        this.days = days;
        this.inbox = inbox;
        this.nudge = nudge;
        this.clock = clock;
    }

    @Override
    public List<GatewayCopy> handle(HubEvent event) {
        if (event.kind().equals(Casefile.CONSENT_WITHDRAWN) || event.kind().equals(Casefile.CONSENT_CHANGED)) {
            followHer(new CaseId(event.caseId()));
            return List.of();
        }
        Optional<Happening> happening = Happening.of(event.kind());
        if (happening.isPresent()) {
            disclosures.find(event.payload()).ifPresent(disclosure -> casefiles
                    .find(disclosure.record().caseId())
                    .ifPresent(casefile -> tell(happening.get(), event, disclosure, casefile)));
        }
        return List.of();
    }

    /** She said something: what she said no to is over from then on, by the policy; here it is noted and followed. */
    private void followHer(CaseId caseId) {
        casefiles.find(caseId).ifPresent(casefile -> {
            for (Disclosure disclosure : disclosures.ofCase(caseId)) {
                if (disclosure.record().open() && disclosure.wake(clock.instant(), casefile, days)) {
                    disclosures.save(disclosure);
                    nudge.nudge();
                }
            }
        });
    }

    private void tell(Happening happening, HubEvent event, Disclosure disclosure, Casefile casefile) {
        switch (happening) {
            case PROPOSED, CONFIRMED_ONCE -> {
                if (disclosure.stage(clock.instant(), casefile) == Stage.PROPOSED) {
                    toCenter(CENTER, event, disclosure, casefile);
                }
            }
            case REFUSED -> toCenter(CENTER, event, disclosure, casefile);
            case OPENED -> {
                open(disclosure, casefile);
                toCenter(CENTER, event, disclosure, casefile);
            }
            case TO_EXAMINE -> toCenter(CENTER, event, disclosure, casefile);
            case ENDED -> {
                close(disclosure, casefile);
                toCenter(CENTER, event, disclosure, casefile);
            }
            case REVIEW_DUE -> remind(DIRECTOR, disclosure.reviewDue(days) != null, event, disclosure, casefile);
            case REVIEW_LATE -> remind(CENTER, disclosure.reviewDue(days) != null, event, disclosure, casefile);
            case TELLING_DUE -> remind(STAFF, disclosure.tellDue(days) != null, event, disclosure, casefile);
            case TELLING_LATE -> remind(CENTER, disclosure.tellDue(days) != null, event, disclosure, casefile);
        }
    }

    /** Not of what was done meanwhile. */
    private void remind(Set<Role> roles, boolean due, HubEvent event, Disclosure disclosure, Casefile casefile) {
        if (due) {
            toCenter(roles, event, disclosure, casefile);
        }
    }

    private void open(Disclosure disclosure, Casefile casefile) {
        for (AgencyCode agency : disclosure.record().agencies()) {
            if (disclosure.stage(clock.instant(), casefile) != Stage.IN_FORCE) {
                return;
            }
            Notice notice = Notice.to(
                    Recipient.agency(agency),
                    openedId(disclosure, agency),
                    Happening.OPENED.kind(),
                    about(disclosure, casefile),
                    clock.instant());
            inbox.deliver(notice);
            if (!stillInForce(disclosure)) {
                // Ended while it was being delivered: whichever came first, it does not stay.
                inbox.takeBack(notice.id());
            }
        }
    }

    private boolean stillInForce(Disclosure disclosure) {
        return casefiles
                .find(disclosure.record().caseId())
                .flatMap(casefile ->
                        disclosures.find(disclosure.record().id()).map(now -> now.stage(clock.instant(), casefile)))
                .filter(Stage.IN_FORCE::equals)
                .isPresent();
    }

    private void close(Disclosure disclosure, Casefile casefile) {
        disclosure.record().agencies().forEach(agency -> inbox.takeBack(openedId(disclosure, agency)));
        Set<AgencyCode> read = disclosure.record().pledges().stream()
                .filter(Pledge::clears)
                .map(Pledge::agency)
                .collect(Collectors.toSet());
        read.forEach(agency -> inbox.deliver(Notice.to(
                Recipient.agency(agency),
                id(disclosure, agency, OVER),
                OVER,
                about(disclosure, casefile),
                clock.instant())));
    }

    private void toCenter(Set<Role> roles, HubEvent event, Disclosure disclosure, Casefile casefile) {
        Notice notice = Notice.to(
                Recipient.roles(directory.center(), roles),
                Ids.derived("notice", event.eventId(), directory.center().value(), event.kind()),
                event.kind().equals(Happening.OPENED.kind()) ? "disclosure-begun" : event.kind(),
                about(disclosure, casefile),
                clock.instant());
        inbox.deliver(notice.due(due(event.kind(), disclosure)));
    }

    private @Nullable LocalDate due(String kind, Disclosure disclosure) {
        return kind.startsWith("disclosure-telling") ? disclosure.tellDue(days) : disclosure.reviewDue(days);
    }

    private static Notice.About about(Disclosure disclosure, Casefile casefile) {
        DisclosureRecord record = disclosure.record();
        return new Notice.About(
                record.caseId().value(), record.conferenceId(), record.reference(), casefile.consentNumber());
    }

    /** Derived from the disclosure and not from the event, so that it is found again when it is over. */
    private static String openedId(Disclosure disclosure, AgencyCode agency) {
        return id(disclosure, agency, Happening.OPENED.kind());
    }

    private static String id(Disclosure disclosure, AgencyCode agency, String kind) {
        return Ids.derived("notice", disclosure.record().id(), agency.value(), kind);
    }
}
