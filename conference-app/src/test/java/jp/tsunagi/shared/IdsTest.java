package jp.tsunagi.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T01:00:00Z");

    @Test
    void areNeverTheSame() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            assertThat(ids.add(Ids.random(NOW))).isTrue();
        }
    }

    @Test
    void areOfTheirShape() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(Ids.isId(Ids.random(NOW.plusSeconds(i)))).isTrue();
            assertThat(Ids.isId(Ids.derived("part", String.valueOf(i)))).isTrue();
        }
    }

    @Test
    void sortByTheMomentTheyWereMade() {
        String before = Ids.random(NOW);
        for (int i = 1; i < 1_000; i++) {
            String after = Ids.random(NOW.plusMillis(i * 37L));
            assertThat(after).isGreaterThan(before);
            before = after;
        }
    }

    @Test
    void theSamePartsGiveTheSameAndOthersAnother() {
        assertThat(Ids.derived("a", "b")).isEqualTo(Ids.derived("a", "b"));
        assertThat(Ids.derived("a", "b"))
                .isNotEqualTo(Ids.derived("ab"))
                .isNotEqualTo(Ids.derived("a", "b", ""))
                .isNotEqualTo(Ids.derived("b", "a"));
        assertThat(Ids.derived("架空 花子")).isNotEqualTo(Ids.derived("架空　花子"));
        assertThat(Ids.fingerprint("a", "b")).hasSize(64).isNotEqualTo(Ids.fingerprint("ab", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "01JD0000000000000000000CA",
                "01JD0000000000000000000CASE",
                "81JD0000000000000000000CAS",
                "01jd0000000000000000000cas",
                "01JD000000000000000000000I",
                "01JD000000000000000000000O",
                "01JD0000000000000000000-AS",
                "../../../../../etc/passwd0",
                "{\"$ne\":\"\"}0000000000000000",
                "０1JD000000000000000000CAS"
            })
    void whatHasAnotherShapeIsNone(String candidate) {
        assertThat(Ids.isId(candidate)).isFalse();
    }
}
