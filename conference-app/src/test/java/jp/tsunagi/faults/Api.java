package jp.tsunagi.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP API as a client sees it. */
final class Api {

    static final String PASSWORD = "demo-pass";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PAGE = 100;

    private final String url;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    Api(String url) {
        this.url = url;
    }

    record Answer(int status, JsonNode body) {

        boolean done() {
            return status / 100 == 2;
        }

        String text(String field) {
            return body.path(field).asString("");
        }

        Answer orFail() {
            if (!done()) {
                throw new AssertionError(status + " " + body);
            }
            return this;
        }
    }

    /** @throws IOException where no answer came; what was asked may have been done or not */
    Answer post(String login, String path, String key, String body) throws IOException {
        return send(request(login, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    Answer get(String login, String path) {
        try {
            return send(request(login, path).build()).orFail();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** All items of all pages. */
    List<JsonNode> all(String login, String path) {
        List<JsonNode> items = new ArrayList<>();
        long total = Long.MAX_VALUE;
        for (int page = 0; items.size() < total; page++) {
            JsonNode found =
                    get(login, path + "?page=" + page + "&size=" + PAGE).body();
            total = found.path("total").asLong();
            if (found.path("items").isEmpty()) {
                break;
            }
            found.path("items").forEach(items::add);
        }
        return items;
    }

    long total(String login, String path) {
        return get(login, path + "?size=1").body().path("total").asLong();
    }

    /** What a gauge of the hub says, summed over its tags. */
    double metric(String login, String name) {
        try {
            return send(requestTo(login, "/actuator/metrics/" + name).build())
                    .orFail()
                    .body()
                    .path("measurements")
                    .path(0)
                    .path("value")
                    .asDouble(Double.NaN);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private HttpRequest.Builder request(String login, String path) {
        return requestTo(login, "/api/v1" + path);
    }

    private HttpRequest.Builder requestTo(String login, String path) {
        String basic = Base64.getEncoder().encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Basic " + basic);
    }

    private Answer send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            String body = response.body();
            return new Answer(response.statusCode(), JSON.readTree(body.isEmpty() ? "{}" : body));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
