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

/** Without a pointing device: every stop is reached by Tab, can be seen, and does what it says. */
class KeyboardBrowserIT {

    private static final int MOST_STOPS = 150;

    private static Browsers browsers;
    private static HubUnderTest hub;

    @BeforeAll
    static void start(@TempDir Path folder) {
        browsers = Browsers.open();
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
    void aRequestIsWrittenAndSubmittedByKeysAlone() {
        try (Visitor sapporo = Visitor.at(hub, browsers.browser(), "sapporo")) {
            Page page = sapporo.page();
            sapporo.open("/login");
            type(page, "login", "sapporo");
            type(page, "password", HubUnderTest.PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL(hub.pages() + "/");
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
            page.keyboard().press("Enter");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");

            press(page, "a.button.primary");
            press(page, "main button.primary");
            type(page, "contactPerson", "札幌 担当");
            reach(page, "input[name='guidelineItem']");
            page.keyboard().press("Space");
            press(page, "main button.primary");
            type(page, "name", "架空 花子");
            type(page, "kana", "かくう はなこ");
            choose(page, "birthDate.era", "昭和");
            type(page, "birthDate.year", "63");
            type(page, "birthDate.month", "4");
            type(page, "birthDate.day", "12");
            press(page, "main button.primary");
            type(page, "currentSituation", "知人宅に身を寄せている。");
            type(page, "caseOverview", "転居を望んでいる。");
            type(page, "topics", "転居先の検討");
            press(page, "main button.primary");
            choose(page, "invitees[0].agency", "P0001");
            press(page, "main button.primary");
            for (String told : List.of("consent.refusalExplained", "consent.confirmed", "consent.purposes")) {
                reach(page, "input[name='" + told + "']");
                page.keyboard().press("Space");
            }
            reach(page, "input[name='consent.recipients']");
            page.keyboard().press("Space");
            press(page, "main button.primary");
            press(page, "main button.primary");

            assertThat(sapporo.text()).contains("要請を提出しました");
        }
    }

    /** Goes on by Tab to the first element that fits, and looks whether each stop on the way can be seen. */
    private static void reach(Page page, String selector) {
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            page.keyboard().press("Tab");
            boolean main = Boolean.TRUE.equals(page.evaluate("document.activeElement.closest('main') !== null"));
            if (main) {
                assertThat(((Number) page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)"))
                                .doubleValue())
                        .as("outline of the focus")
                        .isGreaterThanOrEqualTo(3);
            }
            if (Boolean.TRUE.equals(page.evaluate("selector => document.activeElement.matches(selector)", selector))) {
                return;
            }
        }
        throw new AssertionError("Tab does not reach " + selector);
    }

    private static void type(Page page, String name, String text) {
        reach(page, "[name='" + name + "']");
        page.keyboard().insertText(text);
    }

    private static void choose(Page page, String name, String value) {
        reach(page, "select[name='" + name + "']");
        for (int i = 0; i < 400; i++) {
            if (value.equals(page.evaluate("document.activeElement.value"))) {
                return;
            }
            page.keyboard().press("ArrowDown");
        }
        throw new AssertionError("The arrows do not reach " + value);
    }

    private static void press(Page page, String selector) {
        String before = page.url();
        reach(page, selector);
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
        assertThat(page.url()).isNotEqualTo(before);
    }
}
