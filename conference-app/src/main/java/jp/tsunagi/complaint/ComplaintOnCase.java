package jp.tsunagi.complaint;

import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.CasePart;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The tab of complaints on the pages of a case; nothing of them stands anywhere else on it. */
@Component
class ComplaintOnCase implements CasePart {

    private final ComplaintReading reading;

    ComplaintOnCase(ComplaintReading reading) {
        this.reading = reading;
    }

    @Override
    public String tab() {
        return "complaints";
    }

    @Override
    public boolean isFor(CaseId caseId, Command command) {
        return reading.isFor(caseId, command);
    }

    @Override
    public void onOverview(CaseId caseId, Command command, Model model) {
        // The overview is looked at over shoulders: that somebody complained is told on the tab alone.
    }
}
