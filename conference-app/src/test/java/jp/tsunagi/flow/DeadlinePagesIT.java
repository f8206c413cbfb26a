package jp.tsunagi.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The statutory clock over HTTP and on its pages, with a clock that moves on; what must come early stands first. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeadlinePagesIT {

    static final String NOTE = "通知は窓口で受け取る（架空）。";

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

    static Map<String, Object> measure(HubUnderTest hub) {
        return Json.of(
                "procedure",
                "RESIDENT_REGISTER_PROTECTION",
                "from",
                hub.clock().today().toString(),
                "note",
                NOTE);
    }

    static Map<String, Object> protection(HubUnderTest hub) {
        return Json.of(
                "procedure", "TEMPORARY_PROTECTION",
                "from", hub.clock().today().toString(),
                "until", hub.clock().today().plusDays(14).toString());
    }

    private static Map<String, Object> order(LocalDate from) {
        return Json.of("procedure", "PROTECTION_ORDER", "from", from.toString());
    }

    @Test
    @Order(1)
    void anOrderIsEnteredAfterItsLastDayWasShown() {
        Conference conference = Conference.in(hub, "REPORTED");
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        assertThat(sapporo.get("/c/" + conference.id).body())
                .contains("期限のある手続")
                .contains("本人の同意");
        Map<String, String> typed = day("from", hub.clock().today());
        typed.put("procedure", "PROTECTION_ORDER");
        typed.put("note", NOTE);
        typed.put("_action", "confirm");

        PageBrowser.Page looked = sapporo.fill(at(conference, "/new"), typed);
        assertThat(looked.body()).contains("令和9年11月19日").contains("令和9年9月17日").contains("第15条第2項");
        assertThat(items("sapporo", conference)).hasSize(1);
        typed.remove("_action");
        assertThat(sapporo.post(at(conference, "/new"), looked, typed).to()).isEqualTo(at(conference, ""));

        assertThat(sapporo.get(at(conference, "")).body())
                .contains("接近禁止命令")
                .contains("令和9年11月19日")
                .contains("あと364日");
        assertThat(sapporo.get(at(conference, "/1")).body()).contains(NOTE).contains("登録");
        assertThat(sapporo.get("/deadlines?kind=0").body()).contains("接近禁止命令").doesNotContain("本人の同意</span>");
    }

    @Test
    @Order(1)
    void whatIsWrongIsSaidWhereItStandsAndNothingTypedIsLost() {
        Conference conference = Conference.in(hub, "REPORTED");
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        Map<String, String> typed = day("from", hub.clock().today().plusDays(1));
        typed.put("procedure", "EVICTION_ORDER");
        typed.put("months", "6");
        typed.put("soleHolder", "true");
        typed.put("note", NOTE);
        typed.put("_action", "confirm");

        PageBrowser.Page again = sapporo.fill(at(conference, "/new"), typed);

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body())
                .contains("id=\"from-problem\"")
                .contains("id=\"petitioned-problem\"")
                .doesNotContain("id=\"soleHolder-problem\"")
                .contains(NOTE)
                .contains("name=\"from.day\" value=\"21\"");
        typed.remove("_action");
        assertThat(sapporo.post(at(conference, "/new"), again, typed).status()).isEqualTo(422);
        assertThat(items("sapporo", conference)).hasSize(1);
    }

    @Test
    @Order(1)
    void theMeasureEndsWithAMoveAndThePageSaysWhatToDo() {
        Conference conference = Conference.in(hub, "REPORTED");
        hub.post("sapporo", path(conference), measure(hub)).ok();
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        assertThat(sapporo.fill(
                                at(conference, "/1/renewal"),
                                day("decidedOn", hub.clock().today()))
                        .status())
                .isEqualTo(409);

        assertThat(sapporo.fill(
                                at(conference, "/1/move-out"),
                                day("movedOn", hub.clock().today()))
                        .to())
                .isEqualTo(at(conference, "/1"));

        assertThat(sapporo.get(at(conference, "/1")).body()).contains("転出先の市町村で、あらためて申し出てください");
        assertThat(sapporo.get(at(conference, "/1/move-out")).status()).isEqualTo(404);
    }

    @Test
    @Order(1)
    void aChangeKeepsWhatWasBeforeAndTheSecondOfTwoIsShownTheFirst() {
        Conference conference = Conference.in(hub, "REPORTED");
        hub.post("sapporo", path(conference), order(hub.clock().today())).ok();
        Map<String, Object> earlier = Json.with(order(hub.clock().today().minusDays(2)), "reason", "送達の日の誤り");
        PageBrowser other = PageBrowser.of(hub, "sapporo2");
        PageBrowser.Page early = other.get(at(conference, "/1/change"));
        hub.putOver("sapporo", path(conference) + "/1", earlier, "\"1\"").ok();
        assertThat(hub.putOver("sapporo", path(conference) + "/1", earlier, "\"1\"")
                        .status())
                .isEqualTo(409);
        Map<String, String> late = day("from", hub.clock().today().minusDays(1));
        late.put("procedure", "PROTECTION_ORDER");
        late.put("reason", "二人目の訂正（架空）");

        PageBrowser.Page conflict = other.post(at(conference, "/1/change"), early, late);

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.body()).contains("二人目の訂正（架空）").contains("ほかの人が先に保存しました");
        Map<String, String> ended = day("endedOn", hub.clock().today());
        ended.put("reason", "取り消された（架空）");
        PageBrowser.Page opened = other.get(at(conference, "/1/ending"));
        PageBrowser.of(hub, "sapporo").fill(at(conference, "/1/ending"), ended);
        PageBrowser.Page tooLate = other.post(at(conference, "/1/ending"), opened, ended);
        assertThat(tooLate.status()).isEqualTo(409);
        assertThat(tooLate.body()).contains("取り消された（架空）");
        assertThat(other.get(at(conference, "/1")).body()).contains("送達の日の誤り").contains("令和9年11月17日");
    }

    @Test
    @Order(1)
    void aRepeatedCallEntersOnce() {
        Conference conference = Conference.in(hub, "REPORTED");
        for (int again = 0; again < 2; again++) {
            hub.call("sapporo", "POST", path(conference), measure(hub), "once").ok();
        }
        assertThat(items("sapporo", conference)).hasSize(2);
        assertThat(hub.call("sapporo", "POST", path(conference), protection(hub), "once")
                        .status())
                .isEqualTo(422);
    }

    @Test
    @Order(1)
    void participantsAndStrangersFindNothing() {
        Conference conference = Conference.in(hub, "REPORTED");
        hub.post("sapporo", path(conference), measure(hub)).ok();
        for (String who : List.of("police", "asahikawa", "shelter", "auditor")) {
            assertThat(hub.get(who, path(conference)).status()).as(who).isEqualTo(404);
            PageBrowser browser = PageBrowser.of(hub, who);
            for (String page : List.of("", "/new", "/1", "/1/change", "/1/ending", "/1/move-out")) {
                assertThat(browser.get(at(conference, page)).status())
                        .as(who + page)
                        .isEqualTo(404);
            }
            assertThat(browser.get("/deadlines").body()).doesNotContain("/c/" + conference.id);
        }
        assertThat(PageBrowser.of(hub, "police").get("/c/" + conference.id).body())
                .doesNotContain("/deadlines\"")
                .doesNotContain("支援措置");
        PageBrowser center = PageBrowser.of(hub, "center");
        assertThat(center.get(at(conference, "")).body()).contains("支援措置");
        assertThat(center.get(at(conference, "/new")).status()).isEqualTo(404);
    }

    @Test
    @Order(1)
    void afterAWithdrawalThoseWhoGoWithHerKeepItAndNobodyElse() {
        Conference conference = Conference.in(hub, "REPORTED");
        hub.post("sapporo", path(conference), measure(hub)).ok();
        hub.get("center", path(conference)).ok();

        conference.consentWithdrawn("shelter").ok();

        assertThat(hub.get("center", path(conference)).status()).isEqualTo(404);
        assertThat(hub.get("director", path(conference)).status()).isEqualTo(404);
        assertThat(PageBrowser.of(hub, "center").get(at(conference, "")).status())
                .isEqualTo(404);
        assertThat(items("sapporo", conference))
                .extracting(item -> item.path("procedure").asString())
                .containsExactly("RESIDENT_REGISTER_PROTECTION");
        hub.post("sapporo", path(conference), protection(hub)).ok();
    }

    @Test
    @Order(1)
    void theCalendarFileSaysNothingOfHer() {
        Conference conference = Conference.in(hub, "REPORTED");
        hub.post("sapporo", path(conference), measure(hub)).ok();
        String reference = conference.read("sapporo").ok().string("reference");
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");

        PageBrowser.Page file = sapporo.get("/deadlines/calendar.ics");

        String plain = file.body().replace("\r\n ", "");
        assertThat(file.disposition()).isEqualTo("attachment; filename=\"kigen.ics\"");
        assertThat(plain)
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .contains("METHOD:PUBLISH")
                .contains("SUMMARY:期限 " + reference + "\r\n")
                .contains("DTSTART;VALUE=DATE:20271119")
                .contains("TRIGGER:-P1D")
                .contains("DESCRIPTION:" + hub.pages() + at(conference, "") + "\r\n")
                .doesNotContain("支援措置", "LOCATION", "ATTENDEE", NOTE);
        assertThat(plain.lines().filter(line -> line.startsWith("CLASS:")).distinct())
                .containsExactly("CLASS:CONFIDENTIAL");
        assertThat(file.body().lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        String uid = uid(plain, conference);

        hub.post(
                        "sapporo",
                        path(conference) + "/1/ending",
                        Json.of("endedOn", hub.clock().today().toString(), "reason", "誤り"))
                .ok();
        assertThat(uids(sapporo.get("/deadlines/calendar.ics"))).doesNotContain(uid);
        PageBrowser.Page ended = sapporo.get("/deadlines/ended.ics");
        assertThat(ended.body()).contains("METHOD:CANCEL").contains("STATUS:CANCELLED");
        assertThat(uids(ended)).contains(uid);
    }

    @Test
    @Order(2)
    void eachReminderComesOnceToThoseWhoLeadAndNamesNothing() {
        Conference conference = Conference.in(hub, "REPORTED");
        hub.post("sapporo", path(conference), order(hub.clock().today())).ok();
        hub.awaitQuiet();
        look(LocalDate.of(2027, 9, 16));
        long before = near("sapporo", conference);

        look(LocalDate.of(2027, 9, 17));
        look(LocalDate.of(2027, 9, 17));
        look(LocalDate.of(2027, 9, 18));
        assertThat(near("sapporo", conference) - before).isEqualTo(1);
        look(LocalDate.of(2027, 10, 20));
        look(LocalDate.of(2027, 11, 12));
        look(LocalDate.of(2027, 11, 30));
        assertThat(near("sapporo", conference) - before).isEqualTo(3);

        for (String who : List.of("police", "childguidance", "center", "director", "shelter")) {
            assertThat(near(who, conference)).as(who).isZero();
        }
        JsonNode notice = hub.inbox("sapporo", conference.id).stream()
                .filter(one -> one.path("kind").asString().equals("deadline-near"))
                .findFirst()
                .orElseThrow();
        assertThat(notice.toString()).doesNotContain("ORDER", "PROTECTION", "2027-11-19");
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        assertThat(sapporo.get("/inbox").body()).contains("期限の近い手続があります").doesNotContain("接近禁止");
        assertThat(sapporo.post("/inbox/" + notice.path("id").asString() + "/opening", sapporo.get("/inbox"), Map.of())
                        .to())
                .isEqualTo(at(conference, ""));
    }

    @Test
    @Order(3)
    void afterClosingRemindersOfOrdersGoOnAndAnOverdueReviewIsSaidAsLongAsItIsOpen() {
        Conference open = Conference.in(hub, "REPORTED");
        new Plan(open).drafted().submitted().approved();
        Conference closed = Conference.in(hub, "REPORTED").closed();
        hub.post("sapporo", path(closed), order(hub.clock().today())).ok();
        LocalDate today = hub.clock().today();
        hub.awaitQuiet();

        look(today.plusMonths(2).plusDays(3));

        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        assertThat(sapporo.get(at(open, "")).body()).contains("見直しの期限を過ぎています");
        assertThat(sapporo.get(at(closed, "")).body()).contains("この案件は終結しています").doesNotContain("本人の同意</span>");
        assertThat(near("sapporo", closed)).isZero();
        look(today.plusMonths(11));
        assertThat(near("sapporo", closed)).isEqualTo(1);
    }

    private static void look(LocalDate day) {
        hub.clock().atLeast(day.atTime(9, 0));
        hub.lookAtDeadlines();
        hub.awaitQuiet();
    }

    private static long near(String login, Conference conference) {
        return hub.kinds(login, conference.id).stream()
                .filter("deadline-near"::equals)
                .count();
    }

    private static List<JsonNode> items(String login, Conference conference) {
        hub.awaitQuiet();
        JsonNode items = hub.get(login, path(conference)).ok().json().path("items");
        return items.valueStream().toList();
    }

    private static String uid(String calendar, Conference conference) {
        String link = at(conference, "");
        for (String event : calendar.split("BEGIN:VEVENT")) {
            if (event.contains(link + "\r\n") && event.contains("20271119")) {
                return event.lines()
                        .filter(line -> line.startsWith("UID:"))
                        .findFirst()
                        .orElseThrow();
            }
        }
        throw new AssertionError("The case is not in the calendar");
    }

    private static List<String> uids(PageBrowser.Page file) {
        return file.body().lines().filter(line -> line.startsWith("UID:")).toList();
    }

    private static String path(Conference conference) {
        return "/cases/" + conference.caseId() + "/deadlines";
    }

    private static String at(Conference conference, String page) {
        return "/c/" + conference.id + "/deadlines" + page;
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
