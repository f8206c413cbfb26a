package jp.tsunagi.plan;

import java.util.List;
import java.util.Optional;
import jp.tsunagi.casefile.CaseId;

/**
 * What another agency had begun before it handed the case over. Implemented by the module that keeps hand-overs, which builds
 * on this one.
 */
public interface SupportTakenOver {

    /** Empty where the case began here. */
    Optional<Came> of(CaseId caseId);

    /**
     * What goes on here.
     *
     * @param measures each without an agency of the directory where nobody here has taken it on yet
     */
    record Came(List<PlanContent.Measure> measures, List<PlanContent.LegalDeadline> deadlines) {
        public Came {
            measures = List.copyOf(measures);
            deadlines = List.copyOf(deadlines);
        }
    }
}
