package jp.tsunagi.browser;

/** The Center's staff opens a case in an emergency, and the director reviews it. */
final class Emergencies {

    private Emergencies() {}

    static void open(Visitor center, Visitor director) {
        center.open("/emergencies").look("emergency");
        center.type("reference", "R8-9999").type("reason", "急いで").go();
        center.look("emergency-refused");
        center.type("reference", "R8-0001")
                .type("reason", "本人から電話があり、担当者と連絡がつかない（架空）。")
                .go();
        center.look("emergency-opened");
        director.open("/tasks").follow("main a[href^='/emergencies/']").look("emergency-review");
        director.tick("finding", "JUSTIFIED").type("text", "やむを得なかった（架空）。").go();
        director.look("emergency-reviewed");
    }
}
