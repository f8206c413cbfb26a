package jp.tsunagi.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Cases opened in an emergency, over the API and on the pages: who may, what it shows, who hears of it, and the review. */
class EmergencyIT {

    private static final String REASON = "窓口に本人から電話があり、担当者と連絡がつかない（架空）。";

    @TempDir
    static Path folder;

    private static HubUnderTest hub;

    @BeforeAll
    static void start() {
        hub = HubUnderTest.start(folder, LocalDateTime.of(2026, 11, 20, 10, 0));
        JsonNode sapporo = hub.get("admin", "/agencies/011002").ok().json();
        hub.put(
                        "admin",
                        "/agencies/011002",
                        Json.of(
                                "name", sapporo.path("name").asString(),
                                "kana", sapporo.path("kana").asString(),
                                "kind", sapporo.path("kind").asString(),
                                "subprefecture", sapporo.path("subprefecture").asString(),
                                "sections", List.of("女性相談窓口", "戸籍住民課"),
                                "runsGateway", true))
                .ok();
        account("colleague", "架空 同僚", "011002", "戸籍住民課", "COUNSELLOR");
        account("center2", "架空 職員", "C0001", null, "CENTER_STAFF");
    }

    private static void account(String login, String name, String agency, String section, String role) {
        hub.post(
                        "admin",
                        "/accounts",
                        Json.of(
                                "login", login,
                                "name", name,
                                "agency", agency,
                                "section", section,
                                "roles", List.of(role),
                                "password", HubUnderTest.PASSWORD))
                .ok();
    }

    @AfterAll
    static void stop() {
        if (hub != null) {
            hub.close();
        }
    }

    static Map<String, Object> wanted(Conference conference) {
        return Json.of("reference", reference(conference), "reason", REASON);
    }

    static Map<String, Object> review(String finding) {
        return Json.of("finding", finding, "text", "記録を見て確かめた（架空）。");
    }

    static Answer open(HubUnderTest hub, String login, Conference conference) {
        return hub.post(login, "/emergencies", wanted(conference));
    }

    private static String reference(Conference conference) {
        return conference.read("director").ok().string("reference");
    }

    /** The newest opening of this conference. */
    static String newest(HubUnderTest hub, Conference conference) {
        String reference = reference(conference);
        for (JsonNode one : hub.get("director", "/emergencies").ok().json().path("items")) {
            if (one.path("reference").asString().equals(reference)) {
                return one.path("n").asString();
            }
        }
        throw new AssertionError("Nobody opened it");
    }

