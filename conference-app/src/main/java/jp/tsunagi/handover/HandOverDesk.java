package jp.tsunagi.handover;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.Casefile;
import jp.tsunagi.casefile.Casefiles;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.ConferencesOfCase;
import jp.tsunagi.handover.HandOver.Place;
import jp.tsunagi.plan.PlanOfCase;
import jp.tsunagi.protection.Relation;
import jp.tsunagi.shared.Ids;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.springframework.stereotype.Component;

/**
 * Who stands how to a hand-over. Those who go with her through the case offer it; the Center reads it; to those who take part
 * in its conferences it does not exist, since it would tell where she goes. To the agency it is offered to, the offer exists,
 * and not the case.
 */
@Component
class HandOverDesk {

    private static final Set<Relation> READERS = EnumSet.of(Relation.CENTER, Relation.CASE_OFFICER, Relation.DIRECTOR);

    private final HandOvers handOvers;
    private final Casefiles casefiles;
    private final PlanOfCase plans;
    private final ConferencesOfCase conferences;

    HandOverDesk(HandOvers handOvers, Casefiles casefiles, PlanOfCase plans, ConferencesOfCase conferences) {
        this.handOvers = handOvers;
        this.casefiles = casefiles;
        this.plans = plans;
        this.conferences = conferences;
    }

    /** A case as one officer finds its hand-overs. @param relations all that hold; never none */
    record Sight(Casefile casefile, Set<Relation> relations) {

        /** Whether the officer goes with her through the case, and may hand it over. */
        boolean offers() {
            return relations.contains(Relation.REQUESTING_TEAM);
        }

        void requireOffers() {
            if (!offers()) {
                throw Refusal.forbidden("step.not-permitted");
            }
        }
    }

    /** @throws Refused {@code not-found} where there is no such case, or none for this officer */
    Sight sight(String id, Command command) {
        if (!Ids.isId(id) || !command.officer().person()) {
            throw Refusal.notFound();
        }
        Casefile casefile = casefiles.find(new CaseId(id)).orElseThrow(Refusal::notFound);
        Set<Relation> relations = EnumSet.noneOf(Relation.class);
        if (accompanies(casefile, command)) {
            relations.add(Relation.REQUESTING_TEAM);
        } else {
            conferences.of(casefile.id(), command).stream()
                    .flatMap(conference -> conference.relations().stream())
                    .filter(READERS::contains)
                    .forEach(relations::add);
        }
        if (relations.isEmpty()) {
            throw Refusal.notFound();
        }
        return new Sight(casefile, relations);
    }

    /** A hand-over of a case, for those who know the case. @throws Refused {@code not-found} */
    HandOver ofCase(Sight sight, String n) {
        return (Ids.isId(n) ? handOvers.find(n) : Optional.<HandOver>empty())
                .filter(handOver ->
                        handOver.record().caseId().equals(sight.casefile().id()))
                .orElseThrow(Refusal::notFound);
    }

    /** A hand-over that is offered to the officer's agency, answered or not. @throws Refused {@code not-found} */
    HandOver offered(String n, Command command) {
        return (Ids.isId(n) ? handOvers.find(n) : Optional.<HandOver>empty())
                .filter(handOver -> isFor(handOver.record(), command))
                .orElseThrow(Refusal::notFound);
    }

    /** All that were offered to the officer's agency. */
    List<HandOverRecord> offered(Command command) {
        return receives(command.officer())
                ? handOvers.offeredTo(command.officer().agency()).stream()
                        .filter(handOver -> isFor(handOver, command))
                        .toList()
                : List.of();
    }

    /** Those of them that wait for an answer. */
    List<HandOverRecord> waiting(Command command) {
        return receives(command.officer())
                ? handOvers.waitingFor(command.officer().agency()).stream()
                        .filter(handOver -> isFor(handOver, command) && covered(handOver, command))
                        .toList()
                : List.of();
    }

    /** Whether her consent still covers it: where not, it is called off, whether or not that has been noted yet. */
    boolean covered(HandOverRecord handOver, Command command) {
        return casefiles
                .find(handOver.caseId())
                .filter(casefile -> HandOverConsent.scope(casefile, handOver, command.today())
                        .covers())
                .isPresent();
    }

    /** Whether the case has come further than a draft: before that nobody has agreed to anything. */
    boolean submitted(CaseId caseId) {
        return conferences.lastSubmitted(caseId).isPresent();
    }

    /** By which conference the case is found. @throws Refused {@code handover.not-submitted} */
    Place place(CaseId caseId) {
        return plans.lead(caseId)
                .map(lead -> new Place(caseId, lead.conferenceId(), lead.reference()))
                .or(() -> conferences
                        .lastSubmitted(caseId)
                        .map(latest -> new Place(caseId, latest.id().value(), latest.reference())))
                .orElseThrow(() -> Refusal.conflict("handover.not-submitted"));
    }

    /** Whether the officer works with cases, and could take one over. */
    static boolean receives(Officer officer) {
        return officer.person() && (officer.is(Role.COUNSELLOR) || officer.is(Role.CENTER_STAFF));
    }

    /** Not for whoever is on the Center's block list of the case: then there is none. */
    private boolean isFor(HandOverRecord handOver, Command command) {
        return receives(command.officer())
                && command.officer().agency().equals(handOver.receiver())
                && conferences.of(handOver.caseId(), command).stream().noneMatch(ConferencesOfCase.Found::excluded);
    }

    private boolean accompanies(Casefile casefile, Command command) {
        Officer officer = command.officer();
        if (receives(officer) && casefile.hasOnTeam(officer)) {
            return true;
        }
        try {
            return plans.accompanies(casefile.id(), command);
        } catch (Refused refused) {
            // Her case is gone in this very moment.
            return false;
        }
    }
}
