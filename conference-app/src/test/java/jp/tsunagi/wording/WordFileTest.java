package jp.tsunagi.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordFileTest {

    @Test
    void aWordThatWouldBeFoundEverywhereIsNamedWithItsLine() {
        assertThatThrownBy(() -> WordFile.parse("# 言葉\n会議,\n・,覚え書き\n", "court-words.csv"))
                .hasMessageContaining("court-words.csv, line 3")
                .hasMessageContaining("・");
        assertThatThrownBy(() -> WordFile.parse("あ\n", "court-words.csv")).hasMessageContaining("line 1");
    }

    @Test
    void whatStandsAfterTheCommaIsARemark() {
        assertThat(WordFile.parse("# 言葉\n\n会議,会議のことは書きません\n", "x")).containsExactly("会議");
        assertThat(WordFile.parse("寮,\n", "x")).containsExactly("寮");
    }

    @Test
    void theListForCourtsHasTheWordsOfPlacesAndConferencesAndNotThoseOfHelp() throws IOException {
        TellingWords packaged =
                new TellingWords(WordFile.parse(Files.readString(Path.of("../config/court-words.csv")), "test"));

        for (String text : List.of("ケース会議で", "シェルターに", "避難先", "架空小学校", "架空病院", "要対協", "一時保護所に入った")) {
            assertThat(packaged.word(text)).as(text).isPresent();
        }
        for (String text : List.of("一時保護をした", "警察への相談を勧めた", "保護命令の制度を説明した", "医療機関の受診を勧めた", "殴られた")) {
            assertThat(packaged.word(text)).as(text).isEmpty();
        }
    }
}
