package jp.tsunagi.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlindIndexTest {

    @TempDir
    static Path folder;

    private static BlindIndex index;

    @BeforeAll
    static void open() {
        index = new BlindIndex(KeyRing.open(folder, true));
    }

    @ParameterizedTest
    @CsvSource({"カクウ ハナコ, かくうはなこ", "カクウ　ハナコ, ｶｸｳ ﾊﾅｺ", "ガクブ, ｶﾞｸﾌﾞ", "Hanako, ＨＡＮＡＫＯ", "090-1234, ０９０-１２３４", "ゔ, ヴ"})
    void findsWhatIsWrittenInAnotherWay(String one, String other) {
        assertThat(index.token("name", one)).isEqualTo(index.token("name", other));
    }

    @Test
    void tellsDifferentValuesApart() {
        assertThat(index.token("name", "架空花子")).isNotEqualTo(index.token("name", "架空花江"));
        assertThat(index.token("name", "ハナコ")).isNotEqualTo(index.token("name", "ハナゴ"));
    }

    @Test
    void tokensOfDifferentFieldsNeverMatch() {
        assertThat(index.token("name", "架空花子")).isNotEqualTo(index.token("kana", "架空花子"));
        assertThat(index.token("a", "bc")).isNotEqualTo(index.token("ab", "c"));
    }

    @Test
    void isSixteenBytesInHex() {
        assertThat(index.token("name", "架空花子")).matches("[0-9a-f]{32}");
    }

    @Test
    void anotherKeyGivesOtherTokens(@TempDir Path other) {
        BlindIndex elsewhere = new BlindIndex(KeyRing.open(other, true));

        assertThat(elsewhere.token("name", "架空花子")).isNotEqualTo(index.token("name", "架空花子"));
    }
}
