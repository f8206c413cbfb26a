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

/** Notifications about her children, over HTTP and on their pages. */
class ChildNotificationIT {

    static final String WITNESSED = "母が殴られるのを隣の部屋で聞いていた（架空）。";
    private static final String WHO = "汐見坂 そら（架空）、7歳";
    private static final String NOW = "いまは母といる。面談を求める（架空）。";

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

    static Map<String, Object> notification() {
        return Json.of(
                "matter", "ABUSE",
                "recipient", "J0001",
                "childrenWho", WHO,
                "childrenSituation", WITNESSED,
                "childrenNow", NOW);
    }

    static Map<String, Object> making(HubUnderTest hub) {
        return Json.of("madeOn", hub.clock().today().toString(), "madeBy", "PHONE", "takenBy", "例示 次郎");
    }

    @Test
    void aNotificationIsBegunFromThePlanWrittenAndNotedAsMadeOnThePages() {
        Conference conference = Conference.in(hub, "REPORTED");
        new Plan(conference).drafted();
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        assertThat(sapporo.get("/c/" + conference.id).body()).contains(at(conference, ""));
        PageBrowser.Page begun = sapporo.get(at(conference, "/new"));
        assertThat(begun.body())
                .contains(Plan.CHILDREN, "本人の同意があります", "同意を待ちません", "札幌市　000-0000-0001")
                .doesNotContain(Plan.WISHES, Plan.POLICY, Conference.SITUATION);
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("recipient", "J0001");
        typed.put("childrenWho", WHO);
        typed.put("childrenSituation", WITNESSED + "いまは汐見坂９丁目にいる。");
        PageBrowser.Page again = sapporo.post(at(conference, "/new"), begun, typed);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body())
                .contains("id=\"matter-problem\"", "id=\"childrenSituation-problem\"", WITNESSED)
                .doesNotContain("id=\"childrenWho-problem\"");
        typed.put("matter", "ABUSE");
        typed.put("childrenSituation", WITNESSED);

        String one = sapporo.post(at(conference, "/new"), again, typed).to();

