package jp.tsunagi.flow;

import static jp.tsunagi.document.ReadPdf.withoutSpace;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import jp.tsunagi.document.ReadPdf;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The safety plan: a document of its own, for those alone who help her keep safe. */
class SafetyPlanIT {

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
    void itIsWrittenInVersionsAndOnlyFromTheNewest() {
        Plan plan = approved();
        assertThat(hub.get("sapporo", at(plan)).ok().json().path("version").asInt())
                .isZero();

        String key = "safety-" + plan.conference.id;
        Map<String, Object> content = Json.of("signs", Plan.SAFETY, "wayOut", "裏口から（架空）");
        Answer first = hub.call("sapporo", "PUT", at(plan), content, key).ok();
        assertThat(hub.call("sapporo", "PUT", at(plan), content, key).ok().text())
                .isEqualTo(first.text());
        assertThat(first.json().at("/content/signs").asString()).isEqualTo(Plan.SAFETY);

        hub.putOver("center", at(plan), Json.of("signs", "二版（架空）"), "\"1\"").ok();
        assertThat(hub.putOver("sapporo2", at(plan), content, "\"1\"").rule()).isEqualTo("version.stale");
        assertThat(hub.get("sapporo", at(plan)).ok().json().path("version").asInt())
                .isEqualTo(2);
        assertThat(hub.put("sapporo", at(plan), Json.of("signs", "あ".repeat(4_001)))
                        .rule())
                .isEqualTo("safety-plan.incomplete");
    }

    @Test
    void anAgencyReadsItWhileItIsNamedHerConsentCoversItAndItsAttendeeHasPledged() {
        Conference oneCame = Conference.submitted(hub, "sapporo", Conference.request(hub))
                .consented()
                .decided()
                .convened()
                .accepted("police")
                .held()
                .reported();
        Plan plan = written(new Plan(oneCame).drafted().submitted().approved());
        assertThat(hub.get("police", at(plan)).status()).isEqualTo(404);
        assertThat(name(plan, "sapporo", Json.of("agency", "P0001"))
                        .json()
                        .path("fields")
                        .has("need"))
                .isTrue();
        assertThat(name(plan, "sapporo", Json.of("agency", "M0001", "need", "通院"))
                        .json()
                        .path("fields")
                        .path("agency")
                        .asString())
                .contains("同意に含まれない");

        name(plan, "sapporo", Json.of("agency", "P0001", "need", "巡回")).ok();
        name(plan, "sapporo", Json.of("agency", "J0001", "need", "見守り")).ok();
        assertThat(hub.get("police", at(plan)).ok().text()).contains(Plan.SAFETY);
        assertThat(hub.get("childguidance", at(plan)).status())
                .as("invited, not cleared")
                .isEqualTo(404);
        assertThat(hub.put("police", at(plan), Json.of("signs", "別（架空）")).rule())
                .isEqualTo("step.not-permitted");

        plan.conference.consentWithdrawn("shelter", "P0001").ok();
        assertThat(hub.get("police", at(plan)).status()).isEqualTo(404);
        assertThat(hub.get("sapporo", at(plan)).ok().text()).contains(Plan.SAFETY);
    }

    @Test
    void whoIsNamedNoLongerReadsItNoLonger() {
        Plan plan = written(approved());
        name(plan, "sapporo", Json.of("agency", "P0001", "need", "巡回")).ok();
        assertThat(hub.get("police", at(plan)).status()).isEqualTo(200);

        hub.call("center", "DELETE", at(plan) + "/readers/P0001", null, null).ok();

        assertThat(hub.get("police", at(plan)).status()).isEqualTo(404);
        assertThat(hub.call("center", "DELETE", at(plan) + "/readers/P0001", null, null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void noOtherPaperOrPageHasAnyOfIt() {
        Plan plan = written(approved());
        for (String login : List.of("sapporo", "center", "police")) {
            assertThat(plan.read(login).ok().text()).doesNotContain(Plan.SAFETY);
            assertThat(withoutSpace(ReadPdf.text(plan.paper(login, 1).ok().body())))
                    .doesNotContain(Plan.SAFETY);
        }
        for (String edition : List.of("person", "person-safe")) {
            assertThat(withoutSpace(ReadPdf.text(hub.get("sapporo", plan.path + "/1/" + edition + ".pdf")
                            .ok()
                            .body())))
                    .doesNotContain(Plan.SAFETY);
        }
        PageBrowser police = PageBrowser.of(hub, "police");
        assertThat(police.get("/c/" + plan.conference.id + "/safety-plan").status())
                .isEqualTo(404);
        assertThat(police.get("/c/" + plan.conference.id + "/plan").body()).doesNotContain("/safety-plan");
    }

    @Test
    void onItsPageItIsWrittenAndOpenedToAnAgency() {
        Plan plan = approved();
        String page = "/c/" + plan.conference.id + "/safety-plan";
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        assertThat(sapporo.get("/c/" + plan.conference.id + "/plan").body()).contains(page);
        PageBrowser.Page early = sapporo.get(page);
        assertThat(sapporo.fill(page, Map.of("signs", Plan.SAFETY)).to()).isEqualTo(page);
        PageBrowser.Page conflict = sapporo.post(page, early, Map.of("signs", "別の画面の文（架空）"));
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.body()).contains(Plan.SAFETY, "別の画面の文（架空）");

        PageBrowser.Page wrong = sapporo.fill(page + "/readers", Map.of("agency", "P0001", "need", ""));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(sapporo.post(page + "/readers", wrong, Map.of("agency", "P0001", "need", "巡回"))
                        .to())
                .isEqualTo(page + "/readers");

        PageBrowser police = PageBrowser.of(hub, "police");
        assertThat(police.get(page).body()).contains(Plan.SAFETY).doesNotContain("<textarea");
        assertThat(police.get(page + "/readers").status()).isEqualTo(404);
        assertThat(sapporo.fill(page + "/readers", Map.of("_action", "dismiss:P0001"))
                        .to())
                .isEqualTo(page + "/readers");
        assertThat(police.get(page).status()).isEqualTo(404);
        for (String login : List.of("asahikawa", "shelter", "auditor", "admin")) {
            assertThat(PageBrowser.of(hub, login).get(page).status()).as(login).isEqualTo(404);
        }
    }

    private static Plan approved() {
        return new Plan(Conference.in(hub, "REPORTED")).drafted().submitted().approved();
    }

    private static Plan written(Plan plan) {
        hub.put("sapporo", at(plan), Json.of("signs", Plan.SAFETY)).ok();
        return plan;
    }

    private static Answer name(Plan plan, String login, Map<String, Object> naming) {
        return hub.post(login, at(plan) + "/readers", naming);
    }

    private static String at(Plan plan) {
        return "/cases/" + plan.conference.caseId() + "/safety-plan";
    }
}
