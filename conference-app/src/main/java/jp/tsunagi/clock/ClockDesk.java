package jp.tsunagi.clock;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import jp.tsunagi.account.Role;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.clock.ClockSources.Current;
import jp.tsunagi.command.Acts;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.ConferencesOfCase;
import jp.tsunagi.integration.hub.OutboxNudge;
import jp.tsunagi.plan.PlanOfCase;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.springframework.stereotype.Component;

/**
 * Where every step on a clock is taken, and where it is asked who may. Those who go with her through the case keep it,
 * whatever her consent says: they know it from her. The Center reads it while her consent is in force. To everybody else,
 * participants included, it does not exist: what they need of it stands in the plan, under the plan's permission.
 */
@Component
class ClockDesk {

    private static final Set<Relation> READERS = EnumSet.of(Relation.CENTER, Relation.CASE_OFFICER, Relation.DIRECTOR);

    private final ClockSources sources;
    private final Clocks clocks;
    private final PlanOfCase plans;
    private final ConferencesOfCase conferences;
    private final Acts acts;
    private final OutboxNudge nudge;

    ClockDesk(
            ClockSources sources,
            Clocks clocks,
            PlanOfCase plans,
            ConferencesOfCase conferences,
            Acts acts,
            OutboxNudge nudge) {
        this.sources = sources;
        this.clocks = clocks;
        this.plans = plans;
        this.conferences = conferences;
        this.acts = acts;
        this.nudge = nudge;
    }

    /** A clock as one officer finds it. @param relations all that hold; never none */
    record Sight(Current current, Set<Relation> relations) {

        CaseClock clock() {
            return current.clock();
        }

        boolean keeps() {
            return relations.contains(Relation.REQUESTING_TEAM);
        }

        /** @throws jp.tsunagi.shared.Refused {@code not-found} where no entry has this number */
        Entry entry(String number) {
            return clock().entries().stream()
                    .filter(entry -> String.valueOf(entry.number()).equals(number))
                    .findFirst()
                    .orElseThrow(Refusal::notFound);
        }
    }

    /** @throws jp.tsunagi.shared.Refused {@code not-found} where there is no such case, or none for this officer */
    Sight sight(String id, Command command) {
        if (!Ids.isId(id)) {
            throw Refusal.notFound();
        }
        Current current = sources.current(new CaseId(id), command.today()).orElseThrow(Refusal::notFound);
        Set<Relation> relations = relations(current.casefile(), command);
        if (relations.isEmpty()) {
            throw Refusal.notFound();
        }
        return new Sight(current, relations);
    }

    /**
     * Takes a step on what is there at that moment; a repeat finds that it was taken.
     *
     * @param change asks everything that must be asked, and hands out what is then done
     */
    void take(String action, String caseId, Command command, Function<Sight, Runnable> change) {
        Sight before = sight(caseId, command);
        try {
            asked(before, command, change);
        } catch (Refused refused) {
            if (refused.refusal().kind() == Refusal.Kind.FORBIDDEN) {
                acts.refused(command, action, caseId, before.clock().id(), refused);
            }
            throw refused;
        }
        acts.perform(command, action, caseId, before.clock().id(), () -> {
            Sight now = sight(caseId, command);
            Runnable work = asked(now, command, change);
            if (!now.clock().has(command)) {
                work.run();
                clocks.save(now.clock());
            }
            return true;
        });
        nudge.nudge();
    }

    private static Runnable asked(Sight sight, Command command, Function<Sight, Runnable> change) {
        if (!sight.keeps()) {
            throw Refusal.forbidden("step.not-permitted");
        }
        return sight.clock().has(command) ? () -> {} : change.apply(sight);
    }

    private Set<Relation> relations(Casefile casefile, Command command) {
        Set<Relation> relations = EnumSet.noneOf(Relation.class);
        if (accompanies(casefile, command)) {
            relations.add(Relation.REQUESTING_TEAM);
        } else if (casefile.consentInForce(command.today())) {
            conferences.of(casefile.id(), command).stream()
                    .flatMap(conference -> conference.relations().stream())
                    .filter(READERS::contains)
                    .forEach(relations::add);
        }
        return relations;
    }

    /** The team is known by the case alone; for whoever leads besides it, plan and conferences are asked. */
    private boolean accompanies(Casefile casefile, Command command) {
        boolean works =
                command.officer().is(Role.COUNSELLOR) || command.officer().is(Role.CENTER_STAFF);
        return (works && casefile.hasOnTeam(command.officer())) || plans.accompanies(casefile.id(), command);
    }
}
