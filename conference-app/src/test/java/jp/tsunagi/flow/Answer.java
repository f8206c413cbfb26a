package jp.tsunagi.flow;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** What the hub answered. */
public record Answer(int status, byte[] body, String contentType, String call) {

    static Answer of(HttpResponse<byte[]> response, String call) {
        return new Answer(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("Content-Type").orElse(""),
                call);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    JsonNode json() {
        return Json.read(body);
    }

    public String string(String name) {
        return json().path(name).asString("");
    }

    /** The rule that refused, empty where none did. */
    String rule() {
        return contentType.startsWith("application/problem+json") ? string("rule") : "";
    }

    Answer ok() {
        if (status < 200 || status > 299) {
            throw new AssertionError(call + " was answered " + status + ": " + text());
        }
        return this;
    }
}
