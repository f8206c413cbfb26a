package jp.tsunagi.disclosure;

import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Command;
import jp.tsunagi.conference.CasePart;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The tab of disclosures without her consent, on the pages of a case. */
@Component
class DisclosureOnCase implements CasePart {

    private final DisclosureReading reading;

    DisclosureOnCase(DisclosureReading reading) {
        this.reading = reading;
    }

    @Override
    public String tab() {
        return "disclosures";
    }

    @Override
    public boolean isFor(CaseId caseId, Command command) {
        return reading.isFor(caseId, command);
    }

    @Override
    public void onOverview(CaseId caseId, Command command, Model model) {
        // To whom it is disclosed, the conference itself says so; all others find it on the tab.
    }
}
