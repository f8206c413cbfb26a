package jp.tsunagi.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.tsunagi.agency.Agencies;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.agency.AgencyDraft;
import jp.tsunagi.agency.AgencyKind;
import jp.tsunagi.shared.Refused;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInIT {

    private static final String RIGHT = TestHub.PASSWORD;
    private static final String WRONG = "not-the-password";

    @TempDir
    Path folder;

    private TestHub hub;

    @BeforeEach
    void start() {
        hub = TestHub.demo(folder);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void letsAPersonInWithTheRightPasswordAndOutAgain() {
        TestHub.Browser browser = hub.browser();

        TestHub.Answer in = browser.signIn("Sapporo ", RIGHT);
        assertThat(in.status()).isEqualTo(302);
        assertThat(in.header("location")).doesNotContain("/login");
        assertThat(browser.get("/").status()).isEqualTo(404);

        TestHub.Answer out = browser.submit("/logout", "/login", java.util.Map.of());
        assertThat(out.header("location")).endsWith("/login?signed-out");
        assertThat(out.header("set-cookie")).contains("session=");
        assertThat(browser.get("/").header("location")).endsWith("/login");
    }

    @Test
    void answersAlikeToAnUnknownLoginAWrongPasswordAndALock() {
        assertThat(outcome("sapporo", WRONG)).isEqualTo(outcome("nobody-at-all", WRONG));

        lock("sapporo");
        lock("nobody-at-all");

        assertThat(outcome("sapporo", RIGHT))
                .isEqualTo(outcome("nobody-at-all", RIGHT))
                .isEqualTo(outcome("asahikawa", WRONG));
        assertThat(counted()).hasSize(4);
    }

    @Test
    void locksALoginAfterFiveWrongPasswordsForALongerTimeEachTime() {
        lock("sapporo");
        assertThat(isIn("sapporo")).isFalse();
        hub.clock().forward(Duration.ofSeconds(61));
        fail("sapporo");
        hub.clock().forward(Duration.ofSeconds(61));
        assertThat(isIn("sapporo")).isFalse();

        hub.clock().forward(Duration.ofSeconds(60));

        assertThat(isIn("sapporo")).isTrue();
        fail("sapporo");
        assertThat(isIn("sapporo")).isTrue();
    }

    @Test
    void doesNotForgetALockOverARestart() {
        lock("sapporo");
        hub.close();
        hub = TestHub.demo(folder);

        assertThat(isIn("sapporo")).isFalse();
        assertThat(isIn("asahikawa")).isTrue();
        hub.clock().forward(Duration.ofSeconds(61));
        assertThat(isIn("sapporo")).isTrue();
    }

    @Test
    void countsGuessesThatComeAllAtOnce() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(16);
        List<Callable<TestHub.Answer>> guesses = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            guesses.add(() -> hub.get("/api/v1/me", TestHub.basic("sapporo", WRONG)));
        }
        for (Future<TestHub.Answer> answer : pool.invokeAll(guesses)) {
            assertThat(answer.get().status()).isEqualTo(401);
        }
        pool.shutdown();

        assertThat(hub.get("/api/v1/me", TestHub.basic("sapporo", RIGHT)).status())
                .isEqualTo(401);
        assertThat(counted()).anySatisfy(attempts -> assertThat(attempts.getInteger("failures"))
                .isBetween(5, 32));
    }

    @Test
    void slowsAnAddressThatTriesManyLogins() {
        for (int i = 0; i < 50; i++) {
            assertThat(hub.get("/api/v1/me", TestHub.basic("login" + i, WRONG)).status())
                    .isEqualTo(401);
        }
        assertThat(isIn("sapporo")).isFalse();

        hub.clock().forward(Duration.ofSeconds(61));

        assertThat(isIn("sapporo")).isTrue();
    }

    @Test
    void keepsNoLoginThatWasTyped() {
        fail("my-secret-typed-as-login");

        assertThat(counted().toString()).doesNotContain("my-secret");
    }

    @Test
    void endsSessionsWhenThePasswordChangesOrTheAccountCloses() {
        TestHub.Browser first = hub.browser();
        first.signIn("sapporo", RIGHT);
        TestHub.Browser second = hub.browser();
        second.signIn("sapporo2", RIGHT);
        assertThat(first.get("/").status()).isEqualTo(404);
        Accounts accounts = hub.bean(Accounts.class);
        hub.clock().forward(Duration.ofSeconds(1));

        accounts.changePassword(idOf("sapporo"), "another long sentence", "system");
        accounts.deactivate(idOf("sapporo2"), "system");

        assertThat(first.get("/").header("location")).endsWith("/login");
        assertThat(second.get("/").header("location")).endsWith("/login");
        assertThat(isIn("sapporo")).isFalse();
        assertThat(isIn("sapporo2")).isFalse();
        assertThat(accounts.nameOf(idOf("sapporo"))).isPresent();
    }

    @Test
    void showsWhereOneIsSignedInAndEndsTheOthersByThePassword() {
        TestHub.Browser here = hub.browser();
        here.signIn("sapporo", RIGHT);
        TestHub.Browser there = hub.browser();
        there.signIn("sapporo", RIGHT);
        TestHub.Browser somebodyElse = hub.browser();
        somebodyElse.signIn("sapporo2", RIGHT);
        somebodyElse.get("/");
        hub.clock().forward(Duration.ofMinutes(3));
        there.get("/");
        String sessions = "/settings/sessions";

        TestHub.Answer list = here.get(sessions);
        assertThat(list.body().split("<tr>")).hasSize(4);
        assertThat(list.body())
                .contains("2026-11-20 10:00", "2026-11-20 10:03", "この画面", "ほかの端末か")
                .doesNotContain("??");
        hub.clock().forward(Duration.ofSeconds(1));
        assertThat(here.submit(sessions + "/end", sessions, Map.of("password", WRONG))
                        .status())
                .isEqualTo(422);
        assertThat(there.get("/").status()).isEqualTo(404);

        TestHub.Answer done = here.submit(sessions + "/end", sessions, Map.of("password", RIGHT));

        assertThat(done.header("location")).endsWith(sessions);
        assertThat(done.header("set-cookie")).contains("session=", "HttpOnly").containsIgnoringCase("SameSite=Lax");
        assertThat(there.get("/").header("location")).endsWith("/login");
        assertThat(somebodyElse.get("/").status()).isEqualTo(404);
        assertThat(here.get(sessions).body().split("<tr>")).hasSize(3);
        assertThat(hub.audit().actions()).contains("account.sessions-ended OUTCOME");

        here.submit("/logout", sessions, Map.of());
        there.signIn("sapporo", RIGHT);
        assertThat(there.get(sessions).body().split("<tr>")).hasSize(3);
    }

    @Test
    void endsASessionAfterItsLongestTime() {
        TestHub.Browser browser = hub.browser();
        browser.signIn("sapporo", RIGHT);

        hub.clock().forward(Duration.ofHours(10).plusSeconds(1));

        assertThat(browser.get("/").header("location")).endsWith("/login");
    }

    @Test
    void shutsOutTheOfficersOfAnAgencyThatIsNoLongerActive() {
        hub.bean(Agencies.class).deactivate(new AgencyCode("P0001"), "system");

        assertThat(isIn("police")).isFalse();
    }

    @Test
    void letsNobodyInWhileTheAuditCannotBeWritten() {
        hub.audit().goAway(true);
        assertThat(outcome("sapporo", RIGHT)).contains("/login?failed");

        hub.audit().goAway(false);
        assertThat(outcome("sapporo", RIGHT)).doesNotContain("/login");
        assertThat(hub.audit().actions()).contains("account.sign-in OUTCOME");
    }

    @Test
    void keepsTypedLoginAfterAWrongPasswordButNeverThePassword() {
        TestHub.Browser browser = hub.browser();
        browser.signIn("sapporo", WRONG);

        String page = browser.get("/login?failed").body();

        assertThat(page).contains("value=\"sapporo\"").contains("エラー：").doesNotContain(WRONG);
    }

    @Test
    void signsGatewaysInByTheirOwnPasswordAndLocksThemToo() {
        BrokerCredentials gateways = hub.bean(BrokerCredentials.class);
        assertThat(gateways.authenticate("S0001", RIGHT)).isTrue();
        assertThat(gateways.authenticate("010006", RIGHT)).isFalse();
        assertThat(gateways.authenticate("<script>", RIGHT)).isFalse();
        Officer machine = gateways.gateway(new AgencyCode("S0001")).orElseThrow();
        assertThat(machine.person()).isFalse();
        assertThat(hub.bean(Accounts.class).officer(machine.id())).contains(machine);

        String rotated = gateways.rotate(new AgencyCode("S0001"), "system");
        assertThat(gateways.authenticate("S0001", RIGHT)).isFalse();
        assertThat(gateways.authenticate("S0001", rotated)).isTrue();

        for (int i = 0; i < 5; i++) {
            gateways.authenticate("S0001", WRONG);
        }
        assertThat(gateways.authenticate("S0001", rotated)).isFalse();
        hub.clock().forward(Duration.ofSeconds(61));
        assertThat(gateways.authenticate("S0001", rotated)).isTrue();
    }

    @Test
    void knowsWhetherASectionHasASecondCounsellor() {
        Accounts accounts = hub.bean(Accounts.class);
        AgencyCode sapporo = new AgencyCode("011002");

        assertThat(accounts.officersOf(sapporo, "女性相談窓口")).hasSize(2);
        assertThat(accounts.hasAnotherActiveCounsellor(sapporo, "女性相談窓口", idOf("sapporo")))
                .isTrue();
        assertThat(accounts.hasAnotherActiveCounsellor(new AgencyCode("012041"), "女性相談窓口", idOf("asahikawa")))
                .isFalse();

        accounts.deactivate(idOf("sapporo2"), "system");

        assertThat(accounts.hasAnotherActiveCounsellor(sapporo, "女性相談窓口", idOf("sapporo")))
                .isFalse();
    }

    @Test
    void refusesAccountsThatCannotBe() {
        Accounts accounts = hub.bean(Accounts.class);
        hub.bean(Agencies.class).add(AgencyDraft.of("P0002", "架空署", "", AgencyKind.POLICE), "system");
        String good = "a sentence nobody knows";

        assertRefused("account.login-taken", account("SAPPORO", "011002", Role.COUNSELLOR, good));
        assertRefused("account.invalid", account("1st", "011002", Role.COUNSELLOR, good));
        assertRefused("account.invalid", account("new", "NOWHERE", Role.COUNSELLOR, good));
        assertRefused("account.invalid", account("new", "P0002", Role.DIRECTOR, good));
        assertRefused("account.invalid", account("new", "011002", Role.COUNSELLOR, "short"));
        assertThatThrownBy(() -> accounts.deactivate(idOf("admin"), "system")).hasMessage("account.last-administrator");
        assertThat(accounts.create(account("new", "P0002", Role.PARTICIPANT, good), "system", "key"))
                .isEqualTo(accounts.create(account("new", "P0002", Role.PARTICIPANT, good), "system", "key"));
        assertThatThrownBy(() -> accounts.create(account("other", "P0002", Role.PARTICIPANT, good), "system", "key"))
                .hasMessage("idempotency.key-reused");
    }

    @Test
    void keepsNamesAndHashesAsCiphertext() {
        for (Document account :
                hub.bean(MongoDatabase.class).getCollection("accounts").find()) {
            assertThat(account.get("name")).isInstanceOf(org.bson.types.Binary.class);
            assertThat(account.toJson()).doesNotContain("argon2").doesNotContain("架空");
        }
    }

    private void assertRefused(String rule, NewAccount wanted) {
        assertThatThrownBy(() -> hub.bean(Accounts.class).create(wanted, "system", null))
                .isInstanceOf(Refused.class)
                .hasMessage(rule);
    }

    private static NewAccount account(String login, String agency, Role role, String password) {
        return new NewAccount(login, "見本 太郎（架空）", agency, null, Set.of(role), password);
    }

    private AccountId idOf(String login) {
        return hub.bean(Accounts.class).accountOf(login).orElseThrow().accountId();
    }

    private void lock(String login) {
        for (int i = 0; i < 5; i++) {
            fail(login);
        }
    }

    private void fail(String login) {
        assertThat(outcome(login, WRONG)).contains("/login?failed");
    }

    private boolean isIn(String login) {
        return !outcome(login, RIGHT).contains("/login");
    }

    private String outcome(String login, String password) {
        TestHub.Answer answer = hub.browser().signIn(login, password);
        return answer.status() + " " + answer.header("location") + " " + answer.body();
    }

    private List<Document> counted() {
        return hub.bean(MongoDatabase.class)
                .getCollection("signInAttempts")
                .find()
                .into(new ArrayList<>());
    }
}
