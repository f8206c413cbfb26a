package jp.tsunagi.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What may become of a request before the meeting. */
interface RequestBranches {

    HubUnderTest hub();

    People people();

    @Test
    default void aReturnedRequestIsMendedAndComesAgainUnderItsReference() {
        Conference conference = Conference.in(hub(), "RETURNED");
        String reference = conference.read("sapporo").string("reference");
        assertThat(conference.read("sapporo").string("returnReason")).isEqualTo("参集範囲を詳しく");
        hub().awaitKind("sapporo", conference.id, "returned");

        hub().put("sapporo", "/conferences/" + conference.id, Json.with(Conference.request(hub()), "topics", "住まいについて"))
                .ok();
        conference.step("sapporo", "submission", null).ok();
        hub().awaitState("sapporo", conference.id, "CONSENT_CHECK");
        conference.consented().decided();

        assertThat(conference.state()).isEqualTo("APPROVED");
        assertThat(conference.read("director").string("reference")).isEqualTo(reference);
        assertThat(conference.read("director").string("topics")).isEqualTo("住まいについて");
    }

    @Test
    default void aDecisionNotToHoldIsReasonedAndToldToTheRequester() {
        Conference conference = Conference.in(hub(), "UNDER_REVIEW");
        Answer unreasoned = conference.step("director", "decision", Json.of("decision", "NOT_HOLD"));
        assertThat(unreasoned.status()).isEqualTo(422);
        assertThat(unreasoned.rule()).isEqualTo("decision.incomplete");
        assertThat(conference
                        .step("center", "decision", Json.of("decision", "HOLD"))
                        .rule())
                .isEqualTo("decision.director-only");

        conference
                .step("director", "decision", Json.of("decision", "NOT_HOLD", "reason", "他の会議で扱う"))
                .ok();
        hub().awaitKind("sapporo", conference.id, "not-held");
        conference.closed();
        assertThat(conference.state()).isEqualTo("CLOSED");
    }

    @Test
    default void aRefusedConsentEndsIt() {
        Conference conference = Conference.in(hub(), "CANCELLED_NO_CONSENT");

        assertThat(conference.state()).isEqualTo("CANCELLED_NO_CONSENT");
        hub().awaitKind("sapporo", conference.id, "consent-refused");
        assertThat(conference
                        .step("director", "decision", Json.of("decision", "HOLD"))
                        .rule())
                .isEqualTo("state.not-possible");
    }

    @Test
    default void whoeverCouldNotBeReachedIsAskedAgain() {
        Conference conference = Conference.in(hub(), "CONSENT_CHECK");
        conference
                .step("shelter", "consent-answer", Json.of("result", "UNREACHABLE"))
                .ok();
        assertThat(conference.state()).isEqualTo("CONSENT_CHECK");
        hub().awaitKind("center", conference.id, "consent-unreachable");

        conference.consented();
        assertThat(conference.state()).isEqualTo("UNDER_REVIEW");
    }

    @Test
    default void onlyASecondOfficerOfTheAgencyThatIsWithHerAnswersForHer() {
        Conference conference = Conference.in(hub(), "CONSENT_CHECK");
        Map<String, Object> answer = Json.of("result", "CONSENTED");
        assertThat(conference.step("sapporo", "consent-answer", answer).rule()).isEqualTo("consent.self-verification");
        assertThat(conference.step("sapporo2", "consent-answer", answer).rule())
                .isEqualTo("consent.contact-agency-answers");
        assertThat(conference.step("police", "consent-answer", answer).status()).isEqualTo(404);
        assertThat(conference.state()).isEqualTo("CONSENT_CHECK");
    }

    @Test
    default void anUnansweredConsentCheckIsRemindedOfOnceADayAndThenTheCenterIsTold() {
        Conference conference = Conference.in(hub(), "CONSENT_CHECK");
        hub().awaitKind("shelter", conference.id, "consent-check");
        hub().lookAtDeadlines();
        assertThat(conference.told("shelter")).containsExactly("consent-check");

        LocalDate due = LocalDate.parse(conference.read("center").string("due"));
        hub().clock().atLeast(due.plusDays(6).atTime(9, 0));
        hub().lookAtDeadlines();
        hub().awaitKind("shelter", conference.id, "reminder");
        hub().lookAtDeadlines();

        hub().clock().atLeast(due.plusDays(12).atTime(9, 0));
        hub().lookAtDeadlines();
        hub().awaitKind("center", conference.id, "overdue");
        assertThat(conference.told("shelter")).containsExactly("consent-check", "overdue", "reminder");
        assertThat(conference.told("center")).containsExactly("overdue", "request-received");
        assertThat(conference.state()).isEqualTo("CONSENT_CHECK");
    }

