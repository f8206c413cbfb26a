package jp.tsunagi.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.tsunagi.protection.Projection;
import org.jspecify.annotations.Nullable;

/**
 * What one version says otherwise than another, made of nothing but what the policy shows one reader of both. A part that is
 * withheld in either of them is not compared: that it changed would be told as well. Measures are known by their ids,
 * however they are worded and wherever they stand.
 *
 * @param from number of the earlier version
 */
public record PlanDifference(int from, List<Part> parts, List<Row> measures) {

    private static final List<String> PARTS = List.of(
            "leadAgency",
            "keyPerson",
            "family",
            "children",
            "wishes",
            "othersViews",
            "participation",
            "participationNote",
            "situation",
            "strengths",
            "urgency",
            "policy",
            "goals",
            "deadlines",
            "safetyPlanExists",
            "nextReview",
            "reviewMethod",
            "reviewFrequency",
            "withheldParts");
    private static final List<String> COLUMNS = List.of(
            "area",
            "issue",
            "measure",
            "agency",
            "contact",
            "byPerson",
            "start",
            "due",
            "mustDo",
            "withheld",
            "carryWords");

    public PlanDifference {
        parts = List.copyOf(parts);
        measures = List.copyOf(measures);
    }

    /** What became of it. */
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }

    /**
     * One value of the plan, or of a measure.
     *
     * @param before null where it was not there; of a list what only the earlier version has
     * @param after null where it is gone; of a list what only the later version has
     */
    public record Part(String name, Kind kind, @Nullable Object before, @Nullable Object after) {}

    /**
     * One measure.
     *
     * @param measure as it is now; as it was, where it was removed
     * @param changes what changed of it, where it did
     */
    public record Row(Kind kind, Map<?, ?> measure, List<Part> changes) {

        public Row {
            changes = List.copyOf(changes);
        }
    }

    /** Whether both say the same, as far as the reader sees. */
    public boolean saysTheSame() {
        return parts.isEmpty() && measures.isEmpty();
    }

    static PlanDifference between(int from, Projection before, Projection after) {
        List<Part> parts = new ArrayList<>();
        for (String name : PARTS) {
            if (shown(name, before) && shown(name, after)) {
                compare(name, before.shown().get(name), after.shown().get(name), parts);
            }
        }
        List<Row> rows =
                shown("measures", before) && shown("measures", after) ? rows(byId(before), byId(after)) : List.of();
        return new PlanDifference(from, parts, rows);
    }

    private static List<Row> rows(Map<Object, Map<?, ?>> before, Map<Object, Map<?, ?>> after) {
        List<Row> rows = new ArrayList<>();
        after.forEach((id, is) -> {
            Map<?, ?> was = before.get(id);
            if (was == null) {
                rows.add(new Row(Kind.ADDED, is, List.of()));
                return;
            }
            List<Part> changes = new ArrayList<>();
            COLUMNS.forEach(column -> compare(column, was.get(column), is.get(column), changes));
            if (!changes.isEmpty()) {
                rows.add(new Row(Kind.CHANGED, is, changes));
            }
        });
        before.forEach((id, was) -> {
            if (!after.containsKey(id)) {
                rows.add(new Row(Kind.REMOVED, was, List.of()));
            }
        });
        return rows;
    }

    private static void compare(String name, @Nullable Object before, @Nullable Object after, List<Part> into) {
        Object was = said(before);
        Object is = said(after);
        if (Objects.equals(was, is)) {
            return;
        }
        if (was instanceof List<?> || is instanceof List<?>) {
            List<?> gone = without(was, is);
            List<?> come = without(is, was);
            if (gone.isEmpty() && come.isEmpty()) {
                // The same lines in another order.
                return;
            }
            was = gone.isEmpty() ? null : gone;
            is = come.isEmpty() ? null : come;
        }
        Kind kind = was == null ? Kind.ADDED : is == null ? Kind.REMOVED : Kind.CHANGED;
        into.add(new Part(name, kind, was, is));
    }

    private static List<?> without(@Nullable Object some, @Nullable Object others) {
        List<Object> left = new ArrayList<>(some instanceof List<?> list ? list : List.of());
        if (others instanceof List<?> list) {
            list.forEach(left::remove);
        }
        return left;
    }

    /** Nothing, an empty text, and a box that is not ticked say the same. */
    private static @Nullable Object said(@Nullable Object value) {
        if (value instanceof String text) {
            return text.isBlank() ? null : text.strip();
        }
        boolean nothing = Boolean.FALSE.equals(value)
                || (value instanceof List<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
        return nothing ? null : value;
    }

    private static boolean shown(String name, Projection projection) {
        return projection.withheld().stream()
                .noneMatch(withheld -> withheld.equals(name) || withheld.startsWith(name + "."));
    }

    private static Map<Object, Map<?, ?>> byId(Projection projection) {
        Map<Object, Map<?, ?>> byId = new LinkedHashMap<>();
        if (projection.shown().get("measures") instanceof List<?> measures) {
            for (Object each : measures) {
                Map<?, ?> measure = (Map<?, ?>) each;
                byId.put(Objects.requireNonNullElse(measure.get("id"), measure), measure);
            }
        }
        return byId;
    }
}
