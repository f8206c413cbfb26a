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

    static Stream<Arguments> bodies() {
        return Stream.of(
                arguments("{\"name\": 架空", "body.not-json", null, "1行目の12バイト目"),
                arguments("{\"name\":\n\"x\",}", "body.not-json", null, "2行目"),
                arguments("{\"name\": \"x\"} 7", "body.not-json", null, null),
                arguments("{'name': 'x'}", "body.not-json", null, null),
                arguments("{\"name\": \"x\"", "body.not-json", null, null),
                arguments("{\"name\": \"x\" /* y */}", "body.not-json", null, null),
                arguments("{\"guidelineItem\": NaN}", "body.not-json", null, null),
                arguments("", "body.missing", null, null),
                arguments("  ", "body.missing", null, null),
                arguments("null", "body.missing", null, null),
                arguments("{\"name\":\"x\",\"name\":\"y\"}", "body.duplicate-field", "body", "2つ"),
                arguments("{\"urgnt\": true}", "body.unknown-field", "urgnt", "urgent ではありませんか"),
                arguments("{\"completelyOther\": true}", "body.unknown-field", "completelyOther", "項目名を確認"),
                arguments("{\"架空 花子\": true}", "body.unknown-field", "body", "項目名を確認"),
                arguments(
                        "{\"preferredSlots\":[{},{\"dat\":null}]}",
                        "body.unknown-field",
                        "preferredSlots[1].dat",
                        "date"),
                arguments("{\"urgent\": \"true\"}", "body.wrong-type", "urgent", "trueかfalse"),
                arguments("{\"urgent\": 1}", "body.wrong-type", "urgent", "trueかfalse"),
                arguments("{\"urgent\": \"\"}", "body.wrong-type", "urgent", "trueかfalse"),
                arguments("{\"name\": 5}", "body.wrong-type", "name", "対象者氏名は引用符"),
                arguments("{\"name\": 5.5}", "body.wrong-type", "name", "引用符"),
                arguments("{\"name\": true}", "body.wrong-type", "name", "引用符"),
                arguments("{\"name\": [\"x\"]}", "body.wrong-type", "name", "引用符"),
                arguments("{\"name\": \"\\ud800\"}", "body.wrong-type", "name", "壊れた文字"),
                arguments(
                        "{\"preferredSlots\": [{\"note\": \"x\\udc00\"}]}",
                        "body.wrong-type",
                        "preferredSlots[0].note",
                        "備考に壊れた"),
                arguments("{\"name\": {}}", "body.wrong-type", "name", "引用符"),
                arguments("{\"guidelineItem\": \"1\"}", "body.wrong-type", "guidelineItem", "数にして"),
                arguments("{\"guidelineItem\": \"\"}", "body.wrong-type", "guidelineItem", "数にして"),
                arguments("{\"guidelineItem\": 1.5}", "body.wrong-type", "guidelineItem", "数にして"),
                arguments("{\"guidelineItem\": 1e2}", "body.wrong-type", "guidelineItem", "数にして"),
                arguments("{\"guidelineItem\": 99999999999}", "body.wrong-type", "guidelineItem", "数にして"),
                arguments("{\"guidelineItem\": true}", "body.wrong-type", "guidelineItem", "数にして"),
                arguments("{\"weight\": {\"value\": null}}", "body.wrong-type", "weight.value", "入力してください"),
                arguments("{\"weight\": {}}", "body.wrong-type", "weight.value", "入力してください"),
                arguments("{\"factor\": \"DV\"}", "body.wrong-type", "factor", "DV_ABUSE, ECONOMIC"),
                arguments("{\"factor\": \"dv_abuse\"}", "body.wrong-type", "factor", "DV_ABUSE, ECONOMIC"),
                arguments("{\"factor\": 0}", "body.wrong-type", "factor", "DV_ABUSE, ECONOMIC"),
                arguments("{\"factor\": \"0\"}", "body.wrong-type", "factor", "DV_ABUSE, ECONOMIC"),
                arguments("{\"factor\": \"\"}", "body.wrong-type", "factor", "DV_ABUSE, ECONOMIC"),
                arguments("{\"preferredSlots\": {}}", "body.wrong-type", "preferredSlots", "[ ]"),
                arguments("{\"preferredSlots\": \"\"}", "body.wrong-type", "preferredSlots", "[ ]"),
                arguments("{\"preferredSlots\": [\"\"]}", "body.wrong-type", "preferredSlots[0]", "オブジェクト"),
                arguments("{\"preferredSlots\": [5]}", "body.wrong-type", "preferredSlots[0]", "オブジェクト"),
                arguments("[]", "body.wrong-type", "body", "オブジェクト"),
                arguments("\"架空 花子\"", "body.wrong-type", "body", "オブジェクト"),
                arguments("{\"birthDate\": \"soon\"}", "body.wrong-type", "birthDate", "生年月日は日付にしてください"),
                arguments("{\"birthDate\": \"\"}", "body.wrong-type", "birthDate", "日付にして"),
                arguments("{\"birthDate\": 19880412}", "body.wrong-type", "birthDate", "日付にして"),
                arguments("{\"birthDate\": [1988,4,12]}", "body.wrong-type", "birthDate", "日付にして"),
                arguments("{\"birthDate\": \"1988-02-30\"}", "body.wrong-type", "birthDate", "2月30日はありません"),
                arguments("{\"birthDate\": \"昭和64年1月8日\"}", "body.wrong-type", "birthDate", "昭和64年は1月7日までです。年号か日付を確認"),
                arguments("{\"birthDate\": \"平成31年5月1日\"}", "body.wrong-type", "birthDate", "平成31年は4月30日までです"),
                arguments("{\"birthDate\": \"令和元年4月30日\"}", "body.wrong-type", "birthDate", "令和は元年5月1日からです"),
                arguments("{\"birthDate\": \"1872-12-31\"}", "body.wrong-type", "birthDate", "明治6年"),
                arguments(
                        "{\"preferredSlots\": [{\"date\": \"2026-13-01\"}]}",
                        "body.wrong-type",
                        "preferredSlots[0].date",
                        "日付を確認"),
                arguments(
                        "{\"preferredSlots\": [{\"date\": \"x\"}]}",
                        "body.wrong-type",
                        "preferredSlots[0].date",
                        "開催希望日は日付にして"),
                arguments(
                        "{\"preferredSlots\": [{\"start\": \"25:00\"}]}",
                        "body.wrong-type",
                        "preferredSlots[0].start",
                        "10:00"),
                arguments(
                        "{\"preferredSlots\": [{\"start\": 10}]}",
                        "body.wrong-type",
                        "preferredSlots[0].start",
                        "10:00"),
                arguments("{\"startsAt\": \"2026-12-03\"}", "body.wrong-type", "startsAt", "日時にして"),
                arguments("{\"startsAt\": \"2026-12-03T10:00Z\"}", "body.wrong-type", "startsAt", "日本時間"),
                arguments("{\"startsAt\": \"2026-12-03T10:00:00+09:00\"}", "body.wrong-type", "startsAt", "日本時間"),
                arguments("{\"startsAt\": \"2026-02-30T10:00\"}", "body.wrong-type", "startsAt", "日時にして"),
                arguments("{\"startsAt\": \"+999999999-01-01T10:00\"}", "body.wrong-type", "startsAt", "日時にして"),
                arguments("{\"startsAt\": 1}", "body.wrong-type", "startsAt", "日時にして"),
                arguments("[".repeat(100) + "]".repeat(100), "body.wrong-type", "body", "オブジェクト"),
                arguments("{\"preferredSlots\":" + "[".repeat(100), "body.wrong-type", "preferredSlots[0]", "オブジェクト"),
                arguments("{\"name\": \"" + "あ".repeat(100_001) + "\"}", "body.beyond-limits", null, null),
                arguments("{\"guidelineItem\": " + "9".repeat(101) + "}", "body.beyond-limits", null, null));
    }

    @ParameterizedTest
    @MethodSource("bodies")
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
                        "{\"urgent\":true,\"birthDate\":\"1988-04-12\",\"startsAt\":\"2026-12-03T10:00:00\",\"preferredSlots\":"
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
