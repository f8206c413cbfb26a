package jp.tsunagi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.tsunagi.plan.PlanDifference.Kind;
import jp.tsunagi.protection.Projection;
import org.junit.jupiter.api.Test;

/** What changed between two versions, as one reader may see both. */
class PlanDifferenceTest {

    @Test
    void twoVersionsThatSayTheSameDifferInNothing() {
        Map<String, Object> plan = plan("海の近く", measure("m1", "HOUSING", "見学"));
        assertThat(between(plan, new TreeMap<>(plan)).saysTheSame()).isTrue();
    }

    @Test
    void eachPartIsAddedChangedOrRemoved() {
        Map<String, Object> before = plan("海の近く");
        before.put("family", "母がいる");
        Map<String, Object> after = plan("山の近く");
        after.put("strengths", "料理が得意");

        assertThat(between(before, after).parts())
                .containsExactlyInAnyOrder(
                        new PlanDifference.Part("wishes", Kind.CHANGED, "海の近く", "山の近く"),
                        new PlanDifference.Part("family", Kind.REMOVED, "母がいる", null),
                        new PlanDifference.Part("strengths", Kind.ADDED, null, "料理が得意"));
    }

    @Test
    void measuresAreKnownByTheirIdsWhereverTheyStand() {
        Map<String, Object> before =
                plan("同じ", measure("m1", "HOUSING", "見学"), measure("m2", "LEGAL", "相談"), measure("m3", "WORK", "訓練"));
        Map<String, Object> after = plan(
                "同じ", measure("m9", "SAFETY", "登録"), measure("m2", "LEGAL", "申立て"), measure("m1", "HOUSING", "見学"));

        List<PlanDifference.Row> rows = between(before, after).measures();

        assertThat(rows)
                .extracting(row -> row.measure().get("id"), PlanDifference.Row::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("m9", Kind.ADDED),
                        org.assertj.core.groups.Tuple.tuple("m2", Kind.CHANGED),
                        org.assertj.core.groups.Tuple.tuple("m3", Kind.REMOVED));
        assertThat(rows.get(1).changes())
                .containsExactly(new PlanDifference.Part("measure", Kind.CHANGED, "相談", "申立て"));
    }

    @Test
    void ofListsOnlyTheLinesThatDifferAreTold() {
        Map<String, Object> before = plan("同じ");
        before.put("goals", List.of(Map.of("text", "住まい"), Map.of("text", "仕事")));
        Map<String, Object> after = plan("同じ");
        after.put("goals", List.of(Map.of("text", "学校"), Map.of("text", "住まい")));

        assertThat(between(before, after).parts())
                .containsExactly(new PlanDifference.Part(
                        "goals", Kind.CHANGED, List.of(Map.of("text", "仕事")), List.of(Map.of("text", "学校"))));
        after.put("goals", List.of(Map.of("text", "仕事"), Map.of("text", "住まい")));
        assertThat(between(before, after).saysTheSame()).isTrue();
    }

    @Test
    void nothingAndAnEmptyTextAndABoxThatIsNotTickedSayTheSame() {
        Map<String, Object> before = plan("同じ", measure("m1", "HOUSING", "見学"));
        Map<String, Object> ticked = measure("m1", "HOUSING", "見学 ");
        ticked.put("mustDo", false);
        ticked.put("contact", " ");
        Map<String, Object> after = plan("同じ", ticked);
        after.put("family", "");
        after.put("goals", List.of());

        assertThat(between(before, after).saysTheSame()).isTrue();
    }

    @Test
    void whatIsWithheldInEitherIsNotToldToHaveChanged() {
        Map<String, Object> before = plan("前の希望", measure("m1", "HOUSING", "見学"));
        Map<String, Object> after = plan("後の希望", measure("m1", "HOUSING", "申込み"));

        for (List<String> withheld : List.of(List.of("wishes", "measures"), List.of("wishes.x", "measures"))) {
            PlanDifference early =
                    PlanDifference.between(1, new Projection(before, withheld, Set.of()), projection(after));
            PlanDifference late =
                    PlanDifference.between(1, projection(before), new Projection(after, withheld, Set.of()));
            assertThat(early.saysTheSame()).isTrue();
            assertThat(late.saysTheSame()).isTrue();
        }
    }

    private static PlanDifference between(Map<String, Object> before, Map<String, Object> after) {
        return PlanDifference.between(1, projection(before), projection(after));
    }

    private static Projection projection(Map<String, Object> shown) {
        return new Projection(shown, List.of(), Set.of());
    }

    @SafeVarargs
    private static Map<String, Object> plan(String wishes, Map<String, Object>... measures) {
        Map<String, Object> plan = new TreeMap<>();
        plan.put("wishes", wishes);
        plan.put("measures", new ArrayList<>(List.of(measures)));
        return plan;
    }

    private static Map<String, Object> measure(String id, String area, String what) {
        return new TreeMap<>(Map.of("id", id, "area", area, "measure", what, "agency", "011002"));
    }
}
