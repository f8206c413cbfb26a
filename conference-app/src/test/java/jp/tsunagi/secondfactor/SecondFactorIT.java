package jp.tsunagi.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagi.account.AccountId;
import jp.tsunagi.account.AccountOpening;
import jp.tsunagi.account.Accounts;
import jp.tsunagi.account.TestHub;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in where more than the password is asked for. Each test has a person of its own. */
class SecondFactorIT {

    private static final String PROOF = "/login/second-factor";
    private static final String SET_UP = PROOF + "/set-up";
    private static final String OWN = "/settings/second-factor";
    private static final Pattern CODE = Pattern.compile("[A-J]-[A-Z2-7]{5}-[A-Z2-7]{5}");

    @TempDir
    static Path folder;

    private static TestHub hub;

    @BeforeAll
    static void start() {
        hub = TestHub.start(folder, "--spring.profiles.active=demo", "--tsunagi.account.second-factor.enabled=true");
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void leadsWhoeverMustHaveOneToTheSetUpAndNowhereElse() {
        TestHub.Browser director = hub.browser();
        assertThat(director.signIn("director", TestHub.PASSWORD).header("location"))
                .endsWith(SET_UP);
        for (String path : List.of("/", OWN, OWN + "/app", "/no/such/page", "/v3/no")) {
            assertThat(director.get(path).header("location")).as(path).endsWith(SET_UP);
        }
        assertThat(director.get(PROOF).header("location")).endsWith("/login");

        TestHub.Answer page = director.get(SET_UP);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("cache-control")).contains("no-store");
        assertThat(page.body())
                .contains("<svg", "二段階認証が必要です")
                .doesNotContain("style=", "<script", "??")
                .doesNotContain("name=\"password\"");
        Authenticator app = Authenticator.of(page.body());
        assertThat(Authenticator.of(director.get(SET_UP).body()).code(now())).isEqualTo(app.code(now()));

        TestHub.Answer refused = director.submit(SET_UP, SET_UP, Map.of("code", app.wrong(now())));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("エラー：", "認証コードが違います");
        assertThat(director.get("/").header("location")).endsWith(SET_UP);

        TestHub.Answer done = director.submit(SET_UP, SET_UP, Map.of("code", app.code(now())));
        assertThat(done.status()).isEqualTo(200);
        assertThat(codes(done)).hasSize(10).doesNotHaveDuplicates();
        assertThat(done.header("set-cookie")).contains("session=");
        assertThat(director.get("/").status()).isEqualTo(404);
        assertThat(director.get(SET_UP).header("location")).endsWith("/login");
        assertThat(director.get(OWN).body()).contains("設定してあります").doesNotContain("認証アプリを外す");

        TestHub.Answer kept = director.submit(OWN + "/app/removal", OWN, Map.of("password", TestHub.PASSWORD));
        assertThat(kept.status()).isEqualTo(422);
        assertThat(kept.body()).contains("二段階認証を外せません");
        assertThat(asked("director")).isEqualTo(PROOF);
        assertThat(hub.audit().actions())
                .contains("account.first-step OUTCOME", "account.app-set-up INTENT", "account.app-set-up OUTCOME");
    }

    @Test
    void asksForACodeAfterThePasswordAndTakesEachOnce() {
        Owner owner = owner("sapporo");
        TestHub.Browser browser = hub.browser();
        assertThat(browser.signIn("sapporo", TestHub.PASSWORD).header("location"))
                .endsWith(PROOF);
        for (String path : List.of("/", OWN, SET_UP)) {
            assertThat(browser.get(path).header("location")).as(path).contains("/login");
        }
        assertThat(browser.submit(OWN + "/codes", PROOF, Map.of("password", TestHub.PASSWORD))
                        .header("location"))
                .endsWith(PROOF);

        // The code that set the app up has been used.
        assertThat(prove(browser, owner.app.code(now())).status()).isEqualTo(422);
        hub.clock().forward(Duration.ofSeconds(30));
        String code = owner.app.code(now());
        TestHub.Answer in = prove(browser, code);
        assertThat(in.status()).isEqualTo(302);
        assertThat(in.header("location")).doesNotContain("/login");
        assertThat(in.header("set-cookie")).contains("session=");
        assertThat(browser.get("/").status()).isEqualTo(404);

        TestHub.Browser eavesdropper = hub.browser();
        eavesdropper.signIn("sapporo", TestHub.PASSWORD);
        assertThat(prove(eavesdropper, code).status()).isEqualTo(422);
        assertThat(eavesdropper.get("/").header("location")).endsWith(PROOF);

        String recovery = owner.codes.get(4).toLowerCase(java.util.Locale.ROOT);
        assertThat(prove(eavesdropper, recovery).status()).isEqualTo(302);
        assertThat(eavesdropper.get(OWN).body()).contains("残り9個");
        TestHub.Browser again = hub.browser();
        again.signIn("sapporo", TestHub.PASSWORD);
        assertThat(prove(again, recovery).status()).isEqualTo(422);
        assertThat(hub.audit().actions()).contains("account.recovery-code OUTCOME");
    }

    @Test
    void locksAfterFiveWrongCodesAndTheRightPasswordUnlocksNothing() {
        Owner owner = owner("asahikawa");
        hub.clock().forward(Duration.ofSeconds(30));
        TestHub.Browser guesser = hub.browser();
        for (int i = 0; i < 5; i++) {
            guesser.signIn("asahikawa", TestHub.PASSWORD);
            assertThat(prove(guesser, owner.app.wrong(now())).status()).isEqualTo(422);
        }

        assertThat(prove(guesser, owner.app.code(now())).status()).isEqualTo(422);
        assertThat(prove(guesser, owner.codes.get(0)).status()).isEqualTo(422);
        hub.clock().forward(Duration.ofSeconds(61));
        assertThat(prove(guesser, owner.app.code(now())).status()).isEqualTo(302);
    }

