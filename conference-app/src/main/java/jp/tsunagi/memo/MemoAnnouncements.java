package jp.tsunagi.memo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.Agencies;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.conference.ConferenceCircle;
import jp.tsunagi.conference.ConferenceCircle.Sharer;
import jp.tsunagi.integration.hub.EventPort;
import jp.tsunagi.integration.hub.HubEvent;
import jp.tsunagi.notice.Dispatch;
import jp.tsunagi.notice.Inbox;
import jp.tsunagi.notice.Notice;
import jp.tsunagi.notice.Recipient;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.TimeConfiguration;
import org.springframework.stereotype.Component;

/**
 * Tells the agencies in a memo's audience that there is one, and nothing of it. Her consent is asked again at this moment;
 * a memo that was taken back takes its unread notices with it.
 */
@Component
class MemoAnnouncements implements EventPort {

    /** The kinds of the notices. */
    static final String NOTICE = "memo";

    static final String MENTION = "memo-mention";

    private final Memos memos;
    private final ConferenceCircle circle;
    private final Casefiles casefiles;
    private final Agencies agencies;
    private final Inbox inbox;
    private final Dispatch dispatch;
    private final Clock clock;

    MemoAnnouncements(
            Memos memos,
            ConferenceCircle circle,
            Casefiles casefiles,
            Agencies agencies,
            Inbox inbox,
            Dispatch dispatch,
            Clock clock) {
        this.memos = memos;
        this.circle = circle;
        this.casefiles = casefiles;
        this.agencies = agencies;
        this.inbox = inbox;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    @Override
    public List<GatewayCopy> handle(HubEvent event) {
        boolean sent = event.kind().equals(Memo.SENT);
        if (!sent && !event.kind().equals(Memo.UNDONE)) {
            return List.of();
        }
        String id = event.eventId().substring(0, event.eventId().indexOf(':'));
        Optional<Memo> found = memos.find(id);
        if (found.isEmpty()) {
            return List.of();
        }
        Memo memo = found.get();
        if (memo.isUndone()) {
            told(memo).forEach((recipient, kind) -> inbox.takeBack(idOf(memo, recipient)));
            return List.of();
        }
        return sent ? deliver(memo) : List.of();
    }

    private List<GatewayCopy> deliver(Memo memo) {
        Optional<Casefile> casefile = casefiles.find(memo.record().caseId());
        int consent = casefile.map(Casefile::consentNumber).orElse(0);
        List<GatewayCopy> copies = new ArrayList<>();
        told(memo).forEach((recipient, kind) -> sharer(memo, recipient.agency()).ifPresent(sharer -> {
            Notice notice = Notice.to(
                            recipient,
                            idOf(memo, recipient),
                            kind,
                            new Notice.About(
                                    memo.record().caseId().value(),
                                    memo.record().conferenceId().value(),
                                    memo.record().reference(),
                                    consent),
                            clock.instant())
                    .recallable(sharer.byConsent());
            dispatch.send(notice, casefile, () -> sharer(memo, recipient.agency())
                            .isPresent())
                    .ifPresent(copies::add);
        }));
        return copies;
    }

    /** Who is told, and by which kind of notice: the audience but for the writer's own agency, and who is mentioned. */
    private Map<Recipient, String> told(Memo memo) {
        Map<Recipient, String> told = new LinkedHashMap<>();
        memo.record().audience().stream()
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .filter(agency -> !agency.equals(memo.record().agency()))
                .forEach(agency -> told.put(recipient(memo, agency), NOTICE));
        Mention mention = memo.record().mention();
        if (mention != null) {
            told.put(
                    switch (mention) {
                        case REQUESTER ->
                            recipient(memo, memo.record().requester().agency());
                        case CENTER_STAFF -> recipient(memo, agencies.center().code());
                        case DIRECTOR -> Recipient.roles(agencies.center().code(), Set.of(Role.DIRECTOR));
                    },
                    MENTION);
        }
        return told;
    }

    private Recipient recipient(Memo memo, AgencyCode agency) {
        if (agency.equals(memo.record().requester().agency())) {
            return Recipient.team(memo.record().requester());
        }
        return agency.equals(agencies.center().code())
                ? Recipient.roles(agency, Set.of(Role.CENTER_STAFF))
                : Recipient.agency(agency);
    }

    private Optional<Sharer> sharer(Memo memo, AgencyCode agency) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), TimeConfiguration.JAPAN);
        return circle.sharing(memo.record().conferenceId().value(), today).stream()
                .filter(sharer -> sharer.agency().equals(agency))
                .findFirst();
    }

    private static String idOf(Memo memo, Recipient recipient) {
        return Ids.derived(
                "memo-notice",
                memo.record().id(),
                recipient.agency().value(),
                recipient.roles().toString());
    }
}
