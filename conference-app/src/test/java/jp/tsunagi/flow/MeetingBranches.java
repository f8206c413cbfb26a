package jp.tsunagi.flow;

import static jp.tsunagi.document.ReadPdf.withoutSpace;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import jp.tsunagi.document.ReadPdf;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What may become of a meeting, and who sees what of it. */
interface MeetingBranches {

    HubUnderTest hub();

    People people();

    @Test
    default void everyInviteeIsToldWhenTheMeetingMoves() {
        Conference conference = Conference.in(hub(), "CONVENED");
        LocalDateTime later = conference.inAWeek().plusDays(3);
        conference
                .step(
                        "center",
                        "rescheduling",
                        Json.of(
                                "start",
                                later.toString(),
                                "end",
                                later.plusHours(1).toString(),
                                "reason",
                                "会場の都合"))
                .ok();

        for (String login : List.of("police", "childguidance", "sapporo")) {
            hub().awaitKind(login, conference.id, "rescheduled");
        }
        assertThat(conference.told("police")).containsExactly("convening", "rescheduled");
        assertThat(conference
                        .read("police")
                        .json()
                        .path("convening")
                        .path("start")
                        .asString())
                .isEqualTo(later.toString());
    }

    @Test
    default void aMeetingCalledOffIsOffForEverybodyAndMayBeConvenedAnew() {
        Conference conference = Conference.in(hub(), "CONVENED");
        conference.step("center", "cancellation", Json.of("reason", "主担当の急病")).ok();
        assertThat(conference.state()).isEqualTo("APPROVED");
        hub().awaitKind("police", conference.id, "called-off");
        assertThat(conference.told("police")).containsExactly("called-off");
        assertThat(conference.read("police").string("state")).isEqualTo("CALLED_OFF");
        assertThat(conference.read("police").text()).doesNotContain(Conference.HERS);
        assertThat(conference.form("police").status()).isEqualTo(410);

        conference.convened();
        hub().awaitKind("police", conference.id, "convening");
        assertThat(conference.state()).isEqualTo("CONVENED");
    }

    @Test
    default void aNoticeMayGoByAnotherAgency() {
        Conference conference = Conference.in(hub(), "APPROVED");
        conference.convened(List.of(Json.of("agency", "P0001", "via", "J0001"), Json.of("agency", "J0001")));
        hub().awaitKind("sapporo", conference.id, "convening");

        List<JsonNode> passed = hub().inbox("childguidance", conference.id);
        assertThat(passed.stream().map(notice -> notice.path("passOnTo").asString("")))
                .containsExactlyInAnyOrder("P0001", "");
        assertThat(conference.told("police")).isEmpty();
        conference.accepted("police");
        assertThat(conference.read("police").string("name")).isEqualTo(Conference.NAME);
    }

    @Test
    default void onlyTheSubstituteSeesHerName() {
        String substitute = people().login("police-dairi", "P0001", null, "PARTICIPANT");
        Conference conference = Conference.in(hub(), "APPROVED").convened();
        conference
                .step(
                        "police",
                        "attendance-reply",
                        Json.with(Conference.accepting("例示 代理"), "reply", "SUBSTITUTE", "attendeeLogin", substitute))
                .ok();

        assertThat(conference.read(substitute).string("name")).isEqualTo(Conference.NAME);
        assertThat(conference.read("police").text()).doesNotContain(Conference.HERS);
        assertThat(conference.form("police").rule()).isEqualTo("document.not-cleared");
    }

    @Test
    default void whoeverDeclinesOrDeclaresARelationGetsNothingOfHers() {
        Conference conference = Conference.in(hub(), "APPROVED").convened();
        conference
                .step("childguidance", "attendance-reply", Json.of("reply", "DECLINE"))
                .ok();
        conference
                .step(
                        "police",
                        "attendance-reply",
                        Json.with(Conference.accepting("例示 太郎"), "relationToOtherParty", "WORK"))
                .ok();
        for (String login : List.of("police", "childguidance")) {
            assertThat(conference.read(login).ok().text()).doesNotContain(Conference.HERS);
            assertThat(conference.agenda(login).text()).doesNotContain(Conference.HERS);
            assertThat(conference.form(login).rule()).isEqualTo("document.not-cleared");
            assertThat(conference
                            .step(login, "information-sheet", Json.of("facts", "x"))
                            .rule())
                    .isEqualTo("step.not-permitted");
        }
        assertThat(conference
                        .read("center")
                        .json()
                        .path("declaredRelations")
                        .findValuesAsString("relationToOtherParty"))
                .contains("WORK");
    }

