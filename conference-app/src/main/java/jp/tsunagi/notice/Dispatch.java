package jp.tsunagi.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import jp.tsunagi.agency.Agencies;
import jp.tsunagi.agency.Agency;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.integration.hub.EventPort.GatewayCopy;
import jp.tsunagi.shared.TimeConfiguration;
import org.springframework.stereotype.Component;

/**
 * The way of a notice: into the inbox of record, and a copy for the agency that runs a gateway. Where a notice may go only by
 * her consent, that is asked before it is put there and once more after: whichever came first, it does not stay.
 */
@Component
public class Dispatch {

    private static final Duration LONGEST_BY_CONSENT = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(30);

    /** A gateway is told an hour with the day: the end of the office's day. */
    private static final LocalTime END_OF_DAY = LocalTime.of(17, 0);

    private final Inbox inbox;
    private final Agencies agencies;
    private final Clock clock;

    Dispatch(Inbox inbox, Agencies agencies, Clock clock) {
        this.inbox = inbox;
        this.agencies = agencies;
        this.clock = clock;
    }

    /**
     * Puts a notice where it belongs; one that is there already stays as it is.
     *
     * @param casefile whose consent bounds how long a copy waits; empty where the case is gone
     * @param covered whether her consent covers it, asked of the case as it is now; not asked where the notice does not
     *     depend on it
     * @return the copy for the gateway; empty where the agency runs none, or nothing was to be told
     */
    public Optional<GatewayCopy> send(Notice notice, Optional<Casefile> casefile, BooleanSupplier covered) {
        if (notice.recallable() && !covered.getAsBoolean()) {
            return Optional.empty();
        }
        inbox.deliver(notice);
        if (notice.recallable() && !covered.getAsBoolean()) {
            inbox.takeBack(notice.id());
            return Optional.empty();
        }
        return agencies.find(notice.agency())
                .filter(Agency::runsGateway)
                .map(agency -> new GatewayCopy(
                        agency.code().value(),
                        contract(notice),
                        timeToLive(notice, casefile),
                        notice.caseId(),
                        notice.conferenceId(),
                        notice.recallable()));
    }

    /** The same for what does not depend on her consent. */
    public Optional<GatewayCopy> send(Notice notice) {
        if (notice.recallable()) {
            throw new IllegalArgumentException("Her consent is to be asked for this one");
        }
        return send(notice, Optional.empty(), () -> true);
    }

    private static jp.tsunagi.integration.contract.Notice contract(Notice notice) {
        return new jp.tsunagi.integration.contract.Notice(
                notice.id(),
                notice.kind(),
                notice.conferenceId(),
                notice.reference(),
                notice.deadline() == null ? null : notice.deadline().atTime(END_OF_DAY),
                notice.consentNumber(),
                notice.path());
    }

    /** A copy that depends on her consent lives no longer than that. */
    private Duration timeToLive(Notice notice, Optional<Casefile> casefile) {
        if (!notice.recallable()) {
            return LONGEST;
        }
        Duration left = casefile.flatMap(Casefile::consent)
                .map(consent -> Duration.between(
                        clock.instant(),
                        consent.validUntil()
                                .plusDays(1)
                                .atStartOfDay(TimeConfiguration.JAPAN)
                                .toInstant()))
                .orElse(Duration.ZERO);
        return left.compareTo(LONGEST_BY_CONSENT) < 0 ? left : LONGEST_BY_CONSENT;
    }
}
