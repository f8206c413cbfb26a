package jp.tsunagi.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.tsunagi.plan.PlanContent.Measure;
import jp.tsunagi.protection.Grants;

/**
 * What she withholds within her own plan (伏せる, S33): a measure is then seen by nobody but the lead agency, the Center and
 * the agency that does it; a part by nobody but the first two. Applied wherever a version is shown, so that page, API and
 * papers are alike.
 */
final class Withholding {

    /** The parts that can be withheld as a whole. The rest is hers measure by measure, or what offices go by. */
    static final List<String> PARTS = List.of("wishes", "policy", "goals", "deadlines", "children");

    private static final String ITSELF = "withheldParts";

    private Withholding() {}

    /**
     * The content as far as she lets this agency have it.
     *
     * @param keeps whether the viewer is of the lead agency or the Center
     */
    static PlanContent seen(PlanContent content, boolean keeps, String agency) {
        if (keeps) {
            return content;
        }
        List<Measure> measures = content.measures().stream()
                .filter(measure -> !measure.isWithheld() || agency.equals(measure.agency()))
                .map(Withholding::withoutCarryWords)
                .toList();
        return content.with(content.basedOn(), content.leadAgency(), content.policy(), measures);
    }

    /** The same grants without the parts she withholds, and without telling others that she does. */
    static Grants narrowed(Grants grants, PlanContent content, boolean keeps) {
        if (keeps) {
            return grants;
        }
        Set<String> fields = new HashSet<>(grants.withheldFields());
        fields.add(ITSELF);
        fields.addAll(content.withheldParts());
        return new Grants(grants.shown(), fields, grants.withheldItems(), grants.marksShown());
    }

    /** By them her paper would be known when found. */
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
