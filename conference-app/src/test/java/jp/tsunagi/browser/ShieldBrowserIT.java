package jp.tsunagi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import jp.tsunagi.flow.HubUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody comes to stand behind the screen (ui.md B14). Played with the browser's back and forward cache switched on,
 * which Playwright would switch off.
 */
class ShieldBrowserIT {

    private static Browsers browsers;
    private static HubUnderTest hub;

    @BeforeAll
    static void start(@TempDir Path folder) {
        browsers = Browsers.open(List.of("--disable-back-forward-cache"));
        hub = HubUnderTest.start(folder, LocalDateTime.of(2026, 11, 20, 9, 0));
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
    void leavesAtOnceAndBackShowsNothing() {
        try (Visitor shelter = writing()) {
            String form = shelter.path();
            shelter.page().locator("form[data-leave] button").click();
            shelter.page().waitForURL("**/a");
            assertThat(shelter.page().title()).isEqualTo("カレンダー");
            shelter.look("A-calendar");

            assertBackShowsNothing(shelter.page());
            shelter.open("/lock").type("password", HubUnderTest.PASSWORD).go();
            assertThat(shelter.open(form).value("currentSituation")).isEqualTo("駅の近くの知人宅");
        }
    }

    @Test
    void leavesByThreeTimesShift() {
        try (Visitor shelter = writing()) {
            shelter.page().keyboard().press("Shift");
            shelter.page().keyboard().press("Shift");
            shelter.page().keyboard().press("Shift");
            shelter.page().waitForURL("**/a");

            assertBackShowsNothing(shelter.page());
        }
    }

    @Test
    void showsNothingOfWhatWasThereAfterTheSignOut() {
        try (Visitor shelter = writing()) {
            shelter.page().locator("form[action='/logout'] button").first().click();
            shelter.page().waitForURL("**/login**");

            assertBackShowsNothing(shelter.page());
        }
    }

    @Test
    void leavesNothingToWhoeverSignsInNextAtTheSamePc() {
        try (Visitor shelter = Visitor.at(hub, browsers.browser(), "shelter").signIn()) {
            shelter.open("/cases").type("text", "かくう はなこ");
            shelter.page()
                    .locator("form[action='/search'] button[type='submit']")
                    .first()
                    .click();
            String results = shelter.path();
            assertThat(shelter.text()).contains("かくう はなこ");

            shelter.open("/login")
                    .type("login", "asahikawa")
                    .type("password", HubUnderTest.PASSWORD)
                    .go();
            shelter.open(results);
            assertThat(shelter.page().content()).doesNotContain("かくう");
        }
    }

    @Test
    void coversNamesAndTextsUntilAskedAgain() {
        try (Visitor shelter = writing()) {
            shelter.page().locator("[data-cover]").click();
            assertThat(color(shelter)).isEqualTo("rgba(0, 0, 0, 0)");
            shelter.look("covered");
            shelter.page().locator("[data-cover]").click();
            assertThat(color(shelter)).isNotEqualTo("rgba(0, 0, 0, 0)");
        }
    }

    @Test
    void keepsNothingInTheBrowser() {
        try (Visitor shelter = writing()) {
            assertThat(shelter.page().evaluate("sessionStorage.length + localStorage.length"))
                    .isEqualTo(0);
            assertThat(shelter.page().evaluate("indexedDB.databases().then(all => all.length)"))
                    .isEqualTo(0);
            assertThat(shelter.page().evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)"))
                    .isEqualTo(0);
        }
    }

    /** Somebody who is writing of where she is, and whose text has been saved. */
    private static Visitor writing() {
        Visitor shelter = Visitor.at(hub, browsers.browser(), "shelter").signIn();
        Requests.begin(shelter);
        shelter.open(shelter.path().replace("kind", "situation"));
        shelter.page().locator("[name='currentSituation']").pressSequentially("駅の近くの知人宅");
        shelter.page().locator(".saved").getByText("保存しました").waitFor();
        return shelter;
    }

    private static void assertBackShowsNothing(Page page) {
        for (int i = 0; i < 3; i++) {
            page.goBack();
            assertThat(page.content()).doesNotContain("駅の近く");
            assertThat(page.locator("textarea").count()).isZero();
        }
    }

    private static Object color(Visitor visitor) {
        return visitor.page().evaluate("getComputedStyle(document.querySelector('textarea')).color");
    }
}
