package jp.tsunagi.document;

import static org.assertj.core.api.Assertions.assertThat;

import jp.tsunagi.document.Furigana.Piece;
import org.junit.jupiter.api.Test;

class FuriganaTest {

    @Test
    void aReadingIsOfTheKanjiBeforeItOrOfWhatIsMarked() {
        assertThat(Furigana.written("この計画《けいかく》を｜見直す《みなおす》日"))
                .containsExactly(
                        new Piece("この", null),
                        new Piece("計画", "けいかく"),
                        new Piece("を", null),
                        new Piece("見直す", "みなおす"),
                        new Piece("日", null));
    }

    @Test
    void withoutReadingsTheTextIsWhatItWas() {
        String carried = Furigana.carried("この計画《けいかく》です");

        assertThat(Furigana.plain(carried)).isEqualTo("この計画です");
        assertThat(Furigana.plain("何もない")).isEqualTo("何もない");
    }

    @Test
    void whatIsNoReadingStaysAsItIs() {
        assertThat(Furigana.carried("題《Title》")).isEqualTo("題《Title》");
        assertThat(Furigana.carried("かな《かな》")).isEqualTo("かな《かな》");
    }

    @Test
    void nobodyCanTypeWhatCarriesAReading() {
        PrintableCharacters printable = new PrintableCharacters(new PaperFonts(TemplateFiles.standard()));

        assertThat(printable.check(Furigana.carried("計画《けいかく》"))).hasSize(3);
        assertThat(printable.check("計画《けいかく》")).isEmpty();
    }
}
