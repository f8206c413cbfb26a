package jp.tsunagi.handover;

import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.CasePart;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The tab of hand-overs on the pages of a case. */
@Component
class HandOverOnCase implements CasePart {

    private final HandOverReading reading;

    HandOverOnCase(HandOverReading reading) {
        this.reading = reading;
    }

    @Override
    public String tab() {
        return "handovers";
    }

    @Override
    public boolean isFor(CaseId caseId, Command command) {
        return reading.isFor(caseId, command);
    }

    @Override
    public void onOverview(CaseId caseId, Command command, Model model) {
        // The overview is looked at over shoulders: where she goes is told on the tab alone.
    }
}
