package jp.tsunagi.intake;

import jp.tsunagi.shared.Refusal;

/** The button beside a row, by what it posts: {@code done:<row>} or {@code undone:<row>}. */
record Ticked(String row, boolean off) {

    private static final String DONE = "done:";
    private static final String UNDONE = "undone:";

    /** @throws jp.tsunagi.shared.Refused {@code not-found} for what no button of the page posts */
    static Ticked of(String posted) {
        if (posted.startsWith(DONE)) {
            return new Ticked(posted.substring(DONE.length()), true);
        }
        if (posted.startsWith(UNDONE)) {
            return new Ticked(posted.substring(UNDONE.length()), false);
        }
        throw Refusal.notFound();
    }

    String action() {
        return off ? "intake-sheet.done" : "intake-sheet.undone";
    }

    String message() {
        return off ? "intake.ticked" : "intake.unticked";
    }
}
