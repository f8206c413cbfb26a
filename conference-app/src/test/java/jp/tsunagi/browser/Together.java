package jp.tsunagi.browser;

import jp.tsunagi.flow.HubUnderTest;

/** How the plan is read with her on one screen, and left by the password (S33). */
final class Together {

    private Together() {}

    /** She says on the screen what she thinks of the approved plan. */
    static void confirm(Visitor sapporo, String conference) {
        sapporo.open(conference + "/plan/confirmation").look("S33-plan-confirmation");
        sapporo.open(conference + "/plan/together").look("S33-together-begin").go();
        sapporo.look("S33-together-approved").go();
        sapporo.look("S33-together-confirmation")
                .tick("confirmation", "AGREED")
                .tick("method", "ORAL")
                .tick("copyGiven", "false")
                .date("confirmedOn", "令和", 8, 12, 3)
                .go();
        sapporo.look("S33-together-confirmed");
        leave(sapporo);
    }

    /** She writes what she wants into a plan that is being made, with the readings above and the part of the children. */
    static void say(Visitor sapporo, String conference, String wishes) {
        sapporo.open(conference + "/plan/together").go();
        sapporo.follow(".switches a").follow(".switches a:last-child").look("S33-together-furigana");
        sapporo.type("wishes", wishes).tickFirst("input[name='withheldMeasures']");
        sapporo.go().look("S33-together-said");
        leave(sapporo);
    }

    private static void leave(Visitor sapporo) {
        sapporo.follow(".together-ribbon a").look("S33-together-closed");
        sapporo.type("password", HubUnderTest.PASSWORD).follow("form[action='/together'] button");
    }
}