    @Test
    default void aRequestIsTakenBackUntilTheMeetingIsHeld() {
        for (String state : List.of("CONSENT_CHECK", "UNDER_REVIEW", "APPROVED", "CONVENED")) {
            Conference conference = Conference.in(hub(), state);
            conference
                    .step("sapporo", "withdrawal", Json.of("reason", "本人の状況が変わった"))
                    .ok();
            assertThat(conference.state()).isEqualTo("WITHDRAWN");
            if (state.equals("CONVENED")) {
                hub().awaitKind("police", conference.id, "called-off");
                assertThat(conference.read("police").string("state")).isEqualTo("CALLED_OFF");
                assertThat(conference.read("police").text()).doesNotContain(Conference.HERS);
            }
        }
        assertThat(Conference.in(hub(), "HELD")
                        .step("sapporo", "withdrawal", Json.of("reason", "x"))
                        .rule())
                .isEqualTo("state.not-possible");
    }

    @Test
    default void aDeputyDecidesInThePeriodAndNeverOnAnOwnRequest() {
        String deputy = people().login("deputy", People.CENTER, null, "CENTER_STAFF");
        Conference before = Conference.in(hub(), "UNDER_REVIEW");
        Conference during = Conference.in(hub(), "UNDER_REVIEW");
        Conference after = Conference.in(hub(), "UNDER_REVIEW");
        Conference own = Conference.submitted(
                hub(), deputy, Json.with(Conference.request(hub()), "consent", consentWith("contactAgency", "S0001")));
        own.consented();
        LocalDate from = hub().clock().today().plusDays(1);
        hub().post(
                        "director",
                        "/deputies",
                        Json.of(
                                "login",
                                deputy,
                                "from",
                                from.toString(),
                                "to",
                                from.plusDays(1).toString()))
                .ok();

        Map<String, Object> hold = Json.of("decision", "HOLD", "reason", "要綱第5条に該当する");
        assertThat(before.step(deputy, "decision", hold).rule()).isEqualTo("decision.director-only");
        hub().clock().atLeast(from.atTime(9, 0));
        during.step(deputy, "decision", hold).ok();
        assertThat(during.read("sapporo").json().path("decision").path("deputy").asBoolean())
                .isTrue();
        assertThat(own.step(deputy, "decision", hold).rule()).isEqualTo("decision.self-approval");
        hub().clock().atLeast(from.plusDays(2).atTime(9, 0));
        assertThat(after.step(deputy, "decision", hold).rule()).isEqualTo("decision.director-only");
    }

    private Map<String, Object> consentWith(Object... changes) {
        return Json.with(Conference.consent(hub()), changes);
    }

    @Test
    default void theCentersOwnCaseTakesTheSameRoadWithOtherOfficers() {
        String second = people().login("center2", People.CENTER, null, "CENTER_STAFF");
        Conference conference = Conference.submitted(
                hub(), "center", Json.with(Conference.request(hub()), "consent", consentWith("contactAgency", null)));
        assertThat(conference
                        .step("center", "consent-answer", Json.of("result", "CONSENTED"))
                        .rule())
                .isEqualTo("consent.self-verification");
        conference
                .consented(second)
                .decided()
                .convened()
                .accepted("police")
                .held()
                .reported("center");

        assertThat(conference.state()).isEqualTo("REPORTED");
        assertThat(conference.read("police").string("name")).isEqualTo(Conference.NAME);
    }

