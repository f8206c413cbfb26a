package jp.tsunagi.flow;

import static jp.tsunagi.document.ReadPdf.withoutSpace;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.document.ReadPdf;
import jp.tsunagi.shared.Ids;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The shared intake sheet over HTTP and on its pages: three sections of one city, and people who are none of them. */
class IntakeSheetIT {

    static final String CHILDREN = "上の子は算数が好き（架空）";
    static final String HOUSING = "岬の灯台の近く（架空）";
    private static final String HEALTH = "月に一度の通院（架空）";
    private static final String HOUSING_SECTION = "住宅課";
    private static final String CHILDREN_SECTION = "子育て支援課";

    @TempDir
    static Path folder;

    private static HubUnderTest hub;

    @BeforeAll
    static void start() {
        hub = HubUnderTest.start(folder, LocalDateTime.parse("2026-11-20T15:00"));
        JsonNode sapporo = hub.get("admin", "/agencies/011002").ok().json();
        hub.put(
                        "admin",
                        "/agencies/011002",
                        Json.of(
                                "name", sapporo.path("name").asString(),
                                "kana", sapporo.path("kana").asString(),
                                "kind", sapporo.path("kind").asString(),
                                "subprefecture", sapporo.path("subprefecture").asString(),
                                "sections", List.of("女性相談窓口", HOUSING_SECTION, CHILDREN_SECTION, "保険年金課"),
                                "runsGateway", true))
                .ok();
        People people = new People(hub);
        people.login("housing", "011002", HOUSING_SECTION, "COUNSELLOR");
        people.login("childcare", "011002", CHILDREN_SECTION, "PARTICIPANT");
        people.login("insurance", "011002", "保険年金課", "COUNSELLOR");
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    static Map<String, Object> told() {
        return Json.of("housing", HOUSING, "children", CHILDREN, "health", HEALTH);
    }

    static Map<String, Object> giving(HubUnderTest hub, String division, String... parts) {
        return Json.of(
                "division",
                division,
                "parts",
                List.of(parts),
                "agreedOn",
                hub.clock().today().toString(),
                "toldBy",
                "例示 美智子");
    }

    static Map<String, Object> list(String... divisions) {
        return Json.of(
                "procedures",
                java.util.stream.IntStream.range(0, divisions.length)
                        .mapToObj(i -> Json.of(
                                "visit",
                                i + 1,
                                "catalogue",
                                "public-housing",
                                "procedure",
                                divisions[i] + "の申込み",
                                "division",
                                divisions[i],
                                "documents",
                                List.of("印鑑", "相談の証明書"),
                                "carryWords",
                                "申込み"))
                        .toList());
    }

    private static String path(Conference conference) {
        return "/cases/" + conference.caseId() + "/intake-sheet";
    }

    private static String sheet(Conference conference) {
        return "/intake-sheets/" + Ids.derived("intake-sheet", conference.caseId());
    }

    /** With two sections, each of which has one part and a row of the list. */
    private static Conference given() {
        Conference conference = Conference.in(hub, "UNDER_REVIEW");
        hub.put("sapporo", path(conference), told()).ok();
        hub.put("sapporo", path(conference) + "/procedures", list(HOUSING_SECTION, CHILDREN_SECTION))
                .ok();
        hub.post(
                        "sapporo",
                        path(conference) + "/divisions",
                        Json.with(giving(hub, HOUSING_SECTION, "HOUSING"), "withName", true))
                .ok();
        hub.post("sapporo", path(conference) + "/divisions", giving(hub, CHILDREN_SECTION, "CHILDREN"))
                .ok();
        return conference;
    }

    @Test
    void eachSectionHasItsPartAndItsRowAndNobodyElseHasAnything() {
        Conference conference = given();
        Answer housing = hub.get("housing", sheet(conference)).ok();
        assertThat(housing.text())
                .contains(HOUSING, HOUSING_SECTION + "の申込み")
                .doesNotContain(CHILDREN, HEALTH, CHILDREN_SECTION, conference.id, conference.caseId(), "暴力", "例示 美智子");
        assertThat(hub.get("sapporo", path(conference)).ok().text()).contains("配偶者暴力防止法");
        assertThat(housing.string("name")).isNotEmpty();
        Answer children = hub.get("childcare", sheet(conference)).ok();
        assertThat(children.text())
                .contains(CHILDREN)
                .doesNotContain(HOUSING, HEALTH, HOUSING_SECTION, Conference.NAME);
        assertThat(children.json().has("name")).isFalse();

        for (String who :
                List.of("insurance", "sapporo", "asahikawa", "center", "director", "police", "auditor", "admin")) {
            Answer none = hub.get(who, sheet(conference));
            assertThat(none.status()).as(who).isEqualTo(404);
            assertThat(none.body())
                    .isEqualTo(hub.get(who, "/intake-sheets/01ZZZZZZZZZZZZZZZZZZZZZZZZ")
                            .body());
        }
        for (String who : List.of("housing", "childcare", "asahikawa", "center", "police")) {
            assertThat(hub.get(who, path(conference)).status()).as(who).isEqualTo(404);
        }
        assertThat(hub.get("housing", "/cases/" + conference.caseId() + "/deadlines")
                        .status())
                .isEqualTo(404);
        assertThat(hub.get("housing", "/conferences/" + conference.id).status()).isEqualTo(404);
        assertThat(hub.get("sapporo2", path(conference)).ok().text()).contains(HOUSING, CHILDREN, HEALTH);
    }

    @Test
    void whatIsTakenBackIsGoneAtTheNextRead() {
        Conference conference = given();
        String grant = hub.get("sapporo", path(conference))
                .ok()
                .json()
                .at("/divisions/0/id")
                .asString();
        hub.get("housing", sheet(conference)).ok();
        hub.call("sapporo", "DELETE", path(conference) + "/divisions/" + grant, null, null)
                .ok();

        assertThat(hub.get("housing", sheet(conference)).status()).isEqualTo(404);
        assertThat(hub.get("housing", "/intake-sheets").ok().text())
                .doesNotContain(sheet(conference).substring(15));
        hub.get("childcare", sheet(conference)).ok();

        hub.clock().atLeast(hub.clock().now().plusSeconds(1));
        conference.consentWithdrawn("shelter").ok();
        assertThat(hub.get("childcare", sheet(conference)).status())
                .as("all is taken back")
                .isEqualTo(404);
        assertThat(hub.get("sapporo", path(conference)).ok().text()).contains(CHILDREN);
    }

    @Test
    void whatIsToldToNobodyIsToldToNoSectionEither() {
        Conference conference = given();
        assertThat(hub.get("housing", sheet(conference)).ok().string("name")).isNotEmpty();

        conference
                .step("sapporo", "exclusions", Json.of("item", "氏名", "reason", "ENDANGERS_LIFE"))
                .ok();
        assertThat(hub.get("housing", sheet(conference)).ok().text())
                .contains(HOUSING)
                .doesNotContain(Conference.NAME);
        conference
                .step("sapporo", "exclusions", Json.of("item", "住所", "reason", "COURT_ORDER"))
                .ok();
        // What is told of her housing tells where she is.
        assertThat(hub.get("housing", sheet(conference)).ok().text()).doesNotContain(HOUSING);
    }

    @Test
    void aRepeatedCallActsOnceAndNothingLiesOpenInTheStore() {
        Conference conference = given();
        Map<String, Object> body = giving(hub, "保険年金課", "HEALTH");
        for (int again = 0; again < 2; again++) {
            hub.call("sapporo", "POST", path(conference) + "/divisions", body, "given-once-" + conference.id)
                    .ok();
        }
        assertThat(hub.get("sapporo", path(conference))
                        .ok()
                        .json()
                        .path("divisions")
                        .size())
                .isEqualTo(3);
        Document stored = hub.database()
                .getCollection("intakeSheets")
                .find(new Document("caseId", conference.caseId()))
                .first();
        assertThat(stored).isNotNull();
        assertThat(stored.toJson()).doesNotContain(HOUSING, CHILDREN, HEALTH, "申込み", "例示 美智子");
        assertThat(hub.get("auditor", "/audit?case=" + conference.caseId() + "&size=100")
                        .ok()
                        .text())
                .contains("intake-sheet.give", "intake-sheet.read")
                .doesNotContain(HOUSING, CHILDREN);
    }

    @Test
    void aSectionIsToldWithoutAWordOfHersAndTicksItsRowOff() {
        Conference conference = given();
        hub.awaitQuiet();
        String id = sheet(conference).substring("/intake-sheets/".length());
        hub.awaitKind("housing", id, "intake-given");
        assertThat(hub.inbox("housing", id).toString())
                .doesNotContain(conference.id, conference.caseId(), HOUSING, Conference.NAME);
        assertThat(hub.inbox("insurance", id)).isEmpty();
        PageBrowser housing = PageBrowser.of(hub, "housing");
        String page = "/intake/" + id;
        assertThat(housing.get("/tasks").body()).contains(page, "共通シートの手続をする");
        assertThat(housing.get("/intake").body()).contains(page).doesNotContain(HOUSING);
        PageBrowser.Page open = housing.get(page);
        assertThat(open.body())
                .contains(HOUSING, HOUSING_SECTION + "の申込み")
                .doesNotContain(CHILDREN, CHILDREN_SECTION, conference.id);
        String row = row(conference, 0);

        assertThat(housing.post(page, open, Map.of("_action", "done:" + row)).to())
                .isEqualTo(page);
        assertThat(housing.get("/tasks").body()).doesNotContain(page);
        assertThat(hub.get("sapporo", path(conference))
                        .ok()
                        .json()
                        .at("/procedures/0/doneBy")
                        .asString(""))
                .isNotEmpty();
        assertThat(housing.fill(page, Map.of("_action", "done:" + row(conference, 1)))
                        .status())
                .as("another section's row")
                .isEqualTo(404);
        assertThat(housing.fill(page, Map.of("_action", "undone:" + row)).to()).isEqualTo(page);
        assertThat(housing.get("/tasks").body()).contains(page);

        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        String tab = "/c/" + conference.id + "/intake-sheet";
        assertThat(sapporo.fill(tab, Map.of("_action", "done:" + row(conference, 1)))
                        .to())
                .isEqualTo(tab);
        assertThat(hub.get("childcare", sheet(conference))
                        .ok()
                        .json()
                        .at("/procedures/0/done")
                        .asBoolean())
                .isTrue();
        assertThat(PageBrowser.of(hub, "asahikawa").get("/tasks").body()).doesNotContain("href=\"/intake\"");
    }

    private static String row(Conference conference, int n) {
        return hub.get("sapporo", path(conference))
                .ok()
                .json()
                .at("/procedures/" + n + "/id")
                .asString();
    }

    @Test
    void twoWhoWriteAtOnceLoseNothing() {
        Conference conference = Conference.in(hub, "CONSENT_CHECK");
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        String tab = "/c/" + conference.id + "/intake-sheet";
        PageBrowser.Page early = sapporo.get(tab + "/edit");
        assertThat(PageBrowser.of(hub, "sapporo2")
                        .fill(tab + "/edit", Map.of("housing", HOUSING))
                        .to())
                .isEqualTo(tab);

        PageBrowser.Page conflict = sapporo.post(tab + "/edit", early, Map.of("housing", "別の画面の文（架空）"));

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.body()).contains(HOUSING, "別の画面の文（架空）");
        assertThat(hub.putOver("sapporo", path(conference) + "/procedures", list(HOUSING_SECTION), "\"0\"")
                        .ok()
                        .status())
                .isEqualTo(200);
        assertThat(hub.putOver("sapporo2", path(conference) + "/procedures", list(), "\"0\"")
                        .rule())
                .isEqualTo("version.stale");
    }

