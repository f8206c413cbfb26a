package jp.tsunagi.browser;

/** How a request is given back with reasons at its fields, mended and handed in again (S18). */
final class Returns {

    private Returns() {}

    static void giveBack(Visitor center, String conference) {
        center.open(conference + "/return").look("S20-return");
        center.type("reason", "話し合うことを、もう少し詳しく書いてください。")
                .choose("fields[0].field", "topics")
                .type("fields[0].reason", "時期も書いてください。")
                .look("S20-return-typed")
                .go();
    }

    static void mend(Visitor sapporo, String conference, String topics) {
        sapporo.open(conference).look("S18-returned");
        sapporo.open(conference + "/request/check").look("S18-request-check");
        sapporo.follow(".mending a").look("S18-request-situation");
        sapporo.open(conference + "/request/all").look("S10-request-all");
        sapporo.type("topics", topics).go();
        sapporo.open(conference + "/request/check")
                .look("S18-request-mended")
                .type("reply", "時期を書き加えました。")
                .go();
        sapporo.look("S18-submitted-again");
    }
}
