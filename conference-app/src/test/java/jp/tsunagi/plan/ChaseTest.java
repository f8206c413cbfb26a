package jp.tsunagi.plan;

import static jp.tsunagi.casefile.CasefileFixtures.POLICE;
import static jp.tsunagi.casefile.CasefileFixtures.SUBMITTER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jp.tsunagi.plan.ItemState.Line;
import jp.tsunagi.plan.ItemState.Stage;
import jp.tsunagi.plan.ItemState.Told;
import jp.tsunagi.plan.PlanContent.Measure;
import jp.tsunagi.plan.PlanContent.Progress;
import jp.tsunagi.shared.BusinessDays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is told that a measure is late, and when: its day is a Friday, 11 December 2026. */
class ChaseTest {

    private static final LocalDate DUE = LocalDate.of(2026, 12, 11);
    private static final Measure MEASURE =
            PlanFixtures.content().measures().get(0).called("measure-1");
    private static final Chase CHASE = new Chase(new BusinessDays(Set.of()), new FollowUpSettings(1, 3, 7));

    @Test
    void theAgencyTheLeadAgencyAndTheDirectorComeInTurnEachOnce() {
        ItemState item = ItemState.of("measure-1");
        List<Stage> stages = new ArrayList<>();
        List<LocalDate> days = new ArrayList<>();
        for (Chase.Next next = next(item); next != null; next = next(item)) {
            stages.add(next.stage());
            days.add(next.on());
            List<Told> told = new ArrayList<>(item.told());
            told.add(new Told(next.stage(), next.awaited(), next.on()));
            item = item.told(told);
        }

        assertThat(stages).containsExactly(Stage.AGENCY, Stage.LEAD, Stage.DIRECTOR);
        assertThat(days)
                .containsExactly(LocalDate.of(2026, 12, 14), LocalDate.of(2026, 12, 16), LocalDate.of(2026, 12, 18));
    }

    @Test
    void whoIsToldLateLeavesTimeToAnswerToWhoIsToldNext() {
        LocalDate late = LocalDate.of(2027, 1, 8);
        ItemState item = ItemState.of("measure-1").told(List.of(new Told(Stage.AGENCY, DUE, late)));

        assertThat(next(item)).isEqualTo(new Chase.Next(Stage.LEAD, DUE, LocalDate.of(2027, 1, 11)));
    }

    @Test
    void nobodyIsToldInAStageWhereThereIsNobodyToTell() {
        assertThat(CHASE.next(MEASURE, ItemState.of("measure-1"), EnumSet.of(Stage.AGENCY, Stage.LEAD))
                        .orElseThrow()
                        .stage())
                .isEqualTo(Stage.DIRECTOR);
    }

    @ParameterizedTest
    @EnumSource(names = {"IN_PROGRESS", "NOT_DONE", "DONE", "NO_LONGER_POSSIBLE", "DECLINED_BY_PERSON"})
    void whateverIsSaidAfterTheDayStopsIt(Progress progress) {
        assertThat(next(said(progress, DUE.plusDays(3), null))).isNull();
    }

    @Test
    void whatIsSaidBeforeTheDayDoesNotUnlessItHasEnded() {
        assertThat(next(said(Progress.IN_PROGRESS, DUE, null))).isNotNull();
        assertThat(next(said(Progress.DONE, DUE.minusDays(3), null))).isNull();
        assertThat(next(said(Progress.DECLINED_BY_PERSON, DUE.minusDays(3), null)))
                .as("never a failure")
                .isNull();
    }

    @Test
    void aLaterDayThatItsAgencyNamedIsAwaitedInItsPlace() {
        LocalDate later = LocalDate.of(2027, 1, 15);
        Chase.Next next = next(said(Progress.IN_PROGRESS, DUE.plusDays(3), later));

        assertThat(next).isEqualTo(new Chase.Next(Stage.AGENCY, later, LocalDate.of(2027, 1, 18)));
        assertThat(next(said(Progress.IN_PROGRESS, DUE.minusDays(9), DUE.minusDays(5))))
                .isEqualTo(new Chase.Next(Stage.AGENCY, DUE, LocalDate.of(2026, 12, 14)));
    }

    private static Chase.@Nullable Next next(ItemState item) {
        return CHASE.next(MEASURE, item, Set.of()).orElse(null);
    }

    private static ItemState said(Progress progress, LocalDate on, @Nullable LocalDate next) {
        return ItemState.of("measure-1")
                .told(List.of(new Told(Stage.AGENCY, DUE, DUE.plusDays(3))))
                .said(new Line(
                        progress, null, null, next, on, Instant.EPOCH, SUBMITTER.id(), "架空", POLICE, POLICE, null))
                .told(List.of());
    }
}
