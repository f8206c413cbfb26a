package jp.tsunagi.document;

import static jp.tsunagi.document.ReadPdf.withoutSpace;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import jp.tsunagi.shared.TimeConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class DeletionCertificatePrinterTest {

    private static final LocalDateTime AT = LocalDateTime.parse("2031-12-01T10:05");

    private static final DeletionCertificatePrinter PRINTER =
            new DeletionCertificatePrinter(DocumentFixtures.FONTS, TemplateFiles.standard());

    @Test
    void conformsToBothStandardsAndSaysItInItsOrder() {
        byte[] pdf = PRINTER.print(certificate("R8-0012", "PERIOD_OVER", "見本 所長", false));

        assertThat(ReadPdf.violations(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
        assertThat(ReadPdf.violations(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(withoutSpace(ReadPdf.text(pdf)))
                .containsSubsequence(
                        "消去証明書",
                        "R8-0012",
                        "令和8年11月20日",
                        "保存期間が終わった",
                        "見本職員",
                        "見本所長",
                        "令和13年12月1日10:05",
                        "令和13年12月31日",
                        "4711番",
                        "架空市",
                        "42件")
                .doesNotContain("もう一度消した");
    }

    @Test
    void whatNobodyHadToDecideAndWhatWasRestoredIsSaid() {
        byte[] pdf = PRINTER.print(certificate("draft:01AAAAAAAAAAAAAAAAAAAAAAAA", "DRAFT", null, true));

        assertThat(withoutSpace(ReadPdf.text(pdf)))
                .contains("（提出前）", "提出されないまま期間が過ぎた", "（決まりによる）", "もう一度消した")
                .doesNotContain("見本所長");
    }

    private static DeletionCertificate certificate(
            String reference, String ground, @Nullable String director, boolean restored) {
        return new DeletionCertificate(
                new Edition(
                        reference.startsWith("draft:") ? "―" : reference,
                        "センター 用",
                        "第1版",
                        "01BBBBBBBBBBBBBBBBBBBBBBBB",
                        ZonedDateTime.of(AT, TimeConfiguration.JAPAN),
                        "ABCDEF"),
                reference.startsWith("draft:") ? null : reference,
                ground,
                LocalDate.of(2026, 11, 20),
                director == null ? null : "見本 職員",
                director == null ? null : AT.minusDays(1),
                director,
                AT,
                AT,
                LocalDate.of(2031, 12, 31),
                4711,
                restored,
                List.of(new DeletionCertificate.Deleted(reference, 1, "架空市", LocalDate.of(2026, 9, 1))),
                42);
    }
}