    @Test
    void endsOtherSessionsWhenAFactorChangesAndAsksForThePasswordEachTime() {
        TestHub.Browser elsewhere = hub.browser();
        elsewhere.signIn("police", TestHub.PASSWORD);
        assertThat(elsewhere.get("/").status()).isEqualTo(404);
        hub.clock().forward(Duration.ofSeconds(1));
        Owner owner = owner("police");
        assertThat(elsewhere.get("/").header("location")).endsWith("/login");

        TestHub.Answer refused = owner.browser.submit(OWN + "/codes", OWN, Map.of("password", "wrong"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("パスワードが違います");
        List<String> fresh = codes(owner.browser.submit(OWN + "/codes", OWN, Map.of("password", TestHub.PASSWORD)));
        assertThat(fresh).hasSize(10).doesNotContainAnyElementsOf(owner.codes);

        assertThat(owner.browser
                        .submit(OWN + "/app/removal", OWN, Map.of("password", "wrong"))
                        .status())
                .isEqualTo(422);
        assertThat(owner.browser
                        .submit(OWN + "/app/removal", OWN, Map.of("password", TestHub.PASSWORD))
                        .header("location"))
                .endsWith(OWN);
        assertThat(owner.browser.get(OWN).body()).contains("まだ設定していません");
        assertThat(asked("police")).doesNotContain("/login");
    }

    @Test
    void asksForNothingAgainWhereAWrongPasswordWasTypedForASetUp() {
        TestHub.Browser browser = hub.browser();
        browser.signIn("childguidance", TestHub.PASSWORD);
        Authenticator app = Authenticator.of(browser.get(OWN + "/app").body());

        TestHub.Answer refused =
                browser.submit(OWN + "/app", OWN + "/app", Map.of("code", app.code(now()), "password", "wrong"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(asked("childguidance")).doesNotContain("/login");
    }

    @Test
    void forgetsARightPasswordThatWaitsTooLong() {
        owner("sapporo2");
        TestHub.Browser browser = hub.browser();
        browser.signIn("sapporo2", TestHub.PASSWORD);
        assertThat(browser.get(PROOF).status()).isEqualTo(200);

        hub.clock().forward(Duration.ofMinutes(16));

        assertThat(browser.get(PROOF).header("location")).endsWith("/login");
    }

    @Test
    void startsAnewForSomebodyWhoLostAllAndEndsTheSessions() {
        Owner owner = owner("shelter");
        hub.clock().forward(Duration.ofSeconds(1));

        AccountId shelter =
                hub.bean(Accounts.class).byLogin("shelter").orElseThrow().id();
        AccountOpening opening = hub.bean(AccountOpening.class);
        String nobodys = opening.unguessable();
        opening.shut(shelter, nobodys, "system");
        assertThat(owner.browser.get("/").header("location")).endsWith("/login");
        assertThat(asked("shelter")).contains("/login?failed");

        assertThat(opening.reopen(shelter, AccountOpening.seal(nobodys), TestHub.PASSWORD))
                .isTrue();
        assertThat(asked("shelter")).doesNotContain("/login");
    }

    @Test
    void letsNobodyInWhileTheAuditCannotBeWritten() {
        Owner owner = owner("center");
        hub.clock().forward(Duration.ofSeconds(30));
        TestHub.Browser browser = hub.browser();
        browser.signIn("center", TestHub.PASSWORD);
        hub.audit().goAway(true);
        try {
            assertThat(prove(browser, owner.app.code(now())).status()).isEqualTo(503);
        } finally {
            hub.audit().goAway(false);
        }
        assertThat(browser.get("/").header("location")).endsWith(PROOF);
    }

    @Test
    void keepsSecretsAndCodesAsCiphertext() {
        owner("auditor");

        for (Document kept :
                hub.bean(MongoDatabase.class).getCollection("secondFactors").find()) {
            assertThat(List.of("app", "recovery", "proposed"))
                    .allSatisfy(name -> assertThat(kept.get(name)).isInstanceOf(org.bson.types.Binary.class));
        }
    }

    @Test
    void needsTheFormsToken() {
        TestHub.Browser browser = hub.browser();
        browser.signIn("admin", TestHub.PASSWORD);

        assertThat(browser.post(SET_UP, Map.of("code", "000000")).status()).isEqualTo(403);
    }

    /** Somebody who set an app up of one's own accord and is signed in. */
    private record Owner(TestHub.Browser browser, Authenticator app, List<String> codes) {}

    private static Owner owner(String login) {
        TestHub.Browser browser = hub.browser();
        browser.signIn(login, TestHub.PASSWORD);
        Authenticator app = Authenticator.of(browser.get(OWN + "/app").body());
        TestHub.Answer done = browser.submit(
                OWN + "/app", OWN + "/app", Map.of("code", app.code(now()), "password", TestHub.PASSWORD));
        assertThat(done.status()).isEqualTo(200);
        assertThat(codes(done)).hasSize(10);
        return new Owner(browser, app, codes(done));
    }

    private static TestHub.Answer prove(TestHub.Browser browser, String code) {
        return browser.submit(PROOF, PROOF, Map.of("code", code));
    }

    /** Where the right password leads. */
    private static String asked(String login) {
        return hub.browser().signIn(login, TestHub.PASSWORD).header("location").replace(hub.url(), "");
    }

    private static List<String> codes(TestHub.Answer page) {
        return Stream.of(page.body())
                .flatMap(body -> CODE.matcher(body).results())
                .map(found -> found.group())
                .toList();
    }

    private static java.time.Instant now() {
        return hub.clock().instant();
    }
}