    @Test
    void aColleagueSeesWhoAndWhereSheIsAndEverybodyHearsOfIt() {
        Conference conference = Conference.in(hub, "CONVENED");
        assertThat(conference.read("colleague").status()).isEqualTo(404);

        String n = open(hub, "colleague", conference).ok().string("n");
        Answer sheet = hub.get("colleague", "/emergencies/" + n).ok();
        assertThat(sheet.text())
                .contains(Conference.NAME, Conference.ADDRESS, Conference.SITUATION)
                .doesNotContain(Conference.TOPICS, Conference.FACTS, "contactPerson\":\"");
        assertThat(sheet.json().path("withheld").valueStream().map(JsonNode::asString))
                .contains("topics", "consent", "participants");
        assertThat(conference.read("colleague").status())
                .as("nothing else is opened by it")
                .isEqualTo(404);
        assertThat(conference.form("colleague").status()).isEqualTo(404);
        assertThat(open(hub, "colleague", conference).ok().string("n"))
                .as("it stands open already")
                .isEqualTo(n);

        hub.awaitQuiet();
        for (String who : List.of("sapporo", "center", "director")) {
            assertThat(conference.told(who)).as(who).contains("emergency-opened");
        }
        assertThat(conference.told("shelter")).doesNotContain("emergency-opened");
        assertThat(PageBrowser.of(hub, "director").get("/tasks").body()).contains("/emergencies/" + n);

        Answer views = hub.get("sapporo", "/conferences/" + conference.id + "/record-views")
                .ok();
        assertThat(views.json().path("views").valueStream().filter(view -> view.path("why")
                        .asString()
                        .equals("EMERGENCY")))
                .singleElement()
                .satisfies(view -> {
                    assertThat(view.path("section").asString()).isEqualTo("戸籍住民課");
                    assertThat(view.path("things").toString()).contains("PLACE", "NAME", "STORY");
                });
        assertThat(hub.get("sapporo", "/conferences/" + conference.id + "/deliveries")
                        .ok()
                        .text())
                .contains("emergency-view");
        JsonNode entries = hub.get("auditor", "/audit?case=" + reference(conference) + "&actor=colleague")
                .ok()
                .json()
                .path("items");
        assertThat(entries.toString())
                .contains("emergency.open", "emergency.read", "emergency-access", "LOCATION")
                .doesNotContain("電話");

        assertThat(hub.post("colleague", "/emergencies/" + n + "/review", review("JUSTIFIED"))
                        .rule())
                .isEqualTo("emergency.director-only");
        assertThat(hub.get("sapporo", "/emergencies/" + n).status()).isEqualTo(404);
        assertThat(hub.get("auditor", "/emergencies/" + n).ok().text())
                .doesNotContain(REASON, Conference.NAME, Conference.ADDRESS);
        assertThat(hub.get("director", "/emergencies/" + n).ok().text())
                .contains("窓口に本人から")
                .doesNotContain(Conference.ADDRESS);
        assertThat(hub.post("director", "/emergencies/" + n + "/review", Json.of("finding", "JUSTIFIED"))
                        .rule())
                .isEqualTo("emergency.incomplete");
        hub.post("director", "/emergencies/" + n + "/review", review("NOT_JUSTIFIED"))
                .ok();
        assertThat(hub.post("director", "/emergencies/" + n + "/review", review("JUSTIFIED"))
                        .rule())
                .isEqualTo("emergency.already-reviewed");
        hub.awaitQuiet();
        assertThat(conference.told("sapporo")).contains("emergency-reviewed");
    }

    @Test
    void nobodyOpensWhatIsNotTheirsOrWhatTheyHaveAndAllAreAnsweredAlike() {
        Conference conference = Conference.in(hub, "CONVENED");
        conference.step("center", "assignment", Json.of("officer", "center")).ok();
        Answer never = hub.post("asahikawa", "/emergencies", Json.of("reference", "R8-9999", "reason", REASON));
        assertThat(never.rule()).isEqualTo("emergency.not-possible");
        for (String who : List.of("asahikawa", "shelter", "sapporo", "center")) {
            Answer refused = open(hub, who, conference);
            assertThat(refused.rule()).as(who).isEqualTo("emergency.not-possible");
            assertThat(refused.text()).as(who).isEqualTo(never.text());
        }
        for (String who : List.of("police", "director", "auditor", "admin")) {
            assertThat(open(hub, who, conference).status()).as(who).isEqualTo(404);
        }
        assertThat(hub.post("colleague", "/emergencies", Json.of("reference", reference(conference), "reason", "急ぎ"))
                        .rule())
                .isEqualTo("emergency.incomplete");
        Conference draft = Conference.in(hub, "DRAFT");
        assertThat(draft.read("sapporo").ok().string("reference")).startsWith("draft:");
        assertThat(hub.post("colleague", "/emergencies", Json.of("reference", "draft:" + draft.id, "reason", REASON))
                        .rule())
                .isEqualTo("emergency.not-possible");

        hub.put(
                        "center",
                        "/cases/" + conference.caseId() + "/block-list",
                        Json.of("people", List.of(Json.of("name", "架空同僚"))))
                .ok();
        assertThat(open(hub, "colleague", conference).text()).isEqualTo(never.text());
        String tried = hub.get("auditor", "/audit?case=" + reference(conference) + "&actor=colleague")
                .ok()
                .text();
        assertThat(tried).contains("emergency.open", "emergency.not-possible");
        open(hub, "center2", conference).ok();
    }

