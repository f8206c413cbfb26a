package jp.tsunagi.plan;

import java.util.List;
import jp.tsunagi.account.Officer;
import jp.tsunagi.plan.PlanContent.Measure;
import jp.tsunagi.plan.PlanDesk.Sight;
import jp.tsunagi.protection.Relation;

/**
 * Which measures of a version an officer may see at all: those of the own agency; the others, where more than these may be
 * seen of the plan; and one that she wants withheld only as the lead agency or the Center.
 */
final class Rows {

    private Rows() {}

    static List<Measure> shown(Sight sight, Sight.Of found) {
        Officer officer = sight.standing().officer();
        boolean inner = found.seat().is(Relation.CENTER)
                || found.seat().is(Relation.CASE_OFFICER)
                || found.seat().is(Relation.DIRECTOR)
                || sight.standing()
                        .leads(
                                found.version().content().leadAgency(),
                                found.version().basis().conferenceId());
        return found.version().content().measures().stream()
                .filter(measure -> inner
                        || officer.agency().value().equals(measure.agency())
                        || !(found.seat().ownMeasuresOnly() || measure.isWithheld()))
                .toList();
    }
}
