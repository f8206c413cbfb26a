package jp.tsunagi.clock;

import java.time.LocalDate;
import java.util.Optional;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.casefile.Consent;
import jp.tsunagi.conference.ConferencesOfCase;
import jp.tsunagi.plan.PlanOfCase;
import org.springframework.stereotype.Component;

/** What a clock follows and does not keep itself: her consent, the review of her plan, who leads. Read anew each time. */
@Component
class ClockSources {

    private final Clocks clocks;
    private final Casefiles casefiles;
    private final PlanOfCase plans;
    private final ConferencesOfCase conferences;
    private final Reminders reminders;

    ClockSources(
            Clocks clocks, Casefiles casefiles, PlanOfCase plans, ConferencesOfCase conferences, Reminders reminders) {
        this.clocks = clocks;
        this.casefiles = casefiles;
        this.plans = plans;
        this.conferences = conferences;
        this.reminders = reminders;
    }

    /**
     * A clock brought up to date; not written.
     *
     * @param place the conference by which the case is found, empty where there is none
     * @param changed whether anything is another than as it was written last
     */
    record Current(CaseClock clock, Casefile casefile, Optional<Place> place, boolean changed) {}

    /** @param closed whether the support is over; orders and measures go on, consent and review are done with */
    record Place(String conferenceId, String reference, boolean closed) {}

    /** Empty where there is no such case. */
    Optional<Current> current(CaseId caseId, LocalDate today) {
        Optional<CaseClock> stored = clocks.find(caseId);
        // Read after the clock: a withdrawal that came first is seen.
        return casefiles.find(caseId).map(casefile -> {
            CaseClock clock = stored.orElseGet(() -> CaseClock.of(caseId, casefile.team(), reminders));
            return followed(clock, casefile, today);
        });
    }

    private Current followed(CaseClock clock, Casefile casefile, LocalDate today) {
        CaseId caseId = casefile.id();
        Optional<PlanOfCase.Lead> lead = plans.lead(caseId);
        Optional<ConferencesOfCase.Latest> latest = conferences.latest(caseId);
        boolean closed = latest.map(ConferencesOfCase.Latest::closed).orElse(false);
        boolean changed = clock.follow(
                casefile.team(),
                lead.map(PlanOfCase.Lead::team).orElse(casefile.team()),
                closed
                        ? null
                        : casefile.consent()
                                .filter(consent -> consent.status() == Consent.Status.VERIFIED)
                                .map(Consent::validUntil)
                                .orElse(null),
                closed ? null : lead.map(PlanOfCase.Lead::nextReview).orElse(null),
                today);
        Optional<Place> place = lead.map(one -> new Place(one.conferenceId(), one.reference(), closed))
                .or(() -> latest.map(one -> new Place(one.id().value(), one.reference(), closed)));
        return new Current(clock, casefile, place, changed);
    }
}
