package jp.tsunagi.document;

import static jp.tsunagi.document.ReadPdf.withoutSpace;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class CourtStatementPrinterTest {

    private static final CourtStatementPrinter PRINTER =
            new CourtStatementPrinter(DocumentFixtures.FONTS, TemplateFiles.standard());

    @Test
    void conformsToBothStandardsAndSaysItInItsOrder() {
        byte[] pdf = PRINTER.print(statement(LocalDate.of(2026, 11, 20), "状況（架空）"));

        assertThat(ReadPdf.violations(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
        assertThat(ReadPdf.violations(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(withoutSpace(ReadPdf.text(pdf)))
                .containsSubsequence(
                        "札幌地方裁判所",
                        "令和8年（配チ）第1号",
                        "架空花子",
                        "第14条第2項",
                        "状況（架空）",
                        "措置（架空）",
                        "令和8年11月20日",
                        "北海道立女性相談支援センター（架空）",
                        "見本所長")
                .doesNotContain("下書き", "取扱注意", "通し番号", "利用者");
    }

    @Test
    void aDraftSaysSoOnEveryPageAndBearsNoDay() {
        byte[] pdf = PRINTER.print(statement(null, "長い状況（架空）。\n".repeat(120)));

        assertThat(ReadPdf.pages(pdf)).isGreaterThan(1);
        assertThat(withoutSpace(ReadPdf.text(pdf)).split("下書き（所長の確認前）", -1)).hasSize(ReadPdf.pages(pdf) + 1);
        assertThat(ReadPdf.text(pdf)).doesNotContain("令和8年11月");
    }

    @Test
    void whatAPaperSaysIsReadBackWithoutWhatMachinesWrote() {
        assertThat(String.join("", FinishedPaper.says(PRINTER.print(statement(null, "状況（架空）")))))
                .contains("相談等の状況", "札幌地方裁判所")
                .doesNotContain("xmlns", "uuid");
    }

    private static CourtStatement statement(@Nullable LocalDate day, String circumstances) {
        return new CourtStatement(
                "札幌地方裁判所",
                "令和8年（配チ）第1号",
                "架空 花子",
                circumstances,
                "措置（架空）",
                "北海道立女性相談支援センター（架空）",
                day == null ? null : "見本 所長",
                day);
    }
}
