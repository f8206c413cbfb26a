package jp.tsunagi.conference;

import jp.tsunagi.casefile.CaseId;
import jp.tsunagi.command.Command;
import org.springframework.ui.Model;

/** Something that another module shows of a case, to those it is for: a tab, and a part of the overview. */
public interface CasePart {

    /** Name of the tab: its path below {@code /c/{id}/}, and its words under {@code tab.<name>}. */
    String tab();

    /** Whether it exists for this officer; for all others there is no tab. */
    boolean isFor(CaseId caseId, Command command);

    /** Puts into the model what the overview shows of it; asked only of those it is for. */
    void onOverview(CaseId caseId, Command command, Model model);
}
