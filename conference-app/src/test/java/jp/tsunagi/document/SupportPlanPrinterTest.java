package jp.tsunagi.document;

import static jp.tsunagi.document.ReadPdf.withoutSpace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagi.document.SupportPlanForm.Deadline;
import jp.tsunagi.document.SupportPlanForm.Field;
import jp.tsunagi.document.SupportPlanForm.Goal;
import jp.tsunagi.document.SupportPlanForm.Measure;
import jp.tsunagi.document.SupportPlanForm.Role;
import jp.tsunagi.document.SupportPlanForm.Version;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The edition of the plan for agencies, read back with other tools than the one that made it. */
class SupportPlanPrinterTest {

    private static final PaperFonts FONTS = new PaperFonts(TemplateFiles.standard());
    private static final SupportPlanPrinter PRINTER = new SupportPlanPrinter(FONTS, TemplateFiles.standard());

    static List<SupportPlanForm> plans() {
        return List.of(whole(), empty(), ownMeasures(), longPlan());
    }

    @ParameterizedTest
    @MethodSource("plans")
    void conformsToBothStandardsAtOnce(SupportPlanForm plan) {
        byte[] pdf = PRINTER.print(plan);

        assertThat(ReadPdf.violations(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
        assertThat(ReadPdf.violations(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    }

    @Test
    void printsAllPartsInTheirOrder() {
        byte[] pdf = PRINTER.print(whole());
        String text = withoutSpace(ReadPdf.text(pdf));

        assertThat(text)
                .containsSubsequence(
                        "1計画",
                        "2本人",
                        "2の2子ども",
                        "3本人の意向・希望する生活",
                        "4本人の参加",
                        "5現在の状況・課題",
                        "6総合的な支援方針",
                        "7目標",
                        "8支援の内容",
                        "9役割分担",
                        "10期限のある手続",
                        "11安全計画",
                        "12見直し",
                        "13情報共有の範囲",
                        "14本人の確認",
                        "15承認と変更の履歴",
                        "版の一覧");
        Map<String, String> boxes = TaggedText.boxes(pdf);
        assertThat(boxes)
                .containsEntry("氏名", "値 name")
                .containsEntry("状態", "承認済（本人の確認前）")
                .containsEntry("参加の仕方", "支援者が同席・代弁して作成")
                .containsEntry("緊急度", "高い")
                .containsEntry("安全計画の有無", "あり（内容は別の文書）")
                .containsEntry("計画の写し", "渡していない")
                .containsEntry("確認の結果", "一部同意");
        assertThat(text)
                .contains("長期目標静かに暮らす一年後", "②住居", "架空住宅課", "担当：架空窓口", "R8.11.20～R8.12.11", "実施中")
                .contains("保護命令（接近禁止等）令和9年11月1日延長を相談", "第1版令和8年11月20日旧版", "承認済入居先が決まった");
        for (Field field : Field.values()) {
            if (!field.isTable() && field.words().isEmpty()) {
                assertThat(text).contains("値" + field.key());
            }
        }
    }

    @Test
    void whatIsHiddenIsNotOnThePaperAtAll() {
        byte[] pdf = PRINTER.print(ownMeasures());
        String text = withoutSpace(ReadPdf.text(pdf));

        assertThat(text).contains("8支援の内容", "申請に同行する", "次回見直し日");
        assertThat(text)
                .doesNotContain(
                        "2本人", "氏名", "子ども", "本人の意向", "現在の状況", "支援方針", "7目標", "11安全計画", "13情報共有", "14本人の確認", "表示できません");
    }

    @Test
    void refusesAHiddenFieldThatStillCarriesItsValue() {
        SupportPlanForm plan = whole();
        for (Field field : Field.values()) {
            assertThatThrownBy(() -> with(plan, Set.of(field)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The field " + field.key() + " is hidden but carries a value");
        }
    }

    @Test
    void repeatsTheHeaderOfTheMeasuresAndMarksEveryPage() throws IOException {
        byte[] pdf = PRINTER.print(longPlan());
        int pages = ReadPdf.pages(pdf);
        assertThat(pages).isGreaterThan(4);
        int headers = 0;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 1; page <= pages; page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String text = withoutSpace(stripper.getText(document));
                assertThat(text).contains("取扱注意架空警察署用", "R8-0001", "第2版", "通し番号01ARZ3NDEK", page + "/" + pages + "頁");
                if (text.contains("本人がすること") && text.contains("担当機関・")) {
                    headers++;
                }
            }
        }
        assertThat(headers).isGreaterThan(2);
    }

    @Test
    void losesNoWordOfALongLine() {
        String text = withoutSpace(ReadPdf.text(PRINTER.print(longPlan())));

        for (int line = 1; line <= 30; line++) {
            assertThat(text).contains("支援その" + line + "の終わり");
        }
    }

    @Test
    void embedsEveryFontAndTellsNoNameInItsMetadata() throws IOException {
        byte[] pdf = PRINTER.print(whole());
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("個別支援計画");
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            }
            assertThat(new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("個別支援計画")
                    .doesNotContain("値");
        }
        assertThat(pdf.length).isLessThan(120_000);
    }

    @Test
    void refusesATemplateThatWouldPrintAWrongPaper(@TempDir Path folder) throws IOException {
        String good = new String(TemplateFiles.standard().read(SupportPlanPrinter.TEMPLATE), StandardCharsets.UTF_8);
        assertThat(complaint(folder, good.replace("      - {field: name, label: 氏名}\n", "")))
                .contains("name");
        assertThat(complaint(folder, good.replace("{field: family, label: 家族}", "{field: name, label: 氏名}")))
                .contains("2つ");
        assertThat(complaint(folder, good.replace("label: 領域, width: 12", "label: 領域, width: 13")))
                .contains("101");
        assertThat(complaint(folder, good.replace("SUPPORTER: ", "SUPORTER: "))).contains("SUPORTER");
        assertThat(complaint(folder, good.replace(", LOW: 低い", ""))).contains("LOW");
        assertThat(complaint(
                        folder,
                        good.replace(
                                "{column: progress, label: 進み具合, width: 8}",
                                "{column: period, label: 進み具合, width: 8}")))
                .contains("period");
        assertThat(complaint(folder, good.replace("label: 強み", "label: 😀"))).contains("U+1F600");
    }

    private static String complaint(Path folder, String template) throws IOException {
        Files.createDirectories(folder.resolve("pdf"));
        Files.writeString(folder.resolve(SupportPlanPrinter.TEMPLATE), template);
        try {
            new SupportPlanPrinter(FONTS, new TemplateFiles(folder));
            return "";
        } catch (TemplateException e) {
            return e.getMessage();
        }
    }

    static SupportPlanForm whole() {
        Map<Field, String> texts = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            if (!field.isTable()) {
                texts.put(
                        field,
                        field.words().isEmpty()
                                ? "値 " + field.key()
                                : field.words().get(0));
            }
        }
        texts.put(Field.STATE, "APPROVED");
        texts.put(Field.PARTICIPATION, "SUPPORTER");
        texts.put(Field.COPY, "NO");
        texts.put(Field.CONFIRMATION, "PARTLY");
        return new SupportPlanForm(
                edition(),
                texts,
                List.of(new Goal("LONG", "静かに暮らす", "一年後"), new Goal("SHORT", "部屋を決める", null)),
                measures(3),
                List.of(new Role("架空住宅課", List.of("申請に同行する", "見守る"))),
                List.of(new Deadline("PROTECTION_ORDER", LocalDate.of(2027, 11, 1), "延長を相談")),
                List.of(
                        new Version(1, LocalDate.of(2026, 11, 20), "SUPERSEDED", null),
                        new Version(2, LocalDate.of(2027, 2, 1), "APPROVED", "入居先が決まった")),
                Set.of());
    }

    private static SupportPlanForm empty() {
        return new SupportPlanForm(
                edition(), Map.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Set.of());
    }

    private static SupportPlanForm ownMeasures() {
        Set<Field> hidden = EnumSet.allOf(Field.class);
        hidden.removeAll(Set.of(
                Field.NUMBER,
                Field.STATE,
                Field.LEAD_AGENCY,
                Field.MEASURES,
                Field.ROLES,
                Field.NEXT_REVIEW,
                Field.VERSIONS));
        return new SupportPlanForm(
                edition(),
                Map.of(Field.NUMBER, "R8-0001", Field.STATE, "CONFIRMED", Field.LEAD_AGENCY, "架空市"),
                List.of(),
                measures(1),
                List.of(new Role("架空住宅課", List.of("申請に同行する"))),
                List.of(),
                List.of(),
                hidden);
    }

    private static SupportPlanForm longPlan() {
        SupportPlanForm whole = whole();
        List<Measure> many = new ArrayList<>(measures(29));
        many.add(new Measure(
                "SAFETY",
                "課題".repeat(200),
                "支援その30。" + "窓口を一つにして支える。".repeat(80) + "支援その30の終わり",
                "架空警察署",
                "生活安全課",
                null,
                null,
                LocalDate.of(2027, 1, 31),
                null));
        return new SupportPlanForm(
                whole.edition(),
                whole.texts(),
                whole.goals(),
                many,
                whole.roles(),
                whole.deadlines(),
                whole.versions(),
                Set.of());
    }

    private static List<Measure> measures(int count) {
        String[] areas = Arrays.copyOf(Field.MEASURES.words().toArray(String[]::new), 10);
        List<Measure> measures = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            measures.add(new Measure(
                    areas[i % areas.length],
                    "住まいの当てがない",
                    "申請に同行する。支援その" + i + "の終わり",
                    "架空住宅課",
                    "担当：架空 窓口（代表番号）",
                    "希望を書き出す",
                    LocalDate.of(2026, 11, 20),
                    LocalDate.of(2026, 12, 11),
                    "IN_PROGRESS"));
        }
        return measures;
    }

    private static SupportPlanForm with(SupportPlanForm plan, Set<Field> hidden) {
        return new SupportPlanForm(
                plan.edition(),
                plan.texts(),
                plan.goals(),
                plan.measures(),
                plan.roles(),
                plan.deadlines(),
                plan.versions(),
                hidden);
    }

    private static SupportPlanForm.Edition edition() {
        return new SupportPlanForm.Edition(
                "R8-0001",
                "架空警察署 用",
                "計画 第2版",
                "01ARZ3NDEKTSV4RRFFQ69G5FAV",
                ZonedDateTime.of(2027, 2, 1, 10, 5, 0, 0, ZoneId.of("Asia/Tokyo")));
    }
}
