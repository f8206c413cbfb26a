package jp.tsunagi.disclosure;

import java.time.Clock;
import java.util.Optional;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.integration.hub.DeadlinePort;
import jp.tsunagi.outbox.DueRun;
import org.springframework.stereotype.Component;

/** Notes that a disclosure is over, and reminds of what follows. Nothing is shown a moment longer where this is late. */
@Component
class DisclosureRun implements DeadlinePort {

    private final Disclosures disclosures;
    private final Casefiles casefiles;
    private final AfterDays days;
    private final DueRun due;
    private final Clock clock;

    DisclosureRun(Disclosures disclosures, Casefiles casefiles, AfterDays days, DueRun due, Clock clock) {
        this.disclosures = disclosures;
        this.casefiles = casefiles;
        this.days = days;
        this.due = due;
        this.clock = clock;
    }

    @Override
    public void tick() {
        due.each(
                "disclosures",
                (today, atMost) -> disclosures.toWake(clock.instant(), atMost),
                (disclosure, today) -> wake(disclosure));
    }

    private boolean wake(Disclosure disclosure) {
        Optional<Casefile> casefile = casefiles.find(disclosure.record().caseId());
        boolean noted = casefile.isPresent() && disclosure.wake(clock.instant(), casefile.get(), days);
        if (noted) {
            disclosures.save(disclosure);
        }
        return noted;
    }
}
