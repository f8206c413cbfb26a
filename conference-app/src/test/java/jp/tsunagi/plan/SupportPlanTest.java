package jp.tsunagi.plan;

import static jp.tsunagi.casefile.CasefileFixtures.CENTER;
import static jp.tsunagi.casefile.CasefileFixtures.POLICE;
import static jp.tsunagi.casefile.CasefileFixtures.SECOND;
import static jp.tsunagi.casefile.CasefileFixtures.SUBMITTER;
import static jp.tsunagi.casefile.CasefileFixtures.machine;
import static jp.tsunagi.casefile.CasefileFixtures.officer;
import static jp.tsunagi.plan.PlanFixtures.BASIS;
import static jp.tsunagi.plan.PlanFixtures.DIRECTOR;
import static jp.tsunagi.plan.PlanFixtures.TEAM;
import static jp.tsunagi.plan.PlanFixtures.agreed;
import static jp.tsunagi.plan.PlanFixtures.announced;
import static jp.tsunagi.plan.PlanFixtures.approved;
import static jp.tsunagi.plan.PlanFixtures.by;
import static jp.tsunagi.plan.PlanFixtures.confirmed;
import static jp.tsunagi.plan.PlanFixtures.content;
import static jp.tsunagi.plan.PlanFixtures.drafted;
import static jp.tsunagi.plan.PlanFixtures.in;
import static jp.tsunagi.plan.PlanFixtures.reloaded;
import static jp.tsunagi.plan.PlanFixtures.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.Role;
import jp.tsunagi.command.Command;
import jp.tsunagi.shared.Refused;
import jp.tsunagi.shared.TextTable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every state and every step against the table that people of the field keep, and what surrounds a step. */
class SupportPlanTest {

    private static final TextTable TABLE = TextTable.read("plan-steps-by-state.txt");

