package jp.tsunagi.memo;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.account.Role;
import jp.tsunagi.agency.Agencies;
import jp.tsunagi.agency.Agency;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.casefile.Consent;
import jp.tsunagi.conference.ConferenceCircle;
import jp.tsunagi.conference.ConferenceCircle.Sharer;
import jp.tsunagi.integration.hub.EventPort;
import jp.tsunagi.integration.hub.HubEvent;
import jp.tsunagi.notice.Inbox;
import jp.tsunagi.notice.Notice;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.TimeConfiguration;
import org.jspecify.annotations.Nullable;
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

    private static final Duration LONGEST_NOTICE = Duration.ofDays(7);

    private final Memos memos;
    private final ConferenceCircle circle;
    private final Casefiles casefiles;
    private final Agencies agencies;
    private final Inbox inbox;
    private final Clock clock;

    MemoAnnouncements(
            Memos memos, ConferenceCircle circle, Casefiles casefiles, Agencies agencies, Inbox inbox, Clock clock) {
        this.memos = memos;
        this.circle = circle;
        this.casefiles = casefiles;
        this.agencies = agencies;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** @param section whose officers are told; null for the agency */
    private record Recipient(AgencyCode agency, @Nullable String section, Set<Role> roles) {}

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
        Casefile casefile = casefiles.find(memo.record().caseId()).orElse(null);
        List<GatewayCopy> copies = new ArrayList<>();
        told(memo).forEach((recipient, kind) -> sharer(memo, recipient.agency()).ifPresent(sharer -> {
            Notice notice = notice(memo, recipient, kind, sharer, casefile);
            inbox.deliver(notice);
            if (sharer(memo, recipient.agency()).isEmpty()) {
                // Taken back while it was being delivered: whichever came first, it does not stay.
                inbox.takeBack(notice.id());
            } else {
                copyFor(notice, casefile).ifPresent(copies::add);
            }
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
                        case DIRECTOR -> new Recipient(agencies.center().code(), null, Set.of(Role.DIRECTOR));
                    },
                    MENTION);
        }
        return told;
    }

    private Recipient recipient(Memo memo, AgencyCode agency) {
        if (agency.equals(memo.record().requester().agency())) {
            return new Recipient(agency, memo.record().requester().section(), Set.of());
        }
        return agency.equals(agencies.center().code())
                ? new Recipient(agency, null, Set.of(Role.CENTER_STAFF))
                : new Recipient(agency, null, Set.of());
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

    private Notice notice(Memo memo, Recipient recipient, String kind, Sharer sharer, @Nullable Casefile casefile) {
        return new Notice(
                idOf(memo, recipient),
                0,
                recipient.agency(),
                recipient.section(),
                recipient.roles(),
                null,
                kind,
                memo.record().caseId().value(),
                memo.record().conferenceId().value(),
                memo.record().reference(),
                null,
                casefile == null ? 0 : casefile.consentNumber(),
                clock.instant(),
                sharer.byConsent(),
                false,
                false,
                null,
                null);
    }

    /** The same for the gateway of an agency that runs one; it lives no longer than her consent. */
    private Optional<GatewayCopy> copyFor(Notice notice, @Nullable Casefile casefile) {
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
                timeToLive(notice, casefile),
                notice.caseId(),
                notice.conferenceId(),
                notice.recallable()));
    }

    private Duration timeToLive(Notice notice, @Nullable Casefile casefile) {
        Optional<Consent> consent = Optional.ofNullable(casefile).flatMap(Casefile::consent);
        if (!notice.recallable() || consent.isEmpty()) {
            return LONGEST_NOTICE;
        }
        Duration left = Duration.between(
                clock.instant(),
                consent.get()
                        .validUntil()
                        .plusDays(1)
                        .atStartOfDay(TimeConfiguration.JAPAN)
                        .toInstant());
        return left.compareTo(LONGEST_NOTICE) < 0 ? left : LONGEST_NOTICE;
    }
}
