package jp.tsunagi.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassagesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "何もない文                                                   | 何もない文",
                "前〔伏せる：勤務先〕社名〔ここまで〕後                        | 前〔伏せています〕後",
                "前〔伏せる:勤務先〕社名〔ここまで〕後                         | 前〔伏せています〕後",
                "前〔伏せる： 勤務先 〕社名〔ここまで〕後                      | 前〔伏せています〕後",
                "前〔伏せる：病名〕診断〔ここまで〕後                          | 前診断後",
                "〔伏せる：勤務先〕一〔ここまで〕と〔伏せる：勤務先〕二〔ここまで〕 | 〔伏せています〕と〔伏せています〕",
                // Where somebody forgot the end, what follows is withheld: nobody can tell how far it was meant to go.
                "前〔伏せる：勤務先〕社名と住所                                | 前〔伏せています〕",
                "前〔伏せる：病名〕診断と経過                                  | 前診断と経過",
                // One inside another: the inner one is withheld although the outer one is not, and the other way round.
                "〔伏せる：病名〕診断〔伏せる：勤務先〕社名〔ここまで〕経過〔ここまで〕後 | 診断〔伏せています〕経過後",
                "〔伏せる：勤務先〕社名〔伏せる：病名〕診断〔ここまで〕経過〔ここまで〕後 | 〔伏せています〕後",
                "前〔ここまで〕後                                              | 前後"
            })
    void takesOutWhatIsWithheldAndOnlyThat(String text, String shown) {
        assertThat(Passages.without(Set.of("勤務先"), text)).isEqualTo(shown);
    }

    @Test
    void reachesOverSeveralLines() {
        assertThat(Passages.without(Set.of("勤務先"), "前\n〔伏せる：勤務先〕一\n二〔ここまで〕\n後")).isEqualTo("前\n〔伏せています〕\n後");
    }

    @Test
    void takesDollarsAndBackslashesForWhatTheyAre() {
        assertThat(Passages.without(Set.of(), "〔伏せる：勤務先〕$1 \\ $0〔ここまで〕")).isEqualTo("$1 \\ $0");
    }

    @Test
    void aTextIsMarkedWhereItHasAPassageForEachItemAnEmptyOneIncluded() {
        String text = "〔伏せる：勤務先〕社名〔ここまで〕、〔伏せる：病名〕〔ここまで〕";

        assertThat(Passages.marked(Set.of("勤務先", "病名"), text)).isTrue();
        assertThat(Passages.marked(Set.of("勤務先", "学校"), text)).isFalse();
        assertThat(Passages.marked(Set.of(), text)).isTrue();
        assertThat(Passages.marked(Set.of("勤務先"), "勤務先は架空商店")).isFalse();
    }

    @Test
    void whatIsSaidInsideIsFoundAndTakenOutWhole() {
        String text = "駅前の〔伏せる：勤務先〕架空商店〔ここまで〕に勤め、〔伏せる：学校〕夕映小";

        assertThat(Passages.said(text)).containsExactly("架空商店", "夕映小");
        assertThat(Passages.withoutAll(text)).isEqualTo("駅前のに勤め、");
        assertThat(Passages.said("何もない")).isEmpty();
    }
}
