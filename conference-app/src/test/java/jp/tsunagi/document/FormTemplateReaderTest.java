package jp.tsunagi.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTemplateReaderTest {

    private static final String SHIPPED =
            new String(TemplateFiles.standard().read(CaseReviewFormPrinter.TEMPLATE), StandardCharsets.UTF_8);

    @TempDir
    Path office;

    @Test
    void printsWithTheOfficesOwnTemplate() throws IOException {
        write(SHIPPED.replace("label: 住所", "label: 住所（居所）"));
        CaseReviewFormPrinter printer = new CaseReviewFormPrinter(DocumentFixtures.FONTS, new TemplateFiles(office));

        assertThat(TaggedText.boxes(printer.print(DocumentFixtures.shortForm())))
                .containsEntry("住所（居所）", "架空市架空町3丁目12番5号");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            field: address, label: 住所 | field: adress, label: 住所 | 様式に 「adress」 という欄はありません。
            field: address, label: 住所 | field: name, label: 住所 | 「name」 の欄が2つあります。
            {field: recordedBy, label: 記載者} | {field: recordedBy} | 「label」 がありません。
            {field: recordedBy, label: 記載者} | {field: recordedBy, label: 記載者, colour: red} | 「colour」 という項目はありません。
            {field: recordedBy, label: 記載者} | {field: recordedBy, label: 記載者, label: 記載} | 「label」 が2回書かれています。
            {field: recordedBy, label: 記載者} | {field: recordedBy, label: 記載者, width: 90} | width の合計が 90 です。
            {field: recordedBy, label: 記載者} | {field: recordedBy, label: 記載者, width: 広い} | 「広い」 を 2 から 100 までの数にしてください
            {field: recordedBy, label: 記載者} | {field: recordedBy, label: 記載者, labelWidth: 0} | 「0」 を 1 から 99 までの数にしてください
            label: 対象者氏名, width: 45 | label: 対象者氏名 | 「width」 がありません。
            label: 対象者氏名, width: 45 | label: 対象者氏名, width: 20 | labelWidth（22）を欄の幅（20）より小さくしてください
            label: 記載者 | label: 記載者\uD83D\uDE00 | 印刷できない文字 U+1F600 を別の文字にしてください
            label: 記載者 | label: 記載者, choices: [はい] | recordedBy の choices は 0 行です
            {field: recordedBy, label: 記載者} | 記載者 | 「項目: 値」 の組で書いてください。
            """)
    void refusesAMistakeNamingFileLineAndWhatToMend(String right, String wrong, String whatToMend) throws IOException {
        assertThat(SHIPPED).contains(right);
        write(SHIPPED.replaceFirst(java.util.regex.Pattern.quote(right), wrong));

        assertThatThrownBy(() -> FormTemplateReader.read(
                        new TemplateFiles(office),
                        CaseReviewFormPrinter.TEMPLATE,
                        CaseReviewFormTexts.FIELDS,
                        DocumentFixtures.PRINTABLE))
                .isInstanceOf(TemplateException.class)
                .hasMessageMatching("(?s).*case-review-form\\.yml \\d+行目：.*")
                .hasMessageContaining(whatToMend)
                .hasMessageContaining(office.toString());
    }

    @Test
    void refusesATemplateThatLeavesABoxOut() throws IOException {
        write(SHIPPED.replaceFirst("      - boxes:\n          - \\{field: recordedBy, label: 記載者}\n", ""));
        assertThatThrownBy(() -> FormTemplateReader.read(
                        new TemplateFiles(office),
                        CaseReviewFormPrinter.TEMPLATE,
                        CaseReviewFormTexts.FIELDS,
                        DocumentFixtures.PRINTABLE))
                .hasMessageContaining("様式の欄が足りません：recordedBy");
    }

    @Test
    void refusesWhatIsNoYaml() throws IOException {
        write("title: [\n");
        assertThatThrownBy(() -> FormTemplateReader.read(
                        new TemplateFiles(office),
                        CaseReviewFormPrinter.TEMPLATE,
                        CaseReviewFormTexts.FIELDS,
                        DocumentFixtures.PRINTABLE))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("YAMLとして読めません");
    }

    @Test
    void refusesAFontWithoutTrueTypeOutlines() throws IOException {
        Path font = office.resolve("fonts/BIZUDPGothic-Regular.ttf");
        Files.createDirectories(font.getParent());
        Files.writeString(font, "no font at all");
        assertThatThrownBy(() -> new PaperFonts(new TemplateFiles(office)))
                .hasMessageContaining("BIZUDPGothic-Regular.ttf cannot be used");
    }

    private void write(String template) throws IOException {
        Path file = office.resolve(CaseReviewFormPrinter.TEMPLATE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, template);
    }
}
