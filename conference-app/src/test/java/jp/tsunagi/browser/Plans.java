package jp.tsunagi.browser;

/** How a plan is made, approved and confirmed on the screen. */
final class Plans {

    private Plans() {}

    static void make(Visitor sapporo, String conference) {
        sapporo.open(conference + "/plan").look("S32-plan-none");
        sapporo.open(conference + "/plan/edit").look("S32-plan-edit");
    }

    static void approve(Visitor director, String conference) {
        director.open(conference + "/plan").look("S34-plan-approval");
    }

    static void confirm(Visitor sapporo, String conference) {
        sapporo.open(conference + "/plan").look("S33-plan-confirmation");
    }
}
