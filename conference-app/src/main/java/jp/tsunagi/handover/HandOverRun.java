package jp.tsunagi.handover;

import java.time.LocalDate;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.integration.hub.DeadlinePort;
import jp.tsunagi.outbox.DueRun;
import org.springframework.stereotype.Component;

/** Reminds of offers that nobody answered, and lets go of those to which her consent is over. */
@Component
class HandOverRun implements DeadlinePort {

    private final HandOvers handOvers;
    private final HandOverDays days;
    private final Casefiles casefiles;
    private final DueRun due;

    HandOverRun(HandOvers handOvers, HandOverDays days, Casefiles casefiles, DueRun due) {
        this.handOvers = handOvers;
        this.days = days;
        this.casefiles = casefiles;
        this.due = due;
    }

    @Override
    public void tick() {
        due.each("hand-overs", handOvers::toLookAt, this::look);
    }

    private boolean look(HandOver handOver, LocalDate today) {
        boolean tells = casefiles
                .find(handOver.record().caseId())
                .filter(casefile -> HandOverConsent.scope(casefile, handOver.record(), today)
                        .covers())
                .flatMap(Casefile::consent)
                .map(consent -> handOver.remind(days, today, consent.validUntil()))
                .orElseGet(() -> {
                    handOver.lapse();
                    return true;
                });
        handOvers.save(handOver);
        return tells;
    }
}
