package jp.tsunagi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Large bodies over a real connection: the caller reads the answer, and the connection goes on. */
@SpringBootTest(
        classes = {WebConfiguration.class, WebTestApp.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BodyLimitIT {

    private static final int FIVE_MEGABYTES = 5 * 1024 * 1024;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(ints = {FIVE_MEGABYTES, 1024 * 1024 + 1, 20 * 1024 * 1024 / 2})
    void refusesADeclaredLength(int size) throws Exception {
        assertRefused(BodyPublishers.ofByteArray(body(size)));
        assertServed();
    }

    @ParameterizedTest
    @ValueSource(ints = {FIVE_MEGABYTES, 1024 * 1024 + 1})
    void refusesWhatComesInChunks(int size) throws Exception {
        assertRefused(chunked(size));
        assertServed();
    }

    @Test
    void refusesOneLongWhitespace() throws Exception {
        assertRefused(BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream(" ".repeat(FIVE_MEGABYTES).getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void takesWhatIsJustNotTooLarge() throws Exception {
        byte[] body = ("{\"count\":1}" + " ".repeat(1024 * 1024 - 11)).getBytes(StandardCharsets.US_ASCII);

        assertThat(send(BodyPublishers.ofByteArray(body)).statusCode()).isEqualTo(200);
        assertThat(send(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void answersWhatTheContainerRefusesItself() throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/nothing"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"rule\":\"not-found\"").doesNotContain("nothing");
    }

    private void assertRefused(BodyPublisher body) throws Exception {
        HttpResponse<String> answer = send(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        assertThat(answer.body()).contains("\"rule\":\"body.too-large\"").doesNotContain("xxx");
    }

    private void assertServed() throws Exception {
        HttpResponse<String> answer = send(BodyPublishers.ofString("{\"count\":7}"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"count\":7}");
    }

    private HttpResponse<String> send(BodyPublisher body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/calls"))
                        .header("Content-Type", "application/json")
                        .POST(body)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static BodyPublisher chunked(int size) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body(size)));
    }

    /** Many short fields of the kind that is read, so that nothing else refuses it before its length does. */
    private static byte[] body(int size) {
        StringBuilder body = new StringBuilder(size + 100).append("{\"count\":1,\"preferredSlots\":[{}");
        while (body.length() < size) {
            body.append(",{\"note\":\"").append("x".repeat(80)).append("\"}");
        }
        return body.append("]}").toString().getBytes(StandardCharsets.US_ASCII);
    }
}
