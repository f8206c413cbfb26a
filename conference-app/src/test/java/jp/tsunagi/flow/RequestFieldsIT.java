package jp.tsunagi.flow;

import static jp.tsunagi.document.ReadPdf.withoutSpace;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.document.ReadPdf;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the request form asks besides: her other names, dates by a button, and going on past what is unusual. */
class RequestFieldsIT {

    private static final String FORMER = "潮路谷";
    private static final String COMMON = "砂浜 とわ";
    private static final String CALLED = "とーさん";

    @TempDir
    static Path folder;

    private static HubUnderTest hub;

    @BeforeAll
    static void start() {
        hub = HubUnderTest.start(folder, LocalDateTime.of(2026, 11, 20, 10, 0));
    }

    @AfterAll
    static void stop() {
        if (hub != null) {
            hub.close();
        }
    }

    private static PageBrowser as(String login) {
        return PageBrowser.of(hub, login);
    }

    private static Map<String, Object> named(String chosen) {
        return Json.with(
                Conference.request(hub),
                "formerName",
                FORMER,
                "commonName",
                COMMON,
                "callName",
                CALLED,
                "nameAtMeeting",
                chosen);
    }

    @Test
    void theParticipantsGetTheNameThatIsUsedAtTheMeetingAndNoOther() {
        Conference conference = Conference.submitted(hub, "sapporo", named("COMMON_NAME"))
                .consented()
                .decided();
        JsonNode preview = hub.get("center", "/conferences/" + conference.id + "/preview?agency=P0001")
                .ok()
                .json();
        assertThat(preview.path("shown").path("commonName").asString()).isEqualTo(COMMON);
        assertThat(preview.path("shown").has("formerName")).isFalse();
        assertThat(preview.path("withheld").toString()).contains("formerName", "callName");
        conference.convened().accepted("police");

        Answer police = conference.read("police").ok();
        assertThat(police.string("name")).isEqualTo(Conference.NAME);
        assertThat(police.string("commonName")).isEqualTo(COMMON);
        assertThat(police.string("nameAtMeeting")).isEqualTo("COMMON_NAME");
        assertThat(police.text()).doesNotContain(FORMER, CALLED);
        assertThat(withoutSpace(ReadPdf.text(conference.form("police").ok().body())))
                .contains("（通称：砂浜とわ）")
                .doesNotContain(FORMER, CALLED);
        PageBrowser browser = as("police");
        String page = "/c/" + conference.id;
        assertThat(browser.get(page).body()).contains("会議で使う名前", "通称").doesNotContain(FORMER, CALLED, COMMON);
        assertThat(browser.post(page + "/name", browser.get(page), Map.of()).body())
                .contains(COMMON)
                .doesNotContain(FORMER, CALLED);

        for (String login : List.of("sapporo", "center")) {
            assertThat(conference.read(login).ok().text()).as(login).contains(FORMER, COMMON, CALLED);
        }
        assertThat(conference.read("asahikawa").rule()).isEqualTo("not-found");
    }

    @Test
    void whereNobodyChoseTheNameSheGoesByIsUsedAsBefore() {
        Conference conference = Conference.submitted(hub, "sapporo", named(null))
                .consented()
                .decided()
                .convened()
                .accepted("police");

        Answer police = conference.read("police").ok();
        assertThat(police.string("callName")).isEqualTo(CALLED);
        assertThat(police.text()).doesNotContain(FORMER, COMMON, "\"nameAtMeeting\":");
        assertThat(withoutSpace(ReadPdf.text(conference.form("police").ok().body())))
                .contains("汐見坂とわ子")
                .doesNotContain(CALLED, "（呼び名");
    }

