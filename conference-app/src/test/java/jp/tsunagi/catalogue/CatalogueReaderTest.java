package jp.tsunagi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jp.tsunagi.document.TemplateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an office may have written wrong is told with the file, the line, and how to mend it. */
class CatalogueReaderTest {

    private static final String GOOD =
            """
            pillar: SAFETY
            note: 断る理由になりません。
            measures:
              - key: watching
                area: SAFETY
                title: 見回り
                measure: 見回りを頼む。
                agency: POLICE
                basis: [{law: ある法律, article: 第1条, checked: true}, {law: 別の法律, checked: false}]
                carryWords: 連絡
                mustDo: true
              - key: talking
                area: HEALTH
                title: 面談
                measure: 話を聴く。
                agency: OTHER
            """;

    @TempDir
    Path folder;

    @Test
    void anOfficesFileTakesThePlaceOfThePackagedOneAndTheOthersStay() throws IOException {
        write("safety.yml", GOOD);

        List<CataloguePart> parts = read();

        assertThat(parts).extracting(CataloguePart::pillar).containsExactly(Pillar.values());
        assertThat(parts.get(0).measures())
                .extracting(CatalogueEntry::key, CatalogueEntry::mustDo, CatalogueEntry::carryWords)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("watching", true, "連絡"),
                        org.assertj.core.groups.Tuple.tuple("talking", false, null));
        assertThat(parts.get(1).measures()).hasSizeGreaterThan(10);
    }

    @Test
    void anArticleThatNobodyHasCheckedIsNotShown() throws IOException {
        write("safety.yml", GOOD);

        assertThat(read().get(0).measures().get(0).basis()).containsExactly("ある法律 第1条");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    pillar: SAFETY        | pillar: DIVORCE     | 1  | このファイルの pillar は SAFETY にしてください
                    pillar: SAFETY        | colour: red         | 1  | 「colour」 という項目はありません。使えるのは measures, note, pillar です
                    note: 断る理由になりません。 | note:          | 2  | 文字を書いてください。書くことがなければ、この行を消してください
                    key: talking          | key: watching       | 12 | key 「watching」 が2回書かれています（ほかのファイルも見てください）。別の名前にしてください
                    key: talking          | key: legal-aid      | -  | key 「legal-aid」 が2回書かれています（ほかのファイルも見てください）。別の名前にしてください
                    key: talking          | key: 面談           | 12 | 「面談」 を英小文字で始まる2～40文字（英小文字・数字・ハイフン）にしてください
                    area: HEALTH          | area: BODY          | 13 | 「BODY」 は使えません。使えるのは SAFETY, HOUSING, LIVELIHOOD, HEALTH, WORK, CHILDREN, LEGAL, DISABILITY_AGE_LANGUAGE, BELONGING, WATCH_OVER です
                    agency: OTHER         | agency: 病院        | 16 | 「病院」 は使えません。使えるのは MUNICIPALITY, WOMENS_SUPPORT_CENTER
                    title: 面談           | titel: 面談         | 14 | 「titel」 という項目はありません。使えるのは agency, area
                    title: 面談           | children: 子        | 12 | 「title」 がありません。書き加えてください
                    measure: 話を聴く。   | measure: ☃を見る   | 15 | 印刷できない文字 「☃」 を別の文字にしてください
                    measure: 話を聴く。   | measure: [話]       | 15 | 文字を書いてください
                    mustDo: true          | mustDo: はい        | 11 | 「はい」 を true か false にしてください
                    carryWords: 連絡      | carryWords: DVの相談 | 10 | 「DV」 は本人が持ち歩く紙に書けません。見つかっても分からない言い方にしてください
                    carryWords: 連絡      | carryWords: 警察へ  | 10 | 「警察」 は本人が持ち歩く紙に書けません。見つかっても分からない言い方にしてください
                    checked: false        | article: 第2条      | 9  | 「checked」 がありません。書き加えてください
                    agency: POLICE        | agency: POLICE: x   | 8  | YAMLとして読めません
                    """)
    void saysWhereAndHowToMend(String line, String wrong, String number, String message) throws IOException {
        assertThat(GOOD).contains(line);
        write("safety.yml", GOOD.replace(line, wrong));

        String where = number.equals("-") ? "divorce.yml" : folder.resolve("safety.yml") + " " + number + "行目：";
        assertThatThrownBy(this::read)
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining(where)
                .hasMessageContaining(message);
    }

    @Test
    void aTextThatNoPlanCouldHoldIsRefusedWithItsLength() throws IOException {
        write("safety.yml", GOOD.replace("見回りを頼む。", "頼".repeat(1_001)));

        assertThatThrownBy(this::read).hasMessageContaining("7行目：1000 文字以内にしてください（いま 1001 文字）");
    }

    @Test
    void anEmptyFileAndOneThatIsNoUtf8AreRefused() throws IOException {
        write("safety.yml", "");
        assertThatThrownBy(this::read).hasMessageContaining("1行目：内容がありません");

        Files.write(folder.resolve("safety.yml"), new byte[] {(byte) 0x88, (byte) 0xc0});
        assertThatThrownBy(this::read)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot be read as UTF-8");
    }

    @Test
    void aFileThatNobodyWouldReadIsNotPassedOverInSilence() throws IOException {
        write("saftey.yml", GOOD);

        assertThatThrownBy(this::read)
                .hasMessageContaining("saftey.yml は読まれません")
                .hasMessageContaining("safety.yml、rebuilding.yml、recovery.yml、divorce.yml");
    }

    private List<CataloguePart> read() {
        return CatalogueReader.read(
                new CatalogueFiles(folder),
                text -> Stream.of("☃").filter(text::contains).findFirst().orElse(""));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
