package jp.tsunagi.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.document.ReadPdf;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The pages around a meeting: reply, information sheet, papers, the meeting itself, and the report of what came of it. */
class MeetingPagesIT {

    private static final String FACTS_NOTED = "鍵の交換は済んでいる（架空の記録）。";
    private static final String HER_WORDS = "学校は変えたくない（架空の言葉）。";
    private static final String DECIDED = "三か所を見学する（架空の決定）。";

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
    void thePageOfTheReplyHasNothingOfHersBeforeThePledge() {
        Conference conference = Conference.in(hub, "APPROVED").convened();
        PageBrowser.Page page = PageBrowser.of(hub, "police").get(at(conference, "attendance-reply"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("令和8年11月27日")
                .doesNotContain(Conference.HERS)
                .doesNotContain("オンライン");
    }

    @Test
    void aReplyWithoutTheWholePledgeIsShownAgainAsItWasTyped() {
        Conference conference = Conference.in(hub, "APPROVED").convened();
        PageBrowser police = PageBrowser.of(hub, "police");
        Map<String, String> reply = accepting();
        reply.remove("pledgeSafety");
        reply.remove("relationToOtherParty");

        PageBrowser.Page again = police.fill(at(conference, "attendance-reply"), reply);

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body())
                .contains("value=\"例示 巡子\"")
                .contains("id=\"pledge-problem\"")
                .contains("id=\"relationToOtherParty-problem\"")
                .contains("id=\"pledgeUse\" name=\"pledgeUse\" value=\"true\" checked")
                .doesNotContain(Conference.HERS);
        assertThat(conference.form("police").rule()).isEqualTo("document.not-cleared");
    }

    @Test
    void thePledgeOpensTheOwnEditionOfThePapers() {
        Conference conference = Conference.in(hub, "APPROVED").convened();
        PageBrowser police = PageBrowser.of(hub, "police");
        assertThat(police.get(at(conference, "papers")).body())
                .contains("出席者の守秘の誓約が済むと")
                .doesNotContain("case-review-form.pdf");

        PageBrowser.Page sent = police.fill(at(conference, "attendance-reply"), accepting());
        assertThat(sent.to()).isEqualTo("/c/" + conference.id);

        assertThat(police.get(at(conference, "papers")).body())
                .contains("架空警察署に渡る版です")
                .contains("case-review-form.pdf")
                .contains("<li>現住所</li>")
                .contains("会議記録は結果報告の後にできます");
        PageBrowser.Page paper = police.get(at(conference, "papers/case-review-form.pdf"));
        assertThat(paper.body()).startsWith("%PDF-");
        assertThat(paper.disposition()).startsWith("inline; filename=\"R8-").endsWith("_case-review-form.pdf\"");
        assertThat(police.get(at(conference, "papers/case-review-form.pdf?save"))
                        .disposition())
                .startsWith("attachment;");
        assertThat(police.get(at(conference, "papers/no-such-paper.pdf")).status())
                .isEqualTo(404);
    }

    @Test
    void theAnswerIsTheSameToWhomTheCenterMustLookAt() {
        Conference conference = Conference.in(hub, "APPROVED").convened();
        PageBrowser police = PageBrowser.of(hub, "police");
        PageBrowser child = PageBrowser.of(hub, "childguidance");
        Map<String, String> related = accepting();
        related.put("relationToOtherParty", "WORK");

        PageBrowser.Page sent = police.fill(at(conference, "attendance-reply"), related);
        child.fill(at(conference, "attendance-reply"), accepting());

        assertThat(sent.status()).isEqualTo(302);
        assertThat(notice(police.get("/c/" + conference.id)))
                .isEqualTo(notice(child.get("/c/" + conference.id)))
                .contains("出欠を回答しました");
        assertThat(police.get(at(conference, "papers")).body()).doesNotContain(Conference.HERS);
    }

    @Test
    void wordsThatMayTellWhereSheIsAreAskedAboutAndWithheldOrLeft() {
        Conference conference =
                Conference.in(hub, "APPROVED").convened().accepted("police").accepted("childguidance");
        PageBrowser police = PageBrowser.of(hub, "police");
        Map<String, String> sheet = Map.of("facts", "長女は架空第二小学校に通う。姉もいる。", "proposedSupport", "巡回");

        PageBrowser.Page asked = police.fill(at(conference, "information-sheet"), sheet);
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.body())
                .contains("id=\"facts-problem\"", "場所がわかる言葉があるかもしれません：", "長女は架空第二小学校に通う。姉もいる。", "name=\"_looked\"");

        Map<String, String> marking = new LinkedHashMap<>(sheet);
        marking.put("_action", "mark-places");
        assertThat(police.post(at(conference, "information-sheet"), asked, marking)
                        .to())
                .startsWith(at(conference, "information-sheet"));
        PageBrowser.Page marked = police.get(at(conference, "information-sheet"));
        assertThat(marked.body()).contains("架空第二小学校〔ここまで〕に通う。姉もいる。");
        Map<String, String> withheld = new LinkedHashMap<>(sheet);
        withheld.put("facts", "〔伏せる：所在〕長女は架空第二小学校〔ここまで〕に通う。姉もいる。");
        assertThat(police.post(at(conference, "information-sheet"), marked, withheld)
                        .to())
                .isEqualTo("/c/" + conference.id);
        assertThat(hub.get("childguidance", "/conferences/" + conference.id + "/agenda")
                        .ok()
                        .text())
                .contains("姉もいる")
                .doesNotContain("第二小学校");
        assertThat(hub.get("center", "/conferences/" + conference.id + "/agenda")
                        .ok()
                        .text())
                .contains("第二小学校");

        PageBrowser child = PageBrowser.of(hub, "childguidance");
        Map<String, String> looked = new LinkedHashMap<>(sheet);
        looked.put("_looked", "true");
        assertThat(child.fill(at(conference, "information-sheet"), looked).to()).isEqualTo("/c/" + conference.id);
    }

