package jp.tsunagi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import jp.tsunagi.flow.HubUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody new comes in, and another one who forgot the password. */
class StaffBrowserIT {

    @Test
    void comesInByALinkAndACodeAndPledgesFirst(@TempDir Path folder) {
        try (Browsers browsers = Browsers.open();
                HubUnderTest hub = HubUnderTest.start(folder, LocalDateTime.of(2026, 11, 20, 9, 0));
                Visitor admin = Visitor.at(hub, browsers.browser(), "admin").signIn();
                Visitor director =
                        Visitor.at(hub, browsers.browser(), "director").signIn();
                Visitor newcomer = Visitor.at(hub, browsers.browser(), "newcomer")) {
            admin.open("/administration/invitations/new")
                    .type("login", "newcomer")
                    .type("name", "新任 架空子")
                    .choose("agency", "C0001")
                    .tick("roles", "CENTER_STAFF")
                    .go();
            admin.look("S48-invitation-made");
            String link = admin.page().locator("#link").innerText();
            String code = admin.page().locator("#code").innerText();
            admin.open("/administration/invitations").look("S48-invitations");

            newcomer.address(link.substring(hub.pages().length()))
                    .type("code", "1234")
                    .type("password", HubUnderTest.PASSWORD)
                    .go();
            newcomer.look("S01-enter-problem");
            newcomer.type("code", code)
                    .type("password", HubUnderTest.PASSWORD)
                    .type("passwordAgain", HubUnderTest.PASSWORD)
                    .go();
            assertThat(newcomer.path()).startsWith("/login");
            newcomer.signIn();
            assertThat(newcomer.path()).startsWith("/pledge");
            newcomer.go().look("S26-pledge-problem");
            newcomer.tickAll("input[name='clause']").type("name", "新任架空子").go();
            assertThat(newcomer.path()).isEqualTo("/");
            newcomer.open("/caseload").look("S41-caseload-empty");

            admin.open("/administration/review").look("S48-review");
            admin.follow("main table a").look("S48-account");
            admin.follow("main a[href$='/reset']").look("S48-reset-asking");
            admin.type("reason", "窓口で身分証を見た（架空）").go();
            String reset = admin.path();
            director.open("/tasks").open(reset).look("S48-reset");
            director.go().look("S48-reset-made");
            for (Visitor visitor : List.of(admin, director, newcomer)) {
                assertThat(visitor.errors()).isEmpty();
                assertThat(visitor.traces()).noneMatch(trace -> trace.contains("新任") || trace.contains(code));
            }
        }
    }
}
