package jp.tsunagi.plan;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.SupportLeft;
import jp.tsunagi.plan.PlanContent.Measure;
import org.springframework.stereotype.Component;

/** What is left of the plan in force, for the conferences of its case. */
@Component
class SupportLeftOfPlan implements SupportLeft {

    private final Plans plans;
    private final PlanDesk desk;

    SupportLeftOfPlan(Plans plans, PlanDesk desk) {
        this.plans = plans;
        this.desk = desk;
    }

    @Override
    public Optional<Left> of(CaseId caseId, Command command) {
        if (plans.find(caseId).flatMap(SupportPlan::inForce).isEmpty()) {
            return Optional.empty();
        }
        PlanDesk.Sight sight = desk.sight(caseId.value(), command);
        return sight.plan().inForce().map(version -> left(sight, version));
    }

    private static Left left(PlanDesk.Sight sight, VersionRecord version) {
        Followed followed = sight.plan().followed();
        List<Measure> open = version.content().measures().stream()
                .filter(measure -> !followed.item(measure.id()).ended())
                .toList();
        PlanStanding.Seat seat = sight.standing().seat(version);
        List<Item> seen = seat.known()
                ? Rows.shown(sight, new PlanDesk.Sight.Of(version, seat)).stream()
                        .filter(open::contains)
                        .map(measure -> new Item(
                                measure.agency(),
                                measure.measure(),
                                measure.due(),
                                followed.item(measure.id()).progress().name(),
                                measure.isMustDo()))
                        .toList()
                : List.of();
        return new Left(
                version.number(),
                seen,
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
}
