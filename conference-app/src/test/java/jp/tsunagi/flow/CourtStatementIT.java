package jp.tsunagi.flow;

import static jp.tsunagi.document.ReadPdf.withoutSpace;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.document.ReadPdf;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What is written down for a court, and the statement that goes to it, over HTTP and on their pages. */
class CourtStatementIT {

    static final String ASKED = "夜に殴られ、翌朝電話で相談した（架空）。";
    static final String TAKEN = "制度を説明し、医療機関の受診を勧めた（架空）。";
    static final String STATED = "申立人は、殴られたと述べた（架空）。";
    private static final String OWN = "警察署で被害を訴えたと聞いた（架空）。";
    private static final String PLACE = "架空会館三階";
    private static final String WITHHELD = "夕映商店";

    @TempDir
    static Path folder;

    private static HubUnderTest hub;

    @BeforeAll
    static void start() {
        hub = HubUnderTest.start(folder, LocalDateTime.parse("2026-11-20T15:00"));
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    static Map<String, Object> consultation(HubUnderTest hub) {
        return Json.of(
                "consultedOn",
                hub.clock().today().toString(),
                "consultedAt",
                "09:30",
                "office",
                "DV_CENTER",
                "channel",
                "PHONE",
                "asked",
                ASKED,
                "taken",
                TAKEN);
    }

    static Map<String, Object> request(HubUnderTest hub) {
        return Json.of(
                "court",
                "札幌地方裁判所",
                "caseNumber",
                "令和8年（配チ）第1号",
                "askedOn",
                hub.clock().today().toString(),
                "answerBy",
                hub.clock().today().plusDays(7).toString());
    }

    static Map<String, Object> confirmation(int version) {
        return Json.of("version", version, "checked", true);
    }

    static Map<String, Object> handingOver(HubUnderTest hub, int version) {
        return Json.of("version", version, "handedOn", hub.clock().today().toString(), "way", "POST");
    }

    /** A case whose record holds all that a statement must not say. */
    private static Conference told() {
        Map<String, Object> request = Json.with(
                Conference.request(hub),
                "phone",
                "000-1111-2222",
                "preferredPlace",
                PLACE,
                "wishes",
                "駅前の〔伏せる：勤務先〕" + WITHHELD + "〔ここまで〕で働き続けたい");
        return Conference.submitted(hub, "sapporo", request)
                .consented()
                .decided()
                .convened()
                .accepted("police")
                .accepted("childguidance")
                .held()
                .reported();
    }

    @Test
    void fromAConsultationToTheStatementThatWentToTheCourtOnThePages() {
        Conference conference = told();
        PageBrowser center = PageBrowser.of(hub, "center");
        assertThat(center.get("/c/" + conference.id).body()).contains(at(conference, "/consultations"));
        Map<String, String> typed = day("consultedOn", hub.clock().today());
        typed.put("consultedAt", "9:30");
        typed.put("office", "DV_CENTER");
        typed.put("channel", "PHONE");
        typed.put("asked", ASKED);
        assertMissing(center.fill(at(conference, "/consultations/new"), typed), "taken", ASKED);
        typed.put("taken", TAKEN);
        assertThat(center.fill(at(conference, "/consultations/new"), typed).to())
                .isEqualTo(at(conference, "/consultations"));
        assertThat(center.get(at(conference, "/consultations")).body())
                .contains(ASKED, TAKEN, "北海道立女性相談支援センター（架空）", "令和8年11月20日");

        Map<String, String> asked = day("askedOn", hub.clock().today());
        asked.putAll(day("answerBy", hub.clock().today().plusDays(7)));
        asked.put("court", "札幌地方裁判所");
        assertMissing(center.fill(at(conference, "/court-statements/new"), asked), "caseNumber", "札幌地方裁判所");
        asked.put("caseNumber", "令和8年（配チ）第1号");
        String draft =
                center.fill(at(conference, "/court-statements/new"), asked).to();
        String one = draft.replace("/draft", "");
        assertThat(center.get("/tasks").body()).contains("裁判所に出す書面を作る").contains(one);
        assertThat(center.get("/schedule?month=2026-11").body()).contains("裁判所に書面を出す期限");

        PageBrowser.Page begun = center.get(draft);
        assertThat(begun.body()).contains(ASKED, TAKEN, Conference.NAME, "令和8年11月20日");
        Map<String, String> text = new LinkedHashMap<>();
        text.put("applicant", Conference.NAME);
        text.put("entries", "1");
        text.put("circumstances", STATED + "そのあとシェルターに入った。");
        text.put("response", TAKEN);
        PageBrowser.Page refused = center.post(draft, begun, text);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"circumstances-problem\"", "シェルター", STATED);
        text.put("circumstances", STATED);
        assertThat(center.post(draft, refused, text).to()).isEqualTo(one);
        assertThat(center.get(one).body()).contains(STATED, "第1版", "下書き");
        assertThat(center.fill(one, Map.of()).to()).isEqualTo(one);
        hub.awaitQuiet();
        assertThat(center.get("/tasks").body()).doesNotContain(one);
        assertThat(center.get(one + "/confirmation").status()).isEqualTo(404);

        PageBrowser director = PageBrowser.of(hub, "director");
        assertThat(director.get("/tasks").body()).contains("裁判所に出す書面を確認する").contains(one);
        assertThat(director.get("/inbox").body()).contains("所長の確認を待つ書面があります").doesNotContain(STATED);
        PageBrowser.Page read = director.get(one + "/confirmation");
        assertThat(read.body()).contains(STATED, TAKEN);
        PageBrowser.Page unchecked = director.post(one + "/confirmation", read, Map.of("version", "1"));
        assertMissing(unchecked, "checked", STATED);
        assertThat(director.post(one + "/confirmation", unchecked, Map.of("version", "1", "checked", "true"))
                        .to())
                .isEqualTo(one);
        hub.awaitQuiet();
        assertThat(center.get("/tasks").body()).contains("書面を裁判所に出して記録する");
        assertThat(hub.kinds("center", conference.id)).contains("court-statement-confirmed");

        Map<String, String> handed = day("handedOn", hub.clock().today());
        handed.put("version", "1");
        assertMissing(center.fill(one + "/handing-over", handed), "way", "");
        handed.put("way", "POST");
        assertThat(center.fill(one + "/handing-over", handed).to()).isEqualTo(one);
        assertThat(center.get(one).body()).contains("裁判所に提出ずみ", "郵送").doesNotContain("/draft\"");
        assertThat(center.get("/tasks").body()).doesNotContain(one);
    }

