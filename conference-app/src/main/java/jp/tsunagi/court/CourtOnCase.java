package jp.tsunagi.court;

import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.CasePart;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The tab of what is written down for a court. */
@Component
class CourtOnCase implements CasePart {

    private final CourtReading reading;

    CourtOnCase(CourtReading reading) {
        this.reading = reading;
    }

    @Override
    public String tab() {
        return "consultations";
    }

    @Override
    public boolean isFor(CaseId caseId, Command command) {
        return reading.isFor(caseId, command);
    }

    @Override
    public void onOverview(CaseId caseId, Command command, Model model) {
        // The overview is looked at over shoulders: that a court asked is told on the tab alone.
    }
}
