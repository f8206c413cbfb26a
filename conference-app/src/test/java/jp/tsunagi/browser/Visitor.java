package jp.tsunagi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagi.flow.HubUnderTest;

/**
 * Somebody in front of a browser. Each page passed can be looked at: it is checked by axe and kept as a picture, wide and
 * narrow. Everything that leaves a trace outside the page itself is collected.
 */
final class Visitor implements AutoCloseable {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final Path PICTURES = Path.of("target", "screens");
    /** For plays of which others keep the pictures. */
    static final String NO_PICTURES = "none";

    private static final int WIDE = 1366;
    private static final int NARROW = 320;
    private static final int HIGH = 768;

    private final String hub;
    private final String login;
    private final String pictures;
    private final BrowserContext context;
    private final Page page;
    private final Hand hand;
    private final Set<String> traces = new TreeSet<>();
    private final List<String> errors = new ArrayList<>();

    private Visitor(String hub, String login, String pictures, BrowserContext context, boolean byKeys) {
        this.hub = hub;
        this.login = login;
        this.pictures = pictures;
        this.context = context;
        this.page = context.newPage();
        this.hand = byKeys ? new Keys(page) : new Hand.Pointer(page, hub);
        page.setDefaultTimeout(15_000);
        page.onResponse(this::note);
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                errors.add(message.text());
            }
        });
    }

    static Visitor at(HubUnderTest hub, Browser browser, String login) {
        return at(hub.pages(), browser, login);
    }

    /** @param hub where its pages are */
    static Visitor at(String hub, Browser browser, String login) {
        return new Visitor(hub, login, "", context(browser, new Browser.NewContextOptions()), false);
    }

    /** Somebody without a pointing device; no pictures are kept. */
    static Visitor byKeys(HubUnderTest hub, Browser browser, String login) {
        return new Visitor(hub.pages(), login, NO_PICTURES, context(browser, new Browser.NewContextOptions()), true);
    }

    /** @param pictures what the names of the pictures begin with, or {@link #NO_PICTURES} */
    static Visitor at(
            HubUnderTest hub, Browser browser, String login, Browser.NewContextOptions options, String pictures) {
        return new Visitor(hub.pages(), login, pictures, context(browser, options), false);
    }

    private static BrowserContext context(Browser browser, Browser.NewContextOptions options) {
        return browser.newContext(options.setLocale("ja-JP").setViewportSize(WIDE, HIGH));
    }

    /** Chooses a language, before signing in. */
    void speak(String language) {
        page.navigate(hub + "/login?lang=" + language);
    }

    String login() {
        return login;
    }

    /** Signs in as oneself. */
    Visitor signIn() {
        return address("/login")
                .type("login", login)
                .type("password", HubUnderTest.PASSWORD)
                .go();
    }

    /** Opens the screen again where it was locked meanwhile. */
    void signInAgain() {
        address("/");
        if (path().startsWith("/lock")) {
            type("password", HubUnderTest.PASSWORD).go();
        } else if (path().startsWith("/login")) {
            signIn();
        }
    }

    Page page() {
        return page;
    }

    Visitor open(String path) {
        hand.open(path);
        return this;
    }

    /** Goes where no link leads, by typing the address. */
    Visitor address(String path) {
        page.navigate(hub + path);
        return this;
    }

    String path() {
        return page.url().substring(hub.length());
    }

    /** Types into the field of this name. */
    Visitor type(String name, String text) {
        hand.type(page.locator("[name='" + name + "']"), text);
        return this;
    }

    Visitor choose(String name, String value) {
        hand.choose(page.locator("select[name='" + name + "']"), value);
        return this;
    }

    /** Ticks a box or a radio button. */
    Visitor tick(String name, String value) {
        hand.tick(page.locator("input[name='" + name + "'][value='" + value + "']"));
        return this;
    }

    /** Types a date as year, month and day of an era. */
    Visitor date(String name, String era, int year, int month, int day) {
        choose(name + ".era", era);
        return type(name + ".year", String.valueOf(year))
                .type(name + ".month", String.valueOf(month))
                .type(name + ".day", String.valueOf(day));
    }

    /** Presses the button that does this. */
    Visitor press(String action) {
        return follow("main button[name='_action'][value='" + action + "']");
    }

    /** Follows the first link, or presses the first button, of this selector. */
    Visitor follow(String selector) {
        hand.press(page.locator(selector).first());
        return this;
    }

    /** Opens or folds what is folded. */
    Visitor unfold(String selector) {
        hand.push(page.locator(selector).first());
        return this;
    }

    /** Has her name shown, and waits until it is there. */
    Visitor reveal() {
        hand.push(page.locator(".reveal button"));
        page.locator("[data-revealed] dd").first().waitFor();
        return this;
    }

    /** Ticks the first box of this selector. */
    Visitor tickFirst(String selector) {
        hand.tick(page.locator(selector).first());
        return this;
    }

    /** Ticks all boxes or radio buttons of this selector. */
    Visitor tickAll(String selector) {
        page.locator(selector).all().forEach(hand::tick);
        return this;
    }

    /** Presses the page's one primary button. */
    Visitor go() {
        return follow("main button.primary, main a.primary");
    }

    String text() {
        return page.locator("main").innerText();
    }

    String value(String name) {
        return page.locator("[name='" + name + "']").inputValue();
    }

    /** Looks at the page: no barrier by axe, nothing wider than a small screen, one heading; kept as two pictures, in English as one. */
    Visitor look(String name) {
        if (pictures.equals(NO_PICTURES)) {
            return this;
        }
        AxeResults found = new AxeBuilder(page).withTags(RULES).analyze();
        assertThat(found.getViolations())
                .as("%s: %s", name, path())
                .extracting(violation -> violation.getId() + " " + violation.getNodes())
                .isEmpty();
        assertThat(page.locator("h1").count()).as("headings of " + name).isEqualTo(1);
        picture(name + "-" + WIDE);
        page.setViewportSize(NARROW, HIGH);
        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                .as("width of " + name)
                .isLessThanOrEqualTo(NARROW);
        if (pictures.isEmpty()) {
            picture(name + "-" + NARROW);
        }
        page.setViewportSize(WIDE, HIGH);
        note();
        return this;
    }

    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(pictures + name + ".png"))
                .setFullPage(true));
    }

    /** What stands outside the pages themselves: addresses, titles, headers, cookies, what the browser stores. */
    Set<String> traces() {
        note();
        return traces;
    }

    List<String> errors() {
        return errors;
    }

    private void note(Response response) {
        traces.add(response.url());
        response.headers().forEach((name, value) -> traces.add(name + ": " + value));
    }

    private void note() {
        traces.add(page.title());
        traces.add(page.url());
        traces.add(
                pictures.equals(NO_PICTURES)
                        ? ""
                        : String.valueOf(page.evaluate(
                                "JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)])")));
        for (Cookie cookie : context.cookies()) {
            traces.add(cookie.name + "=" + cookie.value);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
