package jp.tsunagi.intake;

import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.CasePart;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The tab of the intake sheet on the pages of a case, for those who keep it. */
@Component
class IntakeOnCase implements CasePart {

    private final IntakeDesk desk;

    IntakeOnCase(IntakeDesk desk) {
        this.desk = desk;
    }

    @Override
    public String tab() {
        return "intake-sheet";
    }

    @Override
    public boolean isFor(CaseId caseId, Command command) {
        return desk.keeps(caseId, command.officer());
    }

    @Override
    public void onOverview(CaseId caseId, Command command, Model model) {
        // The overview is looked at over shoulders: what she told is on the tab alone.
    }
}
