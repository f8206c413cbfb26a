package jp.tsunagi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By keys alone: every stop is reached by Tab and can be seen, choices are made by arrows and the space bar, and a page is
 * opened by the links that lead to it, never by its address.
 */
record Keys(Page page) implements Hand {

    private static final int MOST_STOPS = 600;
    private static final int MOST_ARROWS = 400;
    private static final int OUTLINE_PIXELS = 3;
    private static final Pattern OF_A_CASE = Pattern.compile("(/c/[0-9A-Z]+)/(.+)");

    @Override
    public void open(String path) {
        Iterator<String> ways = waysTo(path).iterator();
        while (!leadsTo(path) && ways.hasNext()) {
            String way = ways.next();
            if (leadsTo(way)) {
                press(link(way));
            }
        }
        assertThat(leadsTo(path)).as("a link to %s from %s", path, page.url()).isTrue();
        press(link(path));
    }

    @Override
    public void type(Locator field, String text) {
        reach(field);
        page.keyboard().press("Control+A");
        if (text.isEmpty()) {
            page.keyboard().press("Delete");
        } else {
            page.keyboard().insertText(text);
        }
    }

    @Override
    public void choose(Locator select, String value) {
        reach(select);
        page.keyboard().press("Home");
        for (int i = 0; i < MOST_ARROWS; i++) {
            if (value.equals(select.inputValue())) {
                return;
            }
            page.keyboard().press("ArrowDown");
        }
        throw new AssertionError("The arrows do not reach " + value);
    }

    @Override
    public void tick(Locator input) {
        if ("radio".equals(input.getAttribute("type"))) {
            reachGroup(input);
        } else {
            reach(input);
        }
        if (!input.isChecked()) {
            page.keyboard().press("Space");
        }
        assertThat(input.isChecked()).as("ticked: %s", input).isTrue();
    }

    @Override
    public void press(Locator target) {
        reach(target);
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }

    @Override
    public void push(Locator target) {
        reach(target);
        page.keyboard().press("Enter");
    }

    /** Goes on by Tab until the target has the focus, and looks whether each stop on the way can be seen. */
    void reach(Locator target) {
        until(target, "target => target === document.activeElement");
    }

    /** Tab stops once at a group of radio buttons; arrows lead to the others. */
    private void reachGroup(Locator radio) {
        until(radio, "radio => radio.name === document.activeElement.name && document.activeElement.type === 'radio'");
        for (int i = 0; i < MOST_ARROWS; i++) {
            if (is(radio, "radio => radio === document.activeElement")) {
                return;
            }
            page.keyboard().press("ArrowDown");
        }
        throw new AssertionError("The arrows do not reach " + radio);
    }

    private void until(Locator target, String reached) {
        assertThat(target.count()).as("on %s: %s", page.url(), target).isEqualTo(1);
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            if (stop > 0 || !is(target, reached)) {
                page.keyboard().press("Tab");
            }
            assertThat(((Number)
                                    page.evaluate(
                                            """
                            () => {
                              const at = document.activeElement
                              return at === document.body ? 9 : parseFloat(getComputedStyle(at).outlineWidth)
                            }"""))
                            .doubleValue())
                    .as("outline of the focus")
                    .isGreaterThanOrEqualTo(OUTLINE_PIXELS);
            if (is(target, reached)) {
                return;
            }
        }
        throw new AssertionError("Tab does not reach " + target + " on " + page.url());
    }

    private static boolean is(Locator target, String test) {
        return Boolean.TRUE.equals(target.evaluate(test));
    }

    private boolean leadsTo(String path) {
        return link(path).count() > 0;
    }

    private Locator link(String path) {
        return page.locator("a[href='" + path + "']:visible").first();
    }

    /** Home, the list and the case, or the place it belongs to; what it lies below, and what lies behind the case's page. */
    private static List<String> waysTo(String path) {
        List<String> ways = new ArrayList<>(List.of("/", "/cases"));
        Matcher page = OF_A_CASE.matcher(path);
        if (page.matches()) {
            ways.add(page.group(1));
            for (int end = page.end(1) + 1; (end = path.indexOf('/', end)) > 0; end++) {
                ways.add(path.substring(0, end));
            }
            for (String behind : List.of("", "/review", "", "/consent", "", "/papers", "/plan", "/safety-plan")) {
                ways.add(page.group(1) + behind);
            }
        } else {
            ways.add(path.substring(0, Math.max(1, path.lastIndexOf('/'))));
        }
        return ways;
    }
}
