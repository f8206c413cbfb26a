package jp.tsunagi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** How the periods of procedures are entered and looked up. */
final class Deadlines {

    private Deadlines() {}

    /** A protection order of this day; the day it ends is shown before it is kept. */
    static void enter(Visitor sapporo, String conference) {
        sapporo.open(conference + "/deadlines").look("deadlines");
        sapporo.open(conference + "/deadlines/new")
                .choose("procedure", "PROTECTION_ORDER")
                .date("from", "令和", 8, 12, 3)
                .type("note", "謄本を確かめた。")
                .unfold("main form details summary")
                .look("deadline-new")
                .go();
        assertThat(sapporo.text()).containsAnyOf("令和9年12月2日", "2 December 2027");
        sapporo.look("deadline-confirm").go();
        sapporo.look("deadlines-entered");
        sapporo.open(conference + "/deadlines/1").look("deadline");
        List.of("change", "ending").forEach(step -> sapporo.open(conference + "/deadlines/1/" + step)
                .look("deadline-" + step));
        sapporo.open("/deadlines").look("deadlines-all");
    }
}
