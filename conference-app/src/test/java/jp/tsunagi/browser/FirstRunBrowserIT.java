package jp.tsunagi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.tsunagi.account.TestHub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first visit to an empty hub. */
class FirstRunBrowserIT {

    private static final String PASSWORD = "a quite long sentence";

    @Test
    void leadsToTheFirstSignIn(@TempDir Path folder) {
        try (Browsers browsers = Browsers.open();
                TestHub hub = TestHub.start(folder);
                Visitor first = Visitor.at(hub.url(), browsers.browser(), "first")) {
            first.open("/").look("S00-first-run").type("login", "1 login").go();
            assertThat(first.page().title()).startsWith("エラー：");
            first.look("S00-first-run-problem");

            first.type("code", hub.firstRunCode())
                    .type("centerName", "架空センター")
                    .type("centerCode", "C0001")
                    .type("name", "見本 管理")
                    .type("login", "first")
                    .type("password", PASSWORD)
                    .type("passwordAgain", PASSWORD)
                    .go();
            assertThat(first.path()).startsWith("/login");
            first.look("S01-login");
        }
    }
}
