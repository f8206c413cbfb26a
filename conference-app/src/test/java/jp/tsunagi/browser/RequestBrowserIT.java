package jp.tsunagi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDateTime;
import jp.tsunagi.flow.HubUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A counsellor writes a request: what is typed stays, whatever happens. */
class RequestBrowserIT {

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
    void isWrittenInFiveSectionsAndSubmitted() {
        try (Visitor sapporo = Visitor.at(hub, browsers.browser(), "sapporo").signIn()) {
            sapporo.look("S03-home-empty");
            Requests.write(sapporo, Requests.HANAKO, sapporo::look);

            assertThat(sapporo.text()).contains("要請を提出しました");
            sapporo.look("S17-request-submitted");
            assertThat(sapporo.errors()).isEmpty();
        }
    }

    @Test
    void leadsPastTheMenuByTheFirstKey() {
        try (Visitor sapporo =
                Visitor.byKeys(hub, browsers.browser(), "sapporo").signIn()) {
            Page page = sapporo.page();
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
            page.keyboard().press("Enter");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
        }
    }

    @Test
    void saysADateOnceMoreAsAWholeAndAsksAboutAnUnusualOne() {
        try (Visitor sapporo = Visitor.at(hub, browsers.browser(), "sapporo").signIn()) {
            Requests.begin(sapporo);
            String request = sapporo.path().replace("kind", "");
            sapporo.open(request + "person").date("birthDate", "平成", 30, 4, 12);
            sapporo.page().locator("#birthDate-echo").getByText("2018年　8歳").waitFor();
            sapporo.go();
            assertThat(sapporo.open(request + "person").text()).contains("平成30年4月12日（木）　2018年　8歳");

            assertThat(sapporo.open(request + "check").text()).contains("念のため確認してください", "年齢が8歳です");
            sapporo.look("S16-request-check-unusual");
        }
    }

    @Test
    void keepsWhatWasTypedWhereADateCannotBe() {
        try (Visitor sapporo = Visitor.at(hub, browsers.browser(), "sapporo").signIn()) {
            Requests.begin(sapporo);
            sapporo.open(sapporo.path().replace("kind", "person"))
                    .type("name", "架空 花子")
                    .date("birthDate", "昭和", 64, 1, 8)
                    .go();

            assertThat(sapporo.page().title()).startsWith("エラー：");
            assertThat(sapporo.text()).contains("入力内容を確認してください（1件）", "昭和64年は1月7日までです");
            assertThat(sapporo.value("name")).isEqualTo("架空 花子");
            assertThat(sapporo.value("birthDate.year")).isEqualTo("64");
            assertThat(sapporo.page().evaluate("document.activeElement.id")).isEqualTo("summary");
            sapporo.look("S11-request-person-problem");

            sapporo.date("birthDate", "平成", 1, 1, 8).go();
            assertThat(sapporo.path()).endsWith("/request/situation");
        }
    }

    @Test
    void fillsInTheAddressOfAPostalCode() {
        try (Visitor sapporo = Visitor.at(hub, browsers.browser(), "sapporo").signIn()) {
            Requests.begin(sapporo);
            sapporo.open(sapporo.path().replace("kind", "person"))
                    .type("name", "架空 花子")
                    .type("postalCode", "０６０－０００１")
                    .press("postal-code");
            assertThat(sapporo.value("address")).startsWith("北海道札幌市中央区");
            assertThat(sapporo.value("name")).isEqualTo("架空 花子");

            sapporo.type("postalCode", "060").press("postal-code");
            assertThat(sapporo.text()).contains("郵便番号は7桁の数字です");
            assertThat(sapporo.value("address")).startsWith("北海道札幌市中央区");
        }
    }

    @Test
    void isBegunOnceByADoubleClick() {
        Browser.NewContextOptions without = new Browser.NewContextOptions().setJavaScriptEnabled(false);
        try (Visitor asahikawa = Visitor.at(hub, browsers.browser(), "asahikawa", without, Visitor.NO_PICTURES)
                .signIn()) {
            asahikawa.open("/requests/new");
            asahikawa.page().locator("main button.primary").dblclick();
            asahikawa.page().waitForURL("**/request/kind");

            asahikawa.open("/cases");
            assertThat(asahikawa.page().locator("tbody tr").count()).isEqualTo(1);
        }
    }

    @Test
    void isThereAgainAfterTheLock() {
        try (Visitor sapporo = Visitor.at(hub, browsers.browser(), "sapporo").signIn()) {
            Requests.begin(sapporo);
            String situation = sapporo.path().replace("kind", "situation");
            sapporo.open(situation).type("currentSituation", "書きかけの文");
            hub.clock().atLeast(hub.clock().now().plusMinutes(21));
            sapporo.go();

            assertThat(sapporo.path()).isEqualTo("/lock");
            sapporo.look("S02-lock");
            sapporo.type("password", HubUnderTest.PASSWORD).go();
            assertThat(sapporo.path()).isEqualTo(situation + "#currentSituation");
            assertThat(sapporo.value("currentSituation")).isEqualTo("書きかけの文");
            assertThat(sapporo.text()).contains("保存した下書きを開いています");
        }
    }

    @Test
    void isSavedWhileItIsTyped() {
        try (Visitor sapporo = Visitor.at(hub, browsers.browser(), "sapporo").signIn()) {
            Requests.begin(sapporo);
            String situation = sapporo.path().replace("kind", "situation");
            sapporo.open(situation);
            sapporo.page().locator("[name='caseOverview']").pressSequentially("電話が鳴る前に書いた文");
            sapporo.page().locator(".saved").getByText("保存しました").waitFor();

            sapporo.open("/").open(situation);
            assertThat(sapporo.value("caseOverview")).isEqualTo("電話が鳴る前に書いた文");
        }
    }
}
