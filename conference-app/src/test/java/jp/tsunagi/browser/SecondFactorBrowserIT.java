package jp.tsunagi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.LocalDateTime;
import jp.tsunagi.flow.HubUnderTest;
import jp.tsunagi.secondfactor.Authenticator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in with an authenticator app and with passkeys, of which Chromium plays the device. */
class SecondFactorBrowserIT {

    private static Browsers browsers;
    private static HubUnderTest hub;
    private static String site;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        browsers = Browsers.open();
        int port = freePort();
        // Passkeys are made for a name: an address of digits has none.
        site = "http://localhost:" + port;
        hub = HubUnderTest.start(
                folder,
                LocalDateTime.of(2026, 11, 20, 9, 0),
                "--server.port=" + port,
                "--tsunagi.account.second-factor.enabled=true",
                "--tsunagi.account.passkeys.relying-party=localhost",
                "--tsunagi.account.passkeys.origins=" + site);
    }

    @AfterAll
    static void stop() {
        if (hub != null) {
            hub.close();
        }
        if (browsers != null) {
            browsers.close();
        }
    }

    @Test
    void leadsTheDirectorThroughTheSetUpOfAnApp() {
        try (Visitor director = Visitor.at(site, browsers.browser(), "director").signIn()) {
            assertThat(director.path()).isEqualTo("/login/second-factor/set-up");
            director.look("S01-second-factor-set-up");
            Authenticator app = Authenticator.of(director.page().content());
            director.type("code", "1").go();
            assertThat(director.page().title()).startsWith("エラー：");
            director.look("S01-second-factor-set-up-problem")
                    .type("code", app.code(hub.clock().instant()))
                    .go();
            director.look("S01-recovery-codes");
            assertThat(director.page().locator(".codes li").count()).isEqualTo(10);
            director.go();
            assertThat(director.path()).isEqualTo("/");
            director.open("/settings").look("S47-settings-second-factor");
            director.follow("a[href='/settings/second-factor']").look("S47-second-factor");
            director.open("/settings/sessions").look("S47-sessions");
            director.open("/");
            director.follow("form[action='/logout'] button").signIn();
            assertThat(director.path()).isEqualTo("/login/second-factor");
            director.look("S01-second-factor");

            hub.clock().atLeast(hub.clock().now().plusMinutes(2));
            director.type("code", app.code(hub.clock().instant())).follow("form[action='/login/second-factor'] button");
            assertThat(director.path()).isEqualTo("/");
            assertThat(director.errors()).isEmpty();
        }
    }

    @Test
    void makesAPasskeySignsInByItAndRemovesIt() {
        try (Visitor sapporo = Visitor.at(site, browsers.browser(), "sapporo")) {
            giveDevice(sapporo);
            sapporo.signIn();
            assertThat(sapporo.path()).isEqualTo("/");
            sapporo.open("/settings/second-factor/passkey")
                    .look("S47-passkey-new")
                    .type("label", "相談室のパソコン")
                    .type("password", "wrong")
                    .go();
            assertThat(sapporo.page().title()).startsWith("エラー：");
            sapporo.type("label", "相談室のパソコン")
                    .type("password", HubUnderTest.PASSWORD)
                    .go();
            assertThat(sapporo.page().locator(".codes li").count()).isEqualTo(10);
            sapporo.go();
            assertThat(sapporo.text()).contains("相談室のパソコン");
            sapporo.look("S47-passkeys");

            // By the passkey alone.
            signOut(sapporo);
            sapporo.look("S01-login-passkey")
                    .follow("a[href='/login/passkey']")
                    .look("S01-passkey")
                    .go();
            assertThat(sapporo.path()).isEqualTo("/");

            // And as what is asked after the password.
            signOut(sapporo);
            sapporo.signIn();
            assertThat(sapporo.path()).isEqualTo("/login/second-factor");
            sapporo.look("S01-second-factor-passkey").go();
            assertThat(sapporo.path()).isEqualTo("/");

            sapporo.open("/settings/second-factor");
            sapporo.page()
                    .locator("form[action$='passkey/removal'] [name='password']")
                    .fill(HubUnderTest.PASSWORD);
            sapporo.follow("form[action$='passkey/removal'] button");
            assertThat(sapporo.text()).doesNotContain("相談室のパソコン");
            signOut(sapporo);
            sapporo.open("/login/passkey").go();
            assertThat(sapporo.page().title()).startsWith("エラー：");
            sapporo.signIn();
            assertThat(sapporo.path()).isEqualTo("/");
            assertThat(sapporo.errors()).isEmpty();
        }
    }

    @Test
    void takesAPasskeyFromWhoeverMustHaveASecondFactorAndKeepsTheLast() {
        try (Visitor admin = Visitor.at(site, browsers.browser(), "admin")) {
            giveDevice(admin);
            admin.signIn()
                    .follow("a[href='/login/second-factor/new-passkey']")
                    .look("S01-passkey-new")
                    .go();
            assertThat(admin.page().locator(".codes li").count()).isEqualTo(10);
            admin.go().open("/settings/second-factor");
            assertThat(admin.page().locator("form[action$='removal']").count()).isZero();
        }
    }

    private static void signOut(Visitor visitor) {
        visitor.open("/").follow("form[action='/logout'] button");
    }

    /** A device of its own that is always there and always knows its owner. */
    private static void giveDevice(Visitor visitor) {
        CDPSession chromium = visitor.page().context().newCDPSession(visitor.page());
        chromium.send("WebAuthn.enable");
        JsonObject device = new JsonObject();
        device.addProperty("protocol", "ctap2");
        device.addProperty("transport", "internal");
        device.addProperty("hasResidentKey", true);
        device.addProperty("hasUserVerification", true);
        device.addProperty("isUserVerified", true);
        JsonObject arguments = new JsonObject();
        arguments.add("options", device);
        chromium.send("WebAuthn.addVirtualAuthenticator", arguments);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
