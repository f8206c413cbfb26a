package jp.tsunagi.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.document.ReadPdf;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a plan is put together from: the catalogue, the last version, and what its readers are told of the change. */
class PlanChoicesIT {

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
    void whatIsChosenFromTheCatalogueComesBelowWhatIsTypedAndNothingIsLost() {
        Plan plan = new Plan(Conference.in(hub, "REPORTED")).drafted();
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        Map<String, String> half = new LinkedHashMap<>();
        half.put("wishes", "まだ保存していない希望（架空）");
        half.put("nextReview.year", "いつか");
        half.put("measures[0].measure", "手で書いた支援（架空）");
        half.put("_action", "catalogue");
        assertThat(sapporo.fill(at(plan, "/edit"), half).to()).isEqualTo(at(plan, "/catalogue"));

        PageBrowser.Page list = sapporo.get(at(plan, "/catalogue"));
        assertThat(list.body()).contains("1　安全を守る", "公営住宅", "性別", "持ち物・書類", "架空警察署");
        PageBrowser.Page found = sapporo.post(
                at(plan, "/catalogue"),
                list,
                Map.of("_action", "find", "text", "保育所", "chosen", "police-consultation"));
        assertThat(found.body()).contains("保育所・一時預かり").doesNotContain("離婚調停");
        assertThat(found.body()).contains("id=\"chosen-police-consultation\"");
        assertThat(sapporo.post(at(plan, "/catalogue"), found, Map.of("text", ""))
                        .status())
                .isEqualTo(422);

        Map<String, String> chosen = Map.of("chosen", "police-consultation");
        assertThat(sapporo.post(at(plan, "/catalogue"), list, chosen).to()).isEqualTo(at(plan, "/edit"));
        assertThat(sapporo.post(at(plan, "/catalogue"), list, chosen).to()).isEqualTo(at(plan, "/edit"));

        String form = sapporo.get(at(plan, "/edit")).body();
        assertThat(form)
                .contains("まだ保存していない希望（架空）", "いつか", "手で書いた支援（架空）")
                .contains("警察の生活安全の窓口へ相談し", "第8条の2", "value=\"police-consultation\"")
                .contains("name=\"measures[1].catalogue\"")
                .doesNotContain("name=\"measures[2].catalogue\"");
        assertThat(hub.get("sapporo", plan.path).text()).doesNotContain("まだ保存していない希望");
    }

    @Test
    void theCatalogueOfAPlanIsForThoseWhoWriteIt() {
        Plan plan = new Plan(Conference.in(hub, "REPORTED")).drafted();
        for (String login : List.of("asahikawa", "police", "director", "auditor")) {
            assertThat(PageBrowser.of(hub, login).get(at(plan, "/catalogue")).status())
                    .as(login)
                    .isEqualTo(404);
        }
        JsonNode pillars = hub.get("police", "/catalogue?text=住民票").ok().json().path("pillars");
        assertThat(pillars.findValuesAsString("key"))
                .contains("resident-register")
                .doesNotContain("debt");
        plan.submitted();
        assertThat(PageBrowser.of(hub, "sapporo").get(at(plan, "/catalogue")).status())
                .isEqualTo(404);
    }

    @Test
    void anAgencyThatHerConsentDoesNotNameIsWarnedOfBeforeTheDirectorIsAsked() {
        Plan plan = new Plan(Conference.in(hub, "REPORTED"));
        plan.drafted("sapporo", Json.with(plan.content(), "measures", List.of(plan.measure("E0001", Plan.MEASURE))));
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        Map<String, String> typed = complete();
        typed.put("measures[0].agency", "E0001");
        typed.put("_action", "submit");

        assertThat(sapporo.fill(at(plan, "/edit"), typed).to()).isEqualTo(at(plan, "/edit"));
        PageBrowser.Page warned = sapporo.get(at(plan, "/edit"));
        assertThat(warned.body()).contains("架空町教育委員会は、本人の同意に入っていません").contains("name=\"_told\" value=\"E0001\"");
        assertThat(plan.states("sapporo")).containsExactly("DRAFT");

        typed.put("_told", "E0001");
        assertThat(sapporo.post(at(plan, "/edit"), warned, typed).to()).isEqualTo(at(plan, ""));
        assertThat(plan.states("sapporo")).containsExactly("SUBMITTED");
        plan.approved();
        assertThat(plan.read("police").ok().text()).contains(Plan.MEASURE);
    }

