package jp.tsunagi.flow;

import static jp.tsunagi.document.ReadPdf.withoutSpace;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.tsunagi.document.ReadPdf;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What follows a confirmed plan until the case is closed: the measures, what is late, reviews, the end, the next meeting. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FollowUpIT {

    @TempDir
    static Path folder;

    private static HubUnderTest hub;
    private static People people;

    @BeforeAll
    static void start() {
        hub = HubUnderTest.start(folder, LocalDateTime.parse("2026-11-20T10:00"));
        people = new People(hub);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static Plan confirmed() {
        return confirmed(Conference.in(hub, "REPORTED"), Map.of());
    }

    private static Plan confirmed(Conference conference, Map<String, Object> changed) {
        Plan plan = new Plan(conference);
        Map<String, Object> content = new LinkedHashMap<>(plan.content());
        content.putAll(changed);
        return plan.drafted("sapporo", content).submitted().approved().confirmed();
    }

    @Test
    @Order(1)
    void eachOutcomeIsSaidByWhoeverDoesItAndSeenByWhoeverSeesTheRow() {
        Plan plan = confirmed();
        String own = plan.measureId(0);
        String police = plan.measureId(1);
        assertThat(plan.item("sapporo", own).path("progress").asString()).isEqualTo("PLANNED");

        plan.progress("sapporo", own, Json.of("progress", "IN_PROGRESS", "note", "二か所を見た（架空）"))
                .ok();
        assertThat(plan.item("police", own).path("progress").asString()).isEqualTo("IN_PROGRESS");
        assertThat(plan.item("police", own).at("/follow/note").asString()).isEqualTo("二か所を見た（架空）");
        assertThat(plan.item("police", own).path("follow").has("history")).isFalse();
        assertThat(plan.item("center", own).at("/follow/history/0/name").asString())
                .isNotEmpty();

        Answer noReason = plan.progress("police", police, Json.of("progress", "NOT_DONE"));
        assertThat(noReason.rule()).isEqualTo("plan.progress-incomplete");
        assertThat(noReason.json().at("/fields/reason").asString()).isEqualTo("理由を入力してください");
        plan.progress("police", police, Json.of("progress", "NOT_DONE", "reason", "人手が足りない（架空）"))
                .ok();
        assertThat(plan.progress("police", police, Json.of("progress", "NO_LONGER_POSSIBLE"))
                        .rule())
                .isEqualTo("plan.progress-incomplete");
        plan.progress("police", police, Json.of("progress", "NO_LONGER_POSSIBLE", "reason", "転居した（架空）"))
                .ok();
        plan.progress("police", police, Json.of("progress", "DECLINED_BY_PERSON"))
                .ok();
        assertThat(plan.item("sapporo", police).path("progress").asString()).isEqualTo("DECLINED_BY_PERSON");
        assertThat(plan.progress("police", police, Json.of("progress", "PLANNED"))
                        .rule())
                .isEqualTo("plan.progress-incomplete");
        plan.progress("sapporo2", own, Json.of("progress", "DONE")).ok();

        String paper = withoutSpace(ReadPdf.text(plan.paper("sapporo", 1).ok().body()));
        assertThat(paper).contains("本人が望まない").contains("済");

        assertThat(plan.progress("police", own, Json.of("progress", "DONE")).rule())
                .isEqualTo("step.not-permitted");
        assertThat(plan.progress("center", own, Json.of("progress", "DONE")).rule())
                .isEqualTo("step.not-permitted");
        Answer unsaid = plan.progress("sapporo", police, Json.of("progress", "DONE"));
        assertThat(unsaid.json().at("/fields/source").asString()).isNotEmpty();
        plan.progress("sapporo", police, Json.of("progress", "DONE", "source", "警察署から電話で"))
                .ok();
        JsonNode last = plan.item("sapporo", police).at("/follow/history/3");
        assertThat(last.path("forAgency").asString()).isEqualTo("P0001");
        assertThat(last.path("source").asString()).isEqualTo("警察署から電話で");
        for (String stranger : List.of("shelter", "asahikawa", "auditor", "admin")) {
            Answer there = plan.progress(stranger, own, Json.of("progress", "DONE"));
            Answer never = plan.progress(stranger, "01ZZZZZZZZZZZZZZZZZZZZZZZZ", Json.of("progress", "DONE"));
            assertThat(there.status()).as(stranger).isEqualTo(404);
            assertThat(there.text()).as(stranger).isEqualTo(never.text());
        }
    }

    @Test
    @Order(2)
    void anAgencyOutsideTheMeetingSeesAndSaysItsOwnRowAloneAlsoOnThePages() {
        String hospital = people.login("follow-hospital", "M0001", null, "PARTICIPANT");
        Map<String, Object> consent =
                Json.with(Conference.consent(hub), "recipients", List.of("P0001", "J0001", "M0001"));
        Conference conference = Conference.submitted(
                        hub, "sapporo", Json.with(Conference.request(hub), "consent", consent))
                .consented()
                .decided()
                .convened()
                .accepted("police")
                .held()
                .reported();
        Plan outline = new Plan(conference);
        Plan plan = confirmed(
                conference,
                Json.of(
                        "measures",
                        List.of(
                                outline.measure("011002", Plan.MEASURE),
                                Json.with(outline.measure("P0001", "巡回を続ける（架空）。"), "withheld", true),
                                outline.measure("M0001", "通院の調整（架空）。"))));
        String own = plan.measureId(0);
        String hers = plan.measureId(2);

        assertThat(plan.progress(hospital, own, Json.of("progress", "DONE")).status())
                .isEqualTo(404);
        PageBrowser browser = PageBrowser.of(hub, hospital);
        String list = "/c/" + conference.id + "/plan/progress";
        PageBrowser.Page page = browser.get(list);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("通院の調整（架空）。").doesNotContain(Plan.HERS).doesNotContain(Conference.HERS);
        assertThat(browser.get(list + "/" + own).status()).isEqualTo(404);
        PageBrowser.Page refused = browser.fill(list + "/" + hers, Map.of("progress", "NOT_DONE", "note", "打ち合わせ中"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"reason-problem\"").contains("打ち合わせ中");
        assertThat(browser.post(list + "/" + hers, refused, Map.of("progress", "DONE"))
                        .to())
                .isEqualTo(list);
        assertThat(plan.item("sapporo", hers).path("progress").asString()).isEqualTo("DONE");
        assertThat(plan.read("childguidance").status()).isEqualTo(404);
        assertThat(PageBrowser.of(hub, "asahikawa").get(list).status()).isEqualTo(404);

        conference.consentWithdrawn("shelter", "M0001").ok();
        assertThat(plan.progress(hospital, hers, Json.of("progress", "DONE")).status())
                .as("one second later")
                .isEqualTo(410);
        assertThat(browser.get(list).status()).isIn(404, 410);
    }

    @Test
    @Order(3)
    void ofTwoWhoSaySomethingAtOnceTheSecondIsToldAndNothingIsLost() throws Exception {
        Plan plan = confirmed();
        String own = plan.measureId(0);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Callable<Answer> one = () -> plan.progress("sapporo", own, Json.of("progress", "IN_PROGRESS"));
            Callable<Answer> other = () -> plan.progress("police", plan.measureId(1), Json.of("progress", "DONE"));
            for (Future<Answer> answer : two.invokeAll(List.of(one, other, one, other))) {
                answer.get().ok();
            }
        } finally {
            two.shutdown();
        }
        assertThat(plan.item("sapporo", own).at("/follow/revision").asInt()).isEqualTo(2);
        assertThat(plan.item("sapporo", plan.measureId(1)).path("progress").asString())
                .isEqualTo("DONE");

        String form = "/c/" + plan.conference.id + "/plan/progress/" + own;
        PageBrowser first = PageBrowser.of(hub, "sapporo");
        PageBrowser second = PageBrowser.of(hub, "sapporo2");
        PageBrowser.Page early = first.get(form);
        second.fill(form, Map.of("progress", "DONE"));
        PageBrowser.Page conflict = first.post(form, early, Map.of("progress", "IN_PROGRESS", "note", "まだ途中（架空）"));
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.body()).contains("まだ途中（架空）");
        assertThat(first.post(form, conflict, Map.of("progress", "IN_PROGRESS")).status())
                .isEqualTo(302);
    }

    @Test
    @Order(4)
    void theEndNeedsWhatMustBeDoneOrAReasonAndAWatch() {
        Plan outline = new Plan(Conference.in(hub, "REPORTED"));
        Plan plan = confirmed(
                outline.conference,
                Json.of("measures", List.of(Json.with(outline.measure("011002", Plan.MEASURE), "mustDo", true))));
        Conference conference = plan.conference;
        Map<String, Object> told = Json.of("personInformed", "面談で伝えた");
        Answer open = conference.step("sapporo", "closing", told);
        assertThat(open.rule()).isEqualTo("plan.must-do-open");
        assertThat(open.json().at("/fields/mustDoReason").isMissingNode()).isFalse();

        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        String closing = "/c/" + conference.id + "/closing";
        PageBrowser.Page page = sapporo.get(closing);
        assertThat(page.body())
                .contains(Plan.MEASURE)
                .contains("見守り体制")
                // As long as the profile of the office says: five years.
                .contains("記録は令和" + (hub.clock().today().plusYears(5).getYear() - 2018) + "年");
        PageBrowser.Page refused =
                sapporo.post(closing, page, Map.of("personInformed", "面談で伝えた", "mustDoReason", "道外へ移った（架空）"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("道外へ移った（架空）").contains("watchOver.who-problem");
        assertThat(conference.state()).isEqualTo("REPORTED");

        plan.progress("sapporo", plan.measureId(0), Json.of("progress", "DONE")).ok();
        assertThat(conference.step("sapporo", "closing", told).rule()).isEqualTo("closing.watch-over");
        conference
                .step("sapporo", "closing", Json.with(told, "watchOver", Json.of("noneReason", "本人が望まない（架空）")))
                .ok();
        assertThat(conference.read("center").json().at("/closing/planVersion").asInt())
                .isEqualTo(1);
        assertThat(conference
                        .read("center")
                        .json()
                        .at("/closing/states/0/progress")
                        .asString())
                .isEqualTo("DONE");
        assertThat(plan.progress("sapporo", plan.measureId(0), Json.of("progress", "IN_PROGRESS"))
                        .rule())
                .isEqualTo("plan.case-closed");
    }

    @Test
    @Order(5)
    void theNextMeetingBeginsWithWhatIsLeftEachSeeingItsOwn() {
        Plan outline = new Plan(Conference.in(hub, "REPORTED"));
        Plan plan = confirmed(
                outline.conference,
                Json.of(
                        "measures",
                        List.of(
                                outline.measure("011002", Plan.MEASURE),
                                outline.measure("P0001", "巡回を続ける（架空）。"),
                                Json.with(
                                        outline.measure("011002", "伏せた支援（架空）。"), "withheld", true, "area", "LEGAL"))));
        plan.progress("sapporo", plan.measureId(0), Json.of("progress", "IN_PROGRESS"))
                .ok();
        String next = plan.conference.step("sapporo", "next", null).ok().string("id");
        Conference second = new Conference(hub, next);
        assertThat(second.read("sapporo").string("topics")).isEqualTo("前回からの残り事項（住居）");
        assertThat(PageBrowser.of(hub, "sapporo")
                        .get("/c/" + next + "/request/situation")
                        .body())
                .contains("伏せた支援（架空）。")
                .contains("巡回を続ける（架空）。");

        hub.put("sapporo", "/conferences/" + next, Json.with(Conference.request(hub), "topics", "前回からの残り事項（住居）"))
                .ok();
        hub.post("sapporo", "/conferences/" + next + "/submission", null).ok();
        hub.awaitState("sapporo", next, "CONSENT_CHECK");
        second.consented().decided().convened().accepted("police").accepted("childguidance");

        assertThat(items(second, "sapporo")).hasSize(3);
        assertThat(items(second, "center")).hasSize(3);
        assertThat(items(second, "police")).containsExactly(Plan.MEASURE, "巡回を続ける（架空）。");
        assertThat(second.agenda("sapporo").json().at("/openItems/0/progress").asString())
                .isEqualTo("IN_PROGRESS");
        assertThat(withoutSpace(ReadPdf.text(hub.get("police", "/conferences/" + next + "/documents/agenda.pdf")
                        .ok()
                        .body())))
                .contains("実施中")
                .doesNotContain("伏せた支援");

        plan.progress("sapporo", plan.measureId(0), Json.of("progress", "DONE")).ok();
        assertThat(items(second, "police")).as("made anew").containsExactly("巡回を続ける（架空）。");
        assertThat(plan.conference
                        .step("sapporo", "closing", Json.of("personInformed", "面談で伝えた"))
                        .ok()
                        .string("state"))
                .as("the case goes on with the next one")
                .isEqualTo("CLOSED");
    }

    @Test
    @Order(6)
    void aReviewKeepsBothWishesAndBeginsTheNextVersion() {
        Plan plan = confirmed();
        String reviews = plan.path + "/reviews";
        Answer bare = hub.post("sapporo", reviews, Json.of());
        assertThat(bare.rule()).isEqualTo("plan.review-incomplete");
        assertThat(bare.json().path("fields").propertyNames())
                .contains("wishes", "participation", "goals[0].evaluation", "measures[1].evaluation", "nextReview");
        Map<String, Object> far = Json.with(
                plan.review("GO_ON"),
                "nextReview",
                hub.clock().today().plusMonths(3).plusDays(1).toString());
        assertThat(hub.post("sapporo", reviews, far)
                        .json()
                        .at("/fields/nextReview")
                        .asString())
                .isNotEmpty();
        hub.post("sapporo", reviews, plan.review("GO_ON")).ok();
        JsonNode read = hub.get("police", reviews).ok().json();
        assertThat(read.at("/items/0/lastWishes").asString()).isEqualTo(Plan.WISHES);
        assertThat(read.at("/items/0/wishes").asString()).isEqualTo(Plan.NEW_WISHES);
        assertThat(read.at("/items/0/withheld").toString()).contains("recordedBy");

        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        String page = "/c/" + plan.conference.id + "/plan/review";
        PageBrowser.Page form = sapporo.get(page);
        assertThat(form.body()).contains(Plan.NEW_WISHES);
        Map<String, String> typed = new LinkedHashMap<>();
        day(typed, "reviewedOn", hub.clock().today());
        day(typed, "nextReview", hub.clock().today().plusMonths(2));
        typed.put("wishes", "三度目の意向（架空）");
        typed.put("participation", "SUPPORTER");
        typed.put("goals[0].goal", "0");
        typed.put("goals[0].evaluation", "ACHIEVED");
        for (int i = 0; i < 2; i++) {
            typed.put("measures[" + i + "].measure", plan.measureId(i));
            typed.put("measures[" + i + "].evaluation", "CIRCUMSTANCES_CHANGED");
        }
        PageBrowser.Page again = sapporo.post(page, form, typed);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("三度目の意向（架空）");
        typed.put("then", "NEW_VERSION");
        assertThat(sapporo.post(page, again, typed).to()).isEqualTo("/c/" + plan.conference.id + "/plan/edit");
        assertThat(plan.states("sapporo")).containsExactly("DRAFT", "CONFIRMED");
        assertThat(plan.newest("sapporo").path("wishes").asString()).isEqualTo("三度目の意向（架空）");
        assertThat(sapporo.get("/c/" + plan.conference.id + "/plan").body())
                .contains("第2回の見直し")
                .contains(Plan.NEW_WISHES);
        assertThat(hub.post("center", reviews, plan.review("GO_ON")).rule()).isEqualTo("step.not-permitted");
        assertThat(hub.get("asahikawa", reviews).status()).isEqualTo(404);
        assertThat(PageBrowser.of(hub, "police").get(page).status()).isEqualTo(404);
    }

    @Test
    @Order(7)
    void aMeasureThatLosesItsAgencyComesToTheLeadAgencyInstead() {
        Plan plan = confirmed();
        String id = plan.conference.id;
        plan.conference.consentWithdrawn("shelter", "P0001").ok();
        hub.awaitQuiet();
        look();
        look();
        hub.awaitKind("sapporo", id, "plan-measure-lost");
        assertThat(count("sapporo", id, "plan-measure-lost")).isEqualTo(1);
        assertThat(plan.item("sapporo", plan.measureId(1))
                        .at("/follow/agencyLost")
                        .asString())
                .isEqualTo("NO_CONSENT");
    }

    @Test
    @Order(8)
    void whatIsLateComesToTheAgencyTheLeadAgencyAndTheDirectorOnceEach() {
        Plan plan = confirmed();
        Plan lost = confirmed();
        Plan answered = confirmed();
        String id = plan.conference.id;
        LocalDate due = hub.clock().today().plusDays(30);
        lost.conference.consentWithdrawn("shelter", "P0001").ok();
        plan.progress("sapporo", plan.measureId(0), Json.of("progress", "DONE")).ok();

        hub.clock().atLeast(due.atTime(9, 0));
        look();
        assertThat(late("police", id)).isEmpty();
        assertThat(plan.item("sapporo", plan.measureId(1)).at("/follow/overdue").asBoolean())
                .isFalse();

        LocalDate day = due.plusDays(1);
        for (; late("police", id).isEmpty(); day = day.plusDays(1)) {
            hub.clock().atLeast(day.atTime(9, 0));
            look();
        }
        assertThat(late("police", id)).containsExactly("plan-measure-due");
        assertThat(plan.item("sapporo", plan.measureId(1)).at("/follow/overdue").asBoolean())
                .isTrue();
        answered.progress("police", answered.measureId(1), Json.of("progress", "DECLINED_BY_PERSON"))
                .ok();
        for (LocalDate to = day.plusDays(20); day.isBefore(to); day = day.plusDays(1)) {
            hub.clock().atLeast(day.atTime(9, 0));
            look();
            look();
        }
        assertThat(late("police", id)).containsExactly("plan-measure-due");
        assertThat(late("sapporo", id)).containsExactly("plan-measure-late");
        assertThat(late("director", id)).containsExactly("plan-measure-overdue");
        assertThat(late("police", lost.conference.id)).isEmpty();
        assertThat(late("sapporo", lost.conference.id)).contains("plan-measure-lost");
        assertThat(late("director", answered.conference.id))
                .as("only Sapporo's own measure: what she does not want is no failure")
                .containsExactly("plan-measure-overdue");
        assertThat(answered.item("police", answered.measureId(1))
                        .at("/follow/overdue")
                        .asBoolean())
                .isFalse();
        assertThat(Collections.frequency(hub.kinds("sapporo", answered.conference.id), "plan-measure-late"))
                .isZero();
    }

    @Test
    @Order(9)
    void aReviewThatIsOverdueIsShownAndRemindedOfOnce() {
        Plan plan = confirmed();
        String id = plan.conference.id;
        LocalDate review = hub.clock().today().plusMonths(2);
        for (LocalDate day = review; day.isBefore(review.plusDays(6)); day = day.plusDays(1)) {
            hub.clock().atLeast(day.atTime(9, 0));
            look();
        }
        assertThat(count("sapporo", id, "plan-review-due")).isEqualTo(1);
        assertThat(hub.get("sapporo", plan.path + "/reviews")
                        .json()
                        .path("overdue")
                        .asBoolean())
                .isTrue();
        assertThat(PageBrowser.of(hub, "sapporo").get("/c/" + id + "/plan").body())
                .contains("見直しの期限を過ぎています");
    }

    private static void look() {
        hub.lookAtDeadlines();
        hub.awaitQuiet();
    }

    private static List<String> items(Conference conference, String login) {
        return conference.agenda(login).ok().json().path("openItems").findValuesAsString("what");
    }

    private static List<String> late(String login, String conference) {
        return hub.kinds(login, conference).stream()
                .filter(kind -> kind.startsWith("plan-measure-"))
                .toList();
    }

    private static long count(String login, String conference, String kind) {
        return Collections.frequency(hub.kinds(login, conference), kind);
    }

    private static void day(Map<String, String> typed, String field, LocalDate day) {
        typed.put(field + ".era", "西暦");
        typed.put(field + ".year", String.valueOf(day.getYear()));
        typed.put(field + ".month", String.valueOf(day.getMonthValue()));
        typed.put(field + ".day", String.valueOf(day.getDayOfMonth()));
    }
}
