package jp.tsunagi.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import jp.tsunagi.plan.PlanContent.Measure;
import jp.tsunagi.protection.Projection;
import org.jspecify.annotations.Nullable;

/**
 * What a new lead agency cannot see of the last version goes on all the same when it opens the next one: what she withholds,
 * with its marks, and what the policy left out. Whatever the writer did change counts as written.
 *
 * @param last as it is stored
 * @param shown as the writer sees it
 * @param reachable what becomes of a measure whose agency may have left the directory
 */
record CarriedOver(PlanContent last, Projection shown, UnaryOperator<Measure> reachable) {

    /** @param ended tells of a measure whether it has come to its end: it stays behind */
    PlanContent into(PlanContent given, Predicate<Measure> ended) {
        Map<String, Measure> stored = new HashMap<>();
        last.measures().forEach(measure -> stored.put(Objects.requireNonNullElse(measure.id(), ""), measure));
        Map<String, Map<?, ?>> seen = seen();
        List<Measure> measures = new ArrayList<>();
        for (Measure measure : given.measures()) {
            Measure before = stored.get(measure.id());
            Map<?, ?> row = seen.get(measure.id());
            measures.add(before == null || row == null ? measure : whole(measure, row, before));
        }
        last.measures().stream()
                .filter(measure -> measure.id() != null
                        && !seen.containsKey(measure.id())
                        && !ended.test(measure)
                        && measures.stream().noneMatch(there -> measure.id().equals(there.id())))
                .map(reachable)
                .forEach(measures::add);
        return new PlanContent(
                given.basedOn(),
                given.leadAgency(),
                text("keyPerson", given.keyPerson(), last.keyPerson()),
                text("family", given.family(), last.family()),
                text("wishes", given.wishes(), last.wishes()),
                text("othersViews", given.othersViews(), last.othersViews()),
                given.participation(),
                text("participationNote", given.participationNote(), last.participationNote()),
                text("situation", given.situation(), last.situation()),
                text("strengths", given.strengths(), last.strengths()),
                given.urgency() == null && hidden("urgency") ? last.urgency() : given.urgency(),
                text("policy", given.policy(), last.policy()),
                given.goals().isEmpty() && hidden("goals") ? last.goals() : given.goals(),
                measures,
                given.children() == null && hidden("children") ? last.children() : given.children(),
                given.deadlines().isEmpty() && hidden("deadlines") ? last.deadlines() : given.deadlines(),
                given.safetyPlanExists() == null && hidden("safetyPlanExists")
                        ? last.safetyPlanExists()
                        : given.safetyPlanExists(),
                given.nextReview(),
                text("reviewMethod", given.reviewMethod(), last.reviewMethod()),
                text("reviewFrequency", given.reviewFrequency(), last.reviewFrequency()),
                given.changeReason(),
                hidden("withheldParts") ? last.withheldParts() : given.withheldParts());
    }

    private Map<String, Map<?, ?>> seen() {
        Map<String, Map<?, ?>> seen = new HashMap<>();
        if (shown.shown().get("measures") instanceof List<?> rows) {
            for (Object row : rows) {
                Map<?, ?> measure = (Map<?, ?>) row;
                seen.put(String.valueOf(measure.get("id")), measure);
            }
        }
        return seen;
    }

    private static Measure whole(Measure given, Map<?, ?> seen, Measure stored) {
        return new Measure(
                given.id(),
                given.area(),
                untouched(given.issue(), seen.get("issue"), stored.issue()),
                untouched(given.measure(), seen.get("measure"), stored.measure()),
                given.agency(),
                untouched(given.contact(), seen.get("contact"), stored.contact()),
                untouched(given.start(), seen.get("start"), stored.start()),
                untouched(given.due(), seen.get("due"), stored.due()),
                untouched(given.byPerson(), seen.get("byPerson"), stored.byPerson()),
                given.catalogue(),
                untouched(given.mustDo(), seen.get("mustDo"), stored.mustDo()),
                untouched(given.withheld(), seen.get("withheld"), stored.withheld()),
                untouched(given.carryWords(), seen.get("carryWords"), stored.carryWords()));
    }

    private @Nullable String text(String name, @Nullable String given, @Nullable String stored) {
        return untouched(given, shown.shown().get(name), stored);
    }

    /** The stored value where the writer left it as it was shown, passages taken out and all. */
    private static @Nullable String untouched(@Nullable String given, @Nullable Object seen, @Nullable String stored) {
        return Objects.equals(given, seen) ? stored : given;
    }

    private static @Nullable LocalDate untouched(
            @Nullable LocalDate given, @Nullable Object seen, @Nullable LocalDate stored) {
        return Objects.equals(given, seen) ? stored : given;
    }

    private static @Nullable Boolean untouched(
            @Nullable Boolean given, @Nullable Object seen, @Nullable Boolean stored) {
        return Objects.equals(given, seen) ? stored : given;
    }

    private boolean hidden(String name) {
        return shown.withheld().contains(name);
    }
}
