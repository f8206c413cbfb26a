package jp.tsunagi.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineBreakingTest {

    // Without the middle dot: narratives are typed with it as a bullet.
    private static final String NEVER_FIRST = "、。，．：；？！）］｝」』】ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々ゝゞヽヾ)]},.!?";
    private static final String NEVER_LAST = "（［｛「『【([{";

    private static final String AWKWARD = "これは（括弧）の試験です（参考：第５条１項）。協議した結果、次の通り決定した！「引用」も『二重引用』もある。"
            + "１２３４５６７８９０円、ＡＢＣＤ。\uD842\uDFB7\uD842\uDFB7\uD842\uDFB7ー。っッ々「\uD842\uDFB7」（晓）、\uD842\uDFB7。"
            + "パーティー、ショッピング・センター（Nguyễn Thị）が開いた。";

    @ParameterizedTest
    @CsvSource({
        "漢, 字, true",
        "字, 。, false",
        "「, 字, false",
        "あ, っ, false",
        "カ, ー, false",
        "佐, 々, false",
        "１, ２, false",
        "1, 2, false",
        "a, b, false",
        "年, 1, true",
        "1, 年, true",
        "Z, -, false",
        "-, S, true",
        "-, 1, false",
        "字, '　', false",
        "'　', 字, true",
        "グ, ・, false",
    })
    void knowsWhereALineMayEnd(String before, String after, boolean allowed) {
        assertThat(LineBreaking.mayBreak(before.codePointAt(0), after.codePointAt(0)))
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void noLineOfTheNarrativeBeginsOrEndsWrongly(int shift) {
        String narrative = "字".repeat(shift) + AWKWARD.repeat(6);
        String box = TaggedText.boxes(DocumentFixtures.PRINTER.print(DocumentFixtures.withOverview(narrative)))
                .get("ケース概要");
        assertThat(ReadPdf.withoutSpace(box)).isEqualTo(ReadPdf.withoutSpace(narrative));

        assertNoViolation(linesOfValues(DocumentFixtures.PRINTER.print(DocumentFixtures.withOverview(narrative))));
    }

    @Test
    void noLineOfTheLongCasesBeginsOrEndsWrongly() {
        DocumentFixtures.cases().stream()
                .filter(node -> node.get("caseOverview").asText().length() > 3000)
                .forEach(node ->
                        assertNoViolation(linesOfValues(DocumentFixtures.PRINTER.print(DocumentFixtures.form(node)))));
    }

    private static void assertNoViolation(List<String> lines) {
        assertThat(lines).hasSizeGreaterThan(10).allSatisfy(line -> {
            assertThat(NEVER_FIRST).doesNotContain(line.substring(0, 1));
            assertThat(NEVER_LAST).doesNotContain(line.substring(line.length() - 1));
        });
    }

    /** The printed lines of the right column: those that begin at its left edge. */
    private static List<String> linesOfValues(byte[] pdf) {
        List<String> lines = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<org.apache.pdfbox.text.TextPosition> positions) {
                    if (positions.get(0).getXDirAdj() > 170 && positions.get(0).getXDirAdj() < 182 && !text.isBlank()) {
                        lines.add(text.strip());
                    }
                }
            };
            stripper.getText(document);
            return lines;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
