package jp.tsunagi.conference;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.Agencies;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.command.Command;
import jp.tsunagi.integration.hub.EventPort;
import jp.tsunagi.integration.hub.HubEvent;
import jp.tsunagi.notice.Dispatch;
import jp.tsunagi.notice.Inbox;
import jp.tsunagi.notice.Notice;
import jp.tsunagi.notice.Recipient;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.TimeConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What follows from an event: notices into inboxes, and conferences that follow their case. Her consent is asked again at
 * this moment, so that what was announced before a withdrawal is not delivered after it.
 */
@Component
class Announcements implements EventPort {

    /** Nobody: what the hub does by itself. */
    private static final AccountId SYSTEM = new AccountId("system");

    private final Conferences conferences;
    private final Casefiles casefiles;
    private final ConsentAnswers consentAnswers;
    private final ConsentWithdrawal consentWithdrawal;
    private final MinutesDesk minutes;
    private final NoticeRecipients recipients;
    private final Agencies agencies;
    private final Inbox inbox;
    private final Dispatch dispatch;
    private final Clock clock;

    Announcements(
            Conferences conferences,
            Casefiles casefiles,
            ConsentAnswers consentAnswers,
            ConsentWithdrawal consentWithdrawal,
            MinutesDesk minutes,
            NoticeRecipients recipients,
            Agencies agencies,
            Inbox inbox,
            Dispatch dispatch,
            Clock clock) {
        this.conferences = conferences;
        this.casefiles = casefiles;
        this.consentAnswers = consentAnswers;
        this.consentWithdrawal = consentWithdrawal;
        this.minutes = minutes;
        this.recipients = recipients;
        this.agencies = agencies;
        this.inbox = inbox;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    @Override
    public List<GatewayCopy> handle(HubEvent event) {
        CaseId caseId = new CaseId(event.caseId());
        if (event.kind().equals(Casefile.CONSENT_CHANGED)) {
            consentAnswers.follow(caseId, command(event));
            return tellWhoFellOut(event, caseId);
        }
        if (event.kind().equals(Casefile.CONSENT_WITHDRAWN)) {
            Set<AgencyCode> withdrawn = new LinkedHashSet<>();
            event.agencies().forEach(code -> withdrawn.add(new AgencyCode(code)));
            consentWithdrawal.follow(caseId, withdrawn, command(event));
            inbox.recall(event.caseId(), event.agencies());
            List<GatewayCopy> copies = new ArrayList<>();
            for (CaseConference conference : conferences.ofCase(caseId)) {
                copies.addAll(deliver(
                        event,
                        conference,
                        recipients.ofWithdrawal(conference, event.agencies()),
                        casefile(conference)));
            }
            return copies;
        }
        Optional<CaseConference> found =
                Optional.ofNullable(event.conferenceId()).map(ConferenceId::new).flatMap(conferences::find);
        Optional<EventKind> kind = EventKind.named(event.kind());
        if (found.isEmpty() || kind.isEmpty()) {
            return List.of();
        }
        CaseConference conference = found.get();
        if (kind.get() == EventKind.REQUEST_SUBMITTED && Step.SUBMIT.possibleIn(conference.state())) {
            // Back where it came from before anybody was told: there is nothing to examine and nobody to ask.
            return List.of();
        }
        if (kind.get() == EventKind.REQUEST_SUBMITTED && conference.state() == ConferenceState.SUBMITTED) {
            conference.startConsentCheck(command(event));
            conferences.save(conference);
        }
        if (kind.get() == EventKind.MINUTES_ANSWERED) {
            minutes.follow(conference.id());
        }
        if (kind.get() == EventKind.CALLED_OFF || kind.get() == EventKind.REQUEST_WITHDRAWN) {
            inbox.recall(event.caseId(), event.agencies());
        }
        return deliver(event, conference, recipients.of(kind.get(), event, conference), casefile(conference));
    }

    private @Nullable Casefile casefile(CaseConference conference) {
        return casefiles.find(conference.caseId()).orElse(null);
    }

    private List<GatewayCopy> deliver(
            HubEvent event,
            CaseConference conference,
            List<NoticeRecipients.Recipient> to,
            @Nullable Casefile casefile) {
        List<GatewayCopy> copies = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(clock.instant(), TimeConfiguration.JAPAN);
        for (NoticeRecipients.Recipient recipient : to) {
            dispatch.send(
                            notice(event, conference, recipient, casefile),
                            Optional.ofNullable(casefile),
                            () -> covered(conference, recipient.subject(), today))
                    .ifPresent(copies::add);
        }
        return copies;
    }

    /** Agencies that a narrower consent does not name any more: told as after a withdrawal. */
    private List<GatewayCopy> tellWhoFellOut(HubEvent event, CaseId caseId) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), TimeConfiguration.JAPAN);
        List<GatewayCopy> copies = new ArrayList<>();
        for (CaseConference conference : conferences.ofCase(caseId)) {
            Set<String> out = new LinkedHashSet<>();
            for (AgencyCode agency : conference.invited()) {
                if (!covered(conference, agency, today)) {
                    out.add(agency.value());
                }
            }
            if (!out.isEmpty()) {
                inbox.recall(event.caseId(), out);
                copies.addAll(
                        deliver(event, conference, recipients.ofNarrowing(conference, out), casefile(conference)));
            }
        }
        return copies;
    }

    private boolean covered(CaseConference conference, AgencyCode agency, LocalDate today) {
        return casefiles
                .find(conference.caseId())
                .filter(casefile -> casefile.scopeFor(agency, today).covers())
                .isPresent();
    }

    private Notice notice(
            HubEvent event,
            CaseConference conference,
            NoticeRecipients.Recipient recipient,
            @Nullable Casefile casefile) {
        AgencyCode passOnTo = recipient.subject().equals(recipient.agency()) ? null : recipient.subject();
        return Notice.to(
                        new Recipient(recipient.agency(), recipient.section(), recipient.roles(), passOnTo, Set.of()),
                        Ids.derived(
                                "notice",
                                event.eventId(),
                                conference.id().value(),
                                recipient.agency().value(),
                                recipient.kind(),
                                recipient.subject().value()),
                        recipient.kind(),
                        new Notice.About(
                                conference.caseId().value(),
                                conference.id().value(),
                                conference.reference(),
                                casefile == null ? 0 : casefile.consentNumber()),
                        clock.instant())
                .due(recipient.deadline())
                .recallable(recipient.byConsent());
    }

    private Command command(HubEvent event) {
        Officer nobody = new Officer(SYSTEM, "", agencies.center().code(), "", Set.<Role>of(), false, false);
        return new Command(
                Ids.derived("event", event.eventId()), event.eventId(), nobody, nobody.agency(), clock.instant());
    }
}
