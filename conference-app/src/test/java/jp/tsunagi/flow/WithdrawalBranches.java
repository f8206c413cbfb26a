package jp.tsunagi.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** She takes her consent back: accepted in every state, and from that moment on nothing of hers is shared. */
interface WithdrawalBranches {

    /** Everybody but the agency that asked, the one that is with her, and the Center. */
    List<String> OTHERS = List.of("police", "childguidance", "asahikawa", "auditor", "admin");

    /** By whom she lets it be told, in each state. */
    Map<String, String> TELLS = Map.ofEntries(
            Map.entry("DRAFT", "sapporo"),
            Map.entry("CONSENT_CHECK", "shelter"),
            Map.entry("RETURNED", "sapporo2"),
            Map.entry("UNDER_REVIEW", "center"),
            Map.entry("NOT_HELD", "sapporo"),
            Map.entry("APPROVED", "shelter"),
            Map.entry("CONVENED", "police"),
            Map.entry("HELD", "childguidance"),
            Map.entry("REPORTED", "shelter"),
            Map.entry("CLOSED", "sapporo"),
            Map.entry("WITHDRAWN", "sapporo"),
            Map.entry("CANCELLED_NO_CONSENT", "shelter"));

    HubUnderTest hub();

    private void assertNothingOfHers(Conference conference, List<String> readers) {
        for (String login : readers) {
            assertThat(conference.read(login).text()).as(login).doesNotContain(Conference.HERS);
            assertThat(conference.agenda(login).text()).as(login).doesNotContain(Conference.HERS);
            assertThat(conference.form(login).status()).as(login).isIn(404, 410);
            assertThat(hub().get(login, "/inbox?size=100").text()).as(login).doesNotContain(Conference.HERS);
            assertThat(hub().get(login, "/conferences?size=100").text())
                    .as(login)
                    .doesNotContain(Conference.HERS);
            assertThat(hub().get(login, "/conferences/" + conference.id + "/deliveries")
                            .text())
                    .as(login)
                    .doesNotContain(Conference.HERS);
        }
    }

    /** The same of the pages and their papers, as those who were invited would look for it. */
    private void assertNoPageOfHers(Conference conference, String caseId) {
        for (String login : List.of("police", "childguidance")) {
            PageBrowser browser = PageBrowser.of(hub(), login);
            for (String page : List.of(
                    "/c/" + conference.id,
                    "/c/" + conference.id + "/papers",
                    "/c/" + conference.id + "/papers/agenda.pdf",
                    "/c/" + conference.id + "/papers/outcome-record.pdf",
                    "/c/" + conference.id + "/consent",
                    "/c/" + conference.id + "/sharing",
                    "/c/" + conference.id + "/memos",
                    "/c/" + conference.id + "/minutes",
                    "/c/" + conference.id + "/plan",
                    "/c/" + caseId + "/plan",
                    "/cases",
                    "/tasks",
                    "/schedule",
                    "/inbox")) {
                PageBrowser.Page found = browser.get(page);
                assertThat(found.body()).as(login + " " + page).doesNotContain(Conference.HERS);
                assertThat(found.body().startsWith("%PDF"))
                        .as(login + " " + page)
                        .isFalse();
            }
        }
    }

    @TestFactory
    default Stream<DynamicTest> inEveryStateTheNextReadOfEverybodyElseFindsNothing() {
        return TELLS.keySet().stream()
                .sorted()
                .map(state -> dynamicTest(state, () -> {
                    Conference conference = Conference.in(hub(), state);
                    boolean shared =
                            List.of("CONVENED", "HELD", "REPORTED", "CLOSED").contains(state);
                    if (shared) {
                        assertThat(conference.read("police").string("name")).isEqualTo(Conference.NAME);
                        assertThat(conference.form("childguidance").status()).isEqualTo(200);
                    }

                    String caseId = conference.read("sapporo").string("caseId");

                    conference.consentWithdrawn(TELLS.get(state)).ok();

                    assertNothingOfHers(conference, OTHERS);
                    if (shared) {
                        assertNoPageOfHers(conference, caseId);
                    }
                    boolean ended = List.of(
                                    "DRAFT", "CONSENT_CHECK", "RETURNED", "UNDER_REVIEW", "APPROVED", "CONVENED")
                            .contains(state);
                    assertThat(conference.read("sapporo").string("state"))
                            .isEqualTo(ended ? "CANCELLED_NO_CONSENT" : state);
                    if (!state.equals("DRAFT")) {
                        hub().awaitKind("center", conference.id, "consent-withdrawn");
                    }
                    assertNothingOfHers(conference, OTHERS);
                }));
    }

    @Test
    default void theInvitedLearnThatItIsOffForThemAndNeverWhy() {
        Conference conference = Conference.in(hub(), "CONVENED");
        hub().awaitKind("police", conference.id, "convening");
        conference.consentWithdrawn("shelter").ok();

        assertThat(conference.read("police").string("state")).isEqualTo("CALLED_OFF");
        hub().awaitKind("police", conference.id, "called-off");
        hub().awaitKind("childguidance", conference.id, "called-off");
        assertThat(conference.told("police")).containsExactly("called-off");
        assertThat(conference.told("childguidance")).containsExactly("called-off");
        assertThat(conference.read("police").text())
                .doesNotContain("WITHDRAWN", "CANCELLED_NO_CONSENT", "consent-withdrawn");
    }