    @Test
    void thePaperTellsNothingWhenItIsFound() {
        Conference conference = given();
        byte[] pdf =
                hub.get("sapporo", path(conference) + "/one-stop-list.pdf").ok().body();

        assertThat(withoutSpace(ReadPdf.text(pdf)))
                .contains("申込み", "印鑑")
                .doesNotContain(
                        withoutSpace(HOUSING),
                        withoutSpace(CHILDREN),
                        HOUSING_SECTION,
                        CHILDREN_SECTION,
                        "相談",
                        "支援",
                        "暴力",
                        "証明書",
                        withoutSpace(Conference.NAME));
        assertThat(PageBrowser.of(hub, "sapporo")
                        .get("/c/" + conference.id + "/intake-sheet")
                        .body())
                .contains("相談の証明書", "紙に載らないもの");
        assertThat(hub.put(
                                "sapporo",
                                path(conference) + "/procedures",
                                Json.of(
                                        "procedures",
                                        List.of(Json.of(
                                                "visit",
                                                1,
                                                "procedure",
                                                "申込み",
                                                "division",
                                                "課",
                                                "carryWords",
                                                "DVの相談"))))
                        .json()
                        .path("fields")
                        .has("procedures[0].carryWords"))
                .isTrue();
    }

    @Test
    void whatIsWrongIsSaidWhereItStandsAndNothingTypedIsLost() {
        Conference conference = Conference.in(hub, "CONSENT_CHECK");
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        String tab = "/c/" + conference.id + "/intake-sheet";
        assertThat(sapporo.get("/c/" + conference.id).body()).contains(tab);
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("procedures[0].procedure", "住まいの申込み（架空）");
        rows.put("procedures[0].documents", "印鑑");
        PageBrowser.Page wrong = sapporo.fill(tab + "/procedures", rows);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body())
                .contains(
                        "住まいの申込み（架空）",
                        "印鑑",
                        "id=\"procedures[0].visit-problem\"",
                        "id=\"procedures[0].division-problem\"");

