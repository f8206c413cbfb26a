package jp.tsunagi.browser;

/** How her safety plan is written, and who else may read it is chosen. */
final class SafetyPlans {

    private SafetyPlans() {}

    static void write(Visitor sapporo, String conference, String wayOut) {
        sapporo.open(conference + "/safety-plan").look("safety-plan-none");
        sapporo.type("signs", "車の音がしたとき。").type("wayOut", wayOut).go();
        sapporo.look("safety-plan");
        sapporo.open(conference + "/safety-plan/readers").look("safety-plan-readers");
        sapporo.choose("agency", "P0001").type("need", "駆けつけるため").go();
        sapporo.open(conference + "/safety-plan/readers").look("safety-plan-readers-one");
    }
}
