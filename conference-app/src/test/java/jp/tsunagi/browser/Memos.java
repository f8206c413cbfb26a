package jp.tsunagi.browser;

/** How those who share a case write to each other on its page (S40). */
final class Memos {

    private Memos() {}

    /** @param text speaks of a place, so that the writer is asked before it is sent */
    static void send(Visitor sapporo, String conference, String recipient, String text) {
        sapporo.open(conference + "/memos").look("S40-memos-none");
        sapporo.type("text", text).tick("audience", recipient).go();
        sapporo.look("S40-memo-warned").go();
        sapporo.look("S40-memo-sent");
    }

    static void undo(Visitor sapporo) {
        sapporo.follow("form[action$='/undo'] button").look("S40-memo-undone").go();
        sapporo.look("S40-memo-warned-again").go();
    }
}