        rows.put("_action", "take");
        rows.put("offer", "public-housing");
        PageBrowser.Page taken = sapporo.post(tab + "/procedures", wrong, rows);
        assertThat(taken.body()).contains("住まいの申込み（架空）", "公営住宅", "収入が分かるもの");
        rows.remove("offer");
        rows.put("_action", "");
        rows.put("procedures[0].visit", "1");
        rows.put("procedures[0].division", HOUSING_SECTION);
        assertThat(sapporo.post(tab + "/procedures", taken, rows).to()).isEqualTo(tab);

        PageBrowser.Page nobody = sapporo.fill(tab + "/divisions", Map.of("toldBy", "例示 架空代", "parts", "HEALTH"));
        assertThat(nobody.status()).isEqualTo(422);
        assertThat(nobody.body())
                .contains("例示 架空代", "id=\"division-problem\"", "id=\"agreedOn-problem\"")
                .containsPattern("value=\"HEALTH\"[^>]*checked");
        assertThat(hub.post("sapporo", path(conference) + "/divisions", giving(hub, "よその課", "HEALTH"))
                        .json()
                        .path("fields")
                        .has("division"))
                .isTrue();
        assertThat(PageBrowser.of(hub, "police").get(tab).status()).isEqualTo(404);
        assertThat(PageBrowser.of(hub, "police")
                        .get("/intake/01ZZZZZZZZZZZZZZZZZZZZZZZZ")
                        .status())
                .isEqualTo(404);
    }
}
