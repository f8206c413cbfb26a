package jp.tsunagi.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Lists, what is taken out of them, tasks, the schedule and files for calendars: to whom they tell what, and for how long. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ListPagesIT {

    private static final String OFF = "開催見合わせ";

    @TempDir
    static Path folder;

    private static HubUnderTest hub;

    @BeforeAll
    static void start() {
        hub = HubUnderTest.start(folder, LocalDateTime.parse("2026-11-20T09:00"));
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static PageBrowser as(String login) {
        return PageBrowser.of(hub, login);
    }

    @Test
    void whoHasNothingToDoWithItFindsItInNoListNoTableNoTaskAndNoSchedule() {
        Conference conference = Conference.in(hub, "CONVENED");
        String reference = reference(conference);
        PageBrowser asahikawa = as("asahikawa");

        assertThat(as("sapporo").get("/cases").body()).contains(reference);
        assertThat(as("sapporo").get("/schedule?month=2026-11").body()).contains(reference + " 会議");
        for (String page :
                List.of("/", "/cases", "/tasks", "/schedule?month=2026-11", "/schedule?month=2026-11&view=month")) {
            assertThat(asahikawa.get(page).status()).isEqualTo(200);
            assertThat(asahikawa.get(page).body()).as(page).doesNotContain(reference, conference.id);
        }
        String found = asahikawa
                .post("/search", asahikawa.get("/cases"), Map.of("text", reference))
                .to();
        assertThat(asahikawa.get(found).body()).contains("に当てはまる案件は0件です").doesNotContain(conference.id);
        assertThat(table(asahikawa, found)).doesNotContain(reference);
        assertThat(asahikawa.get("/c/" + conference.id + "/meeting.ics").status())
                .isEqualTo(404);
    }

    @Test
    void aWithdrawalTakesItOutOfEverythingAtOnce() {
        Conference conference = Conference.in(hub, "APPROVED").convened();
        String reference = reference(conference);
        PageBrowser police = as("police");
        String day = "2026-11-27";
        assertThat(police.get("/tasks").body()).contains(reference + " 出欠を回答する");
        assertThat(police.get("/schedule?month=2026-11").body()).contains(reference + " 会議");
        assertThat(row(police.get("/cases").body(), reference)).contains("招集済", "令和8年11月27日");
        String before = exported(police, "/cases");
        assertThat(police.get(before).body()).contains("\"" + reference + "\"").contains(day);
        assertThat(police.get("/c/" + conference.id + "/meeting.ics").body()).contains("METHOD:PUBLISH", "DTSTART");

        conference
                .step(
                        "shelter",
                        "consent-withdrawal",
                        Json.of(
                                "withdrawnOn",
                                hub.clock().today().toString(),
                                "how",
                                "ORAL",
                                "recordedBy",
                                "例示 美智子",
                                "recipients",
                                List.of("P0001")))
                .ok();

        assertThat(police.get("/tasks").body()).doesNotContain(reference);
        assertThat(police.get("/").body()).doesNotContain(reference + " 出欠");
        assertThat(police.get("/schedule?month=2026-11").body()).doesNotContain(reference);
        assertThat(row(police.get("/cases").body(), reference)).contains(OFF).doesNotContain("令和8年11月27日", "札幌市");
        assertThat(line(police.get(before).body(), reference)).contains(OFF).doesNotContain(day, "札幌市");
        assertThat(police.get("/c/" + conference.id + "/meeting.ics").body())
                .contains("METHOD:CANCEL", "UID:" + conference.id + "@tsunagi", "STATUS:CANCELLED")
                .doesNotContain("DTSTART", "LOCATION");
        // The state it really has is no way to find it either.
        String convened = police.post("/search", police.get("/cases"), Map.of("deadline", "WEEK"))
                .to();
        assertThat(police.get(convened).body()).doesNotContain(conference.id);
    }

    @Test
    void aTaskIsThereUntilItsStepIsTaken() {
        Conference conference = Conference.in(hub, "APPROVED");
        String reference = reference(conference);
        assertThat(as("center").get("/tasks").body()).contains(reference + " 招集する");
        conference.convened();
        PageBrowser police = as("police");
        assertThat(as("center").get("/tasks").body()).doesNotContain(reference + " 招集する");
        assertThat(police.get("/tasks").body()).contains(reference + " 出欠を回答する").contains("件 未完了");

        conference.accepted("police");
        assertThat(police.get("/tasks").body())
                .doesNotContain(reference + " 出欠を回答する")
                .contains(reference + " 情報提供シートを出す");
        assertThat(police.get("/tasks?who=mine").body()).contains(reference + " 情報提供シートを出す");
        assertThat(police.get("/tasks?due=OVERDUE").body()).doesNotContain(reference);

        conference.sheet("police");
        assertThat(police.get("/tasks").body()).doesNotContain(reference);
    }

    @Test
    void whoAsksHerAgainHasTheTaskAndWhoAskedFirstHasNot() {
        Conference conference = Conference.in(hub, "CONSENT_CHECK");
        String reference = reference(conference);

        assertThat(as("shelter").get("/").body()).contains(reference + " 同意を確認する");
        assertThat(as("sapporo").get("/tasks").body()).doesNotContain(reference + " 同意を確認する");
        assertThat(as("sapporo2").get("/tasks").body()).doesNotContain(reference + " 同意を確認する");
        assertThat(as("center").get("/tasks").body()).contains(reference + " 担当者を決める");
    }

    @Test
    void filtersAreChipsThatStayUntilTheyAreTakenAway() {
        Conference approved = Conference.in(hub, "APPROVED");
        Conference asked = Conference.in(hub, "CONSENT_CHECK");
        PageBrowser center = as("center");

        String found = center.post(
                        "/search",
                        center.get("/cases"),
                        Map.of("phases", "MEETING", "agency", "011002", "year", "2026"))
                .to();
        assertThat(found).matches("/search/[0-9A-Z]{26}");
        String list = center.get(found).body();
        assertThat(list).contains(approved.id, "③招集・開催", "令和8年度").doesNotContain(asked.id);
        assertThat(center.get("/cases").to()).isEqualTo(found);

        PageBrowser.Page page = center.get(found);
        String fewer = center.post(found + "/without", page, Map.of("name", "phases", "value", "MEETING"))
                .to();
        assertThat(fewer).isNotEqualTo(found);
        assertThat(center.get(fewer).body()).contains(approved.id, asked.id);
        assertThat(center.post("/search", page, Map.of()).to()).isEqualTo("/cases");
        assertThat(center.get("/cases").status()).isEqualTo(200);
        assertThat(as("director").get(found).status()).isEqualTo(404);
    }

    @Test
    void sortsByWhatTheHeadOfTheColumnSaysAndTellsSo() {
        Conference later = Conference.in(hub, "APPROVED");
        Conference urgent = Conference.submitted(hub, "sapporo", Json.with(Conference.request(hub), "urgent", true));
        PageBrowser director = as("director");

        String byDue = director.get("/cases?sort=due").body();
        assertThat(byDue).contains("aria-sort=\"ascending\"", "sort=-due");
        assertThat(byDue.indexOf(urgent.id)).isPositive().isLessThan(byDue.indexOf(later.id));
        String newest = director.get("/cases?sort=-reference").body();
        assertThat(newest.indexOf(urgent.id)).isPositive().isLessThan(newest.indexOf(later.id));
        String oldest = director.get("/cases?sort=reference").body();
        assertThat(oldest.indexOf(later.id)).isPositive().isLessThan(oldest.indexOf(urgent.id));
        assertThat(director.get("/cases?sort=name").status()).isEqualTo(200);
    }

    @Test
    void columnsAreRememberedForTheOfficer() {
        Conference.in(hub, "CONSENT_CHECK");
        PageBrowser asked = as("sapporo2");
        PageBrowser.Page page = asked.get("/cases");
        assertThat(page.body()).contains("担当の案件").doesNotContain(">第1回<");

        assertThat(asked.post("/cases/columns", page, Map.of("columns", "NUMBER"))
                        .to())
                .isEqualTo("/cases");
        assertThat(as("sapporo2").get("/cases").body()).contains(">第1回<");
        assertThat(as("sapporo").get("/cases").body()).doesNotContain(">第1回<");
        PageBrowser.Page refused =
                asked.post("/cases/columns", page, Map.of("columns", "AGENCY,RECEIVED,MEETING,URGENT"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("選んだ列が多すぎます");
        assertThat(as("sapporo2").get("/cases").body()).contains(">第1回<");
    }

    @Test
    void aTableIsItsOwnersAloneForSevenDaysAndSaysNothingOfHers() {
        Conference conference = Conference.in(hub, "CONVENED");
        PageBrowser sapporo = as("sapporo");
        String file = exported(sapporo, "/cases");

        PageBrowser.Page table = sapporo.get(file);
        assertThat(table.disposition()).isEqualTo("attachment; filename=\"R8_anken_20261120.csv\"");
        assertThat(table.body())
                .startsWith("\uFEFF\"複写禁止\",\"見る人：札幌市\"\r\n\"案件番号\",\"回\",\"要請機関\",\"受付日\",\"受付日（和暦）\"")
                .contains("\"" + reference(conference) + "\",\"第1回\",\"札幌市\",\"2026-11-20\",\"令和8年11月20日\"")
                .doesNotContain(Conference.HERS);
        for (String other : List.of("sapporo2", "center", "police", "auditor")) {
            assertThat(as(other).get(file).status()).as(other).isEqualTo(404);
            assertThat(as(other).get("/exports").body()).doesNotContain(file);
        }
        assertThat(sapporo.get("/exports/01ARZ3NDEKTSV4RRFFQ69G5FAV/file").status())
                .isEqualTo(404);
        assertThat(sapporo.get("/exports/x/file").status()).isEqualTo(404);
        assertThat(hub.get("auditor", "/audit?size=100").ok().text()).contains("list.export", "list.download");
    }

    @Test
    void whatWasSearchedForIsNotKeptReadably() {
        Conference conference = Conference.in(hub, "UNDER_REVIEW");
        PageBrowser sapporo = as("sapporo");
        String found = sapporo.post("/search", sapporo.get("/cases"), Map.of("text", Conference.KANA))
                .to();
        assertThat(sapporo.get(found).body()).contains(conference.id);

        String file = exported(sapporo, found);

        assertThat(sapporo.get(file).body()).contains(reference(conference));
        assertThat(sapporo.get("/exports").body()).contains("探す言葉").doesNotContain(Conference.KANA);
        hub.database().getCollection("exports").find().forEach(stored -> assertThat(stored.toJson())
                .doesNotContain(Conference.KANA));
    }

    @Test
    void calendarsLearnANumberATimeAndALink() {
        Conference conference = Conference.in(hub, "APPROVED").convened();
        String reference = reference(conference);
        String path = "/c/" + conference.id + "/meeting.ics";

        PageBrowser.Page file = as("police").get(path);
        assertThat(file.disposition()).isEqualTo("attachment; filename=\"" + reference + ".ics\"");
        assertThat(file.body().replace("\r\n ", ""))
                .contains("SUMMARY:会議 " + reference, "DTSTART:20261127T010000Z", "CLASS:CONFIDENTIAL", "TRIGGER:-P1D")
                .contains("/c/" + conference.id)
                .doesNotContain("ATTENDEE", "オンライン", "LOCATION")
                .doesNotContain(Conference.HERS);
        assertThat(as("center").get(path).body()).contains("LOCATION:つなぎで確認").doesNotContain("オンライン");
        int before = sequence(file.body());

        conference.step("center", "cancellation", Json.of("reason", "日程が合わない")).ok();
        String off = as("police").get(path).body();
        assertThat(off).contains("METHOD:CANCEL", "UID:" + conference.id + "@tsunagi");
        assertThat(sequence(off)).isGreaterThan(before);
        assertThat(as("police").get("/c/" + conference.id).body()).contains("予定表から取り消す");

        conference.convened();
        assertThat(sequence(as("police").get(path).body())).isGreaterThan(sequence(off));
        Conference never = Conference.in(hub, "UNDER_REVIEW");
        assertThat(as("sapporo").get("/c/" + never.id + "/meeting.ics").status())
                .isEqualTo(404);
    }

    @Test
    void theScheduleNamesHolidaysAndGoesFromMonthToMonth() {
        PageBrowser sapporo = as("sapporo");

        assertThat(sapporo.get("/schedule?month=2026-11").body())
                .contains("令和8年11月", "文化の日", "勤労感謝の日", "month=2026-10", "month=2026-12");
        assertThat(sapporo.get("/schedule?month=2027-01&view=month").body()).contains("元日", "令和9年1月の予定</caption>");
        assertThat(sapporo.get("/schedule?month=9999-99").body()).contains("令和8年11月");
        assertThat(as("auditor").get("/tasks").status()).isEqualTo(200);
    }

    /** Last, since it moves the clock of the others. */
    @Test
    @Order(Integer.MAX_VALUE)
    void afterSevenDaysATableIsGoneForItsOwnerToo() {
        PageBrowser sapporo = as("sapporo");
        Conference.in(hub, "CONSENT_CHECK");
        String file = exported(sapporo, "/cases");
        assertThat(sapporo.get(file).status()).isEqualTo(200);

        hub.clock().atLeast(hub.clock().now().plusDays(7).plusMinutes(1));
        PageBrowser later = as("sapporo");

        assertThat(later.get(file).status()).isEqualTo(404);
        assertThat(later.get("/exports").body()).doesNotContain(file);
        exported(later, "/cases");
        assertThat(hub.database().getCollection("exports").countDocuments()).isEqualTo(1);
    }

    /** Takes the list out that is open there; the path of its file. */
    private static String exported(PageBrowser browser, String list) {
        PageBrowser.Page page = browser.get(list);
        String search = list.startsWith("/search/") ? list.substring("/search/".length()) : "";
        assertThat(browser.post("/exports", page, Map.of("search", search, "notice", "true"))
                        .to())
                .isEqualTo("/exports");
        Matcher link = Pattern.compile("/exports/[0-9A-Z]{26}/file")
                .matcher(browser.get("/exports").body());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private static String table(PageBrowser browser, String list) {
        PageBrowser.Page page = browser.get(list);
        browser.post("/exports", page, Map.of("search", list.substring("/search/".length())));
        Matcher link = Pattern.compile("/exports/[0-9A-Z]{26}/file")
                .matcher(browser.get("/exports").body());
        assertThat(link.find()).isTrue();
        return browser.get(link.group()).body();
    }

    private static String reference(Conference conference) {
        return conference.read("center").ok().string("reference");
    }

    /** The row of the list that begins with this reference. */
    private static String row(String page, String reference) {
        int begin = page.indexOf(">" + reference + "</a></th>");
        assertThat(begin).as("a row of " + reference).isPositive();
        return page.substring(begin, page.indexOf("</tr>", begin));
    }

    private static String line(String table, String reference) {
        return table.lines()
                .filter(line -> line.startsWith("\"" + reference))
                .findFirst()
                .orElseThrow();
    }

    private static int sequence(String file) {
        Matcher found = Pattern.compile("SEQUENCE:(\\d+)").matcher(file);
        assertThat(found.find()).isTrue();
        return Integer.parseInt(found.group(1));
    }
}
