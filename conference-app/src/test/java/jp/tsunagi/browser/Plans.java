package jp.tsunagi.browser;

/** How a plan is made and approved on the screen. */
final class Plans {

    private Plans() {}

    static void make(Visitor sapporo, String conference) {
        sapporo.open(conference + "/plan").look("S32-plan-none").go();
        sapporo.look("S32-plan-edit")
                .type("wishes", "安心して眠りたい。")
                .tick("participation", "ATTENDED")
                .type("keyPerson", "札幌 担当")
                .type("situation", "知人宅にいる。")
                .tick("goals[0].term", "SHORT")
                .type("goals[0].text", "住まいを決める")
                .choose("measures[0].area", "SAFETY")
                .date("nextReview", "令和", 9, 2, 1)
                .press("catalogue");
        sapporo.look("S32-catalogue").unfold("main .offer summary").look("S32-catalogue-about");
        sapporo.follow("main button[value='find']");
        sapporo.tickFirst("input[name='chosen']").go();
        sapporo.look("S32-plan-from-catalogue")
                .choose("measures[1].agency", "P0001")
                .type("measures[1].carryWords", "海辺で本を読む")
                .press("submit");
        sapporo.look("S32-plan-submitted");
    }

    static void approve(Visitor director, String conference) {
        director.open(conference + "/plan").go();
        director.look("S34-plan-approval").tick("decision", "APPROVE").go();
    }
}
