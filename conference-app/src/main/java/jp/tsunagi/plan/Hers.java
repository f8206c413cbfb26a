package jp.tsunagi.plan;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What she says herself to a draft that they read together.
 *
 * @param wishes in her words
 * @param withheldMeasures ids of the measures that she wants seen by nobody but the lead agency, the Center and who does them
 * @param withheldParts names of the parts that she wants seen by nobody but the first two
 */
record Hers(@Nullable String wishes, List<String> withheldMeasures, List<String> withheldParts) {

    Hers {
        withheldMeasures = given(withheldMeasures);
        withheldParts = given(withheldParts);
    }

    static Hers of(PlanContent content) {
        return new Hers(
                content.wishes(),
                content.measures().stream()
                        .filter(PlanContent.Measure::isWithheld)
                        .map(PlanContent.Measure::id)
                        .filter(Objects::nonNull)
                        .toList(),
                content.withheldParts());
    }

    /** The draft with what she said, and all else as it was. */
    PlanContent over(PlanContent draft) {
        return new PlanContent(
                draft.basedOn(),
                draft.leadAgency(),
                draft.keyPerson(),
                draft.family(),
                wishes,
                draft.othersViews(),
                draft.participation(),
                draft.participationNote(),
                draft.situation(),
                draft.strengths(),
                draft.urgency(),
                draft.policy(),
                draft.goals(),
                draft.measures().stream().map(this::over).toList(),
                draft.children(),
                draft.deadlines(),
                draft.safetyPlanExists(),
                draft.nextReview(),
                draft.reviewMethod(),
                draft.reviewFrequency(),
                draft.changeReason(),
                withheldParts);
    }

    private PlanContent.Measure over(PlanContent.Measure measure) {
        return new PlanContent.Measure(
                measure.id(),
                measure.area(),
                measure.issue(),
                measure.measure(),
                measure.agency(),
                measure.contact(),
                measure.start(),
                measure.due(),
                measure.byPerson(),
                measure.catalogue(),
                measure.mustDo(),
                withheldMeasures.contains(measure.id()),
                measure.carryWords());
    }

    private static List<String> given(@Nullable List<String> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }
}
