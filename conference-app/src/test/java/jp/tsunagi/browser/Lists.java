package jp.tsunagi.browser;

import static org.assertj.core.api.Assertions.assertThat;

/** The lists of what somebody has to do with: cases, tasks and days. */
final class Lists {

    private Lists() {}

    static void search(Visitor sapporo, String reference) {
        sapporo.open("/cases").look("S07-cases");
        sapporo.type("text", reference)
                .tick("phases", "OUTCOME")
                .tick("phases", "SUPPORT")
                .choose("deadline", "WEEK")
                .choose("year", "2026")
                .follow("form[action='/search'] button[type='submit']");
        sapporo.look("S07-search-narrow")
                .follow("form[action$='/without']:has(input[value='deadline']) button")
                .look("S07-search");
        assertThat(sapporo.text()).contains(reference);
        sapporo.unfold("main details summary")
                .look("S07-columns-choice")
                .tick("columns", "RECEIVED")
                .follow("form[action='/cases/columns'] button")
                .look("S07-columns");
        sapporo.follow("form[action='/exports'] button").look("S43-exports");
    }

    static void plan(Visitor sapporo) {
        sapporo.open("/tasks").look("S04-tasks-lead");
        sapporo.open("/schedule").look("S06-schedule");
        sapporo.follow("main a[href*='view=month']:not([aria-current])").look("S06-schedule-month");
    }
}
