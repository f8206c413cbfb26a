package jp.tsunagi.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.SupportLeft;
import jp.tsunagi.plan.PlanContent.Measure;
import jp.tsunagi.protection.Projection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is left of the plan in force, for the conferences of its case. */
@Component
class SupportLeftOfPlan implements SupportLeft {

    private final Plans plans;
    private final PlanDesk desk;
    private final PlanReading reading;

    SupportLeftOfPlan(Plans plans, PlanDesk desk, PlanReading reading) {
        this.plans = plans;
        this.desk = desk;
        this.reading = reading;
    }

    @Override
    public Optional<Left> of(CaseId caseId, Command command) {
        if (plans.find(caseId).flatMap(SupportPlan::inForce).isEmpty()) {
            return Optional.empty();
        }
        SupportPlan plan = desk.sight(caseId.value(), command).plan();
        return plan.inForce().map(version -> left(plan.followed(), version));
    }

    @Override
    public List<Item> seen(CaseId caseId, Command command) {
        Optional<SupportPlan> plan =
                plans.find(caseId).filter(found -> found.inForce().isPresent());
        return plan.flatMap(found -> reading.inForce(caseId.value(), command))
                .map(shown -> open(plan.get().followed(), shown))
                .orElse(List.of());
    }

    private static Left left(Followed followed, VersionRecord version) {
        List<Measure> open = version.content().measures().stream()
                .filter(measure -> !followed.item(measure.id()).ended())
                .toList();
        return new Left(
                version.number(),
                open.stream()
                        .filter(measure -> !measure.isWithheld())
                        .map(Measure::area)
                        .filter(Objects::nonNull)
                        .map(Enum::name)
                        .distinct()
                        .toList(),
                (int) open.stream().filter(Measure::isMustDo).count(),
                version.content().measures().stream()
                        .map(measure -> new State(
                                Objects.requireNonNullElse(measure.id(), ""),
                                followed.item(measure.id()).progress().name()))
                        .toList());
    }

    private static List<Item> open(Followed followed, Projection shown) {
        List<Item> open = new ArrayList<>();
        if (shown.shown().get("measures") instanceof List<?> rows) {
            for (Object row : rows) {
                Map<?, ?> measure = (Map<?, ?>) row;
                ItemState state = followed.item(text(measure, "id"));
                if (!state.ended()) {
                    open.add(new Item(
                            text(measure, "agency"),
                            text(measure, "measure"),
                            measure.get("due") instanceof LocalDate due ? due : null,
                            state.progress().name(),
                            Boolean.TRUE.equals(measure.get("mustDo"))));
                }
            }
        }
        return open;
    }

    private static @Nullable String text(Map<?, ?> row, String name) {
        Object value = row.get(name);
        return value == null ? null : value.toString();
    }
}
