package jp.tsunagi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The catalogue as it is delivered. */
class PackagedCatalogueTest {

    private static final Catalogue CATALOGUE =
            new Catalogue(CatalogueReader.read(new CatalogueFiles(Path.of("no-such-folder")), text -> ""));

    @Test
    void offersWhatTheFourPillarsNeed() {
        assertThat(CATALOGUE.parts()).extracting(CataloguePart::pillar).containsExactly(Pillar.values());
        assertThat(CATALOGUE.parts())
                .allSatisfy(part -> assertThat(part.measures()).hasSizeGreaterThanOrEqualTo(9));
        assertThat(List.of(
                        "police-consultation",
                        "protection-order",
                        "resident-register",
                        "public-housing",
                        "public-assistance",
                        "school-transfer",
                        "interpreter",
                        "accompaniment",
                        "watch-over",
                        "parental-authority",
                        "residence-status",
                        "debt"))
                .allSatisfy(key -> assertThat(CATALOGUE.find(key)).isPresent());
    }

    @Test
    void everyPillarSaysThatHelpDependsNeitherOnRegistrationNorOnDivorceNorOnSex() {
        assertThat(CATALOGUE.parts()).allSatisfy(part -> assertThat(part.note()).contains("住民登録", "離婚", "性別"));
    }

    @Test
    void theTermsOfTheOrdersAreThoseOfTheLawOf2024() {
        CatalogueEntry order = CATALOGUE.find("protection-order").orElseThrow();
        assertThat(order.duration()).contains("1年").doesNotContain("6か月", "六か月", "6月");
        assertThat(order.measure()).doesNotContain("6か月");
        assertThat(CATALOGUE.find("eviction-order").orElseThrow().duration()).contains("2か月", "6か月");
        assertThat(CATALOGUE.find("resident-register").orElseThrow().duration()).contains("1年", "転出");
    }

    @Test
    void aMeasureThatIsTakenUpIsWordedForThePaperSheCarries() {
        assertThat(CATALOGUE.parts().stream().flatMap(part -> part.measures().stream()))
                .allSatisfy(
                        entry -> assertThat(entry.carryWords()).as(entry.key()).isNotBlank());
    }

    @Test
    void isSearchedByAllWordsOfWhatItSays() {
        assertThat(found("住民票")).contains("resident-register", "school-transfer");
        assertThat(found("ＤＶ")).isEmpty();
        assertThat(found("保育所　求職中")).containsExactly("nursery");
        assertThat(found("  ")).hasSizeGreaterThan(40);
        assertThat(CATALOGUE.search("法テラス"))
                .extracting(CataloguePart::pillar)
                .contains(Pillar.DIVORCE)
                .doesNotContain(Pillar.SAFETY);
    }

    private static Stream<String> found(String text) {
        return CATALOGUE.search(text).stream()
                .flatMap(part -> part.measures().stream())
                .map(CatalogueEntry::key);
    }
}
