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

/** Hand-overs on their pages: offered after a look, answered, taken in from elsewhere; nothing typed is lost. */
class HandOverPagesIT {

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

    private static Conference transferable() {
        Conference conference = Conference.in(hub, "REPORTED");
        new Plan(conference).drafted().submitted().approved().confirmed();
        HandOversIT.transferable(hub, conference);
        hub.awaitQuiet();
        return conference;
    }

    @Test
    void itIsOfferedAfterALookAtExactlyWhatGoesAlongAndAnsweredOnThePages() {
        Conference conference = transferable();
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        assertThat(sapporo.get("/c/" + conference.id).body()).contains(at(conference, ""));
        assertThat(sapporo.get(at(conference, "/new")).body()).contains("同意に含まれる引継ぎ先：", "旭川市", Plan.MEASURE);
        Map<String, String> typed = offer(new Plan(conference).measureId(0));

        PageBrowser.Page look = sapporo.fill(at(conference, "/new"), Json.strings(typed, "_action", "confirm"));
        assertThat(look.status()).isEqualTo(200);
        assertThat(look.body())
                .contains("旭川市に渡る内容です", Conference.NAME, Plan.MEASURE, HandOversIT.REMARKS)
                .doesNotContain(Conference.SITUATION, Conference.ADDRESS);
        String one = sapporo.post(at(conference, "/new"), look, typed).to();
        assertThat(one).startsWith(at(conference, "/"));
        assertThat(sapporo.get(one).body()).contains("相手の回答を待っています", "旭川市");
        hub.awaitQuiet();

        PageBrowser asahikawa = PageBrowser.of(hub, "asahikawa");
        String offer = "/handovers/" + one.substring(one.lastIndexOf('/') + 1);
        assertThat(asahikawa.get("/tasks").body()).contains("引継ぎの申し出に回答する", offer);
        assertThat(asahikawa.get("/handovers").body()).contains(offer, "札幌市").doesNotContain(Conference.NAME);
        PageBrowser.Page again = asahikawa.fill(offer + "/acceptance", Map.of("section", "女性相談窓口"));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("id=\"pledge-problem\"");
        assertThat(asahikawa
                        .post(offer + "/acceptance", again, Map.of("pledge", "true", "section", "女性相談窓口"))
                        .to())
                .isEqualTo(offer);
        hub.awaitQuiet();
        String id = hub.get("asahikawa", "/hand-overs/" + offer.substring("/handovers/".length()))
                .ok()
                .string("conferenceId");
        assertThat(asahikawa.get(offer).body()).contains("/c/" + id + "/handovers");
        assertThat(asahikawa.get("/c/" + id + "/handovers").body())
                .contains("引き継いで始まった案件です", Conference.NAME, Plan.MEASURE, "taken-over.pdf");
        assertThat(asahikawa.get("/c/" + id + "/request/person").body()).contains(Conference.NAME);
        assertThat(asahikawa.get("/c/" + id + "/handovers/taken-over.pdf").status())
                .isEqualTo(200);
        assertThat(sapporo.get(at(conference, "")).body()).contains("引継ぎずみ", "/closing");
        assertThat(sapporo.get("/c/" + conference.id + "/closing").body()).contains("引継ぎ先の機関が支援を続けるため");
    }

    @Test
    void whatIsWrongIsSaidWhereItStandsAndNothingTypedIsLost() {
        Conference conference = transferable();
        Map<String, String> typed = offer("");
        typed.remove("measures");
        typed.remove("method");
        typed.put("receiver", "011002");
        typed.put("parts", "ADDRESS");
        typed.put("_action", "confirm");
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");

        PageBrowser.Page again = sapporo.fill(at(conference, "/new"), typed);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body())
                .contains("id=\"receiver-problem\"", "id=\"method-problem\"", HandOversIT.REMARKS, "見本 花子");