    @Test
    void theNextVersionTakesOverWhatIsTickedAndSaysWhatChanged() {
        Plan plan = new Plan(Conference.in(hub, "REPORTED"))
                .drafted()
                .submitted()
                .approved()
                .confirmed();
        String kept = plan.newest("sapporo").at("/measures/0/id").asString();
        String left = plan.newest("sapporo").at("/measures/1/id").asString();
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        PageBrowser.Page tab = sapporo.get(at(plan, ""));
        assertThat(tab.body()).contains("次の版に引き継ぐ支援", "id=\"keep-" + kept + "\"", "役割分担", "承認された");

        assertThat(sapporo.post(at(plan, ""), tab, Map.of("keep", kept)).to()).isEqualTo(at(plan, "/edit"));
        assertThat(sapporo.post(at(plan, ""), tab, Map.of("keep", kept)).to()).isEqualTo(at(plan, "/edit"));
        assertThat(plan.newest("sapporo").path("measures").findValuesAsString("id"))
                .containsExactly(kept);

        Map<String, String> typed = complete();
        typed.put("measures[0].id", kept);
        typed.put("wishes", "山の見える部屋がよい（架空）。");
        typed.put("_action", "submit");
        PageBrowser.Page why = sapporo.fill(at(plan, "/edit"), typed);
        assertThat(why.status()).isEqualTo(422);
        assertThat(why.body()).contains("id=\"changeReason-problem\"").contains("山の見える部屋がよい（架空）。");
        typed.put("changeReason", "希望が変わった（架空）。");
        assertThat(sapporo.post(at(plan, "/edit"), why, typed).to()).isEqualTo(at(plan, ""));

        PageBrowser director = PageBrowser.of(hub, "director");
        String sheet = director.get(at(plan, "/approval")).body();
        assertThat(sheet)
                .contains("第1版と第2版の違い", Plan.WISHES, "山の見える部屋がよい（架空）。", "希望が変わった（架空）。")
                .contains("巡回を続ける（架空）。", "削除");
        assertThat(PageBrowser.of(hub, "police").get(at(plan, "/2/difference")).status())
                .isEqualTo(404);
        plan.approved();
        String police =
                PageBrowser.of(hub, "police").get(at(plan, "/2/difference")).body();
        assertThat(police).contains("山の見える部屋がよい（架空）。").doesNotContain(Plan.CHILDREN);
        assertThat(PageBrowser.of(hub, "asahikawa")
                        .get(at(plan, "/2/difference"))
                        .status())
                .isEqualTo(404);
        assertThat(sapporo.get(at(plan, "/1/difference")).status()).isEqualTo(404);
        assertThat(left).isNotEqualTo(kept);
        assertThat(ReadPdf.withoutSpace(
                        ReadPdf.text(plan.paper("sapporo", 2).ok().body())))
                .contains("変更の理由", "希望が変わった（架空）。");
        assertThat(ReadPdf.withoutSpace(
                        ReadPdf.text(plan.paper("sapporo", 1).ok().body())))
                .contains("記録：", "本人確認済");
    }

    @Test
    void anAgencyThatLeftTheDirectoryIsSaidAtItsRowAndItsNameStays() {
        Plan plan = new Plan(Conference.in(hub, "REPORTED"));
        plan.drafted("sapporo", Json.with(plan.content(), "measures", List.of(plan.measure("M0001", Plan.MEASURE))));
        plan.submitted().approved().confirmed();
        Plan writing = new Plan(Conference.in(hub, "REPORTED"));
        writing.drafted(
                "sapporo", Json.with(writing.content(), "measures", List.of(writing.measure("M0001", Plan.MEASURE))));

        hub.post("admin", "/agencies/M0001/deactivation", null).ok();

        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        PageBrowser.Page form = sapporo.get(at(writing, "/edit"));
        assertThat(form.body()).contains("架空総合病院（名簿にありません）");
        Map<String, String> typed = complete();
        typed.put("measures[0].agency", "M0001");
        PageBrowser.Page refused = sapporo.post(at(writing, "/edit"), form, typed);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"measures[0].agency-problem\"", "架空総合病院（名簿にありません）");

        assertThat(sapporo.fill(at(plan, ""), Map.of()).to()).isEqualTo(at(plan, "/edit"));
        JsonNode taken = plan.newest("sapporo").at("/measures/0");
        assertThat(taken.path("measure").asString()).isEqualTo("架空総合病院：" + Plan.MEASURE);
        assertThat(taken.has("agency")).isFalse();
    }

    private static Map<String, String> complete() {
        LocalDate review = hub.clock().today().plusMonths(2);
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("nextReview.era", "西暦");
        typed.put("nextReview.year", String.valueOf(review.getYear()));
        typed.put("nextReview.month", String.valueOf(review.getMonthValue()));
        typed.put("nextReview.day", String.valueOf(review.getDayOfMonth()));
        typed.put("wishes", Plan.WISHES);
        typed.put("participation", "ATTENDED");
        typed.put("keyPerson", "見本 花子");
        typed.put("situation", Conference.SITUATION);
        typed.put("policy", Plan.POLICY);
        typed.put("goals[0].term", "LONG");
        typed.put("goals[0].text", "静かに暮らす（架空）");
        typed.put("measures[0].area", "HOUSING");
        typed.put("measures[0].measure", Plan.MEASURE);
        typed.put("measures[0].agency", "011002");
        return typed;
    }

    private static String at(Plan plan, String page) {
        return "/c/" + plan.conference.id + "/plan" + page;
    }
}