    @Test
    void itEndsWithTheHoursWithHerConsentAndWhereSomebodyIsKeptFromIt() {
        Conference conference = Conference.in(hub, "CONVENED");
        String n = open(hub, "colleague", conference).ok().string("n");
        String center = open(hub, "center2", conference).ok().string("n");
        assertThat(shown("center2", center)).contains(Conference.ADDRESS);
        hub.put(
                        "center",
                        "/cases/" + conference.caseId() + "/block-list",
                        Json.of("people", List.of(Json.of("name", "架空 同僚"))))
                .ok();
        assertThat(shown("colleague", n)).isEqualTo("{}");

        conference.consentWithdrawn("shelter").ok();
        pass(Duration.ofSeconds(1));
        assertThat(shown("center2", center)).isEqualTo("{}");
        assertThat(open(hub, "center2", conference).rule()).isEqualTo("emergency.not-possible");

        Conference other = Conference.in(hub, "CONVENED");
        String short4 = open(hub, "colleague", other).ok().string("n");
        assertThat(shown("colleague", short4)).contains(Conference.NAME);
        pass(Duration.ofHours(4));
        assertThat(shown("colleague", short4)).isEqualTo("{}");
        String again = open(hub, "colleague", other).ok().string("n");
        assertThat(again).isNotEqualTo(short4);

        pass(Duration.ofHours(21));
        hub.lookAtDeadlines();
        hub.awaitQuiet();
        assertThat(other.told("auditor")).containsOnlyOnce("emergency-review-late");
        assertThat(other.told("director")).contains("emergency-review-late");
        hub.lookAtDeadlines();
        hub.awaitQuiet();
        assertThat(other.told("auditor")).containsOnlyOnce("emergency-review-late");
        PageBrowser auditor = PageBrowser.of(hub, "auditor");
        assertThat(auditor.get("/emergencies/" + short4).body())
                .contains("確認待ち")
                .doesNotContain("窓口に本人から");
    }

    @Test
    void whatSheWithholdsStaysWithheld() {
        Map<String, Object> request = Json.with(
                Conference.request(hub),
                "addressHandling",
                "WITHHOLD",
                "currentSituation",
                "駅前の〔伏せる：勤務先〕架空商店〔ここまで〕に勤める",
                "consent",
                Json.with(
                        Conference.consent(hub),
                        "withheld",
                        List.of(Json.of("item", "勤務先", "exceptRecipients", List.of("P0001")))));
        Conference conference = Conference.submitted(hub, "sapporo", request).consented();
        String n = open(hub, "colleague", conference).ok().string("n");

        assertThat(shown("colleague", n))
                .contains(Conference.NAME, "〔伏せています〕")
                .doesNotContain(Conference.ADDRESS, "架空商店");
    }

    @Test
    void thePagesOpenItOnceAndLeadTheDirectorToTheReview() {
        Conference conference = Conference.in(hub, "CONVENED");
        PageBrowser colleague = PageBrowser.of(hub, "colleague");
        PageBrowser.Page wrong =
                colleague.fill("/emergencies", Map.of("reference", reference(conference), "reason", "急いでいます"));
        assertThat(wrong.body()).contains("20文字以上", "急いでいます");
        PageBrowser.Page opened =
                colleague.fill("/emergencies", Map.of("reference", reference(conference), "reason", REASON));
        assertThat(opened.to()).startsWith("/emergencies/");
        assertThat(colleague.get(opened.to()).body())
                .contains(Conference.NAME, "汐見坂9丁目8番7号", "担当者と所長に伝わります")
                .doesNotContain(Conference.TOPICS);

        PageBrowser director = PageBrowser.of(hub, "director");
        assertThat(director.get("/tasks").body()).contains(opened.to(), "緊急閲覧を確かめる");
        PageBrowser.Page done = director.fill(opened.to(), Map.of("finding", "JUSTIFIED", "text", "やむを得なかった（架空）。"));
        assertThat(done.to()).isEqualTo(opened.to());
        assertThat(director.get(opened.to()).body()).contains("必要だった", "確認を記録しました");
        assertThat(director.get("/tasks").body()).doesNotContain(opened.to());
        assertThat(PageBrowser.of(hub, "police").get("/emergencies").status()).isEqualTo(404);
        assertThat(PageBrowser.of(hub, "asahikawa").get(opened.to()).status()).isEqualTo(404);
    }

    private static void pass(Duration time) {
        hub.clock().atLeast(hub.clock().now().plus(time));
    }

    private static String shown(String login, String n) {
        return hub.get(login, "/emergencies/" + n).ok().json().path("shown").toString();
    }
}
