package jp.tsunagi.plan;

import static jp.tsunagi.casefile.CasefileFixtures.POLICE;
import static jp.tsunagi.casefile.CasefileFixtures.SUBMITTER;
import static jp.tsunagi.casefile.CasefileFixtures.TODAY;
import static jp.tsunagi.plan.PlanFixtures.announced;
import static jp.tsunagi.plan.PlanFixtures.approved;
import static jp.tsunagi.plan.PlanFixtures.by;
import static jp.tsunagi.plan.PlanFixtures.confirmed;
import static jp.tsunagi.plan.PlanFixtures.drafted;
import static jp.tsunagi.plan.PlanFixtures.in;
import static jp.tsunagi.plan.PlanFixtures.reloaded;
import static jp.tsunagi.plan.PlanFixtures.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import jp.tsunagi.command.Command;
import jp.tsunagi.plan.ItemState.Line;
import jp.tsunagi.plan.PlanContent.Progress;
import jp.tsunagi.shared.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What follows the version in force, kept beside the versions. */
class FollowedTest {

    @Test
    void whatBecameOfAMeasureSurvivesTheNextVersion() {
        SupportPlan plan = in(PlanState.CONFIRMED);
        PlanContent content = plan.inForce().orElseThrow().content();
        String measure = content.measures().get(0).id();
        plan.follow(plan.followed().with(ItemState.of(measure).said(line(Progress.IN_PROGRESS))), by(SUBMITTER));

        SupportPlan next = confirmed(approved(submitted(reloaded(drafted(reloaded(plan), content)))));

        assertThat(next.inForce().orElseThrow().number()).isEqualTo(2);
        assertThat(next.inForce().orElseThrow().content().measures().get(0).id())
                .isEqualTo(measure);
        assertThat(next.followed().item(measure).progress()).isEqualTo(Progress.IN_PROGRESS);
    }

    @Test
    void itChangesNoVersionAndADraftMadeBesideItStaysFresh() {
        SupportPlan plan = drafted(in(PlanState.CONFIRMED), PlanFixtures.content());
        SupportPlan before = reloaded(plan);
        plan = reloaded(plan);
        Command command = by(SUBMITTER);
        plan.follow(plan.followed().with(ItemState.of("measure-1").said(line(Progress.DONE))), command);

        assertThat(plan.versions()).isEqualTo(before.versions());
        assertThat(reloaded(plan).has(command)).isTrue();
        assertThat(announced(plan)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = PlanState.class,
            names = {"DRAFT", "SUBMITTED", "APPROVED"})
    void nothingFollowsAVersionThatSheWasNotAskedAbout(PlanState state) {
        SupportPlan plan = in(state);
        assertThatThrownBy(() -> plan.follow(Followed.NOTHING, by(SUBMITTER)))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal().rule()).isEqualTo("state.not-possible"));
    }

    @Test
    void aConfirmedVersionAndWhateverIsSaidIsLookedAtSoon() {
        SupportPlan plan = in(PlanState.CONFIRMED);
        assertThat(plan.followed().lookOn()).isEqualTo(TODAY);
        plan.looked(plan.followed().lookingOn(null));
        plan.follow(plan.followed().with(ItemState.of("measure-1").said(line(Progress.DONE))), by(SUBMITTER));

        assertThat(plan.followed().lookOn()).isEqualTo(TODAY);
    }

    @Test
    void whatSheDidNotWantHasEndedAsMuchAsWhatIsDone() {
        assertThat(ItemState.of("measure-1")
                        .said(line(Progress.DECLINED_BY_PERSON))
                        .ended())
                .isTrue();
        assertThat(ItemState.of("measure-1").said(line(Progress.NOT_DONE)).ended())
                .isFalse();
        assertThat(ItemState.of("measure-1").progress()).isEqualTo(Progress.PLANNED);
    }

    @Test
    void aPlanFromBeforeItWasKeptHasNothingYet() {
        PlanRecord record = in(PlanState.CONFIRMED).toRecord();
        SupportPlan old = new SupportPlan(new PlanRecord(
                record.id(),
                record.version(),
                record.caseId(),
                record.versions(),
                null,
                record.seen(),
                record.outbox(),
                record.pending(),
                record.sentThrough()));

        assertThat(old.followed()).isEqualTo(Followed.NOTHING);
        assertThat(old.followed().nextReview(old.inForce().orElseThrow()))
                .isEqualTo(PlanFixtures.content().nextReview());
    }

    private static Line line(Progress progress) {
        return new Line(progress, null, null, null, TODAY, Instant.EPOCH, SUBMITTER.id(), "架空", POLICE, POLICE, null);
    }
}
