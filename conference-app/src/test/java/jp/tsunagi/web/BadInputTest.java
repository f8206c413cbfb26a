package jp.tsunagi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything a caller can get wrong, and what the caller is told. */
@SpringBootTest(classes = {WebConfiguration.class, WebTestApp.class})
@ExtendWith(OutputCaptureExtension.class)
class BadInputTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CALLS = "/api/v1/calls";

    private MockMvc mvc;

    @BeforeEach
    void mvc(@Autowired WebApplicationContext context) {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .addFilter(
                        context.getBean("apiErrorFilter", FilterRegistrationBean.class)
                                .getFilter(),
                        "/api/*")
                .addFilter(
                        context.getBean("bodyLimitFilter", FilterRegistrationBean.class)
                                .getFilter(),
                        "/api/*")
                .build();
    }

    @ParameterizedTest
    @MethodSource("jp.tsunagi.web.BadBodies#all")
    void refusesABodyThatIsNotUnderstood(String body, String rule, String field, String words) throws Exception {
        JsonNode problem =
                problem(post(CALLS).contentType(MediaType.APPLICATION_JSON).content(body), 400, rule);

        if (field != null) {
            assertThat(problem.path("fields").path(field).asString()).contains(words);
            assertThat(problem.path("fieldsEn").path(field).asString())
                    .isNotBlank()
                    .doesNotContain("{");
        } else if (words != null) {
            assertThat(problem.path("detail").asString()).contains(words);
        }
        assertThat(problem.toString()).doesNotContain("架空").doesNotContain("soon");
    }

    @Test
    void refusesNestingThatIsTooDeepWhereAnythingWouldBeTaken() {
        JsonMapper.Builder builder = StrictJson.bounded();
        new StrictJson().customize(builder);

        assertThat(org.junit.jupiter.api.Assertions.assertThrows(
                        tools.jackson.core.JacksonException.class,
                        () -> builder.build().readTree("[".repeat(65) + "]".repeat(65))))
                .satisfies(e -> assertThat(BodyProblems.of(e).rule()).isEqualTo("body.beyond-limits"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud83d\\ude00", "𠮷"})
    void takesAnyCharacter(String text) throws Exception {
        assertThat(perform(call("{\"name\": \"" + text + "\"}")).getStatus()).isEqualTo(200);
    }

    @Test
    void refusesBytesThatAreNoUtf8() throws Exception {
        byte[] body = "{\"name\": \"架空\"}".getBytes(java.nio.charset.Charset.forName("Shift_JIS"));

        problem(post(CALLS).contentType(MediaType.APPLICATION_JSON).content(body), 400, "body.not-json");
    }

    @Test
    void readsDatesOfEveryFormAndWritesIso() throws Exception {
        MockHttpServletResponse answer = perform(
                call(
                        """
                {"birthDate": "昭和63年4月12日", "startsAt": "2026-12-03T10:00", "urgent": true,
                 "preferredSlots": [{"date": "R8.12.3", "start": "10:00"}, {"date": "2026-12-04", "start": "9:30"}]}
                """));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"urgent\":true,\"birthDate\":\"1988-04-12\",\"startsAt\":\"2026-12-03T10:00\",\"preferredSlots\":"
                                + "[{\"date\":\"2026-12-03\",\"start\":\"10:00\"},{\"date\":\"2026-12-04\",\"start\":\"09:30\"}]}");
    }

    static Stream<Arguments> calls() {
        return Stream.of(
                arguments(get(CALLS), 400, "query.missing", "from"),
                arguments(get(CALLS + "?from="), 400, "query.missing", "from"),
                arguments(get(CALLS + "?from=soon"), 400, "query.wrong-type", "from"),
                arguments(get(CALLS + "?from=昭和64年1月8日"), 400, "query.wrong-type", "from"),
                arguments(get(CALLS + "?from=2026-12-03&page=x"), 400, "query.wrong-type", "page"),
                arguments(get(CALLS + "?from=2026-12-03&page=99999999999"), 400, "query.wrong-type", "page"),
                arguments(get(CALLS + "?from=2026-12-03&unread=perhaps"), 400, "query.wrong-type", "unread"),
                arguments(get(CALLS + "?from=2026-12-03&factor=x"), 400, "query.wrong-type", "factor"),
                arguments(post(CALLS).contentType("text/plain").content("{}"), 415, "body.media-type", null),
                arguments(post(CALLS).contentType("nonsense").content("{}"), 415, "body.media-type", null),
                arguments(post(CALLS).content("{}"), 415, "body.media-type", null),
                arguments(put(CALLS), 405, "request.method", null),
                arguments(get(CALLS + "?from=R8.12.3").accept("text/html"), 406, "request.not-acceptable", null),
                arguments(key(""), 422, "idempotency.key-invalid", "Idempotency-Key"),
                arguments(key("a b"), 422, "idempotency.key-invalid", "Idempotency-Key"),
                arguments(key("鍵"), 422, "idempotency.key-invalid", "Idempotency-Key"),
                arguments(key("a".repeat(201)), 422, "idempotency.key-invalid", "Idempotency-Key"),
                arguments(key("a").header("Idempotency-Key", "b"), 422, "idempotency.key-invalid", "Idempotency-Key"),
                arguments(checked("{\"name\": \" \"}"), 422, "request.invalid", "name"),
                arguments(checked("{\"name\": \"x\", \"note\": \"soon\"}"), 422, "request.invalid", "note"),
                arguments(get("/api/v1/checked?page=-1"), 422, "request.invalid", "page"),
                arguments(failure("forbidden"), 403, "decision.self-approval", null),
                arguments(failure("conflict"), 409, "consent.not-valid", null),
                arguments(failure("gone"), 410, "consent.not-valid", null),
                arguments(failure("malformed"), 400, "consent.not-valid", null),
                arguments(failure("too-large"), 413, "consent.not-valid", null),
                arguments(failure("unavailable"), 503, "audit.unavailable", null),
                arguments(failure("invalid"), 422, "request.incomplete", "name"),
                arguments(failure("database"), 503, "hub.unavailable", null),
                arguments(failure("unexpected"), 500, "hub.failed", null));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void refusesACallThatCannotBeDone(MockHttpServletRequestBuilder call, int status, String rule, String field)
            throws Exception {
        JsonNode problem = problem(call, status, rule);

        if (field != null) {
            assertThat(problem.path("fields").path(field).asString())
                    .isNotBlank()
                    .doesNotContain("{");
            assertThat(problem.path("fieldsEn").path(field).asString())
                    .isNotBlank()
                    .doesNotContain("{");
        } else {
            assertThat(problem.has("fields")).isFalse();
        }
        assertThat(problem.toString()).doesNotContain("soon").doesNotContain("perhaps");
    }

    @Test
    void saysTheSameForWhatIsHiddenAndWhatNeverWas() throws Exception {
        byte[] hidden = perform(failure("hidden")).getContentAsByteArray();

        for (MockHttpServletRequestBuilder other : new MockHttpServletRequestBuilder[] {
            failure("absent"),
            failure("denied"),
            get("/api/v1/nothing-here"),
            post("/api/v1/nothing-here").contentType(MediaType.APPLICATION_JSON).content("{}"),
            get("/api/nothing"),
            put(CALLS + "/no-number")
        }) {
            MockHttpServletResponse answer = perform(other);
            assertThat(answer.getStatus()).isEqualTo(404);
            assertThat(answer.getContentAsByteArray()).isEqualTo(hidden);
            assertThat(answer.getHeaderNames())
                    .containsExactlyInAnyOrderElementsOf(
                            perform(failure("hidden")).getHeaderNames());
        }
    }

    @Test
    void namesTheFieldsByTheirLabels() throws Exception {
        JsonNode fields = problem(failure("invalid"), 422, "request.incomplete").path("fields");

        assertThat(fields.path("name").asString()).isEqualTo("対象者氏名を入力してください");
        assertThat(fields.path("currentSituation").asString()).isEqualTo("現在の状況は4,000文字以内にしてください（いま4,128文字）");
        assertThat(fields.path("participants[0].agency").asString()).startsWith("本人の同意に含まれない機関です");
    }

    @Test
    void tellsTheMethodsThatThereAre() throws Exception {
        assertThat(perform(put(CALLS)).getHeader("Allow")).contains("GET").contains("POST");
    }

    @Test
    void logsAFailureUnderItsNumberWithoutWhatWasTyped(CapturedOutput log) throws Exception {
        JsonNode problem = problem(failure("unexpected"), 500, "hub.failed");

        String number = problem.path("detailEn").asString().replaceAll(".*the number ", "");
        assertThat(number).matches("[0-9A-Z]{6}");
        assertThat(log)
                .contains(number)
                .contains("IllegalStateException")
                .contains("WebTestApp$Calls.fail")
                .doesNotContain("架空")
                .doesNotContain("札幌");
    }

    @Test
    void logsWhatIsAwayWithoutItsAddress(CapturedOutput log) throws Exception {
        assertThat(perform(failure("database")).getHeader("Retry-After")).isEqualTo("10");

        assertThat(log).contains("MongoTimeoutException").doesNotContain("10.0.0.1");
    }

    @Test
    void takesAGoodKey() throws Exception {
        assertThat(perform(key("a".repeat(200))).getStatus()).isEqualTo(200);
    }

    @Test
    void leavesThePagesAlone() {
        assertThat(org.junit.jupiter.api.Assertions.assertThrows(Exception.class, () -> mvc.perform(get("/page"))))
                .hasRootCauseInstanceOf(jp.tsunagi.shared.Refused.class);
    }

    private static MockHttpServletRequestBuilder call(String body) {
        return post(CALLS).contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private static MockHttpServletRequestBuilder checked(String body) {
        return post("/api/v1/checked").contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private static MockHttpServletRequestBuilder key(String key) {
        return call("{\"count\": 1}").header("Idempotency-Key", key);
    }

    private static MockHttpServletRequestBuilder failure(String kind) {
        return get("/api/v1/failures/" + kind);
    }

    private MockHttpServletResponse perform(MockHttpServletRequestBuilder call) throws Exception {
        return mvc.perform(call).andReturn().getResponse();
    }

    private JsonNode problem(MockHttpServletRequestBuilder call, int status, String rule) throws Exception {
        MockHttpServletResponse answer = perform(call);
        String body = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(answer.getStatus()).as(body).isEqualTo(status);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(body);
        assertThat(problem.path("rule").asString()).as(body).isEqualTo(rule);
        assertThat(problem.path("type").asString()).isEqualTo("urn:tsunagi:problem:" + rule);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString())
                .isNotBlank()
                .isNotEqualTo(new ProblemTexts().rule("nothing", java.util.Locale.JAPANESE));
        assertThat(problem.path("detailEn").asString()).isNotBlank().doesNotContain("{");
        assertThat(problem.has("instance")).isFalse();
        return problem;
    }
}
