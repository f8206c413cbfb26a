package jp.tsunagi.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jp.tsunagi.shared.FieldProblem;
import jp.tsunagi.shared.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AgencyTest {

    private static final List<String> WORDS_OF_PLACES = List.of(
            "address", "location", "place", "postal", "zip", "street", "town", "lat", "lon", "geo", "map", "building");

    @Test
    void hasNoFieldForAPlaceInTheRecordTheEntryOrTheAnswer() {
        List<String> fields = Stream.of(Agency.class, AgencyDraft.class, AgencyController.DirectoryEntry.class)
                .flatMap(type -> Stream.of(type.getRecordComponents()))
                .map(RecordComponent::getName)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();

        assertThat(fields).hasSizeGreaterThan(10).contains("contactwindow");
        assertThat(fields).allSatisfy(field -> assertThat(WORDS_OF_PLACES).noneMatch(field::contains));
    }

    @ParameterizedTest
    @EnumSource(AgencyKind.class)
    void everyKindHasASectionForRequestsThatNameNone(AgencyKind kind) {
        assertThat(AgencyRules.entry(AgencyDraft.of("X0001", "名称", "", kind), 0).sections())
                .hasSize(1);
    }

    @Test
    void namesEveryFieldThatMustBeMended() {
        AgencyDraft draft =
                new AgencyDraft("小樽", " ", "Otaru", null, List.of("窓口", ""), "札幌市中央区1条", null, null, null, null, null);

        assertThatThrownBy(() -> AgencyRules.entry(draft, 0)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.refusal().rule()).isEqualTo("agency.invalid");
            assertThat(refused.refusal().fields())
                    .extracting(FieldProblem::field)
                    .containsExactlyInAnyOrder("code", "name", "kana", "kind", "contactWindow", "sections[1]");
        });
    }
}
