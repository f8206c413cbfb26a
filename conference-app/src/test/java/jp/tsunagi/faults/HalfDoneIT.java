package jp.tsunagi.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jp.tsunagi.conference.HaltingHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A step that writes the case and then the conference, and the process dies between the two. The rest is done by whoever
 * repeats the call, or by the case's own event where nobody does.
 */
class HalfDoneIT {

    /** Longer than a lease that died with the hub, and a slow machine's time for the rest. */
    private static final Duration SOON = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private HubProcess hub;
    private Api api;

    @BeforeEach
    void start() throws Exception {
        hub = new HubProcess(folder, HaltingHub.class.getName());
        api = new Api(hub.url());
        startAgain();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void finishesWhatWasHalfDone() throws Exception {
        String id = requestIsMadeByTheRepeat();
        consentIsFollowedByTheEvent(id);
        withdrawalIsFollowedByTheEvent(id);

        assertThat(api.get("auditor", "/audit/verification")
                        .body()
                        .path("whole")
                        .asBoolean())
                .isTrue();
        assertThat(api.total("admin", "/dead-letters")).isZero();
    }

    /** The case is there and nobody sees it; the same call again makes the conference, once. */
    private String requestIsMadeByTheRepeat() throws Exception {
        halts("sapporo", "/conferences", "request", Requests.request(1));
        assertThat(api.total("center", "/conferences")).isZero();
        assertThat(api.total("center", "/inbox")).isZero();

        String id = api.post("sapporo", "/conferences", "request", Requests.request(1))
                .orFail()
                .text("id");
        awaitState(id, "CONSENT_CHECK");
        awaitNotices("center", id, List.of("request-received"));
        awaitNotices("shelter", id, List.of("consent-check"));
        assertThat(api.total("center", "/conferences")).isEqualTo(1);
        return id;
    }

    /** The case says that she agrees; the conference follows without anybody calling again. */
    private void consentIsFollowedByTheEvent(String id) throws Exception {
        String path = "/conferences/" + id + "/consent-answer";
        halts("shelter", path, "answer", Requests.consentAnswer("CONSENTED"));

        awaitState(id, "UNDER_REVIEW");
        awaitNotices("center", id, List.of("request-received", "ready-for-review"));

        api.post("shelter", path, "answer", Requests.consentAnswer("CONSENTED")).orFail();
        assertState(id, "UNDER_REVIEW");
        api.post("director", "/conferences/" + id + "/decision", "decision", Requests.decision())
                .orFail();
        awaitNotices("center", id, List.of("request-received", "ready-for-review", "to-be-convened"));
    }

    /** The case says that she took it back; no conference of it goes on. */
    private void withdrawalIsFollowedByTheEvent(String id) throws Exception {
        String path = "/conferences/" + id + "/consent-withdrawal";
        halts("sapporo", path, "back", Requests.withdrawal());

        awaitState(id, "CANCELLED_NO_CONSENT");
        awaitNotices(
                "center", id, List.of("request-received", "ready-for-review", "to-be-convened", "consent-withdrawn"));

        api.post("sapporo", path, "back", Requests.withdrawal()).orFail();
        assertState(id, "CANCELLED_NO_CONSENT");
        awaitNotices("sapporo", id, List.of("to-be-held", "consent-withdrawn"));
    }

    /** The call dies with the hub, which then starts again. */
    private void halts(String login, String path, String key, String body) throws Exception {
        Path armed = Files.createFile(folder.resolve("halt"));
        assertThatThrownBy(() -> api.post(login, path, key, body)).isInstanceOf(IOException.class);
        assertThat(hub.awaitEnd(SOON)).isEqualTo(HaltingHub.HALTED);
        Files.delete(armed);
        startAgain();
    }

    private void startAgain() throws InterruptedException {
        hub.start();
        hub.awaitUp();
    }

    private void awaitState(String id, String state) {
        await().atMost(SOON).untilAsserted(() -> assertState(id, state));
    }

    private void assertState(String id, String state) {
        assertThat(api.all("center", "/conferences"))
                .filteredOn(line -> line.path("id").asString().equals(id))
                .extracting(line -> line.path("state").asString())
                .containsExactly(state);
    }

    private void awaitNotices(String login, String id, List<String> kinds) {
        await().atMost(SOON).untilAsserted(() -> assertThat(api.all(login, "/inbox"))
                .filteredOn(notice -> notice.path("conferenceId").asString().equals(id))
                .extracting(notice -> notice.path("kind").asString())
                .containsExactlyInAnyOrderElementsOf(kinds));
    }
}
