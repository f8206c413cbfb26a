package jp.tsunagi.document;

import static jp.tsunagi.document.MeetingPaperFixtures.AGENDAS;
import static jp.tsunagi.document.MeetingPaperFixtures.HAND_OVERS;
import static jp.tsunagi.document.MeetingPaperFixtures.NOTICES;
import static jp.tsunagi.document.MeetingPaperFixtures.RECORDS;
import static jp.tsunagi.document.MeetingPaperFixtures.REPORTS;
import static jp.tsunagi.document.MeetingPaperFixtures.SHEETS;
import static jp.tsunagi.document.ReadPdf.withoutSpace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The papers around a meeting: what stands where, and that each conforms, flows and keeps silent. */
class MeetingPapersTest {

    private static final String LONG = "始発の列車で来た。荷物は一つ。".repeat(400) + "終わり。";

    /** By name, each paper as it usually is and at its emptiest. */
    static Map<String, byte[]> papers() {
        Map<String, byte[]> papers = new LinkedHashMap<>();
        papers.put("convening-notice", NOTICES.print(MeetingPaperFixtures.notice()));
        papers.put("convening-notice-before", NOTICES.print(MeetingPaperFixtures.noticeBeforeThePledge()));
        papers.put("agenda", AGENDAS.print(MeetingPaperFixtures.agenda()));
        papers.put(
                "agenda-withheld",
                AGENDAS.print(
                        MeetingPaperFixtures.agenda("", Set.of("openItems", "caseOverview", "topics", "sheets"))));
        papers.put("agenda-long", AGENDAS.print(MeetingPaperFixtures.agenda(LONG, Set.of())));
        papers.put("information-sheet", SHEETS.print(MeetingPaperFixtures.sheet("〔伏せる：勤務先〕架空商店〔ここまで〕に来た。")));
        papers.put("information-sheet-empty", SHEETS.print(MeetingPaperFixtures.emptySheet()));
        papers.put("outcome-record", RECORDS.print(MeetingPaperFixtures.outcome("転居先を三か所見学する（架空）。", Set.of())));
        papers.put("outcome-record-corrected", RECORDS.print(MeetingPaperFixtures.corrected()));
        papers.put("hand-over", HAND_OVERS.print(MeetingPaperFixtures.handOver("始発の列車で来た（架空）。")));
        papers.put("hand-over-long", HAND_OVERS.print(MeetingPaperFixtures.handOver(LONG)));
        papers.put("hand-over-little", HAND_OVERS.print(MeetingPaperFixtures.handOverOfLittle()));
        papers.put("sharing-report", REPORTS.print(MeetingPaperFixtures.report()));
        papers.put("record-views", MeetingPaperFixtures.VIEWS.print(MeetingPaperFixtures.views()));
        papers.put("record-views-empty", MeetingPaperFixtures.VIEWS.print(MeetingPaperFixtures.nobodyLooked()));
        papers.put("sharing-report-empty", REPORTS.print(MeetingPaperFixtures.nothingShared()));
        return papers;
    }

    static Set<Map.Entry<String, byte[]>> each() {
        return papers().entrySet();
    }

