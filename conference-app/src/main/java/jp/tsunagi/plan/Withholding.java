package jp.tsunagi.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.tsunagi.plan.PlanContent.Measure;
import jp.tsunagi.protection.Grants;

/**
 * What she withholds within her own plan (伏せる, S33): a measure is then seen by nobody but the lead agency, the Center and
 * the agency that does it ({@link Rows}); a part by nobody but the first two. Applied wherever a version is shown, so that page, API and
 * papers are alike.
 */
final class Withholding {

    private static final String WISHES = "wishes";

    /** The parts that can be withheld as a whole. The rest is hers measure by measure, or what offices go by. */
    static final List<String> PARTS = List.of(WISHES, "policy", "goals", "deadlines", "children");

    private static final String ITSELF = "withheldParts";

    private Withholding() {}

    /** For whoever is neither of the lead agency nor of the Center: by these words her paper would be known when found. */
    static PlanContent withoutCarryWords(PlanContent content) {
        return content.with(
                content.basedOn(),
                content.leadAgency(),
                content.policy(),
                content.measures().stream().map(Withholding::withoutCarryWords).toList());
    }

    /** The same grants without the parts she withholds, and without telling others that she does. */
    static Grants narrowed(Grants grants, PlanContent content, boolean keeps) {
        if (keeps) {
            return grants;
        }
        Set<String> fields = new HashSet<>(grants.withheldFields());
        fields.add(ITSELF);
        fields.addAll(content.withheldParts());
        if (content.withheldParts().contains(WISHES)) {
            // Of a review, beside the new ones.
            fields.add("lastWishes");
        }
        return new Grants(grants.shown(), fields, grants.withheldItems(), grants.marksShown());
    }

    private static Measure withoutCarryWords(Measure measure) {
        return new Measure(
                measure.id(),
                measure.area(),
                measure.issue(),
                measure.measure(),
                measure.agency(),
                measure.contact(),
                measure.start(),
                measure.due(),
                measure.byPerson(),
                measure.catalogue(),
                measure.mustDo(),
                measure.withheld(),
                null);
    }
}