        assertThat(sapporo.get(one).body()).contains(WITNESSED, WHO, "架空児童相談所", "下書き");
        Map<String, String> rewritten = new LinkedHashMap<>(typed);
        rewritten.put("childrenNow", NOW);
        assertThat(sapporo.fill(one + "/draft", rewritten).to()).isEqualTo(one);
        Map<String, String> made = day("madeOn", hub.clock().today());
        made.put("takenBy", "例示 次郎");
        PageBrowser.Page unsaid = sapporo.fill(one + "/making", made);
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.body()).contains("id=\"madeBy-problem\"", "例示 次郎");
        made.put("madeBy", "PHONE");
        assertThat(sapporo.post(one + "/making", unsaid, made).to()).isEqualTo(one);

        assertThat(sapporo.get(one).body()).contains("伝えた", "電話", "例示 次郎", NOW).doesNotContain("/draft\"");
        assertThat(sapporo.get(one + "/draft").status()).isEqualTo(404);
        assertThat(sapporo.get(at(conference, "")).body()).contains("児童虐待に係る通告").doesNotContain(WITNESSED);
        assertThat(hub.get("sapporo", "/conferences/" + conference.id + "/deliveries")
                        .ok()
                        .json()
                        .findValuesAsString("kind"))
                .containsOnlyOnce("child-notification-made");
    }

    @Test
    void thePaperSaysWhatTheChildrenNeedAndNotWhereTheyAre() {
        Conference conference = Conference.in(hub, "REPORTED");
        for (String telling : List.of("架空区にいる", "汐見坂の部屋", "架空の家に入った")) {
            Answer refused = hub.post("sapporo", path(conference), Json.with(notification(), "childrenNow", telling));
            assertThat(refused.status()).as(telling).isEqualTo(422);
            assertThat(refused.json().path("fields").has("childrenNow")).isTrue();
        }
        String n = written(conference);
        String text = text(conference, n);
        assertThat(text).contains("下書き（まだ伝えていません）");
        hub.post("sapporo", path(conference) + "/" + n + "/making", making(hub)).ok();

        text = text(conference, n);

        assertThat(text)
                .contains(withoutSpace(WHO), withoutSpace(WITNESSED), "架空児童相談所", "児童虐待に係る通告", "札幌市")
                .doesNotContain("下書き", "架空区", "9丁目", "架空の家", withoutSpace(Conference.SITUATION), "会議");
        Answer paper = paper(conference, n);
        assertThat(ReadPdf.violations(paper.body(), PDFAFlavour.PDFA_2_A)).isEmpty();
        assertThat(ReadPdf.violations(paper.body(), PDFAFlavour.PDFUA_1)).isEmpty();
    }

    @Test
    void itNeverWaitsForConsentAndTheStateIsSaid() {
        Conference conference = Conference.in(hub, "REPORTED");
        String n = written(conference);
        assertThat(hub.get("sapporo", path(conference))
                        .json()
                        .path("items")
                        .path(0)
                        .path("consented")
                        .asBoolean())
                .isTrue();

        conference.consentWithdrawn("shelter").ok();

        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        assertThat(sapporo.get(at(conference, "/" + n)).body()).contains("本人の同意は確認できていません", "同意を待ちません");
        hub.post("sapporo", path(conference) + "/" + n + "/making", making(hub)).ok();
        hub.post("center", path(conference), notification()).ok();
        assertThat(hub.get("childguidance", path(conference)).status()).isEqualTo(404);
    }

    @Test
    void aRepeatActsOnceAndWhatWasMadeStays() {
        Conference conference = Conference.in(hub, "REPORTED");
        String n = "";
        for (int again = 0; again < 2; again++) {
            n = hub.call("sapporo", "POST", path(conference), notification(), "once-written")
                    .ok()
                    .string("n");
        }
        assertThat(hub.get("center", path(conference)).json().path("items")).hasSize(1);
        String one = path(conference) + "/" + n;
        assertThat(hub.putOver("center", one, notification(), "7").rule()).isEqualTo("version.stale");
        for (int again = 0; again < 2; again++) {
            hub.call("sapporo", "POST", one + "/making", making(hub), "once-made")
                    .ok();
        }
        assertThat(hub.post("sapporo", one + "/making", making(hub)).rule()).isEqualTo("child-notification.made");
        assertThat(hub.put("sapporo", one, notification()).rule()).isEqualTo("child-notification.made");
        assertThat(hub.get("sapporo", "/conferences/" + conference.id + "/deliveries")
                        .json()
                        .findValuesAsString("kind"))
                .containsOnlyOnce("child-notification-made");
    }

    @Test
    void whoHasNoPartInItFindsNothing() {
        Conference conference = Conference.in(hub, "REPORTED");
        String n = written(conference);
        String never = "/cases/01ZZZZZZZZZZZZZZZZZZZZZZZZ/child-notifications";
        for (String login : List.of("police", "childguidance", "shelter", "asahikawa", "auditor", "admin")) {
            Answer refused = hub.get(login, path(conference));
            assertThat(refused.status()).as(login).isEqualTo(404);
            assertThat(refused.text()).isEqualTo(hub.get(login, never).text());
            assertThat(hub.post(login, path(conference), notification()).status())
                    .isEqualTo(404);
            assertThat(hub.get(login, path(conference) + "/" + n + "/notification.pdf")
                            .status())
                    .isEqualTo(404);
            PageBrowser browser = PageBrowser.of(hub, login);
            for (String page : List.of("", "/new", "/" + n)) {
                assertThat(browser.get(at(conference, page)).status())
                        .as(login + page)
                        .isEqualTo(404);
            }
        }
        Document stored = hub.database()
                .getCollection("childNotifications")
                .find(new Document("_id", n))
                .first();
        assertThat(stored.toJson()).doesNotContain(WITNESSED, "ABUSE", "J0001");
    }

    private static String written(Conference conference) {
        return hub.post("sapporo", path(conference), notification()).ok().string("n");
    }

    private static Answer paper(Conference conference, String n) {
        return hub.get("sapporo", path(conference) + "/" + n + "/notification.pdf")
                .ok();
    }

    private static String text(Conference conference, String n) {
        return withoutSpace(ReadPdf.text(paper(conference, n).body()));
    }

    private static String path(Conference conference) {
        return "/cases/" + conference.caseId() + "/child-notifications";
    }

    private static String at(Conference conference, String page) {
        return "/c/" + conference.id + "/child-notifications" + page;
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
