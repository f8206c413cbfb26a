package jp.tsunagi.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Papers asked back: who holds some is asked, says what became of them, and whoever asked sees it beside the ledger. */
class RecoveryIT {

    @TempDir
    static Path folder;

    private static HubUnderTest hub;

    @BeforeAll
    static void start() {
        hub = HubUnderTest.start(folder, LocalDateTime.parse("2026-11-20T10:00"));
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    static Map<String, Object> asking(String... agencies) {
        return Json.of("agencies", List.of(agencies));
    }

    static Map<String, Object> destroyed(HubUnderTest hub) {
        return Json.of("handling", "DESTROYED", "handledOn", hub.clock().today().toString());
    }

    /** The request that waits for the first agency which holds papers. */
    static String asked(HubUnderTest hub, Conference conference) {
        return hub.get("sapporo", "/conferences/" + conference.id + "/recoveries")
                .ok()
                .json()
                .at("/items/0/asked/n")
                .asString();
    }

    /** One of which the police opened a paper, and child guidance none. */
    private static Conference opened() {
        Conference conference = Conference.in(hub, "REPORTED");
        conference.form("police").ok();
        return conference;
    }

    private static JsonNode holder(Conference conference) {
        JsonNode items = hub.get("sapporo", "/conferences/" + conference.id + "/recoveries")
                .ok()
                .json()
                .path("items");
        assertThat(items.size()).isOne();
        return items.path(0);
    }

    @Test
    void whoeverHoldsPapersIsAskedAndSaysWhatBecameOfThemAlsoWhereNothingIsSharedAnyMore() {
        Conference conference = opened();
        assertThat(holder(conference).path("agency").asString()).isEqualTo("P0001");
        assertThat(holder(conference).at("/asked/n").asString("")).isEmpty();
        conference.consentWithdrawn("shelter").ok();
        conference.step("sapporo", "recoveries", asking("P0001")).ok();
        hub.awaitQuiet();
        String n = asked(hub, conference);

        assertThat(conference.read("police").text()).doesNotContain(Conference.HERS);
        Answer seen = hub.get("police", "/recoveries/" + n).ok();
        assertThat(seen.json().at("/papers/0/kind").asString()).isEqualTo("case-review-form");
        assertThat(seen.text()).doesNotContain(Conference.HERS);
        assertThat(hub.get("police", "/recoveries").ok().text()).contains(n);
        assertThat(hub.inbox("police", null).stream()
                        .filter(notice -> notice.path("kind").asString().equals("papers-back-asked"))
                        .map(notice -> notice.path("conferenceId").asString()))
                .contains(n);
        assertThat(PageBrowser.of(hub, "police").get("/tasks").body()).contains("/recoveries/" + n);

        hub.post("police", "/recoveries/" + n + "/answer", destroyed(hub)).ok();
        hub.awaitKind("sapporo", conference.id, "papers-back-answered");
        assertThat(holder(conference).at("/asked/handling").asString()).isEqualTo("DESTROYED");
        assertThat(hub.post("police", "/recoveries/" + n + "/answer", destroyed(hub))
                        .rule())
                .isEqualTo("recovery.already-answered");
        assertThat(PageBrowser.of(hub, "police").get("/tasks").body()).doesNotContain("/recoveries/" + n);
    }

    @Test
    void nobodyElseLearnsThatPapersAreAskedBack() {
        Conference conference = opened();
        conference.step("sapporo", "recoveries", asking("P0001")).ok();
        String n = asked(hub, conference);
        for (String stranger :
                List.of("sapporo", "shelter", "asahikawa", "childguidance", "director", "auditor", "admin")) {
            Answer there = hub.get(stranger, "/recoveries/" + n);
            assertThat(there.status()).as(stranger).isEqualTo(404);
            assertThat(there.text())
                    .as(stranger)
                    .isEqualTo(
                            hub.get(stranger, "/recoveries/" + "0".repeat(26)).text());
            assertThat(hub.post(stranger, "/recoveries/" + n + "/answer", destroyed(hub))
                            .status())
                    .as(stranger)
                    .isEqualTo(404);
        }
        assertThat(conference.step("police", "recoveries", asking("J0001")).status())
                .isEqualTo(404);
        assertThat(PageBrowser.of(hub, "asahikawa")
                        .get("/c/" + conference.id + "/recovery")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoeverMustNotComeNearTheCaseFindsNothingOfIt() {
        Conference conference = opened();
        conference.step("sapporo", "recoveries", asking("P0001")).ok();
        String n = asked(hub, conference);
        String blockList = "/cases/" + conference.caseId() + "/block-list";

        hub.put("center", blockList, Json.of("people", List.of(Json.of("name", "警察署", "agency", "P0001"))))
                .ok();

        Answer blocked = hub.get("police", "/recoveries/" + n);
        assertThat(blocked.status()).isEqualTo(404);
        assertThat(blocked.text())
                .isEqualTo(hub.get("police", "/recoveries/" + "0".repeat(26)).text());
        assertThat(hub.get("police", "/recoveries").ok().text()).doesNotContain(n);
        assertThat(PageBrowser.of(hub, "police").get("/tasks").body()).doesNotContain("/recoveries/" + n);
        assertThat(hub.post("police", "/recoveries/" + n + "/answer", destroyed(hub))
                        .status())
                .isEqualTo(404);
        hub.put("center", blockList, Json.of("people", List.of())).ok();
        assertThat(hub.get("police", "/recoveries/" + n).status()).isEqualTo(200);
    }

    @Test
    void anAgencyIsAskedOnceUntilItAnswersAndAgainForWhatItOpensAfterwards() {
        Conference conference = opened();
        conference.step("sapporo", "recoveries", asking("P0001")).ok();
        String first = asked(hub, conference);
        conference.step("center", "recoveries", asking("P0001")).ok();
        assertThat(asked(hub, conference)).isEqualTo(first);
        Map<String, Object> answer = destroyed(hub);
        hub.call("police", "POST", "/recoveries/" + first + "/answer", answer, "papers-1")
                .ok();
        hub.call("police", "POST", "/recoveries/" + first + "/answer", answer, "papers-1")
                .ok();

        hub.clock().atLeast(hub.clock().now().plusMinutes(5));
        conference.form("police").ok();
        conference.step("director", "recoveries", asking("P0001")).ok();
        assertThat(asked(hub, conference)).isNotEqualTo(first);
    }

    @Test
    void theLedgerShowsWhatBecameOfEachPaperAndTheFormsKeepWhatWasTyped() {
        Conference conference = opened();
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        String page = "/c/" + conference.id + "/recovery";
        assertThat(sapporo.get("/c/" + conference.id + "/sharing").body()).contains(page);
        PageBrowser.Page form = sapporo.get(page);
        assertThat(form.body()).contains("架空警察署").doesNotContain(Conference.HERS);
        PageBrowser.Page refused = sapporo.post(page, form, Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"agencies-problem\"");
        assertThat(conference
                        .step("sapporo", "recoveries", asking("J0001"))
                        .json()
                        .at("/fields/agencies")
                        .asString())
                .isEqualTo("回収を依頼する機関は、資料を持つ機関から選んでください");
        assertThat(sapporo.post(page, refused, Map.of("agencies", "P0001")).to())
                .isEqualTo(page);
        assertThat(sapporo.get("/c/" + conference.id + "/sharing").body()).contains("依頼中");

        PageBrowser police = PageBrowser.of(hub, "police");
        String answer = "/recoveries/" + asked(hub, conference);
        assertThat(police.get("/recoveries").body()).contains(answer);
        PageBrowser.Page asked = police.get(answer);
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("handling", "RETURNED");
        day(typed, hub.clock().today().plusDays(1));
        PageBrowser.Page wrong = police.post(answer, asked, typed);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("id=\"handledOn-problem\"").containsPattern("value=\"RETURNED\"\\s+checked");
        day(typed, hub.clock().today());
        assertThat(police.post(answer, wrong, typed).to()).isEqualTo(answer);
        assertThat(police.get(answer).body()).contains("返した").doesNotContain("name=\"handling\"");
        assertThat(sapporo.get("/c/" + conference.id + "/sharing").body()).contains("返した");
    }

    private static void day(Map<String, String> typed, LocalDate day) {
        typed.put("handledOn.era", "西暦");
        typed.put("handledOn.year", String.valueOf(day.getYear()));
        typed.put("handledOn.month", String.valueOf(day.getMonthValue()));
        typed.put("handledOn.day", String.valueOf(day.getDayOfMonth()));
    }
}
