package jp.tsunagi.plan;

import java.util.List;
import jp.tsunagi.plan.PlanContent.Measure;
import jp.tsunagi.plan.PlanDesk.Sight;

/**
 * Which measures of a version an officer may see at all: those of the own agency; the others, where more than these may be
 * seen of the plan; and one that she wants withheld only as the lead agency or the Center.
 */
final class Rows {

    private Rows() {}

    static List<Measure> shown(Sight sight, Sight.Of found) {
        VersionRecord version = found.version();
        String own = sight.standing().officer().agency().value();
        boolean keeps = sight.standing().keeps(version);
        Withholding withheld = Withholding.of(sight.plan(), version);
        return version.content().measures().stream()
                .filter(measure -> keeps
                        || own.equals(measure.agency())
                        || !(found.seat().ownMeasuresOnly() || withheld.hides(measure)))
                .toList();
    }
}
