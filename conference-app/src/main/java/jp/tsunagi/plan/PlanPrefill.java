package jp.tsunagi.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.tsunagi.conference.Directory;
import jp.tsunagi.plan.PlanContent.Measure;
import jp.tsunagi.protection.Projection;
import org.jspecify.annotations.Nullable;

/** Begins a plan with what the conference decided, as far as its writer may see it. */
final class PlanPrefill {

    private PlanPrefill() {}

    /**
     * Fills in the policy and the measures where the content has none.
     *
     * @param seen the conference as the writer may see it
     */
    static PlanContent of(PlanContent content, Projection seen, Directory directory) {
        Map<?, ?> outcome = seen.shown().get("outcome") instanceof Map<?, ?> shown ? shown : Map.of();
        String policy = content.policy() == null ? text(outcome, "outcome") : content.policy();
        List<Measure> measures = content.measures().isEmpty() ? measures(outcome, directory) : content.measures();
        return content.with(content.basedOn(), content.leadAgency(), policy, measures);
    }

    private static List<Measure> measures(Map<?, ?> outcome, Directory directory) {
        List<Measure> measures = new ArrayList<>();
        if (outcome.get("actions") instanceof List<?> actions) {
            for (Object action : actions) {
                Map<?, ?> line = (Map<?, ?>) action;
                measures.add(measure(text(line, "agency"), text(line, "what"), (LocalDate) line.get("due"), directory));
            }
        }
        return measures;
    }

    /** An agency that is in no directory stays readable until the writer names one that is. */
    private static Measure measure(
            @Nullable String agency, @Nullable String what, @Nullable LocalDate due, Directory directory) {
        boolean known = agency != null && directory.isActive(agency);
        String said = known || agency == null ? what : agency + (what == null ? "" : "：" + what);
        return new Measure(
                null, null, null, said, known ? agency : null, null, null, due, null, null, null, null, null);
    }

    private static @Nullable String text(Map<?, ?> values, String name) {
        return (String) values.get(name);
    }
}
