package jp.tsunagi.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table that people of the field can read and mend, from {@code src/test/resources/tables}: cells between bars, the first
 * line names the columns, the first cell of a line names the row; a line that begins with # is a remark.
 */
public final class TextTable {

    private final List<String> columns;
    private final Map<String, Map<String, String>> rows = new LinkedHashMap<>();

    private TextTable(String name, List<String> lines) {
        this.columns = new ArrayList<>(cells(lines.get(0)));
        columns.remove(0);
        if (Set.copyOf(columns).size() != columns.size()) {
            throw new AssertionError(name + ": a column is there twice");
        }
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            if (cells.size() != columns.size() + 1) {
                throw new AssertionError(name + ": the row " + cells.get(0) + " has " + (cells.size() - 1)
                        + " cells instead of " + columns.size());
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                row.put(columns.get(i), cells.get(i + 1));
            }
            if (rows.put(cells.get(0), row) != null) {
                throw new AssertionError(name + ": the row " + cells.get(0) + " is there twice");
            }
        }
    }

    public static TextTable read(String name) {
        try (InputStream in = TextTable.class.getResourceAsStream("/tables/" + name)) {
            if (in == null) {
                throw new AssertionError("There is no table " + name);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new TextTable(
                    name,
                    text.lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Set<String> rows() {
        return new LinkedHashSet<>(rows.keySet());
    }

    public List<String> columns() {
        return List.copyOf(columns);
    }

    public String cell(String row, String column) {
        Map<String, String> cells = rows.get(row);
        if (cells == null || !cells.containsKey(column)) {
            throw new AssertionError("The table says nothing of " + row + " × " + column);
        }
        return cells.get(column);
    }

    /** Names of an enum, to compare with rows or columns. */
    public static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }
}
