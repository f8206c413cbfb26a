package jp.tsunagi.flow;

import static jp.tsunagi.document.ReadPdf.withoutSpace;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import jp.tsunagi.document.ReadPdf;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The individual support plan: from the result of a conference to her word, and who sees what of it. */
interface PlanBranches {

    HubUnderTest hub();

    People people();

    @Test
    default void aPlanGoesFromTheResultToHerWordAndTheNextVersionTakesItsPlace() {
        Conference conference = Conference.in(hub(), "REPORTED");
        Plan plan = new Plan(conference);
        assertThat(plan.read("sapporo").ok().json().path("items")).isEmpty();

        Answer begun = hub().post("sapporo", plan.path, Json.of("basedOn", conference.id))
                .ok();
        assertThat(begun.status()).isEqualTo(201);
        assertThat(begun.json().path("version").asInt()).isEqualTo(1);
        JsonNode prefilled = plan.newest("sapporo");
        assertThat(prefilled.path("policy").asString()).isEqualTo(Conference.OUTCOME);
        assertThat(prefilled.path("leadAgency").asString()).isEqualTo("011002");
        assertThat(prefilled.at("/measures/0/agency").asString()).isEqualTo("011002");
        assertThat(prefilled.at("/measures/0/measure").asString()).isEqualTo("見学に同行する");
        assertThat(prefilled.at("/measures/0/due").asString())
                .isEqualTo(hub().clock().today().plusDays(14).toString());
        assertThat(prefilled.at("/person/name").asString()).isEqualTo(Conference.NAME);

        assertThat(plan.step("sapporo", 1, "submission", null).rule()).isEqualTo("plan.incomplete");
        hub().put("sapporo2", plan.path, plan.content()).ok();
        plan.submitted();
        hub().awaitKind("center", conference.id, "plan-submitted");
        hub().awaitKind("director", conference.id, "plan-submitted");
        assertThat(hub().put("sapporo", plan.path, plan.content()).rule()).isEqualTo("state.not-possible");
        assertThat(plan.read("police").status()).isEqualTo(404);

        assertThat(plan.step("director", 1, "approval", Json.of("decision", "RETURN"))
                        .json()
                        .at("/fields/reason")
                        .asString())
                .isEqualTo("理由を入力してください");
        plan.step("director", 1, "approval", Json.of("decision", "RETURN", "reason", "担当を決める"))
                .ok();
        hub().awaitKind("sapporo", conference.id, "plan-returned");
        assertThat(plan.newest("sapporo").path("returnReason").asString()).isEqualTo("担当を決める");
        assertThat(plan.states("sapporo")).containsExactly("DRAFT");

        AgencyGateway gateway = hub().gateway("011002", HubUnderTest.PASSWORD);
        plan.submitted().approved();
        hub().awaitKind("sapporo", conference.id, "plan-approved");
        assertThat(gateway.notice(conference.id, "plan-approved").path()).isEqualTo("/api/v1" + plan.path);
        gateway.close();
        assertThat(hub().inbox("sapporo", conference.id))
                .filteredOn(notice -> notice.path("kind").asString().startsWith("plan-"))
                .extracting(notice -> notice.path("path").asString())
                .containsOnly("/api/v1" + plan.path);
        assertThat(conference.told("police")).doesNotContain("plan-approved", "plan-submitted");
        plan.confirmed();
        hub().awaitKind("center", conference.id, "plan-confirmed");
        assertThat(plan.states("sapporo")).containsExactly("CONFIRMED");
        assertThat(plan.states("police")).containsExactly("CONFIRMED");

        plan.drafted("sapporo", Json.with(plan.content(), "changeReason", "入居先が決まった（架空）"));
        assertThat(plan.states("sapporo")).containsExactly("DRAFT", "CONFIRMED");
        assertThat(plan.states("police")).containsExactly("CONFIRMED");
        plan.submitted().approved();
        assertThat(plan.states("police")).containsExactly("APPROVED", "CONFIRMED");
        plan.confirmed();
        assertThat(plan.states("center")).containsExactly("CONFIRMED", "SUPERSEDED");
    }

