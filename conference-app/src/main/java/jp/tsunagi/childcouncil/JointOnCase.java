package jp.tsunagi.childcouncil;

import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.CasePart;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The tab of a conference held together with the council. */
@Component
class JointOnCase implements CasePart {

    private final JointReading reading;

    JointOnCase(JointReading reading) {
        this.reading = reading;
    }

    @Override
    public String tab() {
        return "council";
    }

    @Override
    public boolean isFor(CaseId caseId, Command command) {
        return reading.isFor(caseId, command);
    }

    @Override
    public void onOverview(CaseId caseId, Command command, Model model) {
        // On its tab alone.
    }
}
