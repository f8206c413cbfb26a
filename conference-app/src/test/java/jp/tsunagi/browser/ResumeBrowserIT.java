package jp.tsunagi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import jp.tsunagi.flow.HubUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody is called away: the form is there again at the very field; and her name leaves the screen by itself. */
class ResumeBrowserIT {

    private static final String NAME = "架空 花子";
    private static final int HALF_A_MINUTE = 31_000;

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
    void goesOnAtTheSameFieldAfterTheLock() {
        try (Visitor shelter = writing("wishes")) {
            String form = shelter.path();
            shelter.page().locator("form[data-lock] button").click();
            shelter.page().waitForURL("**/lock");
            shelter.type("password", HubUnderTest.PASSWORD).go();

            assertThat(shelter.path()).isEqualTo(form + "#wishes");
            assertThat(focused(shelter)).isEqualTo("wishes");
            assertThat(shelter.value("wishes")).isEqualTo("書きかけの文");
        }
    }

    @Test
    void goesOnAtTheSameFieldAfterTheSessionEnded() {
        try (Visitor shelter = writing("caseOverview")) {
            String form = shelter.path();
            shelter.page().context().clearCookies();
            shelter.go();

            assertThat(shelter.path()).startsWith("/login");
            shelter.page().locator("#login").fill("shelter");
            shelter.type("password", HubUnderTest.PASSWORD).go();
            assertThat(shelter.path()).startsWith(form);
            assertThat(focused(shelter)).isEqualTo("caseOverview");
            assertThat(shelter.value("caseOverview")).isEqualTo("書きかけの文");
        }
    }

    @Test
    void leadsToTheListThatWasChangedWithoutScripts() {
        Browser.NewContextOptions without = new Browser.NewContextOptions().setJavaScriptEnabled(false);
        try (Visitor shelter = Visitor.at(hub, browsers.browser(), "shelter", without, Visitor.NO_PICTURES)
                .signIn()) {
            Requests.begin(shelter);
            String meeting = shelter.path().replace("kind", "meeting");
            shelter.open(meeting).type("preferredPlace", "オンライン").press("add:invitees");

            assertThat(shelter.path()).isEqualTo(meeting + "#invitees");
            shelter.open(meeting);
            assertThat(shelter.page().locator("a[href='#invitees']").count()).isEqualTo(1);
        }
    }

    @Test
    void showsHerNameForHalfAMinuteAndNeverAgainByGoingBack() {
        try (Visitor sapporo = Visitor.at(hub, browsers.browser(), "sapporo").signIn()) {
            Requests.write(sapporo, Requests.HANAKO, name -> {});
            String overview = sapporo.path();
            sapporo.page().clock().install();
            sapporo.open(overview);
            assertThat(sapporo.page().content()).doesNotContain(NAME);

            sapporo.reveal();
            sapporo.look("name-revealed");
            sapporo.page().clock().fastForward(HALF_A_MINUTE);
            assertThat(sapporo.page().content()).doesNotContain(NAME);

            sapporo.reveal();
            sapporo.page().locator("[data-cover]").click();
            assertThat(sapporo.page().content()).doesNotContain(NAME);
            sapporo.reveal();
            assertThat(sapporo.page().evaluate("getComputedStyle(document.querySelector('.revealed dd')).color"))
                    .isEqualTo("rgba(0, 0, 0, 0)");
            sapporo.open(overview + "/papers");
            sapporo.page().goBack();
            assertThat(sapporo.page().content()).doesNotContain(NAME);
            assertThat(sapporo.errors()).isEmpty();
        }
    }

    @Test
    void showsHerNameOnAPageOfItsOwnWithoutScripts() {
        Browser.NewContextOptions without = new Browser.NewContextOptions().setJavaScriptEnabled(false);
        try (Visitor asahikawa = Visitor.at(hub, browsers.browser(), "asahikawa", without, Visitor.NO_PICTURES)
                .signIn()) {
            Requests.write(asahikawa, Requests.HANAKO, name -> {});
            assertThat(asahikawa.text()).doesNotContain(NAME);
            asahikawa.reveal();

            assertThat(asahikawa.text()).contains(NAME, "1回だけ表示");
        }
    }

    private static Object focused(Visitor visitor) {
        return visitor.page().evaluate("document.activeElement.name");
    }

    /** Somebody who is writing in this field, and whose text has been saved. */
    private static Visitor writing(String field) {
        Visitor shelter = Visitor.at(hub, browsers.browser(), "shelter").signIn();
        Requests.begin(shelter);
        shelter.open(shelter.path().replace("kind", "situation"));
        shelter.page().locator("[name='" + field + "']").pressSequentially("書きかけの文");
        shelter.page().locator(".saved").getByText("保存しました").waitFor();
        return shelter;
    }
}
