package jp.tsunagi.plan;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.casefile.TeamSection;
import jp.tsunagi.command.Command;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The plan of a case for modules that build on who leads it and when it is reviewed. For rules, not for showing. */
@Service
public class PlanOfCase {

    private static final Set<PlanState> IN_FORCE = EnumSet.of(PlanState.APPROVED, PlanState.CONFIRMED);

    private final Plans plans;
    private final PlanDesk desk;
    private final PlanViews views;

    PlanOfCase(Plans plans, PlanDesk desk, PlanViews views) {
        this.plans = plans;
        this.desk = desk;
        this.views = views;
    }

    /**
     * What the newest version says.
     *
     * @param team of the lead agency, whose officers opened it
     * @param conferenceId the conference that it follows, by which that team finds the case
     * @param nextReview of the newest version that is approved; null where none is, or it names no day
     */
    public record Lead(TeamSection team, String conferenceId, String reference, @Nullable LocalDate nextReview) {}

    /** Empty before there is a plan. */
    public Optional<Lead> lead(CaseId caseId) {
        return plans.find(caseId).flatMap(plan -> plan.latest()
                .map(latest -> new Lead(
                        latest.team(),
                        latest.basis().conferenceId(),
                        latest.basis().reference(),
                        plan.versions().stream()
                                .filter(version -> IN_FORCE.contains(version.state()))
                                .reduce((former, latter) -> latter)
                                .map(version -> plan.followed().nextReview(version))
                                .orElse(null))));
    }

    /**
     * Whether the officer goes with her through the case: is on its team, or of those who make the plan with her. It does
     * not depend on her consent: what they know they know from her.
     *
     * @throws jp.tsunagi.shared.Refused {@code not-found} where the case does not exist
     */
    public boolean accompanies(CaseId caseId, Command command) {
        PlanDesk.Sight sight = desk.sight(caseId.value(), command);
        return sight.standing().accompanies(sight.plan().latest());
    }

    /**
     * What the newest version says of her children, as the policy shows it to the officer. Whoever lets it leave has entered
     * that into the audit.
     *
     * @return empty where it says nothing, or nothing to this officer
     */
    public Optional<String> childrenSituation(CaseId caseId, Command command) {
        PlanDesk.Sight sight = desk.sight(caseId.value(), command);
        return sight.plan()
                .latest()
                .map(latest -> new PlanDesk.Sight.Of(latest, sight.standing().seat(latest)))
                .filter(found -> found.seat().known())
                .map(found -> views.of(sight, found, command).shown().get("children"))
                .filter(Map.class::isInstance)
                .map(children -> ((Map<?, ?>) children).get("situation"))
                .map(Object::toString);
    }
}
