package jp.tsunagi.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.document.ReadPdf;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The path without her consent, over HTTP and on its pages, with a clock that moves on; what must come early stands first. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DisclosuresIT {

    static final String FACTS = "刃物を持って駅で探していると通報があった（架空）。";
    private static final String WHY_NOT = "電話がつながらない（架空）。";
    private static final String REASON = "顔と名前が分からないと守れない（架空）。";
    private static final String REVIEWED = "氏名だけで足りた（架空）。";
    private static final String UNSAFE = "相手方が同じ家にいる（架空）。";

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

    /** Name and story, for one agency. */
    static Map<String, Object> proposal(String agency, String... categories) {
        return Json.of(
                "basis",
                "LIFE_OR_BODY",
                "facts",
                FACTS,
                "whyNoConsent",
                WHY_NOT,
                "shares",
                List.of(Json.of(
                        "agency",
                        agency,
                        "categories",
                        categories.length == 0 ? List.of("IDENTITY", "SITUATION") : List.of(categories),
                        "reason",
                        REASON)));
    }

    static Map<String, Object> pledge(String relation) {
        return Json.of("pledge", true, "relationToOtherParty", relation);
    }

    static Map<String, Object> review() {
        return Json.of(
                "necessary", "YES", "necessaryWhy", FACTS, "leastKept", true, "leastWhy", REVIEWED, "follows", "なし");
    }

    static Map<String, Object> telling(HubUnderTest hub) {
        return Json.of("told", "ORAL", "toldOn", hub.clock().today().toString());
    }

    static String newest(HubUnderTest hub, Conference conference) {
        return hub.get("director", path(conference))
                .ok()
                .json()
                .at("/items/0/n")
                .asString();
    }

    @Test
    @Order(1)
    void nothingIsVisibleBeforeTheDirectorAndASecondOfficerConfirmedAndThenExactlyWhatWasChosen() {
        Conference conference = Conference.in(hub, "CONSENT_CHECK");
        assertThat(hub.post("sapporo", path(conference), proposal("P0001")).rule())
                .isEqualTo("step.not-permitted");
        assertThat(hub.post("shelter", path(conference), proposal("P0001")).status())
                .isEqualTo(404);
        String n = propose(conference, proposal("P0001"));
        hub.awaitQuiet();
        assertThat(conference.told("director")).contains("disclosure-proposed");
        assertThat(conference.read("police").status()).isEqualTo(404);
        assertThat(hub.get("police", path(conference)).status()).isEqualTo(404);

        confirm("center", conference, n).ok();
        assertThat(confirm("center", conference, n).rule()).isEqualTo("disclosure.same-person");
        assertThat(conference.read("police").status()).isEqualTo(404);
        assertThat(confirm("director", conference, n).ok().string("stage")).isEqualTo("IN_FORCE");
        hub.awaitQuiet();

        Answer before = conference.read("police").ok();
        assertThat(before.string("state")).isEqualTo("DISCLOSED");
        assertThat(before.text()).doesNotContain(Conference.NAME, Conference.SITUATION, "011002");
        assertThat(conference.form("police").status()).isEqualTo(403);
        JsonNode notice = hub.inbox("police", conference.id).get(0);
        assertThat(notice.path("kind").asString()).isEqualTo("disclosure-opened");
        assertThat(notice.toString()).doesNotContain(Conference.HERS.toArray(new String[0]));

        hub.post("police", path(conference) + "/" + n + "/pledge", pledge("NONE"))
                .ok();
        Answer read = conference.read("police").ok();
        assertThat(read.string("name")).isEqualTo(Conference.NAME);
        assertThat(read.string("currentSituation")).isEqualTo(Conference.SITUATION);
        assertThat(read.json().at("/withoutConsent/bases/0").asString()).isEqualTo("LIFE_OR_BODY");
        assertThat(read.text())
                .doesNotContain(Conference.ADDRESS, Conference.TOPICS, "011002", "S0001", FACTS, "DV_ABUSE");
        assertThat(ReadPdf.text(conference.form("police").ok().body()))
                .contains(Conference.NAME)
                .doesNotContain(Conference.ADDRESS, "札幌市");
        assertThat(hub.get("police", path(conference)).ok().text()).doesNotContain(FACTS, WHY_NOT, REASON);
        assertThat(hub.get("police", "/conferences?size=100").ok().text()).contains(conference.id);
        for (String surface : List.of("/agenda", "/memos", "/minutes")) {
            assertThat(hub.get("police", "/conferences/" + conference.id + surface)
                            .status())
                    .as(surface)
                    .isEqualTo(404);
        }
        for (String stranger : List.of("childguidance", "asahikawa", "admin")) {
            assertThat(conference.read(stranger).status()).as(stranger).isEqualTo(404);
            assertThat(hub.get(stranger, path(conference)).status())
                    .as(stranger)
                    .isEqualTo(404);
        }
    }

    @Test
    @Order(1)
    void theAuditAndTheSharingLedgerNameTheRuleAndTheReportTellsItApart() {
        Conference conference = opened("P0001");
        conference.read("police").ok();
        hub.awaitQuiet();

        Answer audit = hub.get("auditor", "/audit?case=" + conference.caseId() + "&size=100")
                .ok();
        assertThat(audit.text())
                .contains(
                        "disclosure.propose",
                        "disclosure.confirm",
                        "disclosure.pledge",
                        "disclosed-without-consent:LIFE_OR_BODY")
                .doesNotContain(FACTS, Conference.NAME);
        String report = ReadPdf.withoutSpace(
                ReadPdf.text(hub.get("center", "/conferences/" + conference.id + "/documents/sharing-report.pdf")
                        .ok()
                        .body()));
        assertThat(report)
                .contains("同意がないまま渡すと決めたもの", "生命・身体を守るために必要", "画面で内容を見た")
                .doesNotContain(ReadPdf.withoutSpace(FACTS));
        assertThat(PageBrowser.of(hub, "center")
                        .get("/c/" + conference.id + "/sharing")
                        .body())
                // Under no number of her consent.
                .containsPattern("(?s)案件の画面（同意によらない提供）.{1,400}data-label=\"同意\"[^>]*>－<");
    }

    @Test
    @Order(1)
    void herNoEndsItAtTheNextReadAndTakesBackWhatNobodyHasRead() {
        Conference conference = opened("P0001");
        assertThat(conference.read("police").ok().string("name")).isEqualTo(Conference.NAME);

        conference.consentWithdrawn("shelter").ok();

        assertThat(conference.read("police").status()).isEqualTo(404);
        assertThat(conference.form("police").status()).isEqualTo(404);
        hub.awaitQuiet();
        assertThat(conference.told("police")).containsExactly("disclosure-over");
        assertThat(one("director", conference).path("stage").asString()).isEqualTo("OVER");
        assertThat(conference.told("director")).contains("disclosure-ended");
    }

    @Test
    @Order(1)
    void whereSheSaidNoItMustBeStatedAndTheBasisMustOutlastIt() {
        Conference conference = Conference.in(hub, "CANCELLED_NO_CONSENT");
        Map<String, Object> form = proposal("P0001");

        assertThat(hub.post("center", path(conference), form).rule()).isEqualTo("disclosure.refusal-not-stated");
        assertThat(hub.post(
                                "center",
                                path(conference),
                                Json.with(Json.with(form, "refusalStated", true), "basis", "OTHER"))
                        .rule())
                .isEqualTo("disclosure.basis-ends-with-no");
        String n = propose(conference, Json.with(form, "refusalStated", true));
        confirm("center", conference, n).ok();
        confirm("director", conference, n).ok();
        assertThat(one("director", conference).path("sheSaysNo").asBoolean()).isTrue();
        assertThat(PageBrowser.of(hub, "director").get(at(conference, "/" + n)).body())
                .contains("断ったか、同意を取り消しています");
        hub.post("police", path(conference) + "/" + n + "/pledge", pledge("NONE"))
                .ok();
        assertThat(conference.read("police").ok().string("name")).isEqualTo(Conference.NAME);
        assertThat(conference.read("police").string("state")).isEqualTo("DISCLOSED");
    }

    @Test
    @Order(1)
    void whatTellsWhereSheIsNeedsAReasonOfItsOwnAndWhatSheWithholdsIsNeverShown() {
        Conference conference = Conference.submitted(
                hub,
                "sapporo",
                Json.with(
                        Conference.request(hub),
                        "consent",
                        Json.with(
                                Conference.consent(hub),
                                "withheld",
                                List.of(Json.of("item", "住所", "exceptRecipients", List.of())))));
        assertThat(hub.post("center", path(conference), proposal("P0001", "IDENTITY", "LOCATION"))
                        .text())
                .contains("shares[0].locationReason");
        String n = propose(conference, located());
        confirm("center", conference, n).ok();
        confirm("director", conference, n).ok();
        hub.post("police", path(conference) + "/" + n + "/pledge", pledge("NONE"))
                .ok();

        assertThat(conference.read("police").ok().text())
                .contains(Conference.NAME)
                .doesNotContain(Conference.ADDRESS);

        Conference open = Conference.in(hub, "CONSENT_CHECK");
        String shown = propose(open, located());
        assertThat(hub.get("center", path(open) + "/" + shown).ok().text()).doesNotContain(Conference.ADDRESS);
        confirm("center", open, shown).ok();
        confirm("director", open, shown).ok();
        hub.post("police", path(open) + "/" + shown + "/pledge", pledge("NONE")).ok();
        assertThat(open.read("police").ok().string("address")).isEqualTo(Conference.ADDRESS);
    }

    @Test
    @Order(1)
    void whoKnowsTheOtherPartyFindsNothingAnyMoreAndTheCenterIsTold() {
        Conference conference = Conference.in(hub, "CONSENT_CHECK");
        String n = propose(conference, proposal("P0001"));
        confirm("center", conference, n).ok();
        confirm("director", conference, n).ok();

        hub.post("police", path(conference) + "/" + n + "/pledge", pledge("ACQUAINTANCE"))
                .ok();

        assertThat(conference.read("police").status()).isEqualTo(404);
        assertThat(hub.get("police", path(conference)).status()).isEqualTo(404);
        assertThat(hub.post("police", path(conference) + "/" + n + "/pledge", pledge("NONE"))
                        .status())
                .isEqualTo(404);
        hub.awaitQuiet();
        assertThat(conference.told("center")).contains("disclosure-to-examine");
    }

    @Test
    @Order(1)
    void aRepeatedCallActsOnceAndNoWordOfItLiesOpenInTheStore() {
        Conference conference = Conference.in(hub, "CONSENT_CHECK");
        String n = "";
        for (int again = 0; again < 2; again++) {
            n = hub.call("center", "POST", path(conference), proposal("P0001"), "once-proposed")
                    .ok()
                    .string("n");
        }
        assertThat(hub.call("center", "POST", path(conference), proposal("J0001"), "once-proposed")
                        .rule())
                .isEqualTo("idempotency.key-reused");
        for (int again = 0; again < 2; again++) {
            hub.call("director", "POST", path(conference) + "/" + n + "/confirmation", null, "once-confirmed")
                    .ok();
        }
        assertThat(hub.get("center", path(conference)).json().path("items").size())
                .isEqualTo(1);
        Document stored = hub.database()
                .getCollection("disclosures")
                .find(new Document("_id", n))
                .first();
        assertThat(stored).isNotNull();
        assertThat(stored.toJson()).doesNotContain(FACTS, WHY_NOT, REASON, "LIFE_OR_BODY", "IDENTITY");
        assertThat(stored.get("proposal")).isInstanceOf(Binary.class);
    }

    @Test
    @Order(1)
    void onThePagesWhatIsWrongIsSaidWhereItStandsWhatWillBeSeenIsShownAndNothingTypedIsLost() {
        Conference conference = Conference.in(hub, "CONSENT_CHECK");
        PageBrowser center = PageBrowser.of(hub, "center");
        assertThat(center.get("/c/" + conference.id + "/consent").body()).contains(at(conference, ""));
        Map<String, String> typed = typed();
        typed.remove("shares[0].reason");
        typed.put("shares[0].categories", "LOCATION");

        PageBrowser.Page again = center.fill(at(conference, "/new"), typed);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body())
                .contains(
                        "disclosure-banner",
                        "id=\"shares[0].reason-problem\"",
                        "id=\"shares[0].locationReason-problem\"",
                        FACTS,
                        WHY_NOT);

        PageBrowser.Page look = center.fill(at(conference, "/new"), typed());
        assertThat(look.status()).isEqualTo(200);
        assertThat(look.body())
                .contains("disclosure-banner", "架空警察署", Conference.SITUATION, FACTS, "ほかのこと")
                .doesNotContain(Conference.ADDRESS, Conference.TOPICS);
        assertThat(hub.get("center", path(conference)).json().path("items").size())
                .isZero();
        Map<String, String> sent = typed();
        sent.remove("_action");
        PageBrowser.Page made = center.post(at(conference, "/new"), look, sent);
        assertThat(made.to()).startsWith(at(conference, "/"));
        String page = made.to();
        assertThat(PageBrowser.of(hub, "police").get(page).status()).isEqualTo(404);
        assertThat(PageBrowser.of(hub, "asahikawa").get(page).status()).isEqualTo(404);
        assertThat(PageBrowser.of(hub, "sapporo").get(page).body())
                .contains(FACTS)
                .doesNotContain("/confirmation");
        assertThat(PageBrowser.of(hub, "sapporo").get(at(conference, "/new")).status())
                .isEqualTo(404);
        assertThat(center.get("/tasks").body()).contains("同意によらない提供を確認する");
        assertThat(center.post(page + "/confirmation", center.get(page), Map.of())
                        .to())
                .isEqualTo(page);
        PageBrowser director = PageBrowser.of(hub, "director");
        assertThat(director.post(page + "/confirmation", director.get(page), Map.of())
                        .to())
                .isEqualTo(page);

        PageBrowser police = PageBrowser.of(hub, "police");
        assertThat(police.get(page).body())
                .contains("disclosure-banner", "見る前に")
                .doesNotContain(FACTS, Conference.SITUATION);
        PageBrowser.Page refused = police.post(page + "/pledge", police.get(page), Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"relationToOtherParty-problem\"");
        assertThat(police.post(
                                page + "/pledge",
                                police.get(page),
                                Map.of("pledge", "true", "relationToOtherParty", "NONE"))
                        .to())
                .isEqualTo("/c/" + conference.id);
        assertThat(police.get("/c/" + conference.id).body())
                .contains("disclosure-banner", Conference.SITUATION)
                .doesNotContain(Conference.TOPICS, Conference.ADDRESS, "札幌市", "/c/" + conference.id + "/plan\"");
        assertThat(police.get("/c/" + conference.id + "/consent").status()).isEqualTo(404);
        assertThat(director.get("/tasks").body()).contains("同意によらない提供を振り返る");
        assertThat(director.fill(page + "/revocation", Map.of()).status()).isEqualTo(422);
        assertThat(director.fill(page + "/revocation", Map.of("reason", "見つかった（架空）"))
                        .to())
                .isEqualTo(page);
        assertThat(police.get("/c/" + conference.id).status()).isEqualTo(404);
        assertThat(police.get(page).status()).isEqualTo(404);
    }

    @Test
    @Order(2)
    void afterSeventyTwoHoursNothingIsVisibleByTheClockAloneAndTheReviewAndTheTellingRemain() {
        Conference conference = opened("P0001");
        String n = newest(hub, conference);
        LocalDateTime began = LocalDateTime.parse(
                one("director", conference).path("effectiveAt").asString());
        hub.clock().atLeast(began.plusHours(71).plusMinutes(50));
        assertThat(conference.read("police").ok().string("name")).isEqualTo(Conference.NAME);

        hub.clock().atLeast(began.plusHours(72).plusSeconds(1));
        assertThat(conference.read("police").status()).isEqualTo(404);
        assertThat(conference.form("police").status()).isEqualTo(404);
        assertThat(hub.get("police", "/conferences?size=100").ok().text()).doesNotContain(conference.id);

        hub.lookAtDeadlines();
        hub.awaitQuiet();
        assertThat(conference.told("director")).contains("disclosure-ended");
        look(LocalDate.of(2026, 11, 24));
        look(LocalDate.of(2026, 11, 24));
        look(LocalDate.of(2026, 11, 25));
        assertThat(conference.told("director"))
                .contains("disclosure-review-due", "disclosure-review-late", "disclosure-telling-late");
        assertThat(conference.told("center")).contains("disclosure-telling-due", "disclosure-review-late");
        assertThat(hub.post("center", path(conference) + "/" + n + "/review", review())
                        .rule())
                .isEqualTo("step.not-permitted");
        PageBrowser director = PageBrowser.of(hub, "director");
        Map<String, String> reviewed = new LinkedHashMap<>();
        reviewed.put("necessary", "PARTLY");
        reviewed.put("necessaryWhy", FACTS);
        reviewed.put("leastKept", "true");
        reviewed.put("leastWhy", REVIEWED);
        PageBrowser.Page again = director.fill(at(conference, "/" + n + "/review"), reviewed);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("id=\"follows-problem\"", REVIEWED);
        reviewed.put("follows", "手順を直す（架空）");
        director.fill(at(conference, "/" + n + "/review"), reviewed);
        Map<String, Object> unsafe = Json.of(
                "told",
                "NOT_SAFE",
                "unsafeReason",
                UNSAFE,
                "lookAgainOn",
                LocalDate.of(2026, 12, 10).toString());
        assertThat(hub.post("center", path(conference) + "/" + n + "/telling", Json.of("told", "NOT_SAFE"))
                        .text())
                .contains("unsafeReason", "lookAgainOn");
        hub.post("center", path(conference) + "/" + n + "/telling", unsafe).ok();
        assertThat(one("center", conference).path("stage").asString()).isEqualTo("OVER");
        assertThat(PageBrowser.of(hub, "center").get("/tasks").body()).contains("同意によらない提供を本人に伝える");
        hub.post("center", path(conference) + "/" + n + "/telling", telling(hub))
                .ok();

        assertThat(one("center", conference).path("stage").asString()).isEqualTo("SETTLED");
        assertThat(director.get(at(conference, "/" + n)).body()).contains(REVIEWED, UNSAFE, "会って伝えた");
        assertThat(director.get("/tasks").body()).doesNotContain(at(conference, "/" + n));
    }

    private static Map<String, Object> located() {
        return Json.with(
                proposal("P0001"),
                "shares",
                List.of(Json.of(
                        "agency",
                        "P0001",
                        "categories",
                        List.of("IDENTITY", "LOCATION"),
                        "reason",
                        REASON,
                        "locationReason",
                        "巡回する（架空）")));
    }

    /** In force, and somebody of the agency has pledged. */
    private static Conference opened(String agency) {
        Conference conference = Conference.in(hub, "CONSENT_CHECK");
        String n = propose(conference, proposal(agency));
        confirm("center", conference, n).ok();
        confirm("director", conference, n).ok();
        hub.post("police", path(conference) + "/" + n + "/pledge", pledge("NONE"))
                .ok();
        return conference;
    }

    private static String propose(Conference conference, Map<String, Object> form) {
        return hub.post("center", path(conference), form).ok().string("n");
    }

    private static Answer confirm(String login, Conference conference, String n) {
        return hub.post(login, path(conference) + "/" + n + "/confirmation", null);
    }

    private static JsonNode one(String login, Conference conference) {
        return hub.get(login, path(conference)).ok().json().at("/items/0");
    }

    private static void look(LocalDate day) {
        hub.clock().atLeast(day.atTime(9, 0));
        hub.lookAtDeadlines();
        hub.awaitQuiet();
    }

    private static Map<String, String> typed() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("basis", "LIFE_OR_BODY");
        typed.put("facts", FACTS);
        typed.put("whyNoConsent", WHY_NOT);
        typed.put("_rows", "shares");
        typed.put("shares[0].agency", "P0001");
        typed.put("shares[0].categories", "SITUATION");
        typed.put("shares[0].reason", REASON);
        typed.put("_action", "confirm");
        return typed;
    }

    private static String path(Conference conference) {
        return "/cases/" + conference.caseId() + "/disclosures";
    }

    private static String at(Conference conference, String page) {
        return "/c/" + conference.id + "/disclosures" + page;
    }
}