    @Test
    default void theCenterActsForAnAgencyThatHasTelephoneAndFaxOnly() {
        String second = people().login("center2", People.CENTER, null, "CENTER_STAFF");
        Map<String, Object> request = Json.with(
                Conference.request(hub()), "onBehalfOf", "E0001", "consent", consentWith("contactAgency", null));
        assertThat(hub().post("center", "/conferences", request)
                        .json()
                        .path("fields")
                        .has("source"))
                .isTrue();
        assertThat(hub().post("sapporo", "/conferences", Json.with(request, "source", "電話"))
                        .rule())
                .isEqualTo("on-behalf.not-permitted");

        Conference conference = Conference.submitted(hub(), "center", Json.with(request, "source", "ファクス（本日受信）"));
        assertThat(conference.read("center").string("requestingAgency")).isEqualTo("E0001");
        assertThat(conference.read("center").text()).doesNotContain(Conference.ADDRESS);
        conference
                .consented(second)
                .decided()
                .convened()
                .accepted("police")
                .held()
                .reported("center");
        assertThat(conference.state()).isEqualTo("REPORTED");
    }

    @Test
    default void anEmergencyMeetingAlreadyHeldIsConfirmedByTheDirector() {
        var now = hub().clock().now().truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> request = Json.with(
                Conference.request(hub()),
                "retrospective",
                true,
                "urgent",
                true,
                "held",
                Json.of(
                        "start", now.minusHours(3).toString(),
                        "end", now.minusHours(2).toString(),
                        "place", "札幌市役所",
                        "attendance",
                                List.of(
                                        Json.of("agency", "011002", "presence", "PRESENT"),
                                        Json.of("agency", "P0001", "presence", "PRESENT"))));
        Conference conference =
                Conference.submitted(hub(), "sapporo", request).consented().decided();
        assertThat(conference.state()).isEqualTo("HELD");
        conference.reported();
        assertThat(conference.state()).isEqualTo("REPORTED");
    }

    @Test
    default void aColleagueOfTheSectionSeesItAndOneOfAnotherSectionFindsNothing() {
        hub().put(
                        "admin",
                        "/agencies/011002",
                        Json.of(
                                "name", "札幌市",
                                "kana", "さっぽろし",
                                "kind", "MUNICIPALITY",
                                "sections", List.of("女性相談窓口", "保護係"),
                                "subprefecture", "石狩振興局",
                                "runsGateway", true))
                .ok();
        String other = people().login("sapporo-hogo", "011002", "保護係", "COUNSELLOR");
        Conference conference = Conference.in(hub(), "CONSENT_CHECK");
        assertThat(conference.read("sapporo2").string("name")).isEqualTo(Conference.NAME);

        String nothing = conference.id.substring(0, 25) + (conference.id.endsWith("0") ? "1" : "0");
        for (String path : List.of("", "/agenda", "/documents/case-review-form.pdf", "/deliveries")) {
            Answer hidden = hub().get(other, "/conferences/" + conference.id + path);
            Answer absent = hub().get(other, "/conferences/" + nothing + path);
            assertThat(hidden.status()).isEqualTo(404);
            assertThat(absent.status()).isEqualTo(404);
            assertThat(hidden.text().replace(conference.id, nothing)).isEqualTo(absent.text());
        }
        assertThat(hub().get(other, "/conferences?size=100").text()).doesNotContain(conference.id);

        hub().post("sapporo", "/cases/" + conference.caseId() + "/team", Json.of("login", other))
                .ok();
        assertThat(conference.read(other).string("name")).isEqualTo(Conference.NAME);
        assertThat(conference.read("asahikawa").status()).isEqualTo(404);
    }

    @Test
    default void aRepeatedCallHasOneEffectAndTheSameKeyForSomethingElseIsRefused() {
        Map<String, Object> request = Conference.request(hub());
        String key = "repeat-" + System.nanoTime();
        Answer first =
                hub().call("sapporo", "POST", "/conferences", request, key).ok();
        hub().awaitState("sapporo", first.string("id"), "CONSENT_CHECK");
        Answer again =
                hub().call("sapporo", "POST", "/conferences", request, key).ok();
        assertThat(again.string("id")).isEqualTo(first.string("id"));
        assertThat(again.string("reference")).isEqualTo(first.string("reference"));

        Answer other = hub().call("sapporo", "POST", "/conferences", Json.with(request, "topics", "別の事"), key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.rule()).isEqualTo("idempotency.key-reused");
        Answer ofSomebodyElse =
                hub().call("sapporo2", "POST", "/conferences", request, key).ok();
        assertThat(ofSomebodyElse.string("id")).isNotEqualTo(first.string("id"));
    }
}
