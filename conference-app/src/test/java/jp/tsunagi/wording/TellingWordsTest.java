package jp.tsunagi.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TellingWordsTest {

    private static final TellingWords WORDS = new TellingWords(List.of("DV", "シェルター", "警察", "110", "架空の家", "被害届"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dvの本",
                "ＤＶ",
                "D V",
                "Ｄ・Ｖ",
                "しぇるたー",
                "ｼｪﾙﾀｰ",
                "シェル\nター",
                "警 察へ",
                "警\u3000察",
                "110に電話",
                "１１０",
                "「架空の家」",
                "被害　届",
                "警\u200b察"
            })
    void findsAWordHoweverItIsWritten(String text) {
        assertThat(WORDS.telling(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"田中さんと買い物", "10時に駅", "1100円", "11月10日", "架空の本", "歯医者", ""})
    void letsPassWhatTellsNothing(String text) {
        assertThat(WORDS.telling(text)).isEmpty();
    }

    @Test
    void namesTheWordAsTheListHasIt() {
        assertThat(WORDS.telling("しぇるたーへ")).contains("シェルター");
    }

    @ParameterizedTest
    @ValueSource(strings = {"000-1111-2222", "０００－１１１１－２２２２", "0001112222", "(011) 222 3333"})
    void aTelephoneNumberTellsWhomToCall(String text) {
        assertThat(WORDS.telling("電話 " + text)).isPresent();
    }

    @Test
    void theDaysOnTheMemoAreNoTelephoneNumber() {
        assertThat(WORDS.telling("令和8年12月11日（金）\n10:30 本を返す\n令和9年1月10日（日）")).isEmpty();
    }

    @Test
    void anAgencyIsKnownAlsoByWhatItIsCalledForShort() {
        assertThat(Names.of("民間シェルター「架空の家」")).contains("民間シェルター", "架空の家");
        assertThat(Names.of("北海道立女性相談支援センター（架空）")).contains("北海道立女性相談支援センター").doesNotContain("架空");
    }

    @Test
    void theListOfTheOfficeHasTheWordsOfThisWork() throws IOException {
        TellingWords packaged =
                new TellingWords(WordFile.parse(Files.readString(Path.of("../config/safe-words.csv")), "test"));
        for (String text : List.of(
                "DV相談", "警察", "シェルター", "女性相談支援センター", "一時保護", "保護命令", "支援計画", "裁判所", "法テラス", "児相", "避難", "弁護士")) {
            assertThat(packaged.telling(text)).as(text).isPresent();
        }
        for (String text : List.of("買い物", "歯医者", "田中さんとお茶", "図書館", "荷物を受け取る", "10時 駅の北口")) {
            assertThat(packaged.telling(text)).as(text).isEmpty();
        }
    }

    @Test
    void aListWithoutWordsWouldCheckNothing() {
        assertThatThrownBy(() -> WordFile.parse("# 何もない\n\n", "safe-words.csv")).hasMessageContaining("safe-words.csv");
    }
}