    @Test
    default void whatWaitsInTheBrokerForAGatewayIsTakenBack() {
        Conference conference = Conference.in(hub(), "CONVENED");
        hub().awaitKind("police", conference.id, "convening");
        conference.consentWithdrawn("shelter").ok();
        hub().awaitKind("center", conference.id, "consent-withdrawn");

        AgencyGateway police = hub().gateway("P0001", HubUnderTest.PASSWORD);
        assertThat(police.notice(conference.id, "called-off").conferenceId()).isEqualTo(conference.id);
        assertThat(police.kindsSeen(conference.id)).containsExactly("called-off");
        police.close();
    }

    @Test
    default void oneAgencyAloneMayLoseHerConsent() {
        for (String state : List.of("CONVENED", "HELD", "REPORTED")) {
            Conference conference = Conference.in(hub(), state);
            conference.consentWithdrawn("sapporo", "P0001").ok();

            assertNothingOfHers(conference, List.of("police"));
            assertThat(conference.read("police").string("state")).isEqualTo("CALLED_OFF");
            assertThat(conference.state()).isEqualTo(state);
            assertThat(conference.read("childguidance").string("name")).isEqualTo(Conference.NAME);
            assertThat(conference.form("childguidance").status()).isEqualTo(200);
            hub().awaitKind("police", conference.id, "called-off");
            assertThat(conference.told("childguidance")).doesNotContain("called-off");
        }
    }

    @Test
    default void afterTheMeetingTheRequesterStillReportsToTheDirectorAlone() {
        Conference conference = Conference.in(hub(), "HELD");
        conference.consentWithdrawn("shelter").ok();
        conference.reported();

        hub().awaitKind("director", conference.id, "outcome");
        assertThat(conference.read("director").text()).contains(Conference.OUTCOME);
        assertThat(conference.told("police")).doesNotContain("outcome");
        assertNothingOfHers(conference, OTHERS);
    }

    @Test
    default void aMeetingThatWasOverBeforeIsStillEnteredAndReportedToTheDirectorAlone() {
        Conference conference = Conference.in(hub(), "CONVENED").sheet("police");
        Map<String, Object> meeting = conference.meeting();
        Map<String, Object> outcome = conference.outcome();
        conference.consentWithdrawn("shelter").ok();
        assertThat(conference.state()).isEqualTo("CANCELLED_NO_CONSENT");
        for (String login : List.of("police", "childguidance")) {
            hub().awaitKind(login, conference.id, "called-off");
        }

        // Sapporo is no recorder of this meeting, and to the others it is off.
        for (String login : List.of("sapporo", "police", "childguidance", "director")) {
            assertThat(conference.step(login, "holding", meeting).rule()).isEqualTo("step.not-permitted");
        }
        conference.step("center", "holding", meeting).ok();
        assertThat(conference.state()).isEqualTo("HELD");
        assertNothingOfHers(conference, OTHERS);
        hub().awaitKind("sapporo", conference.id, "report-due");

        conference.step("sapporo", "outcome-report", outcome).ok();
        assertThat(conference.state()).isEqualTo("REPORTED");
        hub().awaitKind("director", conference.id, "outcome");
        assertThat(conference.read("director").text()).contains(Conference.OUTCOME);
        for (String login : List.of("police", "childguidance")) {
            assertThat(conference.told(login)).containsExactly("called-off");
            assertThat(conference.read(login).string("state")).isEqualTo("CALLED_OFF");
            assertThat(conference.agenda(login).rule()).isEqualTo("document.gone");
            assertThat(conference.form(login).rule()).isEqualTo("document.gone");
        }
        assertThat(conference.told("shelter")).doesNotContain("report-due", "outcome");
        assertNothingOfHers(conference, OTHERS);
        assertThat(conference.read("shelter").text()).doesNotContain(Conference.HERS);
        assertThat(conference.form("shelter").rule()).isEqualTo("document.gone");

        // She agrees anew: what she called off stays called off for those who were there.
        hub().post("shelter", "/cases/" + conference.caseId() + "/consents", Json.of("confirmedBy", "見本 良子"))
                .ok();
        assertNothingOfHers(conference, OTHERS);
    }

    @Test
    default void aMeetingThatWasNotOverBeforeIsNotEntered() {
        Conference conference = Conference.in(hub(), "CONVENED");
        conference.consentWithdrawn("shelter").ok();
        hub().clock().atLeast(hub().clock().now().plusMinutes(2));

        Answer refused = conference.step("center", "holding", conference.meeting());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.rule()).isEqualTo("consent.not-valid");
        assertThat(conference.state()).isEqualTo("CANCELLED_NO_CONSENT");
        assertThat(conference
                        .step("sapporo", "outcome-report", conference.outcome())
                        .rule())
                .isEqualTo("state.not-possible");

        Conference notConvened = Conference.in(hub(), "APPROVED");
        Map<String, Object> meeting = notConvened.meeting();
        notConvened.consentWithdrawn("shelter").ok();
        assertThat(notConvened.step("center", "holding", meeting).rule()).isEqualTo("state.not-possible");
    }

    @Test
    default void nothingIsDecidedConvenedOrHeldWithoutHer() {
        Conference review = Conference.in(hub(), "UNDER_REVIEW");
        review.consentWithdrawn("shelter").ok();
        assertThat(review.step("director", "decision", Json.of("decision", "HOLD"))
                        .rule())
                .isEqualTo("state.not-possible");
        Conference approved = Conference.in(hub(), "APPROVED");
        approved.consentWithdrawn("shelter", "P0001").ok();
        Answer convening = approved.step(
                "center",
                "convening",
                approved.call(approved.inAWeek(), List.of(Json.of("agency", "P0001"), Json.of("agency", "J0001"))));
        assertThat(convening.rule()).isEqualTo("consent.recipient-not-covered");
    }
}
