package jp.tsunagi.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Reading the plan together with her: her own edition alone, and no other page until the password is said again. */
class TogetherIT {

    private static final String OTHERS = "機関は通院が先と考える（架空）。";

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

    @Test
    void nothingElseOpensUntilTheOfficerSaysThePasswordAgain() {
        Plan plan = drafted();
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        PageBrowser.Page asked = sapporo.get(at(plan, ""));
        assertThat(asked.body()).contains("同席モードを始める").doesNotContain(Plan.WISHES);
        assertThat(sapporo.get("/").status()).isEqualTo(200);

        assertThat(sapporo.post(at(plan, "/begin"), asked, Map.of()).to()).isEqualTo(at(plan, ""));
        PageBrowser.Page hers = sapporo.get(at(plan, ""));
        assertThat(hers.body())
                .contains(Plan.WISHES, Plan.POLICY, Plan.MEASURE, "同席モード：この画面のほかは開きません")
                .doesNotContain(OTHERS, Plan.CHILDREN, Conference.SITUATION, Conference.NAME)
                .doesNotContain("href=\"/cases\"", "href=\"/settings\"", "href=\"/inbox\"", "緊急度");
        for (String page : List.of(
                "/",
                "/cases",
                "/inbox",
                "/settings",
                "/help",
                "/directory",
                "/c/" + plan.conference.id,
                "/c/" + plan.conference.id + "/plan",
                "/c/" + plan.conference.id + "/plan/edit",
                "/c/" + plan.conference.id + "/plan/1.pdf",
                "/c/" + plan.conference.id + "/plan/1/person.pdf",
                "/c/" + Conference.in(hub, "REPORTED").id + "/plan/together")) {
            PageBrowser.Page closed = sapporo.get(page);
            assertThat(closed.to()).as(page).isEqualTo("/together");
            assertThat(closed.body()).doesNotContain(Plan.HERS);
        }
        PageBrowser.Page neutral = sapporo.get("/together");
        assertThat(neutral.body())
                .contains("この画面はいま開けません")
                .doesNotContain(Plan.HERS)
                .doesNotContain(Conference.NAME);

        PageBrowser.Page wrong = sapporo.post("/together", neutral, Map.of("password", "not-it"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(sapporo.get("/").to()).isEqualTo("/together");
        assertThat(sapporo.post("/together", wrong, Map.of("password", HubUnderTest.PASSWORD))
                        .to())
                .isEqualTo("/c/" + plan.conference.id + "/plan");
        assertThat(sapporo.get("/").status()).isEqualTo(200);
        assertThat(sapporo.get("/together").to()).isEqualTo("/");
    }

    @Test
    void whatWasBeingTypedElsewhereIsKept() {
        Plan plan = drafted();
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        String edit = "/c/" + plan.conference.id + "/plan/edit";
        PageBrowser.Page other = sapporo.get(edit);
        begin(sapporo, plan);

        assertThat(sapporo.post(edit, other, Map.of("situation", "打ちかけの文（架空）")).to())
                .isEqualTo("/together");
        end(sapporo);

        assertThat(sapporo.get(edit).body()).contains("打ちかけの文（架空）");
    }

    @Test
    void aLockInBetweenLeavesItAsItIs() {
        Plan plan = drafted();
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        PageBrowser.Page page = begin(sapporo, plan);

        sapporo.post("/lock/now", page, Map.of("page", "/cases"));
        assertThat(sapporo.get(at(plan, "")).to()).isEqualTo("/lock");
        PageBrowser.Page lock = sapporo.get("/lock");
        sapporo.post("/lock", lock, Map.of("password", HubUnderTest.PASSWORD));

        assertThat(sapporo.get("/cases").to()).isEqualTo("/together");
        assertThat(sapporo.get(at(plan, "")).body()).contains(Plan.WISHES);
    }

    @Test
    void sheWritesHerWishesAndChoosesWhatIsWithheld() {
        Plan plan = drafted();
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        PageBrowser.Page page = begin(sapporo, plan);
        Matcher measure =
                Pattern.compile("name=\"withheldMeasures\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(measure.find()).isTrue();
        PageBrowser.Page early = sapporo.get(at(plan, ""));
        Map<String, String> said = new LinkedHashMap<>();
        said.put("wishes", "犬とも暮らしたい（架空）。");
        said.put("withheldMeasures", measure.group(1));
        said.put("withheldParts", "policy");

        assertThat(sapporo.post(at(plan, ""), page, said).to()).startsWith(at(plan, ""));

        JsonNode draft = plan.newest("sapporo");
        assertThat(draft.path("wishes").asString()).isEqualTo("犬とも暮らしたい（架空）。");
        assertThat(draft.at("/measures/0/withheld").asBoolean()).isTrue();
        assertThat(draft.at("/measures/1/withheld").asBoolean()).isFalse();
        assertThat(draft.path("withheldParts").toString()).contains("policy");
        assertThat(draft.path("othersViews").asString()).isEqualTo(OTHERS);
        assertThat(draft.at("/children/situation").asString()).isEqualTo(Plan.CHILDREN);
        assertThat(sapporo.get(at(plan, "")).body()).contains("犬とも暮らしたい", "checked");

        PageBrowser.Page stale = sapporo.post(at(plan, ""), early, Map.of("wishes", "古い画面の言葉（架空）"));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body()).contains("古い画面の言葉（架空）", "犬とも暮らしたい");

        plan.submitted().approved();
        assertThat(plan.read("police").ok().text()).contains("犬とも暮らしたい").doesNotContain(Plan.MEASURE, Plan.POLICY);
    }

    @Test
    void whatConcernsHerChildrenIsShownWhereAskedForAndStaysWithheld() {
        Plan plan = drafted(Map.of("withheldParts", List.of("children")));
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        PageBrowser.Page page = begin(sapporo, plan);
        assertThat(page.body()).doesNotContain(Plan.CHILDREN);
        assertThat(sapporo.get(at(plan, "") + "?children=true").body()).contains(Plan.CHILDREN);

        sapporo.post(at(plan, ""), page, Map.of("wishes", Plan.WISHES, "withheldParts", "children"));

        assertThat(page.body()).contains("name=\"withheldParts\" value=\"children\"");
        assertThat(plan.newest("sapporo").path("withheldParts").toString()).contains("children");
    }

    @Test
    void readingsAreSwitchedOnForTheWordsOfThePageAlone() {
        Plan plan = drafted();
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        assertThat(begin(sapporo, plan).body()).doesNotContain("<rt>", "《");

        assertThat(sapporo.get(at(plan, "") + "?furigana=true").body())
                .contains("計画<rt>けいかく</rt>", Plan.WISHES)
                .doesNotContain("《");
    }

    @Test
    void herAnswerIsRecordedFromThereWithoutASignature() {
        Plan plan = drafted().submitted().approved();
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        assertThat(begin(sapporo, plan).body()).contains("あなたの考えを記録する");
        PageBrowser.Page form = sapporo.get(at(plan, "/confirmation"));
        assertThat(form.body()).doesNotContain(Plan.HERS);
        Map<String, String> told = new LinkedHashMap<>();
        told.put("confirmation", "PARTLY");
        told.put("method", "ORAL");
        told.put("copyGiven", "false");
        told.put("reason", "もう少し考えたい（架空）");
        PageBrowser.Page again = sapporo.post(at(plan, "/confirmation"), form, told);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("もう少し考えたい（架空）", "同席モード：この画面のほかは開きません");

        LocalDate today = hub.clock().today();
        told.put("confirmedOn.era", "西暦");
        told.put("confirmedOn.year", String.valueOf(today.getYear()));
        told.put("confirmedOn.month", String.valueOf(today.getMonthValue()));
        told.put("confirmedOn.day", String.valueOf(today.getDayOfMonth()));
        assertThat(sapporo.post(at(plan, "/confirmation"), again, told).to()).startsWith(at(plan, ""));

        assertThat(plan.newest("sapporo").at("/confirmation/confirmation").asString())
                .isEqualTo("PARTLY");
        assertThat(sapporo.get("/cases").to()).isEqualTo("/together");
    }

    @Test
    void onlyWhoLeadsReadsItWithHerAndMakesHerPapers() {
        Plan plan = drafted().submitted().approved();
        for (String login : List.of("police", "center", "director", "asahikawa", "shelter")) {
            PageBrowser other = PageBrowser.of(hub, login);
            assertThat(other.get(at(plan, "")).status()).as(login).isEqualTo(404);
            assertThat(other.get(at(plan, "/confirmation")).status()).isEqualTo(404);
            for (String paper : List.of("/hers", "/1/person.pdf", "/1/memo.pdf")) {
                assertThat(other.get("/c/" + plan.conference.id + "/plan" + paper)
                                .status())
                        .as(login + paper)
                        .isEqualTo(404);
            }
        }
        assertThat(PageBrowser.of(hub, "police")
                        .get("/c/" + plan.conference.id + "/plan")
                        .body())
                .doesNotContain("plan/together", "plan/hers");
    }

    @Test
    void whatIsNotOnThePaperToCarryIsSaidBeforeItIsPrinted() {
        Plan plan = new Plan(Conference.in(hub, "REPORTED"));
        plan.drafted(
                "sapporo",
                Json.with(
                        plan.content(),
                        "measures",
                        List.of(
                                Json.with(plan.measure("011002", Plan.MEASURE), "carryWords", "海辺で本を読む"),
                                plan.measure("P0001", "巡回を続ける（架空）。"))));
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");

        assertThat(sapporo.get("/c/" + plan.conference.id + "/plan/hers").body())
                .contains("海辺で本を読む", "この紙に載らない支援 1件", "巡回を続ける（架空）。");
        PageBrowser.Page memo = sapporo.get("/c/" + plan.conference.id + "/plan/1/memo.pdf");
        assertThat(memo.body()).startsWith("%PDF-");
        assertThat(memo.disposition()).isEqualTo("inline; filename=\"memo.pdf\"");
    }

    private static Plan drafted() {
        return drafted(Map.of());
    }

    private static Plan drafted(Map<String, Object> more) {
        Plan plan = new Plan(Conference.in(hub, "REPORTED"));
        Map<String, Object> content = new LinkedHashMap<>(Json.with(plan.content(), "othersViews", OTHERS));
        content.putAll(more);
        return plan.drafted("sapporo", content);
    }

    private static PageBrowser.Page begin(PageBrowser browser, Plan plan) {
        browser.post(at(plan, "/begin"), browser.get(at(plan, "")), Map.of());
        return browser.get(at(plan, ""));
    }

    private static void end(PageBrowser browser) {
        browser.post("/together", browser.get("/together"), Map.of("password", HubUnderTest.PASSWORD));
    }

    private static String at(Plan plan, String page) {
        return "/c/" + plan.conference.id + "/plan/together" + page;
    }
}
