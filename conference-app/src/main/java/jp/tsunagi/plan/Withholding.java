package jp.tsunagi.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagi.plan.PlanContent.Measure;
import jp.tsunagi.protection.Grants;

/**
 * What she withholds within her own plan (伏せる, S33): a measure is then seen by nobody but the lead agency, the Center and
 * the agency that does it ({@link Rows}); a part by nobody but the first two. Applied wherever a version is shown, so that
 * page, API and papers are alike. What she withholds in the newest version is withheld in every one.
 *
 * @param measures ids of measures
 * @param parts names of parts
 */
record Withholding(Set<String> measures, Set<String> parts) {

    private static final String WISHES = "wishes";

    /** The parts that can be withheld as a whole. The rest is hers measure by measure, or what offices go by. */
    static final List<String> PARTS = List.of(WISHES, "policy", "goals", "deadlines", "children");

    private static final String ITSELF = "withheldParts";

    Withholding {
        measures = Set.copyOf(measures);
        parts = Set.copyOf(parts);
    }

    /** In this version, or in the newest of the plan. */
    static Withholding of(SupportPlan plan, VersionRecord version) {
        return in(Stream.concat(Stream.of(version), plan.latest().stream()));
    }

    /** Besides, what she withheld in another version. */
    Withholding and(Optional<VersionRecord> version) {
        Withholding other = in(version.stream());
        Set<String> allMeasures = new HashSet<>(measures);
        allMeasures.addAll(other.measures);
        Set<String> allParts = new HashSet<>(parts);
        allParts.addAll(other.parts);
        return new Withholding(allMeasures, allParts);
    }

    private static Withholding in(Stream<VersionRecord> versions) {
        Set<String> measures = new HashSet<>();
        Set<String> parts = new HashSet<>();
        versions.map(VersionRecord::content).forEach(content -> {
            content.measures().stream()
                    .filter(Measure::isWithheld)
                    .map(Measure::id)
                    .filter(Objects::nonNull)
                    .forEach(measures::add);
            parts.addAll(content.withheldParts());
        });
        return new Withholding(measures, parts);
    }

    boolean hides(Measure measure) {
        return measure.isWithheld() || (measure.id() != null && measures.contains(measure.id()));
    }

    /** The same grants without the parts she withholds, and without telling that she does. */
    Grants narrowed(Grants grants) {
        Set<String> fields = new HashSet<>(grants.withheldFields());
        fields.add(ITSELF);
        fields.addAll(parts);
        if (parts.contains(WISHES)) {
            // Of a review, beside the new ones.
            fields.add("lastWishes");
        }
        return new Grants(grants.shown(), fields, grants.withheldItems(), grants.marksShown());
    }

    /** For whoever is neither of the lead agency nor of the Center: by these words her paper would be known when found. */
    static PlanContent withoutCarryWords(PlanContent content) {
        return content.with(
                content.basedOn(),
                content.leadAgency(),
                content.policy(),
                content.measures().stream().map(Withholding::withoutCarryWords).toList());
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
