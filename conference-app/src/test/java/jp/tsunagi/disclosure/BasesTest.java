package jp.tsunagi.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.stream.Stream;
import jp.tsunagi.protection.RedactionPolicy;
import org.junit.jupiter.api.Test;

class BasesTest {

    @Test
    void whatIsPackagedCanBeReadAndPrintsNoArticleThatNobodyChecked() {
        List<Basis> all = new Bases().all();

        assertThat(all)
                .extracting(Basis::code)
                .containsExactly("LIFE_OR_BODY", "CHILD_ABUSE_NOTIFICATION", "LAW_OR_COURT", "OTHER");
        assertThat(all).allSatisfy(basis -> {
            assertThat(basis.ja()).isNotBlank().doesNotContain("条");
            assertThat(basis.en()).isNotBlank().doesNotContain("Art");
        });
        assertThat(all)
                .filteredOn(basis -> !basis.outlastsNo())
                .extracting(Basis::code)
                .containsExactly("OTHER");
    }

    @Test
    void aLineThatIsNoBasisStopsTheStartInsteadOfBeingChosenLater() {
        for (String wrong :
                List.of("LIFE,yes", "life,yes,no,a,b", "LIFE,perhaps,no,a,b", "", "A_B,no,no,a,b\nA_B,no,no,a,b")) {
            assertThatIllegalStateException().isThrownBy(() -> Bases.parse(wrong, "test"));
        }
    }

    @Test
    void nothingCanBeChosenThatThePolicyWouldNotShow() {
        assertThat(Category.classes(List.of(Category.values()))).isEqualTo(RedactionPolicy.DISCLOSABLE);
        assertThat(Stream.of(Category.values()).filter(Category::locating))
                .containsExactly(Category.CONTACT, Category.LOCATION);
    }
}
