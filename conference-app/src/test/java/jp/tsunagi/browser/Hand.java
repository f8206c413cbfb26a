package jp.tsunagi.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** How somebody works a page: with a pointing device, or by keys alone. */
interface Hand {

    /** @param path of a page of the hub */
    void open(String path);

    /** Puts a text in the place of what stands in the field. */
    void type(Locator field, String text);

    void choose(Locator select, String value);

    /** Ticks a box or a radio button. */
    void tick(Locator input);

    /** Follows a link or presses a button that leads to a page. */
    void press(Locator target);

    /** Presses a button that changes the page it stands on. */
    void push(Locator target);

    /** With a pointing device, and addresses typed in. */
    record Pointer(Page page, String hub) implements Hand {

        @Override
        public void open(String path) {
            page.navigate(hub + path);
        }

        @Override
        public void type(Locator field, String text) {
            field.fill(text);
        }

        @Override
        public void choose(Locator select, String value) {
            select.selectOption(value);
        }

        @Override
        public void tick(Locator input) {
            input.check();
        }

        @Override
        public void press(Locator target) {
            // Until all of it is there: without scripts, nothing waits for a choice that is still on its way.
            page.waitForNavigation(target::click);
        }

        @Override
        public void push(Locator target) {
            target.click();
        }
    }
}
