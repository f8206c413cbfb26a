package jp.tsunagi.plan;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Command;
import jp.tsunagi.plan.PlanContent.ChildrenPart;
import jp.tsunagi.plan.PlanContent.LegalDeadline;
import jp.tsunagi.plan.PlanContent.Measure;
import jp.tsunagi.plan.PlanContent.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The support of a case where it is handed over to another agency: what of it could go along, and that it ends here. What she
 * withholds within her plan never goes along, whoever reads it here.
 */
@Service
public class SupportToHandOver {

    private final Plans plans;

    SupportToHandOver(Plans plans) {
        this.plans = plans;
    }

    /**
     * What the version in force says, without what she withholds in it. For those who make the plan with her; whoever lets it
     * leave has asked the policy, and entered that into the audit.
     *
     * @param deadlinesWithheld whether what ends when is hers to withhold, wherever it is kept
     * @param measures those that have not come to an end
     */
    public record Support(
            @Nullable String policy,
            @Nullable ChildrenPart children,
            List<LegalDeadline> deadlines,
            boolean deadlinesWithheld,
            List<Measure> measures) {

        public Support {
            deadlines = List.copyOf(deadlines);
            measures = List.copyOf(measures);
        }
    }

    /** Empty where no plan of the case is in force. */
    public Optional<Support> of(CaseId caseId) {
        return plans.find(caseId).flatMap(plan -> plan.inForce().map(version -> {
            PlanContent content = version.content();
            Withholding withheld = Withholding.of(plan, version);
            Followed followed = plan.followed();
            return new Support(
                    withheld.parts().contains("policy") ? null : content.policy(),
                    withheld.parts().contains("children") ? null : content.children(),
                    withheld.parts().contains("deadlines") ? List.of() : content.deadlines(),
                    withheld.parts().contains("deadlines"),
                    content.measures().stream()
                            .filter(measure -> measure.id() != null
                                    && !withheld.hides(measure)
                                    && !followed.item(measure.id()).ended())
                            .toList());
        }));
    }

    /**
     * These measures have ended here, since they went to another agency. Which one stands nowhere: where she is now is not
     * for those who see a line of the plan. A repeat changes nothing.
     *
     * @throws jp.tsunagi.protection.SealedCollection.Stale where another write came first
     */
    public void handedOver(CaseId caseId, Set<String> measures, Command command) {
        SupportPlan plan = plans.find(caseId).orElse(null);
        if (plan == null || plan.inForce().isEmpty() || measures.isEmpty() || plan.has(command)) {
            return;
        }
        Followed followed = plan.followed();
        for (Measure measure : plan.inForce().get().content().measures()) {
            String id = measure.id();
            if (id != null && measures.contains(id) && !followed.item(id).ended()) {
                followed = followed.with(followed.item(id).said(line(measure, command)));
            }
        }
        plan.follow(followed, command);
        plans.save(plan);
    }

    private static ItemState.Line line(Measure measure, Command command) {
        return new ItemState.Line(
                Progress.HANDED_OVER,
                null,
                null,
                null,
                command.today(),
                command.at(),
                command.officer().id(),
                command.officer().name(),
                command.officer().agency(),
                Objects.requireNonNullElse(
                        measure.agency() == null ? null : new AgencyCode(measure.agency()),
                        command.officer().agency()),
                null);
    }
}