    @Test
    default void whoeverGivesNoPledgeIsAskedForIt() {
        Conference conference = Conference.in(hub(), "APPROVED").convened();
        Answer answer = conference.step(
                "police", "attendance-reply", Json.with(Conference.accepting("例示 太郎"), "pledge", false));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("fields").has("pledge")).isTrue();
    }

    @Test
    default void whoeverIsOnTheBlockListIsAnsweredAsEverybodyAndTheCenterIsTold() {
        Conference conference = Conference.in(hub(), "APPROVED").convened();
        String list = "/cases/" + conference.caseId() + "/block-list";
        Map<String, Object> people = Json.of("people", List.of(Json.of("name", "例示　三郎")));
        assertThat(hub().put("sapporo", list, people).status()).isEqualTo(404);
        hub().put("center", list, people).ok();

        Answer blocked = conference
                .step("police", "attendance-reply", Conference.accepting("例示三郎"))
                .ok();
        Answer welcome = conference
                .step("childguidance", "attendance-reply", Conference.accepting("例示 次郎"))
                .ok();
        assertThat(blocked.json().properties().stream().map(Map.Entry::getKey))
                .containsExactlyElementsOf(welcome.json().properties().stream()
                        .map(Map.Entry::getKey)
                        .toList());
        assertThat(conference.read("police").text())
                .doesNotContain(Conference.HERS)
                .doesNotContainIgnoringCase("block");
        assertThat(conference.read("childguidance").string("name")).isEqualTo(Conference.NAME);
        hub().awaitKind("center", conference.id, "reply-to-examine");
        assertThat(conference.told("sapporo")).doesNotContain("reply-to-examine");
    }

    @Test
    default void theNextConferenceOfTheCaseStartsFromWhatIsOpen() {
        Conference first = Conference.in(hub(), "REPORTED");
        Answer opened = first.step("sapporo", "next", null).ok();
        Conference second = new Conference(hub(), opened.string("id"));
        JsonNode draft = second.read("sapporo").json();
        assertThat(draft.path("number").asInt()).isEqualTo(2);
        assertThat(draft.path("name").asString()).isEqualTo(Conference.NAME);
        assertThat(draft.path("caseId").asString()).isEqualTo(first.caseId());
        assertThat(second.read("center").status()).isEqualTo(404);

        hub().put("sapporo", "/conferences/" + second.id, Conference.request(hub()))
                .ok();
        second.step("sapporo", "submission", null).ok();
        hub().awaitState("sapporo", second.id, "CONSENT_CHECK");
        second.consented().decided().convened().accepted("police");
        JsonNode agenda = second.agenda("police").ok().json();
        assertThat(agenda.path("number").asInt()).isEqualTo(2);
        assertThat(agenda.path("openItems").path(0).path("what").asString()).isEqualTo("見学に同行する");
        assertThat(first.state()).isEqualTo("REPORTED");
    }

    @Test
    default void theAgendaIsMadeAnewWhenASheetComes() {
        Conference conference = Conference.in(hub(), "CONVENED");
        assertThat(conference.agenda("childguidance").text()).doesNotContain(Conference.FACTS);
        conference.sheet("police");
        assertThat(conference.agenda("childguidance").text()).contains(Conference.FACTS);
        assertThat(conference.agenda("sapporo").text()).doesNotContain(Conference.FACTS);
        hub().awaitKind("childguidance", conference.id, "agenda");
    }

    @Test
    default void onlyCaseOfficerAndDirectorSeeWhereSheIsAndSayWhy() {
        Conference conference = Conference.in(hub(), "CONVENED");
        Map<String, Object> reason = Json.of("reason", "避難の付き添い");
        for (String login : List.of("center", "sapporo", "shelter", "police", "auditor")) {
            Answer answer = conference.step(login, "location-view", reason);
            assertThat(answer.rule()).isEqualTo("location.not-permitted");
            assertThat(answer.text()).doesNotContain(Conference.ADDRESS);
        }
        conference.step("center", "assignment", Json.of("officer", "center")).ok();
        assertThat(conference
                        .step("center", "location-view", Json.of("reason", " "))
                        .status())
                .isEqualTo(422);
        assertThat(conference.step("center", "location-view", reason).ok().string("address"))
                .isEqualTo(Conference.ADDRESS);
        assertThat(conference.step("director", "location-view", reason).ok().string("address"))
                .isEqualTo(Conference.ADDRESS);
        for (String login : List.of("center", "director")) {
            assertThat(conference.read(login).text()).doesNotContain(Conference.ADDRESS);
            assertThat(withoutSpace(ReadPdf.text(conference.form(login).ok().body())))
                    .doesNotContain(Conference.ADDRESS);
        }
        assertThat(hub().get("sapporo", "/conferences/" + conference.id + "/deliveries")
                        .ok()
                        .json()
                        .findValuesAsString("kind"))
                .filteredOn("location-view"::equals)
                .hasSize(2);
    }

    @Test
    default void theAddressGoesToAParticipantOnlyByHerNamedPermission() {
        Map<String, Object> consent = Json.with(
                Conference.consent(hub()),
                "locationRecipients",
                List.of(Json.of("agency", "P0001", "need", "自宅周辺の巡回")));
        Conference conference = Conference.submitted(
                        hub(), "sapporo", Json.with(Conference.request(hub()), "consent", consent))
                .consented()
                .decided()
                .convened()
                .accepted("police")
                .accepted("childguidance");
        assertThat(conference.read("police").string("address")).isEqualTo(Conference.ADDRESS);
        assertThat(conference.read("childguidance").text()).doesNotContain(Conference.ADDRESS);
        assertThat(withoutSpace(
                        ReadPdf.text(conference.form("childguidance").ok().body())))
                .doesNotContain(Conference.ADDRESS);
    }

    @Test
    default void aConsentIsWidenedByTheAgencyThatIsWithHerAndNarrowedByEither() {
        Conference conference = Conference.in(hub(), "CONVENED");
        String consents = "/cases/" + conference.caseId() + "/consents";
        Map<String, Object> wider = Json.of("recipients", List.of("P0001", "J0001", "M0001"));
        assertThat(hub().post("sapporo", consents, wider).rule()).isEqualTo("consent.contact-agency-answers");
        assertThat(hub().post("asahikawa", consents, wider).status()).isEqualTo(404);
        hub().post("shelter", consents, wider).ok();

        hub().post("sapporo", consents, Json.of("recipients", List.of("P0001"))).ok();
        assertThat(conference.read("childguidance").text()).doesNotContain(Conference.HERS);
        assertThat(conference.form("childguidance").rule()).isEqualTo("document.gone");
        assertThat(conference.read("police").string("name")).isEqualTo(Conference.NAME);
    }

    @Test
    default void aConsentThatHasEndedSharesNothingUntilSheAgreesAnew() {
        Conference conference = Conference.in(hub(), "CONVENED");
        hub().clock().atLeast(hub().clock().today().plusDays(91).atTime(9, 0));
        assertThat(conference.read("police").text()).doesNotContain(Conference.HERS);
        assertThat(conference.form("police").rule()).isEqualTo("document.gone");
        assertThat(conference.step("center", "holding", conference.meeting()).rule())
                .isEqualTo("consent.expired");

        hub().post("shelter", "/cases/" + conference.caseId() + "/consents", Json.of("confirmedBy", "見本 良子"))
                .ok();
        assertThat(conference.read("police").string("name")).isEqualTo(Conference.NAME);
        conference.held();
        assertThat(conference.state()).isEqualTo("HELD");
    }

    @Test
    default void aReadReceiptStandsFromTheFirstReading() {
        Conference conference = Conference.in(hub(), "APPROVED").convened();
        hub().awaitKind("police", conference.id, "convening");
        String notice = hub().inbox("police", conference.id).get(0).path("id").asString();
        assertThat(hub().post("childguidance", "/inbox/" + notice + "/receipt", null)
                        .status())
                .isEqualTo(404);
        JsonNode first =
                hub().post("police", "/inbox/" + notice + "/receipt", null).ok().json();
        assertThat(first.path("read").asBoolean()).isTrue();
        JsonNode again =
                hub().post("police", "/inbox/" + notice + "/receipt", null).ok().json();
        assertThat(again.path("readAt")).isEqualTo(first.path("readAt"));
        assertThat(hub().get("police", "/inbox?unread=true&size=100").text()).doesNotContain(notice);
    }
}