        typed.put("receiver", "012041");
        typed.put("method", "PHONE");
        again = sapporo.fill(at(conference, "/new"), typed);
        assertThat(again.body()).contains("id=\"parts-problem\"", HandOversIT.REMARKS);
        assertThat(sapporo.get(at(conference, "/new")).body()).contains(HandOversIT.REMARKS);
        assertThat(PageBrowser.of(hub, "center").get(at(conference, "/new")).status())
                .isEqualTo(404);
        assertThat(PageBrowser.of(hub, "police").get(at(conference, "")).status())
                .isEqualTo(404);
    }

    @Test
    void aReasonTypedWhileItWasCalledOffStays() {
        Conference conference = transferable();
        String n = hub.post("sapporo", "/cases/" + conference.caseId() + "/hand-overs", HandOversIT.offer(hub))
                .ok()
                .string("n");
        PageBrowser asahikawa = PageBrowser.of(hub, "asahikawa");
        PageBrowser.Page open = asahikawa.get("/handovers/" + n + "/refusal");
        conference.consentWithdrawn("shelter").ok();

        PageBrowser.Page again =
                asahikawa.post("/handovers/" + n + "/refusal", open, Map.of("reason", "担当の地域ではない（架空）"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains("この引継ぎは取りやめになりました", "担当の地域ではない（架空）");
        assertThat(asahikawa.get("/handovers/" + n).body())
                .contains("この申し出は取りやめになりました")
                .doesNotContain("撤回");
    }

    @Test
    void theAnswerFromElsewhereIsRecordedOnItsPage() {
        Conference conference = transferable();
        String n = hub.post("sapporo", "/cases/" + conference.caseId() + "/hand-overs", HandOversIT.elsewhere(hub))
                .ok()
                .string("n");
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        assertThat(sapporo.get("/tasks").body()).contains("引継ぎ先の回答を記録する", at(conference, "/" + n));
        Map<String, String> typed = day("answeredOn", hub.clock().today());
        typed.put("said", "REFUSED");
        typed.put("answeredBy", "例示 次郎");
        typed.put("answeredHow", "PHONE");
        PageBrowser.Page again = sapporo.fill(at(conference, "/" + n + "/answer"), typed);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("id=\"reason-problem\"", "例示 次郎");
        typed.put("reason", "担当の者がいない（架空）");
        assertThat(sapporo.post(at(conference, "/" + n + "/answer"), again, typed)
                        .to())
                .isEqualTo(at(conference, "/" + n));
        assertThat(sapporo.get(at(conference, "/" + n)).body()).contains("担当の者がいない（架空）", "例示 次郎");
    }

    @Test
    void oneFromElsewhereBecomesACaseOfThoseWhoTypedIt() {
        PageBrowser asahikawa = PageBrowser.of(hub, "asahikawa");
        Map<String, String> typed = day("handedOn", hub.clock().today());
        typed.putAll(day("agreedOn", hub.clock().today()));
        typed.put("fromName", "架空県架空市");
        typed.put("refusalExplained", "true");
        typed.put("method", "PHONE");
        typed.put("explainedBy", "例示 幸子");
        typed.put("kana", "シオミザカ");
        typed.put("birthDate.era", "西暦");
        typed.put("birthDate.year", "2030");
        typed.put("birthDate.month", "1");
        typed.put("birthDate.day", "1");
        typed.put("currentSituation", Conference.SITUATION);
        typed.put("_rows", "measures");
        typed.put("measures[0].area", "HOUSING");
        typed.put("measures[0].measure", Plan.MEASURE);

        PageBrowser.Page again = asahikawa.fill("/handovers/new", typed);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body())
                .contains("id=\"name-problem\"", "id=\"birthDate-problem\"", Conference.SITUATION, Plan.MEASURE);
        Map<String, String> kept = new LinkedHashMap<>(typed);
        kept.put("_action", "keep");
        asahikawa.post("/handovers/new", again, kept);
        assertThat(asahikawa.get("/handovers/new").body()).contains(Conference.SITUATION);

        typed.put("name", Conference.NAME);
        typed.put("birthDate.year", "1989");
        String begun = asahikawa.fill("/handovers/new", typed).to();
        assertThat(begun).startsWith("/handovers/begun/");
        hub.awaitQuiet();
        String page = asahikawa.get(begun).body();
        assertThat(page).contains("案件ができました").doesNotContain(Conference.NAME);
        String id = page.replaceAll("(?s).*href=\"/c/([0-9A-Z]{26})/handovers\".*", "$1");
        assertThat(asahikawa.get("/c/" + id + "/request/situation").body()).contains(Conference.SITUATION);
        assertThat(asahikawa.get("/c/" + id + "/handovers").body()).contains("架空県架空市", Plan.MEASURE, Conference.NAME);
        assertThat(asahikawa.get("/handovers/new").body()).doesNotContain(Conference.SITUATION);
        for (String who : List.of("sapporo", "shelter", "center")) {
            PageBrowser other = PageBrowser.of(hub, who);
            assertThat(other.get("/c/" + id).status()).as(who).isEqualTo(404);
            assertThat(other.get(begun).status()).as(who).isEqualTo(404);
        }
        assertThat(PageBrowser.of(hub, "police").get("/handovers").status()).isEqualTo(404);
    }

    @Test
    void sheNamesTheAgencyOnThePageOfHerConsent() {
        Conference conference = Conference.in(hub, "REPORTED");
        PageBrowser shelter = PageBrowser.of(hub, "shelter");
        String renewal = "/c/" + conference.id + "/consent/renewal";
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("refusalExplained", "true");
        typed.put("purposes", "TRANSFER");
        typed.put("recipients", "P0001");
        typed.put("furtherRecipient", "012041");
        PageBrowser.Page check = shelter.fill(renewal, typed);
        assertThat(check.body()).contains("旭川市", "furtherRecipient");
        assertThat(shelter.post(renewal, check, Json.strings(typed, "_action", "confirm"))
                        .to())
                .isEqualTo("/c/" + conference.id + "/consent");
        assertThat(PageBrowser.of(hub, "sapporo").get(at(conference, "/new")).body())
                .contains("同意に含まれる引継ぎ先：");
    }

    private static Map<String, String> offer(String measure) {
        Map<String, String> typed = day("agreedOn", hub.clock().today());
        typed.put("where", "DIRECTORY");
        typed.put("receiver", "012041");
        typed.put("parts", "PERSON");
        typed.put("measures", measure);
        typed.put("remarks", HandOversIT.REMARKS);
        typed.put("refusalExplained", "true");
        typed.put("method", "FACE_TO_FACE");
        typed.put("explainedBy", "見本 花子");
        return typed;
    }

    private static String at(Conference conference, String page) {
        return "/c/" + conference.id + "/handovers" + page;
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
