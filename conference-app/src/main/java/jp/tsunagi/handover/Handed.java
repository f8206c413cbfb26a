package jp.tsunagi.handover;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.plan.PlanContent.Area;
import jp.tsunagi.plan.PlanContent.Procedure;
import jp.tsunagi.protection.Classified;
import jp.tsunagi.protection.FieldClass;
import org.jspecify.annotations.Nullable;

/**
 * What is handed over. As it is offered it holds what was chosen, marks of passages included; what the other agency gets of
 * it is decided by the policy when it accepts.
 *
 * @param remarks what those who hand over want to say besides (申し送り)
 */
record Handed(
        @Classified(FieldClass.IDENTITY) @Nullable String name,
        @Classified(FieldClass.IDENTITY) @Nullable String kana,
        @Classified(FieldClass.IDENTITY) @Nullable String callName,
        @Classified(FieldClass.IDENTITY) @Nullable LocalDate birthDate,
        @Classified(FieldClass.IDENTITY) @Nullable Integer approximateAge,
        @Classified(FieldClass.CONTACT) @Nullable String phone,
        @Classified(FieldClass.CONTACT) @Nullable String safeContact,
        @Classified(FieldClass.LOCATION) @Nullable String address,
        @Classified(FieldClass.SENSITIVE) List<String> needs,
        @Classified(value = FieldClass.NARRATIVE, freeText = true) @Nullable String currentSituation,
        @Classified(value = FieldClass.NARRATIVE, freeText = true) @Nullable String caseOverview,
        @Classified(value = FieldClass.NARRATIVE, freeText = true) @Nullable String wishes,
        @Classified(value = FieldClass.OUTCOME, freeText = true) @Nullable String outcome,
        @Classified(value = FieldClass.OUTCOME, freeText = true) @Nullable String policy,
        @Classified(value = FieldClass.CHILDREN, freeText = true) @Nullable String children,
        @Classified(FieldClass.SENSITIVE) List<Deadline> deadlines,
        @Classified(FieldClass.OUTCOME) List<Measure> measures,
        @Classified(value = FieldClass.NARRATIVE, freeText = true) @Nullable String remarks) {

    Handed {
        needs = List.copyOf(needs);
        deadlines = List.copyOf(deadlines);
        measures = List.copyOf(measures);
    }

    /** A procedure that ends on a day. */
    record Deadline(
            @Classified(FieldClass.SENSITIVE) @Nullable Procedure procedure,
            @Classified(FieldClass.SENSITIVE) @Nullable LocalDate until,
            @Classified(value = FieldClass.SENSITIVE, freeText = true) @Nullable String note) {}

    /**
     * Something that was begun and is to go on.
     *
     * @param id in the plan that it comes from; null where it comes from elsewhere
     * @param agency name of the agency that has done it so far
     */
    record Measure(
            @Classified(FieldClass.OUTCOME) @Nullable String id,
            @Classified(FieldClass.OUTCOME) @Nullable Area area,
            @Classified(value = FieldClass.OUTCOME, freeText = true) @Nullable String issue,
            @Classified(value = FieldClass.OUTCOME, freeText = true) @Nullable String measure,
            @Classified(FieldClass.OUTCOME) @Nullable String agency,
            @Classified(FieldClass.OUTCOME) @Nullable LocalDate due,
            @Classified(value = FieldClass.OUTCOME, freeText = true) @Nullable String byPerson,
            @Classified(FieldClass.OUTCOME) @Nullable Boolean mustDo) {}

    /** What the policy shows of it, as what is handed over. */
    static Handed shown(Map<String, Object> shown) {
        return new Handed(
                text(shown, "name"),
                text(shown, "kana"),
                text(shown, "callName"),
                (LocalDate) shown.get("birthDate"),
                (Integer) shown.get("approximateAge"),
                text(shown, "phone"),
                text(shown, "safeContact"),
                text(shown, "address"),
                list(shown, "needs").stream().map(String::valueOf).toList(),
                text(shown, "currentSituation"),
                text(shown, "caseOverview"),
                text(shown, "wishes"),
                text(shown, "outcome"),
                text(shown, "policy"),
                text(shown, "children"),
                list(shown, "deadlines").stream()
                        .map(each -> (Map<?, ?>) each)
                        .map(row -> new Deadline(
                                (Procedure) row.get("procedure"), (LocalDate) row.get("until"), text(row, "note")))
                        .toList(),
                list(shown, "measures").stream()
                        .map(each -> (Map<?, ?>) each)
                        .map(Handed::measure)
                        .toList(),
                text(shown, "remarks"));
    }

    /** The same without measures that have come to an end, or are hers to withhold, since they were chosen. */
    Handed withMeasures(Set<String> stillOpen) {
        return new Handed(
                name,
                kana,
                callName,
                birthDate,
                approximateAge,
                phone,
                safeContact,
                address,
                needs,
                currentSituation,
                caseOverview,
                wishes,
                outcome,
                policy,
                children,
                deadlines,
                measures.stream()
                        .filter(measure -> stillOpen.contains(Objects.requireNonNullElse(measure.id(), "")))
                        .toList(),
                remarks);
    }

    Set<String> measureIds() {
        return measures.stream().map(Measure::id).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static Measure measure(Map<?, ?> row) {
        return new Measure(
                text(row, "id"),
                (Area) row.get("area"),
                text(row, "issue"),
                text(row, "measure"),
                text(row, "agency"),
                (LocalDate) row.get("due"),
                text(row, "byPerson"),
                (Boolean) row.get("mustDo"));
    }

    private static @Nullable String text(Map<?, ?> shown, String name) {
        return (String) shown.get(name);
    }

    private static List<?> list(Map<?, ?> shown, String name) {
        return shown.get(name) instanceof List<?> list ? list : List.of();
    }
}
