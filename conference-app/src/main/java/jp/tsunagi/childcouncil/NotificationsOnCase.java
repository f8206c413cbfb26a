package jp.tsunagi.childcouncil;

import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.CasePart;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The tab of notifications about her children. */
@Component
class NotificationsOnCase implements CasePart {

    private final NotificationReading reading;

    NotificationsOnCase(NotificationReading reading) {
        this.reading = reading;
    }

    @Override
    public String tab() {
        return "child-notifications";
    }

    @Override
    public boolean isFor(CaseId caseId, Command command) {
        return reading.isFor(caseId, command);
    }

    @Override
    public void onOverview(CaseId caseId, Command command, Model model) {
        // The overview is looked at over shoulders: that her children are spoken of is told on the tab alone.
    }
}