    @Test
    void aChosenNameThatIsNotThereIsRefusedAtItsFieldAndNothingIsLost() {
        Conference draft = Conference.in(hub, "DRAFT");
        String page = "/c/" + draft.id + "/request/person";
        PageBrowser sapporo = as("sapporo");
        assertThat(sapporo.get(page).body()).contains("旧氏", "通称", "会議で使う名前", "name=\"nameAtMeeting\"");

        PageBrowser.Page refused = sapporo.fill(
                page, Map.of("name", "汐見坂 とわ", "formerName", " ", "callName", CALLED, "nameAtMeeting", "FORMER_NAME"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"formerName-problem\"", "会議で使う名前に選んだ旧氏を入力するか")
                .contains("value=\"汐見坂 とわ\"", "value=\"" + CALLED + "\"")
                .containsPattern("id=\"nameAtMeeting-FORMER_NAME\"[^>]*checked");
        Answer api = hub.post("sapporo", "/conferences", Json.with(named("CALL_NAME"), "callName", null));
        assertThat(api.status()).isEqualTo(422);
        assertThat(api.text()).contains("\"callName\":\"会議で使う名前に選んだ呼び名を");

        PageBrowser.Page saved = sapporo.post(
                page, refused, Map.of("name", "汐見坂 とわ", "formerName", FORMER, "nameAtMeeting", "FORMER_NAME"));
        assertThat(saved.to()).isEqualTo("/c/" + draft.id + "/request/situation");
        assertThat(sapporo.get("/c/" + draft.id + "/request/check").body()).contains(FORMER);
    }

    @Test
    void sheIsFoundAndRecognisedByAnEarlierName() {
        Map<String, Object> request = Json.with(
                named("FORMER_NAME"), "name", "帆影 みなも", "formerName", "櫂崎", "birthDate", "1977-07-07", "kana", null);
        Conference conference = Conference.submitted(hub, "sapporo", request);
        String reference = conference.read("sapporo").string("reference");
        conference.consented().decided().convened();

        assertThat(found("sapporo", "櫂崎　みなも")).contains(reference, "1件");
        assertThat(found("sapporo", COMMON)).contains(reference);
        assertThat(found("police", "櫂崎みなも")).contains("0件");
        conference.accepted("police");
        assertThat(found("police", "櫂崎みなも")).contains(reference);
        assertThat(found("police", COMMON)).doesNotContain(reference);

        assertThat(similar("櫂崎 みなも", "1977-07-07")).isTrue();
        assertThat(similar("櫂崎 みなも", "1977-07-08")).isFalse();
    }

    private static boolean similar(String name, String born) {
        Map<String, Object> request =
                Json.with(Conference.request(hub), "name", name, "formerName", null, "birthDate", born, "kana", null);
        return Conference.submitted(hub, "asahikawa", request)
                .read("center")
                .json()
                .path("similarExists")
                .asBoolean();
    }

    private static String found(String login, String text) {
        PageBrowser browser = as(login);
        return browser.get(browser.post("/search", browser.get("/cases"), Map.of("text", text))
                        .to())
                .body();
    }

    @Test
    void noNameLiesReadableInTheDatabaseAndARecordFromBeforeIsStillRead() {
        Conference conference = Conference.submitted(hub, "sapporo", named("COMMON_NAME"));
        for (String collection : hub.database().listCollectionNames()) {
            for (Document document : hub.database().getCollection(collection).find()) {
                assertThat(document.toJson()).as(collection).doesNotContain(FORMER, COMMON, CALLED, "COMMON_NAME");
            }
        }
        MongoCollection<Document> conferences = hub.database().getCollection("conferences");
        Document stored = conferences.find(new Document("_id", conference.id)).first();
        Document request = stored.get("request", Document.class);
        assertThat(request.keySet()).contains("formerName", "commonName", "nameAtMeeting");
        List.of("formerName", "commonName", "nameAtMeeting").forEach(request::remove);
        conferences.replaceOne(new Document("_id", conference.id), stored);

        Answer read = conference.read("sapporo").ok();
        assertThat(read.string("callName")).isEqualTo(CALLED);
        assertThat(read.text()).doesNotContain(FORMER, COMMON, "\"nameAtMeeting\":");
    }

    @Test
    void aDateIsChosenByAButtonAndAllThatWasTypedStays() {
        Conference draft = Conference.in(hub, "DRAFT");
        String page = "/c/" + draft.id + "/request/meeting";
        String slot = "preferredSlots[0].date";
        PageBrowser sapporo = as("sapporo");
        PageBrowser.Page first = sapporo.get(page);
        assertThat(first.body())
                .contains("value=\"date:" + slot + ":+0\"", "1週間後", "value=\"calendar:" + slot + "\"")
                .doesNotContain("<table class=\"calendar\">");

        Map<String, String> typed = slot(slot, "", "", "", "");
        typed.put("preferredPlace", "入力の途中（架空）");
        typed.put("_action", "date:" + slot + ":+7");
        PageBrowser.Page chosen = sapporo.post(page, first, typed);
        assertThat(chosen.to()).isEqualTo(page + "#preferredSlots%5B0%5D.date.year");
        PageBrowser.Page filled = sapporo.get(page);
        assertThat(filled.body())
                .contains("name=\"" + slot + ".day\" value=\"27\"", "令和8年11月27日（金）　2026年", "入力の途中（架空）");

        typed.putAll(slot(slot, "令和", "8", "11", "27"));
        typed.put("_action", "calendar:" + slot);
        assertThat(sapporo.post(page, filled, typed).to()).isEqualTo(page + "#preferredSlots%5B0%5D.date.calendar");
        PageBrowser.Page opened = sapporo.get(page);
        assertThat(opened.body())
                .contains("令和8年（2026年）11月", "aria-expanded=\"true\"", "入力の途中（架空）")
                .contains("aria-label=\"令和8年11月23日（月） 休日：勤労感謝の日\"", "aria-current=\"date\"", "aria-pressed=\"true\"")
                .containsOnlyOnce("<table class=\"calendar\">")
                .containsOnlyOnce("id=\"" + slot + ".calendar\"");
        assertThat(sapporo.get(page).body()).doesNotContain("<table class=\"calendar\">");

        typed.put("_action", "calendar:" + slot + ":2026-12:after");
        sapporo.post(page, opened, typed);
        PageBrowser.Page turned = sapporo.get(page);
        assertThat(turned.body()).contains("令和8年（2026年）12月", "value=\"date:" + slot + ":2026-12-08\"");
        typed.put("_action", "date:" + slot + ":2026-12-08");
        sapporo.post(page, turned, typed);
        PageBrowser.Page done = sapporo.get(page);
        assertThat(done.body())
                .contains("name=\"" + slot + ".day\" value=\"8\"", "入力の途中（架空）")
                .doesNotContain("<table class=\"calendar\">");
        assertThat(as("asahikawa").get(page).status()).isEqualTo(404);

        typed.putAll(slot(slot, "令和", "8", "12", "8"));
        typed.remove("_action");
        assertThat(sapporo.post(page, done, typed).to()).isEqualTo("/c/" + draft.id + "/request/consent");
        assertThat(draft.read("sapporo").json().path("preferredSlots").toString())
                .contains("2026-12-08");
    }

    private static Map<String, String> slot(String field, String era, String year, String month, String day) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put(field + ".era", era);
        typed.put(field + ".year", year);
        typed.put(field + ".month", month);
        typed.put(field + ".day", day);
        typed.put("invitees[0].agency", "P0001");
        return typed;
    }