    @Test
    default void eachReaderHasAnEditionOfItsOwn() {
        Plan plan = new Plan(Conference.in(hub(), "REPORTED"))
                .drafted()
                .submitted()
                .approved()
                .confirmed();

        String own = withoutSpace(ReadPdf.text(plan.paper("sapporo", 1).ok().body()));
        assertThat(own)
                .contains("札幌市用", withoutSpace(Conference.NAME), Plan.WISHES, Plan.POLICY, Plan.CHILDREN)
                .contains(Plan.MEASURE, "渡していない", "あり（内容は別の文書）", "住民基本台帳の支援措置", "見本花子", "本人が同意した機関");
        String police = withoutSpace(ReadPdf.text(plan.paper("police", 1).ok().body()));
        assertThat(police)
                .contains("架空警察署用", withoutSpace(Conference.NAME), Plan.WISHES, Plan.POLICY, Plan.MEASURE)
                .doesNotContain(Plan.CHILDREN, "子どもの状況", "安全計画", "伏せる事項", "計画の写し", "危ないため");
        for (String text : List.of(own, police)) {
            assertThat(text).doesNotContain(withoutSpace(Conference.ADDRESS));
        }
        assertThat(plan.read("police").text())
                .contains("\"children\"", "\"safetyPlanExists\"", "\"sharing\"")
                .doesNotContain(Plan.CHILDREN, "危ないため");
        assertThat(plan.newest("police").has("children")).isFalse();
        assertThat(hub().get("sapporo", "/conferences/" + plan.conference.id + "/deliveries")
                        .ok()
                        .json()
                        .findValuesAsString("kind"))
                .contains("support-plan-agency");
        assertThat(hub().get("sapporo", plan.path + "/1/other.pdf").status()).isEqualTo(404);
    }

    @Test
    default void aStrangerIsAnsweredAsIfThereWereNothing() {
        Plan plan =
                new Plan(Conference.in(hub(), "REPORTED")).drafted().submitted().approved();
        String never = "/cases/01ZZZZZZZZZZZZZZZZZZZZZZZZ/plans";
        for (String login : List.of("asahikawa", "shelter", "auditor", "admin")) {
            assertSame(plan.read(login), hub().get(login, never));
            assertSame(plan.paper(login, 1), hub().get(login, never + "/1/agency.pdf"));
            assertSame(hub().post(login, plan.path, plan.content()), hub().post(login, never, plan.content()));
            assertSame(hub().put(login, plan.path, plan.content()), hub().put(login, never, plan.content()));
            assertSame(
                    plan.step(login, 1, "approval", Json.of("decision", "APPROVE")),
                    hub().post(login, never + "/1/approval", Json.of("decision", "APPROVE")));
            assertSame(
                    plan.step(login, 1, "person-confirmation", plan.agreed()),
                    hub().post(login, never + "/1/person-confirmation", plan.agreed()));
        }
        for (String version : List.of("0", "2", "-1", "x", "01")) {
            assertThat(plan.hub
                            .get("sapporo", plan.path + "/" + version + "/agency.pdf")
                            .status())
                    .as(version)
                    .isEqualTo(404);
        }
        assertThat(hub().post("police", plan.path, plan.content()).rule()).isEqualTo("step.not-permitted");
        assertThat(plan.step("police", 1, "person-confirmation", plan.agreed()).rule())
                .isEqualTo("step.not-permitted");
        assertThat(plan.step("center", 1, "approval", Json.of("decision", "APPROVE"))
                        .rule())
                .isEqualTo("plan.director-only");
    }

    private static void assertSame(Answer found, Answer never) {
        assertThat(found.status()).as(found.call()).isEqualTo(404);
        assertThat(never.status()).isEqualTo(404);
        assertThat(found.text()).isEqualTo(never.text());
        assertThat(found.contentType()).isEqualTo(never.contentType());
    }