    @ParameterizedTest
    @MethodSource("each")
    void conformsToBothStandardsAtOnce(Map.Entry<String, byte[]> paper) {
        assertThat(ReadPdf.violations(paper.getValue(), PDFAFlavour.PDFA_2_A)).isEmpty();
        assertThat(ReadPdf.violations(paper.getValue(), PDFAFlavour.PDFUA_1)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("each")
    void marksEveryPageAndKeepsTitleAndMetadataNeutral(Map.Entry<String, byte[]> paper) throws Exception {
        String text = ReadPdf.text(paper.getValue());
        int pages = ReadPdf.pages(paper.getValue());
        assertThat(text.split("取扱注意　旭川市 用", -1)).hasSize(pages + 1);
        assertThat(text.split("K-2026-0012　第2版", -1)).hasSize(pages + 1);
        assertThat(text.split("通し番号 01K6Q2ZT9V3M8XW4RB7DYEH5CN　作成 令和8年9月7日 9:05　利用者 7DYEH5CN", -1))
                .hasSize(pages + 1);
        for (int page = 1; page <= pages; page++) {
            assertThat(text).contains(page + " / " + pages + " 頁");
        }
        try (PDDocument document = Loader.loadPDF(paper.getValue())) {
            String xmp = new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertThat(xmp).doesNotContain("架空", "旭川", "K-2026");
            assertThat(document.getDocumentInformation().getTitle())
                    .isIn(
                            "個別ケース検討会議 招集通知",
                            "個別ケース検討会議 次第",
                            "個別ケース検討会議 情報提供シート",
                            "個別ケース検討会議 記録",
                            "共有の報告",
                            "記録を見た機関",
                            "引継ぎ書");
        }
    }

    @Test
    void invitesWithoutAWordOfPlaceOrOthersToWhomTheyAreNotShown() {
        Map<String, String> whole = TaggedText.boxes(papers().get("convening-notice"));
        assertThat(whole)
                .containsEntry("あて先", "架空警察署")
                .containsEntry("伝達", "旭川市を通じてお届けします")
                .containsEntry("案件番号", "K-2026-0012")
                .containsEntry("回", "第2回")
                .containsEntry("根拠", "困難な問題を抱える女性への支援に関する法律 第15条（支援調整会議）")
                .containsEntry("日時", "令和8年12月3日（木）　10時00分～12時00分")
                .containsEntry("場所", "架空会館三階")
                .containsEntry("司会", "北海道立女性相談支援センター（架空）")
                .containsEntry("期限", "令和8年12月1日（火）まで")
                .containsEntry("守秘の根拠", "困難な問題を抱える女性への支援に関する法律 第15条第5項")
                .containsEntry("機関名", "架空警察署\n架空児童相談所");

        byte[] before = papers().get("convening-notice-before");
        assertThat(TaggedText.boxes(before)).doesNotContainKeys("場所", "伝達", "出席の方法", "機関名");
        assertThat(ReadPdf.text(before)).doesNotContain("架空会館", "架空児童相談所", PaperContent.WITHHELD);
    }

    @Test
    void handsOverWhatGoesAlongAndSaysNothingOfTheRest() {
        String whole = withoutSpace(ReadPdf.text(papers().get("hand-over")));
        assertThat(whole)
                .contains("架空花子", "昭和63年4月12日", "手話の通訳", "始発の列車で来た", "②住居", "住民基本台帳の支援措置")
                .contains("引き継ぐ機関札幌市", "引き受ける機関旭川市");
        assertThat(whole).doesNotContain("住所", "本人の希望", "総合的な支援方針", "子どものこと", PaperContent.WITHHELD);

        String little = withoutSpace(ReadPdf.text(papers().get("hand-over-little")));
        assertThat(little).contains("呼び名Aさん", "30歳くらい");
        assertThat(little)
                .doesNotContain("氏名", "生年月日", "現在の状況", "ケース概要", "期限のある手続", "続けてほしい支援", "本人の同意")
                .doesNotContain(PaperContent.WITHHELD);
    }

    @Test
    void followsTheGuidelinesOrderOfTheAgenda() {
        String text = withoutSpace(ReadPdf.text(papers().get("agenda")));

        assertThat(text)
                .containsSubsequence(
                        "守秘の確認",
                        "前回からの残り事項",
                        "住まいの見学に同行する",
                        "1ケースの概要及び協議事項の説明",
                        "始発の列車で来た",
                        "2意見交換",
                        "先月、窓口に二度来ている",
                        "巡回を増やす",
                        "3協議結果・支援方針等の確認");
        Map<String, String> boxes = TaggedText.boxes(papers().get("agenda"));
        assertThat(boxes.get("把握している事実")).isEqualTo("先月、窓口に二度来ている（架空）。\n表示できません");
        assertThat(boxes.get("提案する支援")).contains("面接を月に二回続ける");
    }

    @Test
    void saysWhichPartsOfTheAgendaAreWithheldAndWhichAreEmpty() {
        byte[] hidden = papers().get("agenda-withheld");
        Map<String, String> boxes = TaggedText.boxes(hidden);
        assertThat(boxes).containsEntry("ケース概要", "表示できません").containsEntry("協議事項", "表示できません");
        assertThat(ReadPdf.text(hidden).split("表示できません", -1)).hasSize(5);
        assertThat(ReadPdf.text(hidden)).doesNotContain("残っている事項はありません", "シートはまだ届いていません");
    }

    @Test
    void printsASheetAsItWasWrittenOrEmptyToBeFilledIn() {
        Map<String, String> sent = TaggedText.boxes(papers().get("information-sheet"));
        assertThat(sent.get("把握している事実\n見聞きしたことと、その日付")).isEqualTo("〔伏せる：勤務先〕架空商店〔ここまで〕に来た。");
        assertThat(sent).containsEntry("提出日", "令和8年11月30日");
        Map<String, String> empty = TaggedText.boxes(papers().get("information-sheet-empty"));
        assertThat(empty.get("把握している事実\n見聞きしたことと、その日付")).isEmpty();
        assertThat(withoutSpace(empty.get("提出日"))).isEqualTo("年月日");
    }

    @Test
    void recordsWhoWasThereWhatWasDecidedAndWhoDoesWhat() {
        byte[] pdf = papers().get("outcome-record");
        String text = withoutSpace(ReadPdf.text(pdf));
        assertThat(text)
                .contains(
                        "架空児童相談所例示次郎代理出席", "本人等出席（後半30分）", "転居先を三か所見学する", "架空警察署通報登録を続ける（架空）。", "旭川市表示できません令和8年12月20日");
        assertThat(TaggedText.boxes(pdf)).containsEntry("主担当機関", "旭川市");

        byte[] hidden = RECORDS.print(MeetingPaperFixtures.outcome("", Set.of("outcome", "actions")));
        assertThat(TaggedText.boxes(hidden)).containsEntry("協議結果・支援方針", "表示できません");
        assertThat(ReadPdf.text(hidden)).doesNotContain("通報登録", "役割分担の記載はありません");
    }

    @Test
    void aCorrectedRecordSaysWhatStoodThereBefore() {
        byte[] pdf = papers().get("outcome-record-corrected");
        String text = withoutSpace(ReadPdf.text(pdf));
        assertThat(text)
                .containsSubsequence(
                        "記録の版第3版",
                        "版第2版",
                        "訂正した機関旭川市",
                        "箇所協議結果・支援方針",
                        "訂正前三か所を見学する（架空）。",
                        "訂正後四か所を見学する（架空）。",
                        "理由聞き違い（架空）。",
                        "版第3版",
                        "箇所出席者",
                        "架空児童相談所例示次郎出席",
                        "架空児童相談所例示次郎代理出席",
                        "表示できません");
        assertThat(ReadPdf.text(papers().get("outcome-record"))).doesNotContain("訂正", "記録の版");
    }

    @Test
    void tellsHerPlainlyWhatWasSharedStoppedAndCannotBeTakenBack() {
        String text = withoutSpace(ReadPdf.text(papers().get("sharing-report")));
        assertThat(text)
                .containsSubsequence(
                        "1同意したこと",
                        "2番",
                        "取りやめました",
                        "2取りやめたこと",
                        "架空児童相談所",
                        "すべての機関",
                        "3渡したもの",
                        "なかったことにはできません",
                        "架空警察署",
                        "会議の資料（個別ケース検討会議資料）",
                        "令和8年11月28日10:00から",
                        "令和8年11月30日10:00まで3回",
                        "2番",
                        "4同意がないまま渡すと決めたもの",
                        "架空総合病院",
                        "生命・身体を守るため",
                        "画面で内容を見た",
                        "5止めたもの",
                        "読まれる前のお知らせを取り消しました",
                        "6手伝っている機関",
                        "住んでいる所などを画面で見た",
                        "7これからできること");
        assertThat(ReadPdf.text(papers().get("sharing-report-empty"))).contains("どの機関にも、何も渡していません。");
    }

    @Test
    void tellsHerPlainlyWhoSawHerRecordAndWhy() {
        assertThat(withoutSpace(ReadPdf.text(papers().get("record-views"))))
                .contains("もっと前のものは、この紙を渡した人にたずねてください")
                .containsSubsequence(
                        "架空センター",
                        "だれがいつ見たかの記録だけ",
                        "架空センター",
                        "住んでいる所や連絡先",
                        "緊急閲覧",
                        "架空警察署",
                        "生活安全課",
                        "お名前や生年月日",
                        "相談の内容",
                        "2載っていないもの",
                        "苦情");
        assertThat(ReadPdf.text(papers().get("record-views-empty"))).contains("まだ、どの機関も見ていません。");
    }

    @Test
    void aPaperOfAKindNobodyHasWordsForIsStillReported() {
        SharingReport plan = new SharingReport(
                DocumentFixtures.EDITION,
                1,
                java.util.List.of(),
                java.util.List.of(),
                java.util.List.of(new SharingReport.Shared(
                        "架空警察署", "unheard-of", 1, MeetingPaperFixtures.START, MeetingPaperFixtures.START, 1)),
                java.util.List.of(),
                java.util.List.of(),
                java.util.List.of(),
                java.util.List.of());
        assertThat(ReadPdf.text(REPORTS.print(plan))).contains("そのほかの資料");
    }

    @Test
    void longTextsGoOnOnTheNextPage() {
        Map<String, byte[]> longPapers = Map.of(
                "ケース概要",
                AGENDAS.print(MeetingPaperFixtures.agenda(LONG, Set.of())),
                "把握している事実",
                SHEETS.print(MeetingPaperFixtures.sheet(LONG)),
                "協議結果・支援方針",
                RECORDS.print(MeetingPaperFixtures.outcome(LONG, Set.of())));
        longPapers.forEach((label, pdf) -> {
            assertThat(ReadPdf.pages(pdf)).as(label).isGreaterThan(3);
            assertThat(withoutSpace(ReadPdf.text(pdf))).as(label).contains(label + "（続き）", "終わり。");
        });
    }

    @Test
    void aLongListRepeatsItsHeader() {
        ConveningNotice few = MeetingPaperFixtures.notice();
        java.util.List<String> many = java.util.stream.IntStream.range(0, 50)
                .mapToObj(i -> "架空機関その" + i)
                .toList();
        byte[] pdf = NOTICES.print(new ConveningNotice(
                few.edition(),
                few.recipient(),
                few.via(),
                few.number(),
                few.legalBasis(),
                few.start(),
                few.end(),
                few.place(),
                few.online(),
                few.moderator(),
                few.recorder(),
                few.due(),
                many));
        assertThat(ReadPdf.pages(pdf)).isGreaterThan(1);
        assertThat(ReadPdf.text(pdf).split("機関名", -1)).hasSize(ReadPdf.pages(pdf) + 1);
        many.forEach(agency -> assertThat(ReadPdf.text(pdf)).contains(agency));
    }

    @Test
    void refusesACharacterThatItCannotPrintByName() {
        Map<String, Function<String, byte[]>> printers = Map.of(
                "agenda", text -> AGENDAS.print(MeetingPaperFixtures.agenda(text, Set.of())),
                "sheet", text -> SHEETS.print(MeetingPaperFixtures.sheet(text)),
                "record", text -> RECORDS.print(MeetingPaperFixtures.outcome(text, Set.of())));
        printers.forEach((name, printer) -> assertThatThrownBy(() -> printer.apply("架空\uD83D\uDE00"))
                .as(name)
                .isInstanceOf(UnprintableCharacterException.class)
                .hasMessage("Not printable: U+1F600"));
    }

    @Test
    void refusesAWithheldPartThatStillCarriesItsText() {
        Agenda full = MeetingPaperFixtures.agenda();
        for (String part : Set.of("openItems", "caseOverview", "topics", "sheets")) {
            Agenda leaking = new Agenda(
                    full.edition(),
                    full.number(),
                    full.legalBasis(),
                    full.requestingAgency(),
                    full.start(),
                    full.end(),
                    full.place(),
                    full.moderator(),
                    full.recorder(),
                    full.openItems(),
                    full.caseOverview(),
                    full.topics(),
                    full.councilItems(),
                    full.sheets(),
                    Set.of(part));
            assertThatThrownBy(() -> AGENDAS.print(leaking))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The field " + part + " is withheld but carries a value");
        }
    }
}
