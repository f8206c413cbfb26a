package jp.tsunagi.document;

import static jp.tsunagi.document.ReadPdf.withoutSpace;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import jp.tsunagi.document.PersonPlan.Children;
import jp.tsunagi.document.PersonPlan.Deadline;
import jp.tsunagi.document.PersonPlan.Goal;
import jp.tsunagi.document.PersonPlan.Measure;
import jp.tsunagi.document.PersonPlan.Window;
import jp.tsunagi.document.PersonPlan.Withheld;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The papers for the person herself, read back with other tools than the one that made them. */
class PersonPapersTest {

    private static final PaperFonts FONTS = new PaperFonts(TemplateFiles.standard());
    private static final PersonPlanPrinter PRINTER = new PersonPlanPrinter(FONTS, TemplateFiles.standard());
    private static final MemoPrinter MEMOS = new MemoPrinter(FONTS, TemplateFiles.standard());

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void herEditionConformsToBothStandardsAtOnce(boolean readings) throws IOException {
        byte[] pdf = print(plan(children()), readings);

        assertThat(ReadPdf.violations(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
        assertThat(ReadPdf.violations(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        kept(readings ? "person-furigana.pdf" : "person.pdf", pdf);
    }

    @Test
    void saysInItsOrderWhatIsHers() {
        String text = withoutSpace(ReadPdf.text(print(plan(null), false)));

        assertThat(text)
                .containsSubsequence(
                        "あなたの計画",
                        "あなたと確かめた計画です",
                        "1あなたの希望",
                        "海の見える部屋で《静かに》暮らしたい",
                        "2目標",
                        "先の目標",
                        "3支援の方針",
                        "4支援の内容",
                        "申込みに付き添う",
                        "架空市",
                        "電話000-0000-0001",
                        "令和8年12月11日（金）",
                        "希望を書き出す",
                        "ほかの機関には見せません",
                        "5期限のある手続",
                        "住民票などを見せない手続",
                        "6次に見直す日",
                        "7あなたのことを伝えている所",
                        "架空総合病院",
                        "8伝えないと決めたこと",
                        "勤務先",
                        "すべての機関",
                        "9やめたいとき、困ったとき",
                        "口で言うだけでやめられます",
                        "架空センター");
    }

    @Test
    void whatConcernsHerChildrenIsOnAPageOfItsOwnAndOnlyWhereAskedFor() {
        byte[] without = print(plan(null), false);
        byte[] with = print(plan(children()), false);

        assertThat(ReadPdf.text(without)).doesNotContain("長女", "子ども");
        assertThat(ReadPdf.pages(with)).isEqualTo(ReadPdf.pages(without) + 1);
        assertThat(page(with, ReadPdf.pages(with))).contains("子どものこと", "長女は来春に入学する");
        for (int page = 1; page < ReadPdf.pages(with); page++) {
            assertThat(page(with, page)).doesNotContain("長女");
        }
    }

    @Test
    void readingsStandAboveTheWordsOfTheFormAndNotAboveHers() {
        String without = withoutSpace(ReadPdf.text(print(plan(null), false)));
        String with = withoutSpace(ReadPdf.text(print(plan(null), true)));

        assertThat(without).doesNotContain("けいかく", "もくひょう");
        assertThat(with).contains("けいかく", "もくひょう", "《静かに》");
        assertThat(with).doesNotContain("しずかに", "かくうし");
    }

    @Test
    void herLettersAreLarge() throws IOException {
        byte[] pdf = print(plan(null), false);
        float[] smallest = {100};
        try (PDDocument document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    if (text.contains("海の見える") || text.contains("付き添う")) {
                        positions.forEach(at -> smallest[0] = Math.min(smallest[0], at.getFontSizeInPt()));
                    }
                }
            }.getText(document);
        }

        assertThat(smallest[0]).isEqualTo(12);
    }

    @Test
    void theMemoIsTaggedAndSaysNothingButDaysAndHerWords() throws IOException {
        Memo memo = new Memo(
                List.of(new Memo.Line(LocalDate.of(2026, 12, 11), "田中さんと買い物"), new Memo.Line(null, "本を返す")),
                LocalDate.of(2027, 2, 1));
        byte[] pdf = MEMOS.print(memo);

        assertThat(ReadPdf.violations(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(ReadPdf.violations(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
        assertThat(withoutSpace(ReadPdf.text(pdf))).isEqualTo("予定のメモ日予定令和8年12月11日（金）田中さんと買い物本を返す次に会う日日令和9年2月1日（月）");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var info = document.getDocumentInformation();
            assertThat(info.getTitle()).isEqualTo("予定のメモ");
            assertThat(info.getMetadataKeys()).containsOnly("CreationDate", "ModDate", "Producer", "Title");
            assertThat(new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("予定のメモ")
                    .doesNotContain("計画", "支援", "取扱注意");
            assertThat(document.getDocumentCatalog().getNames()).isNull();
            assertThat(document.getPage(0).getAnnotations()).isEmpty();
            assertThat(document.getPage(0).getResources().getXObjectNames()).isEmpty();
        }
        assertThat(String.join("", FinishedPaper.says(pdf))).contains("予定のメモ", "本を返す", "田中さんと買い物");
        kept("memo.pdf", pdf);
    }

    @Test
    void aWordAcrossTwoLinesIsStillReadByWhoeverChecks() {
        String line = "あ".repeat(18) + "警察署" + "い".repeat(18);
        byte[] pdf = MEMOS.print(new Memo(List.of(new Memo.Line(null, line)), null));

        assertThat(withoutSpace(String.join("", FinishedPaper.says(pdf)))).contains("警察署");
    }

    private static String page(byte[] pdf, int number) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(number);
            stripper.setEndPage(number);
            return withoutSpace(stripper.getText(document));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** For somebody to look at. */
    private static void kept(String name, byte[] pdf) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/papers"));
        Files.write(folder.resolve(name), pdf);
    }

    private static byte[] print(PersonPlan plan, boolean readings) {
        return PRINTER.print(
                plan,
                new PersonPlanPrinter.Copy(
                        "R8-0001",
                        "01ARZ3NDEKTSV4RRFFQ69G5FAV",
                        ZonedDateTime.of(2027, 2, 1, 10, 5, 0, 0, ZoneId.of("Asia/Tokyo"))),
                readings);
    }

    private static Children children() {
        return new Children("長女は来春に入学する", "就学の相談");
    }

    private static PersonPlan plan(Children children) {
        Window city = new Window("架空市", "000-0000-0001");
        return new PersonPlan(
                2,
                "CONFIRMED",
                LocalDate.of(2026, 11, 20),
                "見本 花子",
                "海の見える部屋で《静かに》暮らしたい。\n猫を飼いたい。",
                "半年のうちに住まいを定める。",
                List.of(new Goal("LONG", "静かに暮らす", "一年後"), new Goal("SHORT", "部屋を決める", null)),
                List.of(
                        new Measure("m1", "公営住宅の申込みに付き添う", city, LocalDate.of(2026, 12, 11), "希望を書き出す", false),
                        new Measure("m2", "通院の調整", new Window("架空総合病院", ""), null, null, true)),
                List.of(new Deadline("RESIDENT_REGISTER_PROTECTION", LocalDate.of(2027, 11, 1), "延長を相談")),
                LocalDate.of(2027, 2, 1),
                List.of(new Window("架空総合病院", "000-0000-0007")),
                List.of(new Withheld("勤務先", false, List.of()), new Withheld("wishes", true, null)),
                children,
                city,
                new Window("架空センター", "000-0000-0004"));
    }
}