    @Test
    default void whoSubmittedThePlanDoesNotApproveItEvenAsDeputy() {
        String staff = people().login("plan-center", "C0001", null, "CENTER_STAFF");
        Conference led = Conference.in(hub(), "HELD");
        led.step("sapporo", "outcome-report", Json.with(led.outcome(), "leadAgency", "C0001"))
                .ok();
        Plan plan = new Plan(led).drafted(staff, new Plan(led).content());
        plan.step(staff, 1, "submission", null).ok();
        String today = hub().clock().today().toString();
        String deputy = hub().post("director", "/deputies", Json.of("login", staff, "from", today, "to", today))
                .ok()
                .string("id");

        assertThat(plan.step(staff, 1, "approval", Json.of("decision", "APPROVE"))
                        .rule())
                .isEqualTo("plan.self-approval");
        assertThat(plan.step("sapporo", 1, "submission", null).rule()).isEqualTo("step.not-permitted");
        hub().call("director", "DELETE", "/deputies/" + deputy, null, null).ok();
        plan.approved();
        assertThat(plan.step(staff, 1, "person-confirmation", plan.agreed()).string("state"))
                .isEqualTo("CONFIRMED");
    }

    @Test
    default void aRepeatIsDoneOnceAndTheWrongDraftIsNotOverwritten() {
        Plan plan = new Plan(Conference.in(hub(), "REPORTED"));
        String key = "plan-" + plan.conference.id;
        Map<String, Object> content = plan.content();
        Answer first = hub().call("sapporo", "POST", plan.path, content, key).ok();
        Answer again = hub().call("sapporo", "POST", plan.path, content, key).ok();
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(plan.states("sapporo")).hasSize(1);
        Map<String, Object> other = Json.with(content, "policy", "別の方針（架空）");
        assertThat(hub().call("sapporo", "POST", plan.path, other, key).rule()).isEqualTo("idempotency.key-reused");
        assertThat(hub().post("sapporo", plan.path, content).rule()).isEqualTo("plan.version-open");

        String revision = first.string("revision");
        Answer written = hub().putOver("sapporo", plan.path, other, "\"" + revision + "\"")
                .ok();
        assertThat(hub().putOver("sapporo2", plan.path, content, revision).rule())
                .isEqualTo("version.stale");
        assertThat(plan.newest("sapporo").path("policy").asString()).isEqualTo("別の方針（架空）");
        hub().putOver("sapporo2", plan.path, content, written.string("revision"))
                .ok();

        String submission = key + "-submission";
        String path = plan.path + "/1/submission";
        hub().call("sapporo", "POST", path, null, submission).ok();
        assertThat(hub().call("sapporo", "POST", path, null, submission).string("state"))
                .isEqualTo("SUBMITTED");
        assertThat(hub().post("sapporo", path, null).rule()).isEqualTo("state.not-possible");
        assertThat(hub().call("sapporo", "POST", plan.path, content, key).ok().string("state"))
                .isEqualTo("SUBMITTED");
    }

    @Test
    default void aPlanIsBasedOnAReportedConferenceOfItsOwnCase() {
        Conference reported = Conference.in(hub(), "REPORTED");
        Plan plan = new Plan(reported);
        String foreign = Conference.in(hub(), "REPORTED").id;
        String next = reported.step("sapporo", "next", null).ok().string("id");
        for (String basedOn : List.of(foreign, next, "01ZZZZZZZZZZZZZZZZZZZZZZZZ", "x")) {
            Answer refused = hub().post("sapporo", plan.path, Json.with(plan.content(), "basedOn", basedOn));
            assertThat(refused.rule()).isEqualTo("plan.incomplete");
            assertThat(refused.json().at("/fields/basedOn").asString()).startsWith("根拠となる会議は、");
        }
        assertThat(hub().post("sapporo", plan.path, Json.of())
                        .json()
                        .at("/fields/basedOn")
                        .asString())
                .isEqualTo("根拠となる会議を選んでください");
        assertThat(hub().post(
                                "sapporo",
                                plan.path,
                                Json.with(
                                        plan.content(),
                                        "nextReview",
                                        hub().clock()
                                                .today()
                                                .plusMonths(3)
                                                .plusDays(1)
                                                .toString()))
                        .json()
                        .at("/fields/nextReview")
                        .asString())
                .startsWith("次回見直し日は令和");
        assertThat(hub().post("sapporo", plan.path, Json.with(plan.content(), "leadAgency", "P0001"))
                        .rule())
                .isEqualTo("step.not-permitted");
        assertThat(plan.read("sapporo").json().path("items")).isEmpty();
    }

