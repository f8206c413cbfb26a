package jp.tsunagi.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityIT {

    private static final List<String> LOGINS = List.of(
            "sapporo",
            "sapporo2",
            "asahikawa",
            "shelter",
            "center",
            "director",
            "police",
            "childguidance",
            "auditor",
            "admin",
            "S0001");
    private static final Object EMPTY = Map.of();

    @TempDir
    static Path folder;

    private static TestHub demo;

    @BeforeAll
    static void start() {
        demo = TestHub.demo(folder);
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @Test
    void everyLoginMeetsAtEachEndpointWhatItsRoleIsDue() {
        Map<String, Integer> expected = new HashMap<>();
        for (String login : LOGINS) {
            boolean admin = login.equals("admin");
            boolean director = login.equals("director");
            expect(expected, login, "GET /api/v1/me", 200);
            expect(expected, login, "GET /api/v1/agencies?text=旭川".replace("旭川", "%E6%97%AD%E5%B7%9D"), 200);
            expect(expected, login, "GET /api/v1/agencies/S0001", 200);
            expect(expected, login, "GET /api/v1/agencies/NOWHERE", 404);
            expect(expected, login, "POST /api/v1/agencies", admin ? 422 : 404);
            expect(expected, login, "PUT /api/v1/agencies/K0001", admin ? 422 : 404);
            expect(expected, login, "POST /api/v1/agencies/NOWHERE/deactivation", 404);
            expect(expected, login, "POST /api/v1/agencies/NOWHERE/gateway-password", admin ? 422 : 404);
            expect(expected, login, "GET /api/v1/accounts", admin ? 200 : 404);
            expect(expected, login, "POST /api/v1/accounts", admin ? 422 : 404);
            expect(expected, login, "POST /api/v1/accounts/nobody/deactivation", 404);
            expect(expected, login, "POST /api/v1/accounts/nobody/password", 404);
            expect(expected, login, "GET /api/v1/deputies", director ? 200 : 404);
            expect(expected, login, "POST /api/v1/deputies", director ? 422 : 404);
            expect(expected, login, "DELETE /api/v1/deputies/nobody", 404);
            expect(expected, login, "GET /api/v1/nothing-here", 404);
            expect(expected, login, "GET /api/v2/me", 404);
            expect(expected, login, "GET /actuator/env", 404);
            expect(expected, login, "GET /actuator/metrics", admin ? 200 : 404);
            expect(expected, login, "GET /actuator/metrics/jvm.memory.used", admin ? 200 : 404);
        }
        Map<String, Integer> met = new HashMap<>();
        expected.keySet().forEach(call -> {
            String[] parts = call.split(" ");
            met.put(call, demo.api(parts[0], parts[1], parts[2], EMPTY).status());
        });

        assertThat(met).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/me",
                "/api/v1/agencies",
                "/api/v1/accounts",
                "/api/v1/nothing",
                "/api/x",
                "/actuator/env",
                "/actuator/metrics"
            })
    void nobodyGetsAnAnswerWithoutSigningIn(String path) {
        TestHub.Answer answer = demo.api("", "GET", path, null);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("set-cookie")).isEmpty();
    }

    @Test
    void tellsTheCallerWhoHeIs() {
        var me = demo.api("director", "GET", "/api/v1/me", null).json();

        assertThat(me.get("agency").asString()).isEqualTo("C0001");
        assertThat(me.get("roles").get(0).asString()).isEqualTo("DIRECTOR");
        assertThat(me.get("person").asBoolean()).isTrue();
        assertThat(demo.api("S0001", "GET", "/api/v1/me", null)
                        .json()
                        .get("person")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void anAdministratorOpensAndClosesAnAccountThatADirectorMayNameDeputy() {
        Map<String, Object> wanted = Map.of(
                "login", "newcomer",
                "name", "見本 新人（架空）",
                "agency", "C0001",
                "roles", Set.of("CENTER_STAFF"),
                "password", TestHub.PASSWORD);
        TestHub.Answer created = demo.api("admin", "POST", "/api/v1/accounts", wanted);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.body()).doesNotContain(TestHub.PASSWORD).doesNotContain("argon2");
        String id = created.json().get("id").asString();

        TestHub.Answer named = demo.api(
                "director",
                "POST",
                "/api/v1/deputies",
                Map.of("login", "newcomer", "from", "2026-11-20", "to", "2026-11-20"));
        assertThat(named.status()).isEqualTo(201);
        var me = demo.api("newcomer", "GET", "/api/v1/me", null).json();
        assertThat(me.get("deputy").asBoolean()).isTrue();
        assertThat(demo.api(
                                "director",
                                "DELETE",
                                "/api/v1/deputies/" + named.json().get("id").asString(),
                                null)
                        .status())
                .isEqualTo(204);

        assertThat(demo.api("admin", "POST", "/api/v1/accounts/" + id + "/deactivation", null)
                        .status())
                .isEqualTo(200);
        assertThat(demo.api("newcomer", "GET", "/api/v1/me", null).status()).isEqualTo(401);
    }

    @Test
    void aSessionIsNoDoorToTheApi() {
        TestHub.Browser browser = demo.browser();
        browser.signIn("admin", TestHub.PASSWORD);

        assertThat(browser.get("/").status()).isEqualTo(404);
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void refusesAFormWithoutItsToken() {
        TestHub.Browser browser = demo.browser();

        TestHub.Answer login = browser.post("/login", Map.of("login", "sapporo", "password", TestHub.PASSWORD));
        assertThat(login.header("location")).endsWith("/login?expired");
        assertThat(browser.get("/").header("location")).endsWith("/login");

        browser.signIn("sapporo", TestHub.PASSWORD);
        assertThat(browser.post("/logout", Map.of()).status()).isEqualTo(403);
        assertThat(browser.get("/").status()).isEqualTo(404);
    }

    @Test
    void deniesWhatNoModuleOpens() {
        TestHub.Browser browser = demo.browser();
        assertThat(browser.get("/no/such/page").header("location")).endsWith("/login");

        browser.signIn("admin", TestHub.PASSWORD);

        TestHub.Answer answer = browser.get("/no/such/page");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("content-type")).contains("json");
    }

    @Test
    void opensHealthWithoutDetailsAndTheDescriptionOfTheApi() {
        TestHub.Answer health = demo.api("", "GET", "/actuator/health", null);
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.body()).contains("UP").doesNotContain("components").doesNotContain("mongo");
        TestHub.Answer description = demo.api("", "GET", "/v3/api-docs", null);
        assertThat(description.status()).isEqualTo(200);
        assertThat(description.body()).contains("/api/v1/deputies").doesNotContain("\"name\":\"director\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/", "/no/such/page", "/api/v1/me", "/actuator/health", "/first-run"})
    void sendsStrictHeadersWithEverything(String path) {
        TestHub.Answer answer = demo.browser().get(path);

        assertThat(answer.header("content-security-policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(answer.header("cache-control")).contains("no-store");
        assertThat(answer.header("referrer-policy")).isEqualTo("no-referrer");
        assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(answer.header("cross-origin-opener-policy")).isEqualTo("same-origin");
        assertThat(answer.header("cross-origin-resource-policy")).isEqualTo("same-origin");
    }

    @Test
    void keepsStaticFilesCachedAndPagesFreeOfInlineCode() {
        TestHub.Answer css = demo.browser().get("/css/tsunagi.css");
        assertThat(css.status()).isEqualTo(200);
        assertThat(css.header("cache-control")).contains("max-age=3600");

        String page = demo.browser().get("/login").body();
        assertThat(page)
                .contains("<html lang=\"ja\"")
                .contains("autocomplete=\"current-password\"")
                .doesNotContain("<script")
                .doesNotContain("<style")
                .doesNotContain("style=")
                .doesNotContain("??");
        assertThat(page.split("<h1")).hasSize(2);
    }

    @Test
    void marksTheSessionCookieForTheServerAlone() {
        assertThat(demo.browser().get("/login").header("set-cookie"))
                .contains("session=")
                .contains("HttpOnly")
                .containsIgnoringCase("SameSite=Lax");
    }

    @Test
    void takesFragmentsToTheSignInPageAsAWhole() throws Exception {
        var request = java.net.http.HttpRequest.newBuilder(java.net.URI.create(demo.url() + "/"))
                .header("HX-Request", "true")
                .build();
        TestHub.Answer answer = TestHub.Answer.of(java.net.http.HttpClient.newHttpClient(), request);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("hx-redirect")).isEqualTo("/login");
    }

    private static void expect(Map<String, Integer> expected, String login, String call, int status) {
        expected.put(login + " " + call, status);
    }
}
