package jp.tsunagi.clock;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.TeamSection;
import jp.tsunagi.clock.ClockSources.Current;
import jp.tsunagi.clock.ClockSources.Place;
import jp.tsunagi.integration.hub.EventPort;
import jp.tsunagi.integration.hub.HubEvent;
import jp.tsunagi.notice.Dispatch;
import jp.tsunagi.notice.Notice;
import jp.tsunagi.notice.Recipient;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.TimeConfiguration;
import org.springframework.stereotype.Component;

/**
 * What follows from an event: a reminder goes to those who lead, saying that something of the case is near and not what;
 * and after whatever may have changed her consent or her plan, the clock that follows them is set anew.
 */
@Component
class ClockAnnouncements implements EventPort {

    private final Clocks clocks;
    private final ClockSources sources;
    private final Dispatch dispatch;
    private final Clock clock;

    ClockAnnouncements(Clocks clocks, ClockSources sources, Dispatch dispatch, Clock clock) {
        this.clocks = clocks;
        this.sources = sources;
        this.dispatch = dispatch;
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
        TeamSection lead = current.clock().lead();
        // Not even the day is told: it would say how long the period is.
        Notice notice = Notice.to(
                Recipient.team(lead),
                Ids.derived("notice", event.eventId(), lead.agency().value(), event.kind()),
                event.kind(),
                new Notice.About(
                        event.caseId(),
                        place.conferenceId(),
                        place.reference(),
                        current.casefile().consentNumber()),
                clock.instant());
        return dispatch.send(notice).map(List::of).orElse(List.of());
    }
}