    @Test
    void theTableNamesEveryStateAndStepAndEveryStateIsReached() {
        assertThat(TABLE.columns()).containsExactlyElementsOf(TextTable.names(PlanState.values()));
        assertThat(TABLE.rows()).containsExactlyInAnyOrderElementsOf(TextTable.names(PlanStep.values()));
        for (PlanState state : PlanState.values()) {
            assertThat(in(state).latest().orElseThrow().state()).isEqualTo(state);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theStepLeadsFromEachStateWhereTheTableSays(PlanStep step) {
        Set<String> found = new LinkedHashSet<>();
        for (PlanState state : PlanState.values()) {
            String expected = TABLE.cell(step.name(), state.name());
            found.add(expected);
            SupportPlan plan = in(state);
            PlanRecord before = plan.toRecord();
            if (expected.equals("-")) {
                assertRefused(
                        step == PlanStep.OPEN ? "plan.version-open" : "state.not-possible", () -> take(step, plan));
                assertThat(plan.toRecord()).as(step + " in " + state).isEqualTo(before);
                assertThat(announced(plan)).isEmpty();
                assertThat(step.possibleIn(state)).isFalse();
                continue;
            }
            take(step, plan);
            assertThat(step.possibleIn(state)).isTrue();
            VersionRecord first = plan.version(1).orElseThrow();
            if (expected.equals("new")) {
                assertThat(first).isEqualTo(before.versions().get(0));
                assertThat(plan.latest().orElseThrow().state()).isEqualTo(PlanState.DRAFT);
                assertThat(plan.latest().orElseThrow().number()).isEqualTo(2);
            } else {
                assertThat(first.state().name()).as(step + " in " + state).isEqualTo(expected);
                assertThat(first.history())
                        .hasSize(before.versions().get(0).history().size() + 1);
                assertThat(first.revision())
                        .isGreaterThan(before.versions().get(0).revision());
            }
        }
        assertThat(found).contains("-").hasSizeGreaterThan(1);
    }

    @Test
    void onlyOneVersionIsConfirmedAtATime() {
        SupportPlan second = approved(submitted(reloaded(drafted(in(PlanState.CONFIRMED), content()))));
        assertThat(states(second)).containsExactly(PlanState.CONFIRMED, PlanState.APPROVED);

        assertThat(states(confirmed(second))).containsExactly(PlanState.SUPERSEDED, PlanState.CONFIRMED);
    }

    @Test
    void anApprovedVersionThatSheWasNeverAskedAboutMakesRoomForTheNext() {
        SupportPlan second = approved(submitted(reloaded(drafted(in(PlanState.APPROVED), content()))));

        assertThat(states(second)).containsExactly(PlanState.SUPERSEDED, PlanState.APPROVED);
        assertRefused("state.not-possible", () -> second.confirm(1, agreed(), by(SUBMITTER)));
    }

    @Test
    void whoSubmittedNeverApprovesNorReturnsEvenAsDirector() {
        Officer both = officer("both", CENTER, Role.CENTER_STAFF, Role.DIRECTOR);
        SupportPlan plan = in(PlanState.DRAFT);
        plan.submit(1, by(both));

        assertRefused("plan.self-approval", () -> plan.approve(1, null, 1, Set.of(), by(both)));
        assertRefused("plan.self-approval", () -> plan.giveBack(1, "理由", by(both)));
        assertRefused("plan.self-approval", () -> plan.approve(1, null, 1, Set.of(), by(machine(CENTER))));
        plan.approve(1, null, 1, Set.of(), by(DIRECTOR));
    }

    @Test
    void aReturnedVersionIsADraftAgainWithTheReasonUntilItIsSubmittedAnew() {
        SupportPlan plan = in(PlanState.SUBMITTED);
        plan.giveBack(1, "担当を決める", by(DIRECTOR));
        assertThat(plan.version(1).orElseThrow().returnReason()).isEqualTo("担当を決める");

        SupportPlan again = reloaded(plan);
        again.submit(1, by(SECOND));
        assertThat(again.version(1).orElseThrow().returnReason()).isNull();
        assertThat(again.version(1).orElseThrow().submitted().account()).isEqualTo(SECOND.id());
    }

    @Test
    void whatAColleagueOrTheDirectorHasReadIsKeptWhenAnotherTextTakesItsPlace() {
        SupportPlan plan = in(PlanState.DRAFT);
        plan.replace(PlanFixtures.measureOf(POLICE), BASIS, null, by(SUBMITTER));
        assertThat(plan.version(1).orElseThrow().former()).isEmpty();

        plan.replace(content(), BASIS, null, by(SECOND));
        assertThat(plan.version(1).orElseThrow().former()).singleElement().satisfies(former -> assertThat(
                        former.content().hasMeasureOf(POLICE.value()))
                .isTrue());

        SupportPlan returned = in(PlanState.SUBMITTED);
        returned.giveBack(1, "理由", by(DIRECTOR));
        for (int i = 0; i < 9; i++) {
            returned.replace(content(), BASIS, null, by(SUBMITTER));
        }
        assertThat(returned.version(1).orElseThrow().former()).hasSize(5);
    }

    @Test
    void aDraftIsReplacedOnlyByWhoHasSeenItsLastWriting() {
        SupportPlan plan = in(PlanState.DRAFT);
        String seen = String.valueOf(plan.version(1).orElseThrow().revision());
        plan.replace(content(), BASIS, seen, by(SUBMITTER));
        SupportPlan later = reloaded(plan);

        assertRefused("version.stale", () -> later.replace(content(), BASIS, seen, by(SECOND)));
        later.replace(
                content(), BASIS, String.valueOf(later.version(1).orElseThrow().revision()), by(SECOND));
    }

    @Test
    void aCommandIsRememberedAndFindsTheVersionItOpened() {
        SupportPlan plan = SupportPlan.of(PlanFixtures.CASE);
        Command command = by(SUBMITTER);
        plan.open(content(), BASIS, TEAM, command);

        assertThat(reloaded(plan).has(command)).isTrue();
        assertThat(reloaded(plan).openedBy(command).orElseThrow().number()).isEqualTo(1);
        assertThat(reloaded(plan).openedBy(by(SUBMITTER))).isEmpty();
    }

    @Test
    void announcesToThePointAndNothingOfHers() {
        assertThat(announced(in(PlanState.DRAFT))).isEmpty();
        SupportPlan plan = in(PlanState.DRAFT);
        plan.submit(1, by(SUBMITTER));
        assertThat(announced(plan)).containsExactly("plan-submitted");
        SupportPlan returned = reloaded(plan);
        returned.giveBack(1, "架空の理由", by(DIRECTOR));
        assertThat(announced(returned)).containsExactly("plan-returned");
        SupportPlan approved = reloaded(plan);
        approved.approve(1, "架空の理由", 1, Set.of(POLICE), by(DIRECTOR));
        assertThat(announced(approved)).containsExactly("plan-approved");
        assertThat(approved.toRecord().outbox()).allSatisfy(event -> {
            assertThat(event.detail()).isEqualTo("1");
            assertThat(event.agencies()).containsExactly(TEAM.agency().value());
        });
    }

    @Test
    void keepsABoundedNumberOfVersions() {
        SupportPlan plan = in(PlanState.APPROVED);
        for (int i = 1; i < SupportPlan.MOST_VERSIONS; i++) {
            plan = approved(submitted(reloaded(drafted(plan, content()))));
        }
        SupportPlan full = plan;
        assertThat(full.versions()).hasSize(SupportPlan.MOST_VERSIONS);
        assertRefused("plan.too-many-versions", () -> drafted(full, content()));
    }

    @Test
    void aMeasureKeepsItsIdThroughAllVersionsAndNoTwoHaveTheSame() {
        SupportPlan plan = in(PlanState.CONFIRMED);
        PlanContent first = plan.latest().orElseThrow().content();
        PlanContent.Measure known = first.measures().get(0);
        PlanContent.Measure foreign =
                PlanFixtures.measure(PlanContent.Area.WORK, "求職に同行する").called("made up");

        plan.open(
                first.with(first.basedOn(), first.leadAgency(), first.policy(), List.of(known, known, foreign)),
                BASIS,
                TEAM,
                by(SUBMITTER));

        List<String> ids = plan.latest().orElseThrow().content().measures().stream()
                .map(PlanContent.Measure::id)
                .toList();
        assertThat(ids)
                .hasSize(3)
                .doesNotHaveDuplicates()
                .doesNotContain("made up")
                .startsWith(known.id());
    }

    private static List<PlanState> states(SupportPlan plan) {
        return plan.versions().stream().map(VersionRecord::state).toList();
    }

    private static void take(PlanStep step, SupportPlan plan) {
        switch (step) {
            case OPEN -> plan.open(content(), BASIS, TEAM, by(SUBMITTER));
            case REPLACE -> plan.replace(content(), BASIS, null, by(SUBMITTER));
            case SUBMIT -> plan.submit(1, by(SUBMITTER));
            case APPROVE -> plan.approve(1, null, 1, Set.of(POLICE), by(DIRECTOR));
            case RETURN -> plan.giveBack(1, "理由", by(DIRECTOR));
            case CONFIRM -> plan.confirm(1, agreed(), by(SUBMITTER));
        }
    }

    private static void assertRefused(String rule, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal().rule()).isEqualTo(rule));
    }
}
