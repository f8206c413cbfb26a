package jp.tsunagi.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes an answer as a problem document, in place of whatever a controller had begun. */
final class ProblemWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ProblemTexts texts;

    ProblemWriter(ProblemTexts texts) {
        this.texts = texts;
    }

    void write(HttpServletResponse response, Answer answer) throws IOException {
        response.resetBuffer();
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null);
        response.setHeader(HttpHeaders.ETAG, null);
        response.setHeader(HttpHeaders.LOCATION, null);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        answer.headers().forEach(response::setHeader);
        byte[] body = JSON.writeValueAsBytes(problem(answer));
        response.setStatus(answer.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private Problem problem(Answer answer) {
        Object[] args = answer.args().toArray();
        return new Problem(
                "urn:tsunagi:problem:" + answer.rule(),
                texts.title(answer.status(), Locale.JAPANESE),
                answer.status(),
                texts.rule(answer.rule(), Locale.JAPANESE, args),
                texts.rule(answer.rule(), Locale.ENGLISH, args),
                answer.rule(),
                texts.fields(answer.rule(), answer.fields(), Locale.JAPANESE),
                texts.fields(answer.rule(), answer.fields(), Locale.ENGLISH));
    }
}