    @Test
    default void noPlanIsMadeWithHerWithoutHerConsentButWhatWasBegunGoesOn() {
        Plan plan = new Plan(Conference.in(hub(), "REPORTED")).drafted();
        plan.conference.consentWithdrawn("shelter").ok();

        plan.submitted().approved();
        assertThat(plan.read("police").status()).as("never shared").isEqualTo(404);
        plan.step(
                        "sapporo",
                        1,
                        "person-confirmation",
                        Json.of(
                                "confirmation",
                                "NOT_POSSIBLE",
                                "confirmedOn",
                                hub().clock().today().toString(),
                                "copyGiven",
                                false,
                                "reason",
                                "連絡が取れない（架空）"))
                .ok();
        assertThat(hub().post("sapporo", plan.path, plan.content()).rule()).isEqualTo("plan.consent-missing");
    }

    @Test
    default void afterAWithdrawalOnlyWhoMadeItAndTheCenterHaveThePlan() {
        Plan plan =
                new Plan(Conference.in(hub(), "REPORTED")).drafted().submitted().approved();
        assertThat(plan.paper("police", 1).status()).isEqualTo(200);
        plan.conference.consentWithdrawn("shelter", "P0001").ok();
        assertThat(plan.read("police").rule()).isEqualTo("plan.gone");
        assertThat(plan.paper("police", 1).status()).isEqualTo(410);
        assertThat(plan.read("police").text()).doesNotContain(Plan.HERS).doesNotContain(Conference.HERS);
        assertThat(plan.states("childguidance")).containsExactly("APPROVED");

        plan.conference.consentWithdrawn("shelter").ok();
        assertThat(plan.read("childguidance").status()).isEqualTo(410);
        for (String login : List.of("sapporo", "sapporo2", "center", "director")) {
            assertThat(plan.read(login).ok().text()).contains(Plan.WISHES);
            assertThat(plan.paper(login, 1).status()).isEqualTo(200);
        }
    }

    @Test
    default void anotherAgencyThatLeadsMakesThePlanByThoseWhoPledged() {
        String colleague = people().login("asahikawa-plan", "012041", null, "COUNSELLOR");
        Map<String, Object> consent = Json.with(
                Conference.consent(hub()),
                "recipients",
                List.of("012041", "P0001"),
                "withheld",
                List.of(Json.of("item", "氏名", "exceptRecipients", List.of("012041"))));
        Conference led = Conference.submitted(
                        hub(), "sapporo", Json.with(Conference.request(hub()), "consent", consent))
                .consented()
                .decided();
        led.convened(List.of(Json.of("agency", "012041"), Json.of("agency", "P0001")))
                .accepted("asahikawa")
                .accepted("police")
                .held();
        led.step("sapporo", "outcome-report", Json.with(led.outcome(), "leadAgency", "012041"))
                .ok();
        Plan plan = new Plan(led);

        assertThat(hub().post("sapporo", plan.path, plan.content()).rule()).isEqualTo("step.not-permitted");
        assertThat(hub().post(colleague, plan.path, plan.content()).status()).isEqualTo(404);
        plan.drafted("asahikawa", plan.content());
        plan.step("asahikawa", 1, "submission", null).ok();
        plan.approved();
        hub().awaitKind("asahikawa", led.id, "plan-approved");
        JsonNode own = plan.newest("asahikawa");
        assertThat(own.path("leadAgency").asString()).isEqualTo("012041");
        assertThat(own.at("/children/situation").asString()).isEqualTo(Plan.CHILDREN);
        assertThat(own.has("person") && own.path("person").has("name")).isFalse();
        assertThat(plan.read("asahikawa").text()).contains("person.name").doesNotContain(Conference.NAME);
        assertThat(plan.newest("sapporo").at("/person/name").asString()).isEqualTo(Conference.NAME);
        assertThat(plan.read(colleague).status()).isEqualTo(404);

        led.consentWithdrawn("shelter").ok();
        assertThat(plan.read("asahikawa").rule()).isEqualTo("plan.gone");
        assertThat(plan.step("asahikawa", 1, "person-confirmation", plan.agreed())
                        .rule())
                .isEqualTo("plan.gone");
        assertThat(plan.read("police").status()).isEqualTo(410);
        assertThat(plan.newest("sapporo").path("wishes").asString()).isEqualTo(Plan.WISHES);
    }

