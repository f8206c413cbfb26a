package jp.tsunagi.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Complaints over HTTP and on their pages, with a clock that moves on; what must come early stands first. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComplaintsIT {

    static final String WORDS = "窓口で大きな声で用件を聞かれた（架空）。";
    private static final String ANSWER = "個室で聞くように改めた（架空）。";
    private static final String KEPT = "complaint-";

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

    static Map<String, Object> complaint(HubUnderTest hub, String about, boolean kept, String... officers) {
        return Json.of(
                "receivedOn",
                hub.clock().today().toString(),
                "complainant",
                "HERSELF",
                "means",
                "ORAL",
                "complaint",
                WORDS,
                "about",
                about,
                "officers",
                List.of(officers),
                "kept",
                kept);
    }

    static Map<String, Object> answer(HubUnderTest hub) {
        return Json.of("answeredOn", hub.clock().today().toString(), "answer", ANSWER, "told", "PHONE");
    }

    static Map<String, Object> review() {
        return Json.of("looked", "窓口の記録", "reviewResult", "CHANGED", "changes", "支援計画の第2版で担当を変える（架空）");
    }

    /** The ids of those that somebody may know of. */
    static List<String> complaints(HubUnderTest hub, String login, Conference conference) {
        return hub.get(login, path(conference))
                .ok()
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("n").asString())
                .toList();
    }

    @Test
    @Order(1)
    void aComplaintIsRecordedAnsweredAndTheSupportReviewedOnThePages() {
        Conference conference = Conference.in(hub, "REPORTED");
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        assertThat(sapporo.get("/c/" + conference.id).body()).contains(at(conference, ""));
        Map<String, String> typed = typed();

        assertThat(sapporo.fill(at(conference, "/new"), typed).to()).isEqualTo(at(conference, ""));

        String n = complaints(hub, "sapporo", conference).get(0);
        assertThat(sapporo.get(at(conference, "")).body())
                .contains(at(conference, "/" + n))
                .contains("令和8年12月7日")
                .contains("回答待ち")
                .doesNotContain(WORDS);
        assertThat(sapporo.get("/tasks").body()).contains("苦情に回答する").contains(at(conference, "/" + n));
        assertThat(sapporo.get(at(conference, "/" + n + "/review")).status()).isEqualTo(404);
        Map<String, String> answered = day("answeredOn", hub.clock().today());
        answered.put("answer", ANSWER);
        answered.put("told", "NOT_TOLD");

        PageBrowser.Page again = sapporo.fill(at(conference, "/" + n + "/answer"), answered);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("id=\"notToldReason-problem\"").contains(ANSWER);
        answered.put("notToldReason", "連絡を待っている（架空）");
        assertThat(sapporo.post(at(conference, "/" + n + "/answer"), again, answered)
                        .to())
                .isEqualTo(at(conference, "/" + n));
        assertThat(sapporo.get("/tasks").body()).contains("苦情をもとに支援を見直す");
        Map<String, String> reviewed = new LinkedHashMap<>();
        reviewed.put("looked", "窓口の記録（架空）");
        reviewed.put("reviewResult", "CHANGED");
        reviewed.put("changes", "計画の第2版で担当を変える（架空）");
        sapporo.fill(at(conference, "/" + n + "/review"), reviewed);

        assertThat(sapporo.get(at(conference, "/" + n)).body())
                .contains(WORDS, ANSWER, "連絡を待っている（架空）", "計画の第2版で担当を変える（架空）", "見直しずみ")
                .doesNotContain("/answer\"");
        assertThat(sapporo.get("/tasks").body()).doesNotContain(at(conference, "/" + n));
    }

    @Test
    @Order(1)
    void whatIsWrongIsSaidWhereItStandsAndNothingTypedIsLost() {
        Conference conference = Conference.in(hub, "REPORTED");
        Map<String, String> typed = typed();
        typed.remove("kept");
        typed.put("complainant", "SUPPORTER");
        typed.put("officers", "sapporo");
        typed.putAll(day("due", hub.clock().today().minusDays(1)));

        PageBrowser.Page again = PageBrowser.of(hub, "sapporo").fill(at(conference, "/new"), typed);

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body())
                .contains(
                        "id=\"kept-problem\"",
                        "id=\"complainantName-problem\"",
                        "id=\"officers-problem\"",
                        "id=\"due-problem\"",
                        WORDS)
                .doesNotContain("id=\"about-problem\"");
        assertThat(complaints(hub, "sapporo", conference)).isEmpty();
    }

    @Test
    @Order(1)
    void aDraftIsKept() {
        Conference conference = Conference.in(hub, "REPORTED");
        Map<String, String> typed = typed();
        typed.put("_action", "keep");
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        sapporo.fill(at(conference, "/new"), typed);

        assertThat(sapporo.get(at(conference, "/new")).body()).contains(WORDS);
        assertThat(complaints(hub, "sapporo", conference)).isEmpty();
    }

    @Test
    @Order(1)
    void aRepeatedCallActsOnceAndALateStepIsRefusedByName() {
        Conference conference = Conference.in(hub, "REPORTED");
        String n = "";
        for (int again = 0; again < 2; again++) {
            n = hub.call("sapporo", "POST", path(conference), complaint(hub, "P0001", false), "once-complained")
                    .ok()
                    .string("n");
        }
        assertThat(complaints(hub, "sapporo", conference)).containsExactly(n);
        assertThat(hub.call("sapporo", "POST", path(conference), complaint(hub, "J0001", false), "once-complained")
                        .rule())
                .isEqualTo("idempotency.key-reused");
        String one = path(conference) + "/" + n;
        assertThat(hub.post("sapporo", one + "/review", review()).rule()).isEqualTo("complaint.not-answered");
        for (int again = 0; again < 2; again++) {
            hub.call("sapporo", "POST", one + "/answer", answer(hub), "once-answered")
                    .ok();
        }
        assertThat(hub.post("sapporo2", one + "/answer", answer(hub)).rule()).isEqualTo("complaint.already-answered");
        assertThat(hub.post("sapporo", one + "/review", review()).ok().string("state"))
                .isEqualTo("REVIEWED");
        assertThat(hub.post("sapporo", one + "/review", review()).rule()).isEqualTo("complaint.already-reviewed");
        assertThat(hub.post("sapporo", one + "/answer", answer(hub)).rule()).isEqualTo("complaint.already-answered");
    }

    @Test
    @Order(1)
    void forAnOfficerFromWhomItIsKeptThereIsNone() {
        Conference conference = Conference.in(hub, "REPORTED");
        PageBrowser named = PageBrowser.of(hub, "sapporo2");
        hub.awaitQuiet();
        // Of other cases there may be some.
        String december = shown(named.get("/schedule?month=2026-12"));
        String emptyList = shown(named.get(at(conference, "")));
        String tasks = shown(named.get("/tasks"));
        String n = hub.post("sapporo", path(conference), complaint(hub, "011002", true, "sapporo2"))
                .ok()
                .string("n");
        hub.awaitQuiet();

        assertThat(shown(named.get(at(conference, "")))).isEqualTo(emptyList);
        assertThat(shown(named.get("/tasks"))).isEqualTo(tasks);
        assertThat(shown(named.get("/schedule?month=2026-12"))).isEqualTo(december);
        String never = "01ZZZZZZZZZZZZZZZZZZZZZZZZ";
        for (String step : List.of("", "/answer", "/review")) {
            PageBrowser.Page kept = named.get(at(conference, "/" + n + step));
            assertThat(kept.status()).isEqualTo(404);
            assertThat(shown(kept).replace(n, never)).isEqualTo(shown(named.get(at(conference, "/" + never + step))));
        }
        Answer kept = hub.post("sapporo2", path(conference) + "/" + n + "/answer", answer(hub));
        assertThat(kept.status()).isEqualTo(404);
        assertThat(kept.body())
                .isEqualTo(hub.post("sapporo2", path(conference) + "/" + never + "/answer", answer(hub))
                        .body());
        assertThat(complaints(hub, "sapporo", conference)).containsExactly(n);
        assertThat(complaints(hub, "center", conference)).containsExactly(n);
    }

    @Test
    @Order(1)
    void oneAboutAnAgencyThatIsNotToldIsTheCentersAlone() {
        Conference conference = Conference.in(hub, "REPORTED");
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        Map<String, String> typed = typed();
        typed.put("about", "011002");
        typed.put("kept", "true");
        assertThat(sapporo.fill(at(conference, "/new"), typed).to()).isEqualTo(at(conference, ""));
        hub.awaitQuiet();

        assertThat(complaints(hub, "sapporo", conference)).isEmpty();
        assertThat(complaints(hub, "sapporo2", conference)).isEmpty();
        assertThat(told("sapporo", conference)).isEmpty();
        String n = complaints(hub, "center", conference).get(0);
        assertThat(told("center", conference)).containsExactly("complaint-received");
        PageBrowser center = PageBrowser.of(hub, "center");
        assertThat(center.get("/tasks").body()).contains(at(conference, "/" + n));
        assertThat(center.get("/inbox").body()).contains("回答する苦情があります").doesNotContain(WORDS);
        hub.post("center", path(conference) + "/" + n + "/answer", answer(hub)).ok();
    }

    @Test
    @Order(1)
    void oneAboutTheCentersStaffIsTheDirectors() {
        Conference conference = Conference.in(hub, "REPORTED");
        String n = hub.post("sapporo", path(conference), complaint(hub, "C0001", true, "center"))
                .ok()
                .string("n");
        hub.awaitQuiet();

        assertThat(told("director", conference)).containsExactly("complaint-received");
        assertThat(told("center", conference)).isEmpty();
        assertThat(hub.post("center", path(conference) + "/" + n + "/answer", answer(hub))
                        .status())
                .isEqualTo(404);
        assertThat(hub.post("sapporo", path(conference) + "/" + n + "/answer", answer(hub))
                        .rule())
                .isEqualTo("step.not-permitted");
        hub.post("director", path(conference) + "/" + n + "/answer", answer(hub))
                .ok();
    }

    @Test
    @Order(1)
    void nobodyAnswersForThemselves() {
        Conference conference = Conference.in(hub, "REPORTED");
        String n = hub.post("sapporo", path(conference), complaint(hub, "011002", false, "sapporo2"))
                .ok()
                .string("n");

        assertThat(hub.post("sapporo2", path(conference) + "/" + n + "/answer", answer(hub))
                        .rule())
                .isEqualTo("complaint.about-you");
    }

    @Test
    @Order(1)
    void auditorsSeeThatItWasAndNotWhat() {
        Conference conference = Conference.in(hub, "REPORTED");
        hub.post("sapporo", path(conference), complaint(hub, "P0001", false)).ok();

        assertThat(hub.get("auditor", path(conference)).status()).isEqualTo(404);
        assertThat(PageBrowser.of(hub, "auditor").get(at(conference, "")).status())
                .isEqualTo(404);
        Answer entries = hub.get("auditor", "/audit?case=" + conference.caseId() + "&size=100")
                .ok();
        assertThat(entries.text()).contains("complaint.record").doesNotContain(WORDS, "P0001\"]");
    }

    @Test
    @Order(1)
    void noWordOfItLiesOpenInTheStore() {
        Conference conference = Conference.in(hub, "REPORTED");
        String n = hub.post("sapporo", path(conference), complaint(hub, "011002", true, "sapporo2"))
                .ok()
                .string("n");

        Document stored = hub.database()
                .getCollection("complaints")
                .find(new Document("_id", n))
                .first();

        assertThat(stored).isNotNull();
        assertThat(stored.toJson()).doesNotContain(WORDS, "HERSELF", "ORAL", "RECEIVER");
        assertThat(stored.get("about")).isInstanceOf(org.bson.types.Binary.class);
    }

    @Test
    @Order(2)
    void remindersComeOnceToThoseWhoAnswerThenToTheDirectorAndToNobodyComplainedAbout() {
        Conference conference = Conference.in(hub, "REPORTED");
        hub.post("sapporo", path(conference), complaint(hub, "011002", true, "sapporo2"))
                .ok();
        hub.awaitQuiet();
        look(LocalDate.of(2026, 12, 2));
        assertThat(told("sapporo", conference)).isEmpty();

        look(LocalDate.of(2026, 12, 3));
        look(LocalDate.of(2026, 12, 3));
        look(LocalDate.of(2026, 12, 4));
        assertThat(told("sapporo", conference)).containsExactly("complaint-due");
        look(LocalDate.of(2026, 12, 7));
        look(LocalDate.of(2026, 12, 8));
        look(LocalDate.of(2026, 12, 9));

        assertThat(told("sapporo", conference)).containsExactly("complaint-due", "complaint-due");
        assertThat(told("director", conference)).containsExactly("complaint-overdue");
        for (String who : List.of("sapporo2", "center", "police", "shelter")) {
            assertThat(told(who, conference)).as(who).isEmpty();
        }
        JsonNode notice = hub.inbox("sapporo", conference.id).stream()
                .filter(one -> one.path("kind").asString().startsWith(KEPT))
                .findFirst()
                .orElseThrow();
        assertThat(notice.toString()).doesNotContain("sapporo2", "onlyFor");
        assertThat(PageBrowser.of(hub, "sapporo2")
                        .post("/inbox/" + notice.path("id").asString() + "/opening", loggedIn("sapporo2"), Map.of())
                        .status())
                .isIn(403, 404);
        assertThat(PageBrowser.of(hub, "sapporo2")
                        .get("/c/" + conference.id + "/sharing")
                        .body())
                .doesNotContain("苦情の");
    }

    private static PageBrowser.Page loggedIn(String login) {
        return PageBrowser.of(hub, login).get("/inbox");
    }

    private static void look(LocalDate day) {
        hub.clock().atLeast(day.atTime(9, 0));
        hub.lookAtDeadlines();
        hub.awaitQuiet();
    }

    private static List<String> told(String login, Conference conference) {
        return hub.kinds(login, conference.id).stream()
                .filter(kind -> kind.startsWith(KEPT))
                .toList();
    }

    /** What a page says, without what changes from one look to the next. */
    private static String shown(PageBrowser.Page page) {
        return page.body()
                .replaceAll("name=\"_(csrf|key)\" value=\"[^\"]*\"", "")
                .replaceAll("(?i)csrf[^>]*>", ">");
    }

    private static Map<String, String> typed() {
        Map<String, String> typed = day("receivedOn", hub.clock().today());
        typed.put("complainant", "HERSELF");
        typed.put("means", "ORAL");
        typed.put("complaint", WORDS);
        typed.put("about", "P0001");
        typed.put("kept", "false");
        return typed;
    }

    private static String path(Conference conference) {
        return "/cases/" + conference.caseId() + "/complaints";
    }

    private static String at(Conference conference, String page) {
        return "/c/" + conference.id + "/complaints" + page;
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
