package jp.tsunagi.browser;

/** How the minutes of a meeting are confirmed, objected to and corrected (S31). */
final class Minutes {

    private Minutes() {}

    /** @param said a passage of the paragraph that is wrong, as the officer reads it */
    static void object(Visitor police, String conference, String said) {
        police.open(conference + "/minutes").look("S31-minutes");
        police.follow(".paragraphs li:has-text('" + said + "') a[href*='/minutes/objections/']")
                .look("S31-objection");
        police.type("wrong", "時期が書かれていない。").type("proposal", "三月までに、と加えてほしい。").go();
        police.look("S31-objected");
    }

    static void answer(Visitor center, String conference, String corrected) {
        center.open(conference + "/minutes").follow("a[href*='/minutes/answers/']");
        center.look("S31-answer")
                .tick("answer", "ACCEPTED")
                .type("corrected", corrected)
                .type("reason", "録音のとおり。")
                .go();
        center.look("S31-corrected");
    }

    static void confirm(Visitor police, String conference) {
        police.open(conference + "/minutes").look("S31-minutes-second").go();
        police.look("S31-minutes-confirmed");
    }
}
