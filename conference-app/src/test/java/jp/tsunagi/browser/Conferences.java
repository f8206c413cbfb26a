package jp.tsunagi.browser;

import com.microsoft.playwright.Locator;

/** What the people of a conference type on its pages. */
final class Conferences {

    private Conferences() {}

    /** Takes an agency out of the rows of a form. */
    static void withdrawRow(Visitor visitor, String list, String agency) {
        Locator rows = visitor.page().locator("select[name^='" + list + "['][name$='.agency']");
        for (int i = 0; i < rows.count(); i++) {
            if (rows.nth(i).inputValue().equals(agency)) {
                visitor.press("remove:" + list + "[" + i + "]");
                return;
            }
        }
    }

    static void convene(Visitor center) {
        center.date("start", "令和", 8, 12, 3)
                .type("start.time", "10:00")
                .type("end.time", "12:00")
                .type("place", "オンライン")
                .tick("online", "true")
                .choose("moderator", "C0001")
                .choose("recorder", "C0001");
    }

    static void accept(Visitor participant, String attendee) {
        participant
                .tick("reply", "ACCEPT")
                .type("attendee", attendee)
                .tick("pledgeSecrecy", "true")
                .tick("pledgeUse", "true")
                .tick("pledgeSafety", "true")
                .tick("relationToOtherParty", "NONE")
                .go();
    }

    static void record(Visitor center) {
        center.tickAll("input[name^='attendance['][name$='.presence'][value='PRESENT']")
                .type("notes.facts", "通報が二度あった。")
                .type("notes.herWords", "安心して眠りたい。")
                .type("notes.decisions[0].text", "転居を支援する。〔伏せる：勤務先〕架空商店には知らせない。〔ここまで〕")
                .choose("notes.actions[0].agency", "P0001")
                .type("notes.actions[0].what", "巡回する〔伏せる：勤務先〕〔ここまで〕")
                .date("notes.actions[0].due", "令和", 8, 12, 20)
                .go();
    }

    static void report(Visitor sapporo, Runnable look) {
        sapporo.choose("leadAgency", "011002").go();
        look.run();
        sapporo.go();
    }

    static void withdraw(Visitor sapporo) {
        sapporo.date("withdrawnOn", "令和", 8, 12, 3).tick("how", "PHONE").type("recordedBy", "札幌 担当");
        sapporo.follow("main button.warning");
    }
}
