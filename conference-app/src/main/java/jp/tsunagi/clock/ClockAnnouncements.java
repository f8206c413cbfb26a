package jp.tsunagi.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.agency.Agencies;
import jp.tsunagi.agency.Agency;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.TeamSection;
import jp.tsunagi.clock.ClockSources.Current;
import jp.tsunagi.clock.ClockSources.Place;
import jp.tsunagi.integration.hub.EventPort;
import jp.tsunagi.integration.hub.HubEvent;
import jp.tsunagi.notice.Inbox;
import jp.tsunagi.notice.Notice;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.TimeConfiguration;
import org.springframework.stereotype.Component;

/**
 * What follows from an event: a reminder goes to those who lead, saying that something of the case is near and not what;
 * and after whatever may have changed her consent or her plan, the clock that follows them is set anew.
 */
@Component
class ClockAnnouncements implements EventPort {

    private static final Duration LONGEST_NOTICE = Duration.ofDays(7);

    private final Clocks clocks;
    private final ClockSources sources;
    private final Agencies agencies;
    private final Inbox inbox;
    private final Clock clock;

    ClockAnnouncements(Clocks clocks, ClockSources sources, Agencies agencies, Inbox inbox, Clock clock) {
        this.clocks = clocks;
        this.sources = sources;
        this.agencies = agencies;
        this.inbox = inbox;
        this.clock = clock;
    }

    @Override
    public List<GatewayCopy> handle(HubEvent event) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), TimeConfiguration.JAPAN);
        Optional<Current> current = sources.current(new CaseId(event.caseId()), today);
        if (current.isEmpty()) {
            return List.of();
        }
        if (!event.kind().equals(CaseClock.NEAR)) {
            if (current.get().changed()) {
                clocks.save(current.get().clock());
            }
            return List.of();
        }
        return current.get()
                .place()
                .map(place -> remind(event, current.get(), place))
                .orElse(List.of());
    }

    private List<GatewayCopy> remind(HubEvent event, Current current, Place place) {
        Notice notice = notice(event, current, place);
        inbox.deliver(notice);
        return copyFor(notice).map(List::of).orElse(List.of());
    }

    private Notice notice(HubEvent event, Current current, Place place) {
        TeamSection lead = current.clock().lead();
        return new Notice(
                Ids.derived("notice", event.eventId(), lead.agency().value(), event.kind()),
                0,
                lead.agency(),
                lead.section(),
                Set.of(),
                null,
                event.kind(),
                event.caseId(),
                place.conferenceId(),
                place.reference(),
                // Not even the day: it would tell how long the period is.
                null,
                current.casefile().consentNumber(),
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
