package jp.tsunagi.browser;

/** Papers are asked back, and the agency says what became of them (S38). */
final class PapersBack {

    private PapersBack() {}

    static void ask(Visitor sapporo, String conference, String agency) {
        sapporo.open(conference + "/sharing")
                .follow("main a[href$='/recovery']")
                .look("S38-recovery");
        sapporo.tick("agencies", agency).go();
        sapporo.look("S38-recovery-asked");
    }

    static void giveBack(Visitor police) {
        police.open("/tasks").follow("main a[href^='/recoveries/']").look("S38-give-back");
        police.tick("handling", "DESTROYED").date("handledOn", "令和", 8, 12, 31).go();
        police.look("S38-given-back");
    }
}