    @Test
    void goingOnPastWhatIsUnusualIsInTheAuditWithoutAWordOfWhatWasTyped() {
        Map<String, Object> unusual = Json.with(
                Conference.request(hub),
                "birthDate",
                "1930-01-02",
                "preferredSlots",
                List.of(Json.of("date", "2026-11-22"), Json.of("date", "2026-11-23")),
                "consent",
                Json.with(
                        Conference.consent(hub),
                        "refusalExplained",
                        true,
                        "purposes",
                        List.of("HOLD_CONFERENCE", "SHARE")));
        Conference draft = new Conference(
                hub,
                hub.post("sapporo", "/conferences?draft=true", unusual).ok().string("id"));
        String page = "/c/" + draft.id + "/request/check";
        PageBrowser sapporo = as("sapporo");
        PageBrowser.Page check = sapporo.get(page);
        assertThat(check.body()).contains("このまま進む", "年齢が96歳です", "監査の記録に残ります");
        assertThat(audit(draft)).doesNotContain("conference.submit-past-alerts");

        assertThat(sapporo.post(page, check, Map.of()).to()).isEqualTo("/c/" + draft.id);
        assertThat(passed(draft)).containsExactly(List.of("alert.age", "alert.day-off", "alert.soon"));

        Conference overApi = Conference.submitted(hub, "sapporo", unusual);
        assertThat(passed(overApi)).containsExactly(List.of("alert.age", "alert.day-off", "alert.soon"));

        Conference usual = Conference.in(hub, "CONSENT_CHECK");
        assertThat(audit(usual)).contains("conference.submit").doesNotContain("submit-past-alerts");
    }

    private static String audit(Conference conference) {
        return hub.get("auditor", "/audit?size=100&case=" + conference.caseId())
                .ok()
                .text();
    }

    /** The alerts of each entry that says so, in the order of the alphabet. */
    private static List<List<String>> passed(Conference conference) {
        List<List<String>> all = new ArrayList<>();
        for (JsonNode entry : Json.read(audit(conference)).path("items")) {
            if (entry.path("action").asString().equals("conference.submit-past-alerts")) {
                List<String> alerts = new ArrayList<>();
                entry.path("detail").forEach(alert -> alerts.add(alert.asString()));
                all.add(alerts.stream().sorted().toList());
            }
        }
        return all;
    }
}
