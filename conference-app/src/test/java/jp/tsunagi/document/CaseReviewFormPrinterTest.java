package jp.tsunagi.document;

import static jp.tsunagi.document.DocumentFixtures.PRINTER;
import static jp.tsunagi.document.ReadPdf.withoutSpace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class CaseReviewFormPrinterTest {

    static List<CaseReviewForm> forms() {
        return List.of(
                DocumentFixtures.shortForm(),
                DocumentFixtures.beforeTheConference(),
                DocumentFixtures.withheldForm(),
                DocumentFixtures.form(DocumentFixtures.cases().get(0)),
                DocumentFixtures.named("　葛󠄁西𠮷田 ばん Nguyễn 神 Nguyễn 辻󠄀 김서 "));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void conformsToBothStandardsAtOnce(CaseReviewForm form) {
        byte[] pdf = PRINTER.print(form);

        assertThat(ReadPdf.violations(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
        assertThat(ReadPdf.violations(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    }

    @Test
    void printsEveryBoxOfBothSections() {
        Map<String, String> boxes = TaggedText.boxes(PRINTER.print(DocumentFixtures.shortForm()));

        assertThat(boxes)
                .containsEntry("要請機関名", "架空市福祉事務所 女性相談担当")
                .containsEntry("対象者氏名", "架空 花子")
                .containsEntry("生年月日", "昭和63年3月14日")
                .containsEntry("年齢", "38歳")
                .containsEntry("住所", "架空市架空町3丁目12番5号")
                .containsEntry("現在の状況", "知人宅に一時的に身を寄せているが、月末までに退去を求められている。")
                .containsEntry("ケース概要", "夫からの暴力により家を出た。\n心療内科に通院中であり、就労は難しい（診断書あり）。")
                .containsEntry("協議事項", "1 一時保護の要否\n2 退所後の住まいと生活費")
                .containsEntry("参集範囲 (※1)", "架空警察署　生活安全課　架空 担当A（相談歴あり）\n架空児童相談所　地域支援課")
                .containsEntry("開催希望日時 (※2)", "第1希望　令和8年9月15日（火）　13:30～15:00\n第2希望　午前は通院のため不可")
                .containsEntry("開催希望場所 (※2)", "架空市役所 会議室")
                .containsEntry("本人の同意", "☑ ←個別ケース検討会議の開催に本人が同意していることを確認の上チェックして下さい。")
                .containsEntry("記載年月日", "令和8年9月16日")
                .containsEntry("記載者", "架空市福祉事務所 架空 担当B")
                .containsEntry("開催日時", "令和8年9月15日\n13時30分～15時05分")
                .containsEntry("開催場所", "架空市役所 会議室2")
                .containsEntry("出席者", "架空警察署　架空 担当A（出席）\n架空児童相談所　架空 担当C（代理出席）")
                .containsEntry(
                        "協議結果・支援方針",
                        "一時保護を速やかに行う。住まいは保護中に本人と選ぶ。\n役割分担\n・架空警察署　通報登録を続ける\n"
                                + "・架空市福祉事務所　生活保護の申請に同行する（期限：令和8年9月30日）\n主として関わる支援機関：架空市福祉事務所");
        assertThat(boxes.get("要綱第5条該当項目\n(いずれかにチェック)"))
                .startsWith("☐ (1) 一時保護中や")
                .contains("☑ (2) 今後一時保護や");
        assertThat(boxes).hasSize(19);
    }

    @Test
    void printsTheSecondSectionBlankBeforeTheConference() {
        byte[] pdf = PRINTER.print(DocumentFixtures.beforeTheConference());
        Map<String, String> boxes = TaggedText.boxes(pdf);

        assertThat(ReadPdf.text(pdf)).contains("【開催後記入項目】");
        assertThat(withoutSpace(boxes.get("記載年月日"))).isEqualTo("年月日");
        assertThat(withoutSpace(boxes.get("開催日時"))).isEqualTo("年月日時分～時分");
        assertThat(boxes).containsEntry("記載者", "").containsEntry("出席者", "").containsEntry("協議結果・支援方針", "");
    }

    @Test
    void saysWhichBoxesAreWithheld() {
        Map<String, String> boxes = TaggedText.boxes(PRINTER.print(DocumentFixtures.withheldForm()));

        for (String label : List.of("対象者氏名", "生年月日", "年齢", "住所", "参集範囲 (※1)", "開催希望場所 (※2)", "開催場所")) {
            assertThat(boxes).containsEntry(label, "表示できません");
        }
        assertThat(boxes.get("協議結果・支援方針")).contains("一時保護を速やかに行う。", "役割分担：表示できません", "主として関わる支援機関：架空市福祉事務所");
        assertThat(boxes.get("出席者")).contains("架空 担当C");
    }

    @Test
    void refusesAWithheldFieldThatStillCarriesItsValue() {
        CaseReviewForm full = DocumentFixtures.shortForm();

        for (String field : CaseReviewForm.FIELDS) {
            assertThatThrownBy(() -> new CaseReviewForm(full.edition(), full.request(), full.report(), Set.of(field)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The field " + field + " is withheld but carries a value");
        }
        assertThatThrownBy(() -> new CaseReviewForm(full.edition(), full.request(), null, Set.of("adress")))
                .hasMessage("The form has no field adress");
    }

    @Test
    void printsAnApproximateAgeWhereTheBirthDateIsUnknown() {
        CaseReviewForm.Request known = DocumentFixtures.request("架空 花子");
        CaseReviewForm.Request unknown = new CaseReviewForm.Request(
                known.requestDate(),
                null,
                null,
                null,
                null,
                30,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                false);
        Map<String, String> boxes =
                TaggedText.boxes(PRINTER.print(new CaseReviewForm(DocumentFixtures.EDITION, unknown, null, Set.of())));

        assertThat(boxes).containsEntry("生年月日", "不詳（おおよそ30歳）").containsEntry("年齢", "約30歳");
        assertThat(boxes.get("本人の同意")).startsWith("☐");
    }

    @Test
    void marksEveryPageWithItsCopyAndNumber() {
        byte[] pdf =
                PRINTER.print(DocumentFixtures.form(DocumentFixtures.cases().get(0)));
        String text = ReadPdf.text(pdf);
        int pages = ReadPdf.pages(pdf);

        assertThat(pages).isBetween(4, 6);
        for (int page = 1; page <= pages; page++) {
            assertThat(text).contains(page + " / " + pages + " 頁");
        }
        assertThat(text.split("取扱注意　旭川市 用", -1)).hasSize(pages + 1);
        assertThat(text.split("K-2026-0012　第2版", -1)).hasSize(pages + 1);
        assertThat(text.split("通し番号 01K6Q2ZT9V3M8XW4RB7DYEH5CN　作成 令和8年9月7日 9:05　利用者 7DYEH5CN", -1))
                .hasSize(pages + 1);
        assertThat(withoutSpace(text)).contains("ケース概要（続き）");
        assertThat(ReadPdf.pages(PRINTER.print(DocumentFixtures.shortForm()))).isEqualTo(2);
    }

    @Test
    void keepsTheNameOutOfTitleAndMetadata() throws Exception {
        byte[] pdf = PRINTER.print(DocumentFixtures.shortForm());

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("個別ケース検討会議資料");
            assertThat(document.getDocumentInformation().getCOSObject().toString())
                    .doesNotContain("花子");
            String xmp = new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertThat(xmp).contains("個別ケース検討会議資料").doesNotContain("花子", "架空");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("ja-JP");
            assertThat(document.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                    .isTrue();
        }
    }

    @Test
    void refusesACharacterThatItCannotPrint() {
        assertThatThrownBy(() -> PRINTER.print(DocumentFixtures.named("架空\uD83D\uDE00花子")))
                .isInstanceOfSatisfying(UnprintableCharacterException.class, e -> {
                    assertThat(e).hasMessage("Not printable: U+1F600");
                    assertThat(e.unprintable().index()).isEqualTo(2);
                });
    }

    @Test
    void printsEveryWordOfTheFortyCases() {
        List<JsonNode> cases = DocumentFixtures.cases();
        assertThat(cases).hasSize(40);
        for (JsonNode node : cases) {
            Map<String, String> boxes = TaggedText.boxes(PRINTER.print(DocumentFixtures.form(node)));

            assertWords(boxes, "要請機関名", node.get("requestingAgency"));
            assertWords(boxes, "対象者氏名", node.get("name"));
            assertWords(boxes, "住所", node.get("address"));
            assertWords(boxes, "現在の状況", node.get("currentSituation"));
            assertWords(boxes, "ケース概要", node.get("caseOverview"));
            assertWords(boxes, "協議事項", node.get("topics"));
            assertWords(boxes, "開催希望場所 (※2)", node.get("preferredPlace"));
            assertThat(boxes.get("年齢"))
                    .isEqualTo(node.get("meta").get("ageAtRequest").asText() + "歳");
            node.get("invitees").forEach(invitee -> assertThat(withoutSpace(boxes.get("参集範囲 (※1)")))
                    .contains(withoutSpace(invitee.get("agency").asText()
                            + invitee.get("section").asText())));
            if (!node.get("outcome").isNull()) {
                assertWords(boxes, "協議結果・支援方針", node.get("outcome").get("decision"));
            }
        }
    }

    private static void assertWords(Map<String, String> boxes, String label, JsonNode typed) {
        assertThat(withoutSpace(boxes.get(label))).isEqualTo(withoutSpace(typed.isNull() ? "" : typed.asText()));
    }
}
