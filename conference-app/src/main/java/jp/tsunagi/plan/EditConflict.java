package jp.tsunagi.plan;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.tsunagi.page.Typed;

/**
 * Two texts of one plan, where somebody else saved first: what they say differently, side by side (ui.md B13). A measure is
 * compared with the one of the same id, wherever it stands in either text, so that a row put in above does not make all rows
 * below look changed.
 */
final class EditConflict {

    private static final String LIST = "measures";
    private static final Pattern ROW = Pattern.compile("measures\\[(\\d{1,3})]\\.(.+)");
    private static final Set<String> COLUMNS = Arrays.stream(PlanContent.Measure.class.getRecordComponents())
            .map(RecordComponent::getName)
            .filter(name -> !name.equals("id") && !name.equals("catalogue"))
            .collect(Collectors.toSet());

    private EditConflict() {}

    /**
     * One field that differs.
     *
     * @param name as in the form; a row of measures that only the saved text has is numbered as there
     * @param row of measures, from 1; 0 for any other field
     * @param added whether the row stands only in the saved text
     */
    public record Line(String name, int row, boolean added, String theirs, String yours) {}

    static List<Line> between(Typed yours, Typed theirs) {
        List<Line> lines = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>(yours.names());
        theirs.names().stream()
                .filter(name -> name.startsWith("goals[") || name.startsWith("deadlines["))
                .forEach(names::add);
        names.removeIf(name -> ROW.matcher(name).matches());
        names.forEach(name -> compare(name, 0, false, theirs.text(name), yours.text(name), lines));

        Map<String, Integer> saved = rowsById(theirs);
        Set<Integer> met = new LinkedHashSet<>();
        for (int row = 0; row < yours.rows(LIST); row++) {
            Integer there = saved.get(yours.text(at(row) + "id"));
            if (there != null) {
                met.add(there);
            }
            UnaryOperator<String> said = there == null ? name -> "" : name -> theirs.text(at(there) + name);
            for (String name : columns(yours, row, theirs, there == null ? -1 : there)) {
                compare(at(row) + name, row + 1, false, said.apply(name), yours.text(at(row) + name), lines);
            }
        }
        for (int row = 0; row < theirs.rows(LIST); row++) {
            if (!met.contains(row)) {
                for (String name : columns(theirs, row, theirs, row)) {
                    compare(at(row) + name, row + 1, true, theirs.text(at(row) + name), "", lines);
                }
            }
        }
        return lines;
    }

    private static void compare(String name, int row, boolean added, String theirs, String yours, List<Line> lines) {
        if (!theirs.strip().equals(yours.strip())) {
            lines.add(new Line(name, row, added, theirs, yours));
        }
    }

    private static Map<String, Integer> rowsById(Typed typed) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (int row = 0; row < typed.rows(LIST); row++) {
            String id = typed.text(at(row) + "id");
            if (!id.isBlank()) {
                rows.putIfAbsent(id, row);
            }
        }
        return rows;
    }

    private static Set<String> columns(Typed one, int row, Typed other, int otherRow) {
        Set<String> columns = new LinkedHashSet<>();
        gather(one, row, columns);
        gather(other, otherRow, columns);
        return columns;
    }

    private static void gather(Typed typed, int row, Set<String> columns) {
        for (String name : typed.names()) {
            Matcher field = ROW.matcher(name);
            if (field.matches()
                    && Integer.parseInt(field.group(1)) == row
                    && COLUMNS.contains(field.group(2).replaceFirst("\\..*", ""))) {
                columns.add(field.group(2));
            }
        }
    }

    private static String at(int row) {
        return LIST + "[" + row + "].";
    }
}
