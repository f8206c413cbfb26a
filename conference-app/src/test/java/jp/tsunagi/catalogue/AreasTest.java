package jp.tsunagi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import jp.tsunagi.plan.PlanContent;
import org.junit.jupiter.api.Test;

/** The catalogue knows the areas that a plan has. */
class AreasTest {

    @Test
    void areThoseOfAPlan() {
        assertThat(CatalogueReader.AREAS)
                .containsExactlyElementsOf(
                        Arrays.stream(PlanContent.Area.values()).map(Enum::name).toList());
    }
}
