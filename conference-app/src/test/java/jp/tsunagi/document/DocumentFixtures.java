package jp.tsunagi.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import jp.tsunagi.document.CaseReviewForm.Action;
import jp.tsunagi.document.CaseReviewForm.Attendance;
import jp.tsunagi.document.CaseReviewForm.Invitee;
import jp.tsunagi.document.CaseReviewForm.Report;
import jp.tsunagi.document.CaseReviewForm.Request;
import jp.tsunagi.document.CaseReviewForm.Slot;

/** Fictitious forms, and the one set of fonts that all tests share. */
final class DocumentFixtures {

    static final PaperFonts FONTS = new PaperFonts(TemplateFiles.standard());
    static final CaseReviewFormPrinter PRINTER = new CaseReviewFormPrinter(FONTS, TemplateFiles.standard());
    static final PrintableCharacters PRINTABLE = new PrintableCharacters(FONTS);
    static final LocalDate REQUESTED = LocalDate.of(2026, 9, 5);
    static final Edition EDITION = new Edition(
            "K-2026-0012",
            "旭川市 用",
            "第2版",
            "01K6Q2ZT9V3M8XW4RB7DYEH5CN",
            ZonedDateTime.of(2026, 9, 7, 9, 5, 0, 0, ZoneId.of("Asia/Tokyo")),
            "7DYEH5CN");

    private DocumentFixtures() {}

    static CaseReviewForm shortForm() {
        return new CaseReviewForm(EDITION, request("架空 花子"), report(), Set.of());
    }

    static CaseReviewForm beforeTheConference() {
        return new CaseReviewForm(EDITION, request("架空 花子"), null, Set.of());
    }

    static CaseReviewForm named(String name) {
        return new CaseReviewForm(EDITION, request(name), null, Set.of());
    }

    /** Withholds where she is and who is invited, and carries neither. */
    static CaseReviewForm withheldForm() {
        Request full = request("架空 花子");
        Request redacted = new Request(
                full.requestDate(),
                full.requestingAgency(),
                full.guidelineItem(),
                null,
                null,
                null,
                null,
                full.currentSituation(),
                full.caseOverview(),
                full.topics(),
                List.of(),
                full.preferredSlots(),
                null,
                true);
        Report report = report();
        Report redactedReport = new Report(
                report.recordedOn(),
                report.recordedBy(),
                report.start(),
                report.end(),
                null,
                report.attendance(),
                report.outcome(),
                List.of(),
                report.leadAgency());
        return new CaseReviewForm(
                EDITION,
                redacted,
                redactedReport,
                Set.of("name", "birthDate", "address", "invitees", "preferredPlace", "place", "actions"));
    }

    static CaseReviewForm withOverview(String overview) {
        Request plain = request("架空 花子");
        Request request = new Request(
                plain.requestDate(),
                plain.requestingAgency(),
                plain.guidelineItem(),
                plain.name(),
                plain.birthDate(),
                null,
                plain.address(),
                plain.currentSituation(),
                overview,
                plain.topics(),
                plain.invitees(),
                plain.preferredSlots(),
                plain.preferredPlace(),
                true);
        return new CaseReviewForm(EDITION, request, report(), Set.of());
    }

    static Request request(String name) {
        return new Request(
                REQUESTED,
                "架空市福祉事務所 女性相談担当",
                2,
                name,
                LocalDate.of(1988, 3, 14),
                null,
                "架空市架空町3丁目12番5号",
                "知人宅に一時的に身を寄せているが、月末までに退去を求められている。",
                "夫からの暴力により家を出た。\n\n心療内科に通院中であり、就労は難しい（診断書あり）。",
                "1 一時保護の要否\n2 退所後の住まいと生活費",
                List.of(new Invitee("架空警察署", "生活安全課", "架空 担当A", "相談歴あり"), new Invitee("架空児童相談所", "地域支援課", null, null)),
                List.of(
                        new Slot(LocalDate.of(2026, 9, 15), LocalTime.of(13, 30), LocalTime.of(15, 0), null),
                        new Slot(null, null, null, "午前は通院のため不可")),
                "架空市役所 会議室",
                true);
    }

    static Report report() {
        return new Report(
                LocalDate.of(2026, 9, 16),
                "架空市福祉事務所 架空 担当B",
                LocalDateTime.of(2026, 9, 15, 13, 30),
                LocalDateTime.of(2026, 9, 15, 15, 5),
                "架空市役所 会議室2",
                List.of(new Attendance("架空警察署", "架空 担当A", "出席"), new Attendance("架空児童相談所", "架空 担当C", "代理出席")),
                "一時保護を速やかに行う。住まいは保護中に本人と選ぶ。",
                List.of(
                        new Action("架空警察署", "通報登録を続ける", null),
                        new Action("架空市福祉事務所", "生活保護の申請に同行する", LocalDate.of(2026, 9, 30))),
                "架空市福祉事務所");
    }

    /** The forty fictitious cases of the test data, as JSON. */
    static List<JsonNode> cases() {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> cases = new ArrayList<>();
        for (String line : resource("/data/cases.jsonl").split("\n")) {
            try {
                cases.add(json.readTree(line));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return cases;
    }

    static CaseReviewForm form(JsonNode node) {
        JsonNode outcome = node.get("outcome");
        Request request = new Request(
                LocalDate.parse(node.get("meta").get("requestDate").asText()),
                text(node, "requestingAgency"),
                node.get("guidelineItem").asInt(),
                text(node, "name"),
                date(node, "birthDate"),
                null,
                text(node, "address"),
                text(node, "currentSituation"),
                text(node, "caseOverview"),
                text(node, "topics"),
                each(node.get("invitees"))
                        .map(invitee -> new Invitee(
                                text(invitee, "agency"), text(invitee, "section"), text(invitee, "person"), null))
                        .toList(),
                each(node.get("preferredSlots"))
                        .map(slot -> new Slot(
                                date(slot, "date"), time(slot, "start"), time(slot, "end"), text(slot, "note")))
                        .toList(),
                text(node, "preferredPlace"),
                node.get("consent").get("obtained").asBoolean());
        Report report = outcome == null || outcome.isNull() ? null : report(outcome);
        return new CaseReviewForm(EDITION, request, report, Set.of());
    }

    private static Report report(JsonNode outcome) {
        LocalDate held = LocalDate.parse(outcome.get("heldOn").asText());
        return new Report(
                date(outcome, "recordedOn"),
                text(outcome, "recordedBy"),
                held.atTime(LocalTime.parse(outcome.get("startTime").asText())),
                held.atTime(LocalTime.parse(outcome.get("endTime").asText())),
                text(outcome, "place"),
                each(outcome.get("attendees"))
                        .map(entry ->
                                new Attendance(text(entry, "agency"), text(entry, "section"), text(entry, "person")))
                        .toList(),
                text(outcome, "decision"),
                List.of(),
                null);
    }

    static String resource(String name) {
        try (InputStream in = DocumentFixtures.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static java.util.stream.Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String text(JsonNode node, String field) {
        return node.get(field) == null || node.get(field).isNull()
                ? null
                : node.get(field).asText();
    }

    private static LocalDate date(JsonNode node, String field) {
        String text = text(node, field);
        return text == null || text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static LocalTime time(JsonNode node, String field) {
        String text = text(node, field);
        return text == null || text.isEmpty() ? null : LocalTime.parse(text);
    }
}
