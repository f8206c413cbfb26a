package jp.tsunagi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import jp.tsunagi.flow.HubUnderTest;

/** What happens to a plan once it is in force: how far it has come, and how it is looked at again (S35, S36). */
final class FollowUps {

    private FollowUps() {}

    static void progress(Visitor police, String conference) {
        police.open(conference + "/plan").look("S34-plan-participant");
        police.open(conference + "/plan/progress").look("S35-progress");
        police.follow("main a[href*='/plan/progress/']").look("S35-progress-measure");
        police.tick("progress", "IN_PROGRESS")
                .type("note", "週に一度、回っている。")
                .date("next", "令和", 8, 12, 20)
                .go();
        police.look("S35-progress-saved");
    }

    /** Looks at the plan again and begins its second version. */
    static void review(Visitor sapporo, String conference) {
        sapporo.open(conference + "/plan/review").look("S36-review");
        sapporo.date("reviewedOn", "令和", 8, 12, 3)
                .type("wishes", "仕事も探したい。")
                .tick("participation", "ATTENDED")
                .choose("goals[0].evaluation", "PARTLY");
        int measures = sapporo.page()
                .locator("select[name^='measures['][name$='.evaluation']")
                .count();
        for (int i = 0; i < measures; i++) {
            sapporo.choose("measures[" + i + "].evaluation", "NOT_YET").type("measures[" + i + "].note", "始めたばかり。");
        }
        sapporo.date("nextReview", "令和", 9, 3, 1).tick("then", "NEW_VERSION").go();
        sapporo.look("S32-plan-second")
                .type("wishes", "安心して眠り、仕事も探したい。")
                .type("changeReason", "本人の希望が変わったため")
                .go();
        sapporo.open(conference + "/plan").look("S36-plan-reviewed");
        sapporo.open(conference + "/plan/2/difference").look("S34-difference");
    }

    /** The day of a measure passes, and nobody says anything of it: its way up to the director. */
    static void late(HubUnderTest hub, Visitor police, Visitor sapporo, Visitor director, String conference) {
        for (LocalDate day = LocalDate.of(2026, 12, 21); day.getYear() == 2026; day = day.plusDays(1)) {
            hub.clock().atLeast(day.atTime(9, 0));
            hub.lookAtDeadlines();
            hub.awaitQuiet();
        }
        told(police, conference, "S05-inbox-late").look("S35-late");
        assertThat(police.page().locator(".chip-red").count()).isPositive();
        told(sapporo, conference, "S05-inbox-late-lead");
        told(director, conference, "S05-inbox-late-director").look("S35-late-director");
    }

    /** Opens the newest notice, which is of the measure. */
    private static Visitor told(Visitor visitor, String conference, String name) {
        visitor.signInAgain();
        visitor.open("/inbox").look(name).follow("main tbody tr:first-child form[action$='/opening'] button");
        assertThat(visitor.path()).isEqualTo(conference + "/plan/progress");
        return visitor;
    }
}
