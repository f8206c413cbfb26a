package jp.tsunagi.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.tsunagi.agency.Agencies;
import jp.tsunagi.secondfactor.Authenticator;
import jp.tsunagi.shared.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstRunIT {

    private static final String PASSWORD = "a quite long sentence";

    @TempDir
    Path folder;

    private TestHub hub;

    @BeforeEach
    void start() {
        hub = TestHub.start(folder);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void leadsEveryPageToTheFirstRunWhileTheHubIsEmpty() {
        TestHub.Browser browser = hub.browser();

        for (String path : List.of("/", "/login", "/c/anything", "/no/such/page")) {
            assertThat(browser.get(path).status()).isEqualTo(302);
            assertThat(browser.get(path).header("location")).endsWith("/first-run");
        }
        assertThat(browser.get("/first-run").status()).isEqualTo(200);
        assertThat(browser.get("/first-run").body()).doesNotContain(hub.firstRunCode());
    }

    @Test
    void namesTheCenterAndTheFirstAdministratorOnce() {
        TestHub.Browser browser = hub.browser();

        TestHub.Answer done = browser.submit("/first-run", "/first-run", good());

        assertThat(done.status()).isEqualTo(302);
        assertThat(done.header("location")).endsWith("/login?ready");
        assertThat(hub.bean(Agencies.class).center().name()).isEqualTo("架空センター");
        assertThat(hub.bean(Accounts.class).byLogin("first"))
                .hasValueSatisfying(officer -> assertThat(officer.roles()).containsExactly(Role.ADMINISTRATOR));
        // An administrator comes in with a second factor only, and sets it up at once.
        assertThat(browser.signIn("first", PASSWORD).header("location")).endsWith("/login/second-factor/set-up");
        Authenticator app =
                Authenticator.of(browser.get("/login/second-factor/set-up").body());
        assertThat(browser.submit(
                                "/login/second-factor/set-up",
                                "/login/second-factor/set-up",
                                Map.of("code", app.code(hub.clock().instant())))
                        .status())
                .isEqualTo(200);
        assertThat(browser.get("/").status()).isEqualTo(404);
        assertThat(browser.get("/first-run").status()).isEqualTo(404);
        assertThat(browser.submit("/first-run", "/login", good()).status()).isEqualTo(404);

        hub.close();
        hub = TestHub.start(folder);
        assertThat(hub.browser().get("/first-run").status()).isEqualTo(404);
        assertThat(hub.browser().get("/").header("location")).endsWith("/login");
    }

    @Test
    void letsOneOfManyWin() throws Exception {
        FirstRun firstRun = hub.bean(FirstRun.class);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Callable<Boolean>> visitors = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            FirstRunForm form =
                    new FirstRunForm(firstRun.code(), "C000" + i, "架空センター" + i, "first" + i, "見本", PASSWORD, PASSWORD);
            visitors.add(() -> {
                try {
                    return firstRun.complete(form).isEmpty();
                } catch (Refused e) {
                    return false;
                }
            });
        }
        int won = 0;
        for (Future<Boolean> visitor : pool.invokeAll(visitors)) {
            won += visitor.get() ? 1 : 0;
        }
        pool.shutdown();

        assertThat(won).isEqualTo(1);
        assertThat(hub.bean(Accounts.class).count()).isEqualTo(1);
        assertThat(hub.bean(Agencies.class).codes()).hasSize(193 + 1);
    }

    @Test
    void finishesWhatACrashLeftHalfDone() {
        hub.audit().goAway(true);
        FirstRun firstRun = hub.bean(FirstRun.class);
        FirstRunForm form = new FirstRunForm(firstRun.code(), "C0001", "架空センター", "first", "見本", PASSWORD, PASSWORD);
        assertThatThrownBy(() -> firstRun.complete(form)).hasMessage("audit.unavailable");
        assertThat(hub.bean(Accounts.class).count()).isZero();
        hub.close();

        hub = TestHub.start(folder);
        hub.browser().get("/login");

        assertThat(hub.bean(Accounts.class).byLogin("first")).isPresent();
        assertThat(hub.bean(Agencies.class).center().id()).isEqualTo("C0001");
        assertThat(hub.browser().get("/first-run").status()).isEqualTo(404);
    }

    @Test
    void saysAtEachFieldWhatToMendAndKeepsWhatWasTyped() {
        Map<String, String> wrong = good();
        wrong.put("code", "0000-0000-0000-0000");
        wrong.put("centerCode", "011002");
        wrong.put("login", "1 login");
        wrong.put("password", "short");

        TestHub.Answer answer = hub.browser().submit("/first-run", "/first-run", wrong);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("<title>エラー：")
                .contains("入力内容を確認してください（4件）")
                .contains("href=\"#centerCode\"")
                .contains("id=\"centerCode-problem\"")
                .contains("aria-invalid=\"true\"")
                .contains("value=\"架空センター\"")
                .contains("value=\"1 login\"")
                .contains("確認コードが違います")
                .contains("パスワードは10文字以上にしてください")
                .doesNotContain("value=\"short\"")
                .doesNotContain("??");
        assertThat(hub.bean(Accounts.class).any()).isFalse();
    }

    @Test
    void saysAllOfItWhenNothingWasTyped() {
        TestHub.Browser browser = hub.browser();
        String japanese = browser.submit("/first-run", "/first-run", Map.of()).body();
        browser.get("/first-run?lang=en");
        String english = browser.submit("/first-run", "/first-run", Map.of()).body();

        assertThat(japanese).contains("（6件）").doesNotContain("??").contains("lang=\"ja\"");
        assertThat(english)
                .contains("Enter the code of the Center")
                .doesNotContain("??")
                .contains("html lang=\"en\"");
    }

    @Test
    void wantsTwiceTheSamePassword() {
        Map<String, String> wrong = good();
        wrong.put("passwordAgain", PASSWORD + "!");

        assertThat(hub.browser().submit("/first-run", "/first-run", wrong).body())
                .contains("2つのパスワードが同じになるように入力してください");
    }

    @Test
    void showsMarkupThatWasTypedAsText() {
        Map<String, String> wrong = good();
        wrong.put("code", "");
        wrong.put("centerName", "<script>alert(1)</script>");

        assertThat(hub.browser().submit("/first-run", "/first-run", wrong).body())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    private Map<String, String> good() {
        Map<String, String> form = new HashMap<>();
        form.put("code", hub.firstRunCode());
        form.put("centerCode", "C0001");
        form.put("centerName", "架空センター");
        form.put("login", "first");
        form.put("name", "見本 管理");
        form.put("password", PASSWORD);
        form.put("passwordAgain", PASSWORD);
        return form;
    }
}