    @Test
    void aSheetIsThereToBeMendedAfterItWasSent() {
        Conference conference = Conference.in(hub, "APPROVED").convened().accepted("police");
        PageBrowser police = PageBrowser.of(hub, "police");
        Map<String, String> sheet = Map.of("facts", Conference.FACTS, "proposedSupport", "巡回を増やす\nほかの案");

        assertThat(police.fill(at(conference, "information-sheet"), Map.of("facts", "", "proposedSupport", ""))
                        .status())
                .isEqualTo(422);
        assertThat(police.fill(at(conference, "information-sheet"), sheet).to()).isEqualTo("/c/" + conference.id);
        assertThat(police.get(at(conference, "information-sheet")).body())
                .contains(Conference.FACTS)
                .contains("巡回を増やす\nほかの案");
        assertThat(PageBrowser.of(hub, "childguidance")
                        .get(at(conference, "information-sheet"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatIsNotedAtTheMeetingIsWhereTheReportStarts() {
        Conference conference = Conference.in(hub, "CONVENED");
        PageBrowser center = PageBrowser.of(hub, "center");
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        assertThat(sapporo.get(at(conference, "meeting")).status()).isEqualTo(404);
        PageBrowser.Page empty = center.get(at(conference, "meeting"));
        assertThat(empty.body()).contains(Conference.TOPICS).contains("value=\"オンライン\"");

        Map<String, String> half = meeting();
        half.remove("attendance[1].presence");
        half.remove("attendance[2].presence");
        PageBrowser.Page again = center.post(at(conference, "meeting"), empty, half);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains(FACTS_NOTED).contains(HER_WORDS).contains(DECIDED);
        assertThat(center.fill(at(conference, "meeting"), meeting()).to()).isEqualTo("/c/" + conference.id);

        PageBrowser.Page report = sapporo.get(at(conference, "outcome-report"));
        assertThat(report.body())
                .contains(DECIDED)
                .contains("value=\"見学に同行する\"")
                .contains("id=\"person.presence-PRESENT\" name=\"person.presence\" value=\"PRESENT\" checked")
                .contains(HER_WORDS);
        Map<String, String> typed = meeting();
        typed.putAll(day("recordedOn", hub.clock().today()));
        typed.put("recordedBy", "札幌市 見本 花子");
        typed.put("results[0].topic", Conference.TOPICS);
        typed.put("results[0].text", DECIDED);
        typed.put("results[1].topic", "");
        typed.put("results[1].text", "二か月後に集まる");
        typed.put("actions[0].agency", "011002");
        typed.put("actions[0].what", "見学に同行する");
        typed.put("leadAgency", "011002");
        PageBrowser.Page check = sapporo.post(at(conference, "outcome-report"), report, typed);
        assertThat(check.status()).isEqualTo(200);
        assertThat(check.body()).contains("value=\"confirm\"").contains("二か月後に集まる");
        assertThat(conference.state()).isEqualTo("HELD");

        typed.put("_action", "confirm");
        assertThat(sapporo.post(at(conference, "outcome-report"), check, typed).to())
                .isEqualTo("/c/" + conference.id);
        JsonNode outcome = conference.read("center").json().path("outcome");
        assertThat(outcome.path("outcome").asString())
                .isEqualTo("【" + Conference.TOPICS + "】\n" + DECIDED + "\n\n【全体】\n二か月後に集まる");
        assertThat(outcome.path("attendance").findValuesAsString("part")).containsExactly("後半のみ");
        assertThat(outcome.path("leadAgency").asString()).isEqualTo("011002");
    }

    @Test
    void whoeverComesForNoAgencyIsNamedWithWhatTheyComeAsAndOnlyWhereSheAgreed() {
        Conference conference = Conference.in(hub, "APPROVED");
        PageBrowser center = PageBrowser.of(hub, "center");
        hub.put(
                        "center",
                        "/cases/" + conference.caseId() + "/block-list",
                        Json.of("people", List.of(Json.of("name", "封鎖 架空夫"))))
                .ok();
        Map<String, String> call =
                new LinkedHashMap<>(day("start", hub.clock().today().plusDays(7)));
        call.putAll(Map.of("start.time", "10:00", "end.time", "12:00", "place", "会議室", "_action", "confirm"));
        call.putAll(Map.of("moderator", "C0001", "recorder", "C0001"));
        call.putAll(Map.of("participants[0].agency", "P0001", "companions[0].capacity", "INTERPRETER"));
        call.putAll(Map.of("companions[0].name", "封鎖架空夫", "companions[0].broughtBy", "011002"));

        PageBrowser.Page blocked = center.fill(at(conference, "convening"), call);
        assertThat(blocked.status()).isEqualTo(422);
        assertThat(blocked.body()).contains("id=\"companions[0].name-problem\"", "value=\"封鎖架空夫\"");
        call.put("companions[0].name", "通訳架空葉");
        PageBrowser.Page unasked = center.fill(at(conference, "convening"), call);
        assertThat(unasked.status()).isEqualTo(422);
        assertThat(unasked.body()).contains("id=\"companions[0].agreed-problem\"", "value=\"通訳架空葉\"");
        call.put("companions[0].agreed", "true");
        PageBrowser.Page look = center.fill(at(conference, "convening"), call);
        assertThat(look.body()).contains("通訳　通訳架空葉（札幌市が同席）");
        call.put("_action", "submit");
        assertThat(center.post(at(conference, "convening"), look, call).to()).isEqualTo("/c/" + conference.id);

        // Before the pledge an agency learns nothing of it, and the notice never tells.
        assertThat(PageBrowser.of(hub, "police").get("/c/" + conference.id).body())
                .doesNotContain("通訳架空葉");
        assertThat(ReadPdf.text(paper(conference, "convening-notice"))).doesNotContain("通訳");
        conference.accepted("police");
        assertThat(PageBrowser.of(hub, "police").get("/c/" + conference.id).body())
                .contains("通訳　通訳架空葉（札幌市が同席）");

        PageBrowser.Page meeting = center.get(at(conference, "meeting"));
        assertThat(meeting.body()).contains("value=\"通訳架空葉\"", "value=\"INTERPRETER\" selected");
        Map<String, String> there = meeting();
        there.put("attendance[3].capacity", "INTERPRETER");
        there.put("attendance[3].name", "");
        there.put("attendance[3].presence", "PRESENT");
        assertThat(center.fill(at(conference, "meeting"), there).body()).contains("id=\"attendance[3].name-problem\"");
        there.put("attendance[3].name", "通訳架空葉");
        assertThat(center.fill(at(conference, "meeting"), there).to()).isEqualTo("/c/" + conference.id);
        assertThat(center.get(at(conference, "meeting")).body()).contains("通訳 通訳架空葉");

        List<Map<String, Object>> present = new ArrayList<>(conference.attendance());
        present.add(Json.of("capacity", "INTERPRETER", "name", "通訳架空葉", "presence", "PRESENT"));
        conference
                .step("sapporo", "outcome-report", Json.with(conference.outcome(), "attendance", present))
                .ok();
        for (String paper : List.of("outcome-record", "case-review-form")) {
            assertThat(ReadPdf.withoutSpace(ReadPdf.text(paper(conference, paper))))
                    .as(paper)
                    .contains("通訳通訳架空葉");
        }
    }

    @Test
    void anOutcomeThatSaysNothingIsShownAgain() {
        Conference conference = Conference.in(hub, "CONVENED").held();
        PageBrowser.Page again = PageBrowser.of(hub, "sapporo")
                .fill(at(conference, "outcome-report"), Map.of("recordedBy", "見本 花子", "place", "会議室"));

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("id=\"outcome-problem\"").contains("value=\"会議室\"");
        assertThat(conference.state()).isEqualTo("HELD");
    }

    @Test
    void theNotesAreReadByTheCenterTheRequestingTeamAndTheRecorderAlone() {
        Conference byCenter = Conference.in(hub, "CONVENED");
        noted(byCenter, "center");
        for (String login : List.of("center", "director", "sapporo")) {
            assertThat(byCenter.read(login).ok().text()).contains(FACTS_NOTED, HER_WORDS, DECIDED);
        }
        for (String login : List.of("police", "childguidance", "shelter", "auditor")) {
            assertThat(byCenter.read(login).ok().text()).doesNotContain(FACTS_NOTED, HER_WORDS, DECIDED);
        }
        assertThat(byCenter.read("police").json().path("withheld").toString()).contains("holding.notes");
        assertThat(PageBrowser.of(hub, "police").get(at(byCenter, "meeting")).body())
                .doesNotContain(FACTS_NOTED, HER_WORDS, DECIDED);

        Conference byPolice = Conference.in(hub, "APPROVED");
        Map<String, Object> call = Json.with(
                byPolice.call(byPolice.inAWeek(), List.of(Json.of("agency", "P0001"), Json.of("agency", "J0001"))),
                "recorder",
                "P0001");
        byPolice.step("center", "convening", call).ok();
        byPolice.accepted("police").accepted("childguidance");
        assertThat(PageBrowser.of(hub, "childguidance")
                        .get(at(byPolice, "meeting"))
                        .status())
                .isEqualTo(404);
        assertThat(byPolice.step("childguidance", "holding", byPolice.meeting()).rule())
                .isEqualTo("step.not-permitted");
        noted(byPolice, "police");
        assertThat(byPolice.read("police").text()).contains(FACTS_NOTED);
        assertThat(byPolice.read("childguidance").text()).doesNotContain(FACTS_NOTED, HER_WORDS, DECIDED);

        byPolice.consentWithdrawn("shelter", "P0001").ok();
        assertThat(byPolice.read("police").text()).doesNotContain(FACTS_NOTED, HER_WORDS, DECIDED);
    }

    @Test
    void strangersFindNothing() {
        Conference conference = Conference.in(hub, "CONVENED");
        PageBrowser stranger = PageBrowser.of(hub, "asahikawa");
        for (String page : List.of(
                "attendance-reply",
                "information-sheet",
                "papers",
                "papers/case-review-form.pdf",
                "meeting",
                "outcome-report")) {
            assertThat(stranger.get(at(conference, page)).status()).as(page).isEqualTo(404);
        }
    }

    @Test
    void aFactOfTheCaseStandsUnderItsOwnLabel() {
        Conference conference = Conference.in(hub, "CONVENED");
        assertThat(PageBrowser.of(hub, "sapporo").get("/c/" + conference.id).body())
                .contains("フリガナ")
                .containsOnlyOnce(Conference.SITUATION)
                .doesNotContain(Conference.NAME, Conference.KANA);
    }

    private static byte[] paper(Conference conference, String kind) {
        return hub.get("police", "/conferences/" + conference.id + "/documents/" + kind + ".pdf")
                .ok()
                .body();
    }

    private static void noted(Conference conference, String login) {
        Map<String, Object> notes = Json.of(
                "facts",
                FACTS_NOTED,
                "herWords",
                HER_WORDS,
                "decisions",
                List.of(Json.of("topic", Conference.TOPICS, "text", DECIDED)));
        conference
                .step(login, "holding", Json.with(conference.meeting(), "notes", notes))
                .ok();
    }

    private static Map<String, String> accepting() {
        Map<String, String> reply = new LinkedHashMap<>();
        reply.put("reply", "ACCEPT");
        reply.put("attendee", "例示 巡子");
        reply.put("pledgeSecrecy", "true");
        reply.put("pledgeUse", "true");
        reply.put("pledgeSafety", "true");
        reply.put("relationToOtherParty", "NONE");
        return reply;
    }

    /** What is typed on the page of a meeting that has just ended. */
    private static Map<String, String> meeting() {
        Map<String, String> typed = day("start", hub.clock().today());
        typed.put("start.time", "13:00");
        typed.put("end.time", "14時30分");
        typed.put("place", "オンライン");
        List<String> agencies = List.of("011002", "C0001", "P0001");
        for (int i = 0; i < agencies.size(); i++) {
            typed.put("attendance[" + i + "].agency", agencies.get(i));
            typed.put("attendance[" + i + "].presence", "PRESENT");
        }
        typed.put("person.presence", "PRESENT");
        typed.put("person.part", "後半のみ");
        typed.put("notes.facts", FACTS_NOTED);
        typed.put("notes.herWords", HER_WORDS);
        typed.put("notes.decisions[0].topic", Conference.TOPICS);
        typed.put("notes.decisions[0].text", DECIDED);
        typed.put("notes.actions[0].agency", "011002");
        typed.put("notes.actions[0].what", "見学に同行する");
        return typed;
    }

    private static Map<String, String> day(String field, LocalDate day) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put(field + ".era", "西暦");
        typed.put(field + ".year", String.valueOf(day.getYear()));
        typed.put(field + ".month", String.valueOf(day.getMonthValue()));
        typed.put(field + ".day", String.valueOf(day.getDayOfMonth()));
        return typed;
    }

    private static String notice(PageBrowser.Page page) {
        int from = page.body().indexOf("class=\"notice\" role=\"status\"");
        assertThat(from).isPositive();
        return page.body().substring(from, page.body().indexOf("</p>", from));
    }

    private static String at(Conference conference, String page) {
        return "/c/" + conference.id + "/" + page;
    }
}
