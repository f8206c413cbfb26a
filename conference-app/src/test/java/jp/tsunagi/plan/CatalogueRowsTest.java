package jp.tsunagi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tsunagi.agency.AgencyKind;
import jp.tsunagi.catalogue.CatalogueEntry;
import jp.tsunagi.page.Typed;
import org.junit.jupiter.api.Test;

/** What is chosen from the catalogue comes below what is typed, which stays as it is. */
class CatalogueRowsTest {

    private static final CatalogueEntry HOUSING = new CatalogueEntry(
            "public-housing",
            "HOUSING",
            "公営住宅",
            "申込みに付き添う。",
            AgencyKind.MUNICIPALITY,
            "住宅の担当課",
            List.of(),
            List.of("申込書"),
            "1か月",
            "住まいの申込み",
            false,
            null);
    private static final CatalogueEntry POLICE = new CatalogueEntry(
            "police-consultation",
            "SAFETY",
            "警察への相談",
            "相談する。",
            AgencyKind.POLICE,
            null,
            List.of(),
            List.of(),
            null,
            null,
            true,
            null);

    @Test
    void eachChosenMeasureIsARowOfItsOwnBelowWhatIsTyped() {
        Typed typed = Typed.nothing()
                .with("wishes", "読めない日付も残る")
                .with("nextReview.year", "いつか")
                .with("measures[0].measure", "手で書いた支援")
                .with("measures[1].measure", "")
                .with("measures[2].measure", "もう一つ");

        Typed longer = CatalogueRows.added(typed, List.of(HOUSING, POLICE), entry -> entry == POLICE ? "P0001" : "");

        assertThat(longer.text("wishes")).isEqualTo("読めない日付も残る");
        assertThat(longer.text("nextReview.year")).isEqualTo("いつか");
        assertThat(longer.rows("measures")).isEqualTo(4);
        assertThat(longer.text("measures[0].measure")).isEqualTo("手で書いた支援");
        assertThat(longer.text("measures[1].measure")).isEqualTo("もう一つ");
        assertThat(longer.text("measures[2].measure")).isEqualTo("申込みに付き添う。");
        assertThat(longer.text("measures[2].contact")).isEqualTo("住宅の担当課");
        assertThat(longer.text("measures[2].agency")).isEmpty();
        assertThat(longer.text("measures[2].carryWords")).isEqualTo("住まいの申込み");
        assertThat(longer.text("measures[2].catalogue")).isEqualTo("public-housing");
        assertThat(longer.text("measures[3].agency")).isEqualTo("P0001");
        assertThat(longer.has("measures[3].mustDo", true)).isTrue();
    }
}
