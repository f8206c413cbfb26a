package jp.tsunagi.plan;

import java.util.function.Function;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.ConferencesOfCase;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.integration.hub.OutboxNudge;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.springframework.stereotype.Component;

/**
 * Where every step on a plan is taken: loads it, its case and its conferences, asks who may, enters the act into the audit,
 * saves, and lets the outbox know.
 */
@Component
class PlanDesk {

    private final Plans plans;
    private final Casefiles casefiles;
    private final ConferencesOfCase conferences;
    private final Directory directory;
    private final Acts acts;
    private final OutboxNudge nudge;

    PlanDesk(
            Plans plans,
            Casefiles casefiles,
            ConferencesOfCase conferences,
            Directory directory,
            Acts acts,
            OutboxNudge nudge) {
        this.plans = plans;
        this.casefiles = casefiles;
        this.conferences = conferences;
        this.directory = directory;
        this.acts = acts;
        this.nudge = nudge;
    }

    /** The plan of a case, with or without versions, as one officer finds it. */
    record Sight(SupportPlan plan, Casefile casefile, PlanStanding standing) {

        /** A version as the officer finds it. */
        record Of(VersionRecord version, PlanStanding.Seat seat) {}

        /**
         * @throws jp.tsunagi.shared.Refused {@code not-found}; {@code plan.gone} where it was shared and is no longer
         */
        Of version(String number) {
            VersionRecord version = plan.versions().stream()
                    .filter(v -> String.valueOf(v.number()).equals(number))
                    .findFirst()
                    .orElseThrow(Refusal::notFound);
            PlanStanding.Seat seat = standing.seat(version);
            if (!seat.known()) {
                throw standing.gone(version) ? Refusal.gone("plan.gone") : Refusal.notFound();
            }
            return new Of(version, seat);
        }
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} where the case does not exist; asks nothing of the officer */
    Sight sight(String id, Command command) {
        if (!Ids.isId(id)) {
            throw Refusal.notFound();
        }
        CaseId caseId = new CaseId(id);
        SupportPlan plan = plans.find(caseId).orElseGet(() -> SupportPlan.of(caseId));
        // Read after the plan: a withdrawal that came first is seen.
        Casefile casefile = casefiles.find(caseId).orElseThrow(Refusal::notFound);
        PlanStanding standing = new PlanStanding(
                command.officer(),
                casefile,
                conferences.of(caseId, command),
                casefile.scopeFor(command.officer().agency(), command.today()),
                directory.center());
        return new Sight(plan, casefile, standing);
    }

    /**
     * Takes a step on what is there at that moment; a repeat finds that it was taken.
     *
     * @param change asks everything that must be asked, and hands out what is then done
     */
    void take(PlanStep step, String caseId, Command command, Function<Sight, Runnable> change) {
        take(step.action(), caseId, command, change);
    }

    /** The same for what follows a version and leads it nowhere. */
    void take(String action, String caseId, Command command, Function<Sight, Runnable> change) {
        Sight before = sight(caseId, command);
        asked(action, before, command, change);
        acts.perform(command, action, caseId, before.plan().id(), () -> {
            Sight now = sight(caseId, command);
            Runnable work = change.apply(now);
            if (!now.plan().has(command)) {
                work.run();
                plans.save(now.plan());
            }
            return true;
        });
        nudge.nudge();
    }

    /**
     * Asks who may and what must be right, before anything is written. That somebody tried who may know of the plan and may
     * not do this to it is entered into the audit.
     */
    private Runnable asked(String action, Sight sight, Command command, Function<Sight, Runnable> change) {
        try {
            return change.apply(sight);
        } catch (Refused refused) {
            if (refused.refusal().kind() == Refusal.Kind.FORBIDDEN) {
                acts.refused(
                        command,
                        action,
                        sight.casefile().id().value(),
                        sight.plan().id(),
                        refused);
            }
            throw refused;
        }
    }

    /** Refuses who does not make this version with her. */
    static void requireLead(Sight sight, Sight.Of found) {
        VersionRecord version = found.version();
        if (!sight.standing()
                .leads(version.content().leadAgency(), version.basis().conferenceId())) {
            throw Refusal.forbidden("step.not-permitted");
        }
    }

    /** Refuses whoever is not the director, nor the deputy in the deputy's period. */
    static void requireDirector(Sight.Of found) {
        if (!found.seat().is(Relation.DIRECTOR)) {
            throw Refusal.forbidden("plan.director-only");
        }
    }
}
