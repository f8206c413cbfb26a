package jp.tsunagi.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagi.integration.contract.Acknowledgement;
import jp.tsunagi.integration.contract.MessageType;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What agencies send over the broker, right and wrong. */
interface BrokerBranches {

    HubUnderTest hub();

    private String messageId() {
        return "flow-" + System.nanoTime();
    }

    private List<JsonNode> deadLetters() {
        return hub().get("admin", "/dead-letters?size=100")
                .ok()
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private Optional<JsonNode> newSince(List<JsonNode> before, String failure) {
        List<String> known =
                before.stream().map(letter -> letter.path("id").asString()).toList();
        return deadLetters().stream()
                .filter(letter -> !known.contains(letter.path("id").asString()))
                .filter(letter -> letter.path("failure").asString().equals(failure))
                .findFirst();
    }

    private JsonNode parked(List<JsonNode> before, String failure) {
        HubUnderTest.until("parked " + failure, () -> newSince(before, failure).isPresent());
        return newSince(before, failure).orElseThrow();
    }

    @Test
    default void aMessageThatNobodyEncryptedIsParkedAndMayBeSentAgain() {
        List<JsonNode> before = deadLetters();
        AgencyGateway sapporo = hub().gateway("011002", HubUnderTest.PASSWORD);
        String message = messageId();
        sapporo.sendUnreadable(
                message, MessageType.CONFERENCE_REQUEST, "{\"name\": \"誰でもない\"}".getBytes(StandardCharsets.UTF_8));
        Acknowledgement refused = sapporo.acknowledgement(message);
        assertThat(refused.accepted()).isFalse();
        assertThat(refused.rule()).isEqualTo("body-unreadable");

        JsonNode letter = parked(before, "body-unreadable");
        assertThat(letter.path("sender").asString()).isEqualTo("011002");
        assertThat(letter.path("originalAddress").asString()).isEqualTo("hub.requests");
        assertThat(letter.toString()).doesNotContain("誰でもない");
        for (String login : List.of("sapporo", "center", "director", "auditor")) {
            assertThat(hub().get(login, "/dead-letters").status()).isEqualTo(404);
        }

        List<JsonNode> beforeResend = deadLetters();
        String again = "/dead-letters/" + letter.path("id").asString() + "/resend";
        assertThat(hub().post("admin", again, null).ok().json().path("resent").asInt())
                .isEqualTo(1);
        assertThat(parked(beforeResend, "body-unreadable").path("sender").asString())
                .isEqualTo("011002");
        sapporo.close();
    }

    @Test
    default void whoeverSpeaksForAnotherAgencyIsParked() {
        List<JsonNode> before = deadLetters();
        AgencyGateway asahikawa = hub().gateway("012041", HubUnderTest.PASSWORD);
        String message = messageId();
        asahikawa.send(
                message, MessageType.CONFERENCE_REQUEST, Json.with(Conference.request(hub()), "sender", "011002"));
        assertThat(asahikawa.acknowledgement(message).rule()).isEqualTo("sender-forged");
        assertThat(parked(before, "sender-forged").path("sender").asString()).isEqualTo("012041");

        String relabelled = messageId();
        asahikawa.send(
                relabelled,
                MessageType.CONFERENCE_REQUEST,
                Conference.request(hub()),
                sent -> sent.setStringProperty("tsunagiMessageId", relabelled + "-other"));
        assertThat(asahikawa.acknowledgement(relabelled + "-other").rule()).isEqualTo("body-unreadable");
        asahikawa.close();
    }

    @Test
    default void whatARuleRefusedIsMendedAndComesInWhenItIsSentAgain() {
        List<JsonNode> before = deadLetters();
        AgencyGateway shelter = hub().gateway(People.SHELTER, HubUnderTest.PASSWORD);
        String later = "Z" + System.nanoTime() % 10_000_000_000L;
        Map<String, Object> consent =
                Json.with(Conference.consent(hub()), "recipients", List.of("P0001", later), "contactAgency", "011002");
        String message = messageId();
        shelter.send(message, MessageType.CONFERENCE_REQUEST, Json.with(Conference.request(hub()), "consent", consent));
        Acknowledgement refused = shelter.acknowledgement(message);
        assertThat(refused.accepted()).isFalse();
        assertThat(refused.rule()).isEqualTo("request.incomplete");
        assertThat(refused.fields()).containsValue("unknown-agency");

        hub().post("admin", "/agencies", Json.of("code", later, "name", "架空 後からの機関", "kind", "OTHER"))
                .ok();
        String letter = parked(before, "refused").path("id").asString();
        hub().post("admin", "/dead-letters/" + letter + "/resend", null).ok();
        Acknowledgement accepted = shelter.acknowledgement(message);
        assertThat(accepted.accepted()).isTrue();
        hub().awaitState("shelter", accepted.conferenceId(), "CONSENT_CHECK");
        shelter.close();
    }

    @Test
    default void anAgencyMayAnswerAndReportByItsGatewayAsOnItsScreen() {
        Conference conference = Conference.in(hub(), "APPROVED").convened();
        AgencyGateway police = hub().gateway("P0001", HubUnderTest.PASSWORD);
        assertThat(police.notice(conference.id, "convening").path()).isEqualTo("/api/v1/conferences/" + conference.id);
        String reply = messageId();
        police.send(
                reply,
                MessageType.ATTENDANCE_REPLY,
                Json.with(Conference.accepting("例示 太郎"), "conferenceId", conference.id, "attendeeLogin", "police"));
        assertThat(police.acknowledgement(reply)).matches(Acknowledgement::accepted);
        String sheet = messageId();
        police.send(
                sheet,
                MessageType.INFORMATION_SHEET,
                Json.of("conferenceId", conference.id, "facts", Conference.FACTS, "proposedSupport", "巡回"));
        Acknowledgement sent = police.acknowledgement(sheet);
        assertThat(sent.accepted()).as(sent.rule()).isTrue();
        assertThat(conference.agenda("center").text()).contains(Conference.FACTS);
        police.close();

        conference.held();
        AgencyGateway sapporo = hub().gateway("011002", HubUnderTest.PASSWORD);
        String report = messageId();
        sapporo.send(
                report, MessageType.OUTCOME_REPORT, Json.with(conference.outcome(), "conferenceId", conference.id));
        assertThat(sapporo.acknowledgement(report)).matches(Acknowledgement::accepted);
        assertThat(conference.state()).isEqualTo("REPORTED");
        sapporo.close();
    }
}
