package jp.tsunagi.browser;

/** A case is closed, held, and deleted by two officers. */
final class Keeping {

    private Keeping() {}

    static void close(Visitor sapporo, String conference) {
        sapporo.open(conference + "/closing")
                .type("personInformed", "会って伝えた（架空）")
                .go();
    }

    static void hold(Visitor center, String conference) {
        center.open(conference + "/retention").look("retention-case");
        center.follow("main a[href$='/retention/hold']").look("retention-hold");
        center.tick("hold", "LAWSUIT").type("reason", "訴えが出ている（架空）").go();
        center.look("retention-held");
        center.follow("main a[href$='/lifting']").look("retention-lifting");
        center.type("reason", "判決が出た（架空）").go();
        center.look("retention-lifted");
    }

    static void forget(Visitor center, Visitor director, String conference) {
        center.open(conference + "/retention/deletion").look("retention-deletion");
        center.tick("ground", "HER_WISH").type("reason", "窓口で聞いた（架空）").go();
        center.look("retention-proposed");
        center.open("/retention").look("retention");
        director.open(conference + "/retention")
                .follow("main a[href$='/confirmation']")
                .look("retention-confirmation");
        director.go();
        director.look("retention-erased");
    }
}
