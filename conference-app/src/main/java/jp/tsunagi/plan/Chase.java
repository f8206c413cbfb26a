package jp.tsunagi.plan;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.plan.ItemState.Line;
import jp.tsunagi.plan.ItemState.Stage;
import jp.tsunagi.plan.ItemState.Told;
import jp.tsunagi.plan.PlanContent.Measure;
import jp.tsunagi.shared.BusinessDays;

/**
 * Who is told next that a measure is late, and when (domain.md E8): the agency that does it, then the lead agency, then the
 * director; each once for the day that was awaited, and on a business day of its own, so that whoever was told first has time
 * to answer. Whatever is said of the measure stops it.
 */
record Chase(BusinessDays calendar, FollowUpSettings settings) {

    /** @param on the day on which this one is told */
    record Next(Stage stage, LocalDate awaited, LocalDate on) {}

    /**
     * The day on which something is awaited of a measure: its own, or a later one that its agency named. Empty where it has
     * ended, has no day, or something was said of it when the day had passed.
     */
    static Optional<LocalDate> awaited(Measure measure, ItemState item) {
        if (item.ended()) {
            return Optional.empty();
        }
        Optional<LocalDate> due = Optional.ofNullable(measure.due());
        Optional<Line> last = item.last();
        if (last.isEmpty()) {
            return due;
        }
        return Stream.concat(
                        due.filter(day -> !last.get().on().isAfter(day)).stream(),
                        Stream.ofNullable(last.get().next()))
                .max(LocalDate::compareTo);
    }

    /**
     * Whoever is told next.
     *
     * @param unasked stages in which there is nobody to tell: the lead agency of its own measures, and an agency that she
     *     does not want to know of it any more
     */
    Optional<Next> next(Measure measure, ItemState item, Set<Stage> unasked) {
        return awaited(measure, item).flatMap(awaited -> {
            List<Told> told = item.told().stream()
                    .filter(one -> one.stage() != Stage.LOST && one.awaited().equals(awaited))
                    .toList();
            LocalDate free = told.stream()
                    .map(Told::on)
                    .max(LocalDate::compareTo)
                    .map(day -> calendar.after(day, 1))
                    .orElse(awaited);
            Stage reached = told.stream().map(Told::stage).max(Stage::compareTo).orElse(null);
            return EnumSet.range(Stage.AGENCY, Stage.DIRECTOR).stream()
                    .filter(stage -> reached == null || stage.compareTo(reached) > 0)
                    .filter(stage -> !unasked.contains(stage))
                    .findFirst()
                    .map(stage -> new Next(stage, awaited, later(day(stage, awaited), free)));
        });
    }

    private LocalDate day(Stage stage, LocalDate awaited) {
        return switch (stage) {
            case AGENCY -> calendar.after(awaited, settings.agency());
            case LEAD -> calendar.after(awaited, settings.lead());
            case DIRECTOR -> {
                LocalDate day = awaited.plusDays(settings.director());
                yield calendar.isBusinessDay(day) ? day : calendar.after(day, 1);
            }
            case LOST -> awaited;
        };
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
