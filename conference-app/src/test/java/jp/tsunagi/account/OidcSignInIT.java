package jp.tsunagi.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in through an office's own provider. */
class OidcSignInIT {

    private static final String SET_OUT = "/oauth2/authorization/office";

    @TempDir
    static Path folder;

    private static OidcProvider provider;
    private static TestHub hub;

    @BeforeAll
    static void start() throws Exception {
        provider = OidcProvider.start();
        String client = "--spring.security.oauth2.client.";
        hub = TestHub.start(
                folder,
                "--spring.profiles.active=demo",
                "--tsunagi.account.second-factor.enabled=true",
                "--tsunagi.account.oidc.second-factor-claim=amr",
                "--tsunagi.account.oidc.second-factor-values=mfa,hwk",
                client + "registration.office.client-id=" + OidcProvider.CLIENT,
                client + "registration.office.client-secret=of-the-client",
                client + "registration.office.client-name=架空市の認証",
                client + "registration.office.scope=openid",
                client + "provider.office.issuer-uri=" + provider.issuer());
    }

    @AfterAll
    static void stop() {
        hub.close();
        provider.close();
    }

    @Test
    void offersTheProviderOnTheSignInPageAndTakesItsWordForAnAccountThatIsThere() {
        TestHub.Browser browser = hub.browser();
        assertThat(browser.get("/login").body()).contains("href=\"" + SET_OUT + "\"", "架空市の認証");
        assertThat(browser.get("/settings/second-factor").header("location")).endsWith("/login");

        TestHub.Answer in = signIn(browser, Map.of("preferred_username", "Sapporo"));

        assertThat(in.status()).isEqualTo(302);
        // On to the page that was asked for at first.
        assertThat(in.header("location")).contains("/settings/second-factor");
        assertThat(in.header("set-cookie")).contains("session=");
        assertThat(browser.get("/").status()).isEqualTo(404);
        assertThat(hub.audit().actions()).contains("account.sign-in OUTCOME");
    }

    @Test
    void plainlyRefusesWhoHasNoAccountAndOpensNone() {
        long accounts = hub.bean(Accounts.class).count();
        for (Map<String, Object> claims : List.<Map<String, Object>>of(
                Map.of("preferred_username", "stranger"),
                Map.of("email", "sapporo"),
                Map.of("preferred_username", ""))) {
            TestHub.Browser browser = hub.browser();
            assertThat(signIn(browser, claims).header("location")).endsWith("/login?provider");
            assertThat(browser.get("/login?provider").body()).contains("機関の認証でログインできませんでした");
            assertThat(browser.get("/").header("location")).endsWith("/login");
        }
        assertThat(hub.bean(Accounts.class).count()).isEqualTo(accounts);
    }

    @Test
    void refusesTokensMeantForOthersOrOfOthers() {
        for (Map<String, Object> claims : List.<Map<String, Object>>of(
                Map.of("preferred_username", "sapporo", "aud", "another"),
                Map.of("preferred_username", "sapporo", "iss", "http://localhost:1"),
                Map.of("preferred_username", "sapporo", "nonce", "another"))) {
            TestHub.Browser browser = hub.browser();
            assertThat(signIn(browser, claims).header("location"))
                    .as(claims.toString())
                    .endsWith("/login?provider");
            assertThat(browser.get("/").header("location")).endsWith("/login");
        }
    }

    @Test
    void refusesAnAnswerThatNobodyAskedFor() {
        TestHub.Browser asked = hub.browser();
        String back = provider.vouch(asked.get(SET_OUT).header("location"), Map.of("preferred_username", "sapporo"));
        TestHub.Browser other = hub.browser();

        assertThat(other.get(back).header("location")).endsWith("/login?provider");
        assertThat(other.get("/").header("location")).endsWith("/login");
    }

    @Test
    void asksForASecondFactorUnlessTheProviderSawOne() {
        TestHub.Browser browser = hub.browser();
        assertThat(signIn(browser, Map.of("preferred_username", "director", "amr", List.of("pwd")))
                        .header("location"))
                .endsWith("/login/second-factor/set-up");
        assertThat(browser.get("/").header("location")).endsWith("/login/second-factor/set-up");

        TestHub.Browser seen = hub.browser();
        assertThat(signIn(seen, Map.of("preferred_username", "director", "amr", List.of("pwd", "hwk")))
                        .header("location"))
                .doesNotContain("/login");
        assertThat(seen.get("/").status()).isEqualTo(404);
    }

    private static TestHub.Answer signIn(TestHub.Browser browser, Map<String, Object> claims) {
        return browser.get(provider.vouch(browser.get(SET_OUT).header("location"), claims));
    }
}
