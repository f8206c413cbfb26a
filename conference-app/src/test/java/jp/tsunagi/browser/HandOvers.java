package jp.tsunagi.browser;

import static org.assertj.core.api.Assertions.assertThat;

/** How a case is handed over from Sapporo to Asahikawa, and how one that comes from elsewhere is entered. */
final class HandOvers {

    private HandOvers() {}

    /** Offers it after a look at exactly what goes along. @param name of her */
    static void offer(Visitor sapporo, String conference, String name) {
        sapporo.open(conference + "/handovers").look("handovers-none").go();
        sapporo.tick("where", "DIRECTORY")
                .choose("receiver", "012041")
                .tick("parts", "PERSON")
                .tick("parts", "SITUATION")
                .tickFirst("input[name='measures']")
                .type("remarks", "週に一度の電話を続けている。")
                .tick("refusalExplained", "true")
                .date("agreedOn", "令和", 8, 11, 20)
                .tick("method", "FACE_TO_FACE")
                .look("handover-new")
                .press("confirm");
        // Who explained it is missing: said where it stands.
        assertThat(sapporo.page().locator("#explainedBy-problem").count()).isEqualTo(1);
        sapporo.look("handover-new-wrong").type("explainedBy", "札幌 担当").press("confirm");
        assertThat(sapporo.text()).contains(name);
        sapporo.look("handover-confirm").go();
        sapporo.look("handover-offered");
    }

    /** Accepts what waits; nothing of her is seen before. */
    static void accept(Visitor asahikawa, String name, Runnable made) {
        asahikawa.open("/tasks").look("handover-task");
        asahikawa.follow("main a[href^='/handovers/']").look("handover-offer");
        assertThat(asahikawa.page().content()).doesNotContain(name);
        String offer = asahikawa.path();
        asahikawa.open(offer + "/refusal").look("handover-refusal");
        asahikawa
                .open(offer + "/acceptance")
                .look("handover-acceptance")
                .tick("pledge", "true")
                .go();
        made.run();
        asahikawa.open(offer).look("handover-taken-over").go();
        assertThat(asahikawa.text()).contains(name);
        asahikawa.look("handover-came");
    }

    /** Enters what an agency outside the hub told on the telephone. */
    static void receive(Visitor asahikawa, Runnable made) {
        asahikawa.open("/handovers").look("handover-offers");
        asahikawa
                .open("/handovers/new")
                .look("handover-incoming")
                .type("fromName", "架空県架空市")
                .date("handedOn", "令和", 8, 11, 20)
                .tick("refusalExplained", "true")
                .date("agreedOn", "令和", 8, 11, 20)
                .tick("method", "PHONE")
                .type("explainedBy", "旭川 担当")
                .type("currentSituation", "親類の家にいる。")
                .press("add:measures");
        asahikawa.go();
        assertThat(asahikawa.page().locator("#name-problem").count()).isEqualTo(1);
        assertThat(asahikawa.value("currentSituation")).isEqualTo("親類の家にいる。");
        asahikawa.type("name", "架空 月子").go();
        made.run();
        asahikawa.open(asahikawa.path()).look("handover-begun").go();
        assertThat(asahikawa.text()).contains("架空県架空市", "架空 月子");
    }
}