    @Test
    default void anAgencyThatOnlyHasAMeasureSeesItsOwnMeasuresAndNotHer() {
        String hospital = people().login("plan-hospital", "M0001", null, "PARTICIPANT");
        Map<String, Object> consent =
                Json.with(Conference.consent(hub()), "recipients", List.of("P0001", "J0001", "M0001"));
        Conference conference = Conference.submitted(
                        hub(), "sapporo", Json.with(Conference.request(hub()), "consent", consent))
                .consented()
                .decided()
                .convened()
                .accepted("police")
                .held()
                .reported();
        Plan plan = new Plan(conference);
        plan.drafted(
                        "sapporo",
                        Json.with(
                                plan.content(),
                                "measures",
                                List.of(plan.measure("011002", Plan.MEASURE), plan.measure("M0001", "通院の調整（架空）。"))))
                .submitted();
        assertThat(plan.read(hospital).status()).isEqualTo(404);
        plan.approved();

        assertThat(plan.read(hospital).ok().text())
                .contains("通院の調整（架空）。")
                .doesNotContain(Plan.HERS)
                .doesNotContain(Conference.HERS);
        assertThat(withoutSpace(ReadPdf.text(plan.paper(hospital, 1).ok().body())))
                .contains("通院の調整（架空）。")
                .doesNotContain(Plan.HERS)
                .doesNotContain(withoutSpace(Conference.NAME), "本人の意向", "氏名");
        assertThat(plan.read("childguidance").status())
                .as("invited, not cleared")
                .isEqualTo(404);

        conference.consentWithdrawn("shelter", "M0001").ok();
        assertThat(plan.read(hospital).status()).isEqualTo(410);
    }

    @Test
    default void aPassageThatSheWithholdsFromAnAgencyIsTakenOutOfItsPlan() {
        Map<String, Object> consent = Json.with(
                Conference.consent(hub()),
                "withheld",
                List.of(
                        Json.of("item", "勤務先", "exceptRecipients", List.of("P0001")),
                        Json.of("item", "本人の希望", "exceptRecipients", List.of("J0001"))));
        Conference conference = Conference.submitted(
                        hub(), "sapporo", Json.with(Conference.request(hub()), "consent", consent))
                .consented()
                .decided()
                .convened()
                .accepted("police")
                .accepted("childguidance")
                .held()
                .reported();
        Plan plan = new Plan(conference);
        plan.drafted("sapporo", Json.with(plan.content(), "situation", "駅前の〔伏せる：勤務先〕架空商店〔ここまで〕に勤める"))
                .submitted()
                .approved();

        assertThat(plan.newest("police").path("situation").asString()).isEqualTo("駅前の〔伏せています〕に勤める");
        assertThat(plan.newest("police").has("wishes"))
                .as("not marked, so withheld")
                .isFalse();
        assertThat(plan.newest("childguidance").path("situation").asString()).isEqualTo("駅前の架空商店に勤める");
        assertThat(plan.read("childguidance").text()).doesNotContain(Plan.WISHES);
        assertThat(withoutSpace(ReadPdf.text(plan.paper("police", 1).ok().body())))
                .contains("〔伏せています〕")
                .doesNotContain("架空商店");
        assertThat(plan.newest("sapporo").path("situation").asString()).contains("〔伏せる：勤務先〕");
    }
}
