package jp.tsunagi.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProjectionTest {

    private static final String MARKED = "駅前の〔伏せる：勤務先〕架空商店〔ここまで〕に勤める";

    private static final View FULL = new View(
            "R8-0001",
            "架空 花子",
            "架空町1-2-3",
            MARKED,
            List.of("一", "二"),
            new Inner("理由", "2026-12-03", new Deep("奥")),
            List.of(new Line("P0001", MARKED)),
            new Wrapped("C0001"));

    private static final View EMPTY = new View("R8-0001", null, null, null, List.of(), null, List.of(), null);

    @Test
    void leavesOutWhatIsHiddenAndNamesIt() {
        Projection projection = Projection.of(FULL, grants(FieldClass.OPERATION, FieldClass.SCHEDULE));

        assertThat(projection.shown()).containsOnlyKeys("reference", "inner");
        assertThat(projection.shown().get("inner")).isEqualTo(Map.of("start", "2026-12-03"));
        assertThat(projection.withheld())
                .containsExactly(
                        "name",
                        "address",
                        "situation",
                        "needs",
                        "inner.reason",
                        "inner.deep.remark",
                        "lines",
                        "agency");
        assertThat(projection.toString()).doesNotContain("架空", "理由", "奥", "C0001");
    }

    @Test
    void hiddenAndEmptyLookTheSame() {
        for (FieldClass shown : FieldClass.values()) {
            Grants grants = grants(shown);

            assertThat(Projection.of(EMPTY, grants).withheld())
                    .as(shown.name())
                    .isEqualTo(Projection.of(FULL, grants).withheld());
        }
        assertThat(Projection.of(EMPTY, grants())).isEqualTo(Projection.of(FULL, grants()));
    }

    @Test
    void whatIsEmptyIsAbsentAndNotNamedAsWithheld() {
        Projection projection = Projection.of(EMPTY, grants(FieldClass.values()));

        assertThat(projection.withheld()).isEmpty();
        assertThat(projection.shown()).containsOnlyKeys("reference", "needs", "lines");
    }

    @Test
    void aNestedRecordOfWhichNothingIsShownIsAbsent() {
        assertThat(Projection.of(FULL, grants(FieldClass.OPERATION)).shown()).containsOnlyKeys("reference");
    }

    @Test
    void namesTheClassesThatLeave() {
        assertThat(Projection.of(FULL, grants(FieldClass.OPERATION, FieldClass.IDENTITY, FieldClass.CONSENT))
                        .classes())
                .containsExactlyInAnyOrder(FieldClass.OPERATION, FieldClass.IDENTITY);
    }

    @Test
    void aFieldThatSheWithholdsIsHiddenAlthoughItsClassIsShown() {
        Grants grants = new Grants(EnumSet.allOf(FieldClass.class), Set.of("name"), Set.of(), false);

        Projection projection = Projection.of(FULL, grants);

        assertThat(projection.shown()).doesNotContainKey("name").containsKey("address");
        assertThat(projection.withheld()).containsExactly("name");
    }

    @Test
    void takesMarkedPassagesOutOfTextsHoweverDeep() {
        Grants grants = new Grants(EnumSet.allOf(FieldClass.class), Set.of(), Set.of("勤務先"), false);

        Projection projection = Projection.of(FULL, grants);

        assertThat(projection.toString()).doesNotContain("架空商店");
        assertThat(projection.shown().get("situation")).isEqualTo("駅前の〔伏せています〕に勤める");
        assertThat(projection.shown().get("lines").toString()).contains("駅前の〔伏せています〕に勤める");
    }

    @Test
    void theMarksVanishForWhomNothingIsWithheld() {
        assertThat(Projection.of(FULL, grants(FieldClass.values())).shown().get("situation"))
                .isEqualTo("駅前の架空商店に勤める");
    }

    @Test
    void whoWritesTheTextSeesItAsTyped() {
        Grants grants = new Grants(EnumSet.allOf(FieldClass.class), Set.of(), Set.of(), true);

        assertThat(Projection.of(FULL, grants).shown().get("situation")).isEqualTo(MARKED);
    }

    @Test
    void aTypedIdentifierIsShownAsItsValue() {
        assertThat(Projection.of(FULL, grants(FieldClass.values())).shown().get("agency"))
                .isEqualTo("C0001");
    }

    @Test
    void refusesAFieldThatNobodyHasClassified() {
        assertThatThrownBy(() -> Projection.of(new Forgetful("x"), grants(FieldClass.values())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("name");
        assertThatThrownBy(() -> Projection.of(new Forgetful(null), grants(FieldClass.values())))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Grants grants(FieldClass... shown) {
        return new Grants(Set.of(shown), Set.of(), Set.of(), false);
    }

    record Wrapped(String value) {}

    record Deep(@Classified(FieldClass.OUTCOME) @Nullable String remark) {}

    record Inner(
            @Classified(FieldClass.OFFICE) @Nullable String reason,
            @Classified(FieldClass.SCHEDULE) @Nullable String start,
            @Nullable Deep deep) {}

    record Line(String agency, String text) {}

    record View(
            @Classified(FieldClass.OPERATION) String reference,
            @Classified(FieldClass.IDENTITY) @Nullable String name,
            @Classified(FieldClass.LOCATION) @Nullable String address,
            @Classified(FieldClass.NARRATIVE) @Nullable String situation,
            @Classified(FieldClass.SENSITIVE) List<String> needs,
            @Nullable Inner inner,
            @Classified(FieldClass.PARTICIPANTS) List<Line> lines,
            @Classified(FieldClass.AGENCY) @Nullable Wrapped agency) {}

    record Forgetful(@Nullable String name) {}
}