    @Test
    void theStatementNeverSaysWhereSheIsOrThatThereWasAConference() {
        Conference conference = told();
        hub.post("center", consultations(conference), consultation(hub)).ok();
        String one = asked(conference);
        String reference = conference.read("center").string("reference");

        for (String telling : List.of(
                "汐見坂に住む",
                "架空区の部屋",
                "汐見坂９－８－７",
                "電話は０００-1111-2222",
                "架空の家に入った",
                "民間しぇるたー",
                "架空総合病院に通う",
                "架空町教育委員会",
                "架空児童相談所",
                "ケース会議で話した",
                PLACE,
                reference,
                WITHHELD + "に勤める",
                "子は小学校に通う",
                "避 難 先")) {
            Answer refused = hub.post("center", one + "/versions", version("申立人は" + telling));
            assertThat(refused.status()).as(telling).isEqualTo(422);
            assertThat(refused.rule()).isEqualTo("court.incomplete");
            assertThat(refused.json().path("fields").has("circumstances")).isTrue();
        }
        Answer written = hub.post("center", one + "/versions", version(STATED + "札幌市の窓口に来た。"))
                .ok();
        assertThat(written.json().path("marks").valueStream().map(mark -> mark.asString()))
                .contains("札幌市");
        hub.post("center", one + "/submission", null).ok();
        Answer draft = hub.get("center", one + "/versions/1.pdf").ok();
        assertThat(withoutSpace(ReadPdf.text(draft.body()))).contains("下書き（所長の確認前）");
        hub.post("director", one + "/confirmation", confirmation(1)).ok();

        Answer paper = hub.get("center", one + "/versions/1.pdf").ok();
        String text = withoutSpace(ReadPdf.text(paper.body()));

        assertThat(text)
                .contains(withoutSpace(STATED), withoutSpace(TAKEN), withoutSpace(Conference.NAME), "札幌地方裁判所")
                .doesNotContain(
                        "下書き",
                        "汐見坂9丁目",
                        "架空区",
                        "000-1111-2222",
                        "架空の家",
                        "シェルター",
                        "架空総合病院",
                        "教育委員会",
                        "児童相談所",
                        "会議",
                        PLACE,
                        withoutSpace(reference),
                        WITHHELD);
        assertThat(ReadPdf.violations(paper.body(), PDFAFlavour.PDFA_2_A)).isEmpty();
        assertThat(ReadPdf.violations(paper.body(), PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(hub.get("sapporo", "/conferences/" + conference.id + "/deliveries")
                        .ok()
                        .json()
                        .findValuesAsString("kind"))
                .containsOnlyOnce("court-statement");
        assertThat(hub.get("auditor", "/audit?case=" + conference.caseId() + "&size=100")
                        .ok()
                        .text())
                .contains("document.court-statement", "court-statement.confirm")
                .doesNotContain(STATED);
    }

    @Test
    void whatTheRecordCameToHoldSinceIsFoundOnTheFinishedPaper() {
        Conference conference = told();
        hub.post("center", consultations(conference), consultation(hub)).ok();
        String one = asked(conference);
        hub.post("center", one + "/versions", version("申立人は架空夕映園の前で待ち伏せされた。")).ok();
        hub.post("center", one + "/submission", null).ok();
        hub.post("director", one + "/confirmation", confirmation(1)).ok();
        hub.get("center", one + "/versions/1.pdf").ok();

        hub.post("admin", "/agencies", Json.of("code", "H0001", "name", "架空夕映園", "kind", "MOTHER_AND_CHILD_FACILITY"))
                .ok();

        assertThat(hub.get("center", one + "/versions/1.pdf").rule()).isEqualTo("court.telling");
        assertThat(hub.post("center", one + "/versions", version("申立人は架空夕映園に行った。"))
                        .rule())
                .isEqualTo("court.incomplete");
    }

    @Test
    void nobodyButTheDirectorConfirmsAndAConfirmedVersionStays() {
        Conference conference = told();
        hub.post("center", consultations(conference), consultation(hub)).ok();
        String one = asked(conference);
        hub.post("center", one + "/versions", version(STATED)).ok();
        assertThat(hub.post("director", one + "/confirmation", confirmation(1)).rule())
                .isEqualTo("court.not-submitted");
        hub.post("center", one + "/submission", null).ok();
        assertThat(hub.post("center", one + "/confirmation", confirmation(1)).rule())
                .isEqualTo("court.director-only");
        assertThat(hub.post("center", one + "/handing-over", handingOver(hub, 1))
                        .rule())
                .isEqualTo("court.not-confirmed");
        for (int again = 0; again < 2; again++) {
            hub.call("director", "POST", one + "/confirmation", confirmation(1), "once-confirmed" + one)
                    .ok();
        }
        Answer later = hub.post("center", one + "/versions", version(STATED + "さらに述べた（架空）。"))
                .ok();
        assertThat(later.json().path("versions").path(0).path("state").asString())
                .isEqualTo("CONFIRMED");
        assertThat(later.json().path("versions").path(0).path("circumstances").asString())
                .isEqualTo(STATED);
        assertThat(later.json().path("versions").path(1).path("state").asString())
                .isEqualTo("DRAFT");
        hub.post("center", one + "/handing-over", handingOver(hub, 1)).ok();
        assertThat(hub.post("center", one + "/versions", version(STATED)).rule())
                .isEqualTo("court.handed-over");
    }

    @Test
    void aCorrectionStandsBesideWhatItCorrects() {
        Conference conference = told();
        hub.post("sapporo", consultations(conference), consultation(hub)).ok();
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        String correction = at(conference, "/consultations/1/correction");
        PageBrowser.Page begun = sapporo.get(correction);
        assertThat(begun.body()).contains(ASKED);
        Map<String, String> typed = day("consultedOn", hub.clock().today().minusDays(1));
        typed.put("office", "POLICE");
        typed.put("channel", "AT_OFFICE");
        typed.put("asked", OWN);
        typed.put("taken", TAKEN);
        PageBrowser.Page again = sapporo.post(correction, begun, typed);
        assertMissing(again, "correctionReason", OWN);
        typed.put("correctionReason", "日を聞き違えた（架空）");
        sapporo.post(correction, again, typed);

        assertThat(sapporo.get(at(conference, "/consultations")).body())
                .contains(ASKED, OWN, "訂正ずみ", "日を聞き違えた（架空）", "警察");
        assertThat(hub.post(
                                "sapporo",
                                consultations(conference),
                                Json.with(consultation(hub), "corrects", 1, "correctionReason", "理由"))
                        .rule())
                .isEqualTo("consultation.already-corrected");
        assertThat(hub.post(
                                "sapporo",
                                consultations(conference),
                                Json.with(consultation(hub), "corrects", 9, "correctionReason", "理由"))
                        .rule())
                .isEqualTo("consultation.incomplete");
    }

    @Test
    void whoHasNoPartInItFindsNothing() {
        Conference conference = told();
        hub.post("sapporo", consultations(conference), consultation(hub)).ok();
        hub.post("center", consultations(conference), consultation(hub)).ok();
        String one = asked(conference);
        String n = one.substring(one.lastIndexOf('/') + 1);
        String never = "/cases/01ZZZZZZZZZZZZZZZZZZZZZZZZ/consultations";
        for (String login : List.of("police", "childguidance", "shelter", "asahikawa", "auditor", "admin")) {
            Answer refused = hub.get(login, consultations(conference));
            assertThat(refused.status()).as(login).isEqualTo(404);
            assertThat(refused.text()).isEqualTo(hub.get(login, never).text());
            assertThat(hub.post(login, consultations(conference), consultation(hub))
                            .status())
                    .as(login)
                    .isEqualTo(404);
            assertThat(hub.get(login, one + "/versions/1.pdf").status()).isEqualTo(404);
            PageBrowser browser = PageBrowser.of(hub, login);
            for (String page : List.of("/consultations", "/consultations/new", "/court-statements/" + n)) {
                assertThat(browser.get(at(conference, page)).status())
                        .as(login + page)
                        .isEqualTo(404);
            }
        }
        assertThat(PageBrowser.of(hub, "police").get("/c/" + conference.id).body())
                .doesNotContain(at(conference, "/consultations"));
        assertThat(hub.get("sapporo", "/cases/" + conference.caseId() + "/court-statements")
                        .status())
                .isEqualTo(403);
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        assertThat(sapporo.get(at(conference, "/consultations")).body())
                .contains(ASKED)
                .doesNotContain("札幌地方裁判所", "/court-statements/");
        assertThat(sapporo.get(at(conference, "/court-statements/" + n)).status())
                .isEqualTo(404);
        assertThat(sapporo.get("/tasks").body()).doesNotContain("裁判所");
    }

    @Test
    void aSecondAfterTheWithdrawalEachAgencyHasItsOwnAlone() {
        Conference conference = told();
        hub.post("sapporo", consultations(conference), Json.with(consultation(hub), "asked", OWN))
                .ok();
        hub.post("center", consultations(conference), consultation(hub)).ok();
        String one = asked(conference);
        hub.post("center", one + "/versions", Json.with(version(STATED), "entries", List.of(1, 2)))
                .ok();
        hub.post("center", one + "/submission", null).ok();
        assertThat(hub.get("center", consultations(conference)).text()).contains(OWN, ASKED);

        conference.consentWithdrawn("shelter").ok();

        assertThat(hub.get("center", consultations(conference)).ok().text())
                .contains(ASKED)
                .doesNotContain(OWN);
        assertThat(hub.get("sapporo", consultations(conference)).ok().text())
                .contains(OWN)
                .doesNotContain(ASKED);
        assertThat(hub.post("director", one + "/confirmation", confirmation(1)).rule())
                .isEqualTo("court.entries-gone");
        assertThat(hub.get("center", one + "/versions/1.pdf").rule()).isEqualTo("court.entries-gone");
        hub.post("center", one + "/versions", version(STATED)).ok();
        hub.post("center", one + "/submission", null).ok();
        hub.post("director", one + "/confirmation", confirmation(2)).ok();
        hub.get("center", one + "/versions/2.pdf").ok();
    }

    @Test
    void noWordOfItLiesOpenInTheStore() {
        Conference conference = told();
        hub.post("center", consultations(conference), consultation(hub)).ok();
        String one = asked(conference);
        hub.post("center", one + "/versions", version(STATED)).ok();

        for (String collection : List.of("consultations", "courtStatements")) {
            Document stored = hub.database()
                    .getCollection(collection)
                    .find(new Document("caseId", conference.caseId()))
                    .first();
            assertThat(stored).as(collection).isNotNull();
            assertThat(stored.toJson()).doesNotContain(ASKED, TAKEN, STATED, "札幌地方裁判所", "DV_CENTER");
        }
    }

    /** From whatever the Center has noted itself. */
    private static Map<String, Object> version(String circumstances) {
        return Json.of("circumstances", circumstances, "response", TAKEN);
    }

    private static String asked(Conference conference) {
        String path = "/cases/" + conference.caseId() + "/court-statements";
        return path + "/" + hub.post("center", path, request(hub)).ok().string("n");
    }

    private static void assertMissing(PageBrowser.Page page, String field, String typed) {
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("id=\"" + field + "-problem\"").contains(typed);
    }

    private static String consultations(Conference conference) {
        return "/cases/" + conference.caseId() + "/consultations";
    }

    private static String at(Conference conference, String page) {
        return "/c/" + conference.id + page;
    }

    private static Map<String, String> day(String field, LocalDate day) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(field + ".era", "西暦");
        parts.put(field + ".year", String.valueOf(day.getYear()));
        parts.put(field + ".month", String.valueOf(day.getMonthValue()));
        parts.put(field + ".day", String.valueOf(day.getDayOfMonth()));
        return parts;
    }
}
