package jp.tsunagi.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagi.document.SupportPlanForm.Field;
import org.jspecify.annotations.Nullable;

/**
 * How the plan is laid out and worded, as an office wrote it in a template. Refuses one that would print a wrong paper: an
 * unknown or missing field, one placed twice, a value without words, widths that do not fill the line.
 */
final class SupportPlanTemplate {

    private static final int FULL = 100;

    private final PrintableCharacters printable;
    private final Map<Field, Map<String, String>> words = new EnumMap<>(Field.class);
    private final Set<Field> placed = EnumSet.noneOf(Field.class);
    private final List<Section> sections = new ArrayList<>();
    private String title = "";

    private SupportPlanTemplate(PrintableCharacters printable) {
        this.printable = printable;
    }

    /** A heading, and beneath it rows of single fields or one table. @param note small text beneath; null for none */
    record Section(String heading, List<Row> rows, @Nullable Grid grid, @Nullable String note) {}

    record Row(Field field, String label) {}

    /** @param widths in percent */
    record Grid(Field field, List<String> columns, List<String> labels, List<Integer> widths) {}

    /** @throws TemplateException naming the file, the line and what to mend */
    static SupportPlanTemplate read(TemplateFiles files, String name, PrintableCharacters printable) {
        SupportPlanTemplate template = new SupportPlanTemplate(printable);
        template.read(TemplateNode.parse(files.location(name), new String(files.read(name), StandardCharsets.UTF_8)));
        return template;
    }

    String title() {
        return title;
    }

    List<Section> sections() {
        return List.copyOf(sections);
    }

    /** What is printed for a name, such as 承認済 for {@code APPROVED}. */
    String word(Field field, String name) {
        String word = words.getOrDefault(field, Map.of()).get(name);
        if (word == null) {
            throw new IllegalArgumentException("The field " + field.key() + " has no word for " + name);
        }
        return word;
    }

    private void read(TemplateNode root) {
        Map<String, TemplateNode> entries = root.map(Set.of("title", "words", "sections"));
        title = printed(root.required(entries, "title"));
        words(root.required(entries, "words"));
        for (TemplateNode section : root.required(entries, "sections").list()) {
            sections.add(section(section));
        }
        String missing = EnumSet.complementOf(EnumSet.copyOf(placed)).stream()
                .map(Field::key)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw root.complaint("様式の欄が足りません：" + missing);
        }
    }

    private void words(TemplateNode at) {
        Map<String, Field> worded = new HashMap<>();
        for (Field field : Field.values()) {
            if (!field.words().isEmpty()) {
                worded.put(field.key(), field);
            }
        }
        Map<String, TemplateNode> entries = at.map(worded.keySet());
        worded.forEach((key, field) -> {
            TemplateNode group = at.required(entries, key);
            Map<String, TemplateNode> names = group.map(new HashSet<>(field.words()));
            Map<String, String> said = new HashMap<>();
            field.words().forEach(name -> said.put(name, printed(group.required(names, name))));
            words.put(field, said);
        });
    }

    private Section section(TemplateNode at) {
        Map<String, TemplateNode> entries = at.map(Set.of("heading", "fields", "table", "columns", "note"));
        String heading = printed(at.required(entries, "heading"));
        TemplateNode noteNode = entries.get("note");
        String note = noteNode == null ? null : printed(noteNode);
        if (entries.containsKey("table")) {
            Field field = place(at.required(entries, "table"), true);
            return new Section(heading, List.of(), grid(field, at.required(entries, "columns")), note);
        }
        List<Row> rows = new ArrayList<>();
        for (TemplateNode row : at.required(entries, "fields").list()) {
            Map<String, TemplateNode> rowEntries = row.map(Set.of("field", "label"));
            rows.add(new Row(
                    place(row.required(rowEntries, "field"), false), printed(row.required(rowEntries, "label"))));
        }
        return new Section(heading, List.copyOf(rows), null, note);
    }

    private Grid grid(Field field, TemplateNode at) {
        List<String> columns = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        List<Integer> widths = new ArrayList<>();
        for (TemplateNode column : at.list()) {
            Map<String, TemplateNode> entries = column.map(Set.of("column", "label", "width"));
            String name = column.required(entries, "column").text();
            if (!field.columns().contains(name) || columns.contains(name)) {
                throw column.complaint(
                        "「" + name + "」 という列は使えません。1つずつ書けるのは " + String.join(", ", field.columns()) + " です");
            }
            columns.add(name);
            labels.add(printed(column.required(entries, "label")));
            widths.add(column.required(entries, "width").number(1, FULL));
        }
        if (columns.size() != field.columns().size()) {
            throw at.complaint("列が足りません。" + String.join(", ", field.columns()) + " をすべて書いてください");
        }
        int sum = widths.stream().mapToInt(Integer::intValue).sum();
        if (sum != FULL) {
            throw at.complaint("width の合計が " + sum + " です。1行で " + FULL + " になるようにしてください");
        }
        return new Grid(field, List.copyOf(columns), List.copyOf(labels), List.copyOf(widths));
    }

    private Field place(TemplateNode at, boolean table) {
        Field field = Field.of(at.text())
                .filter(found -> found.isTable() == table)
                .orElseThrow(() -> at.complaint("様式に 「" + at.text() + "」 という欄はありません"));
        if (!placed.add(field)) {
            throw at.complaint("「" + field.key() + "」 の欄が2つあります。1つにしてください");
        }
        return field;
    }

    private String printed(TemplateNode at) {
        String text = at.text();
        printable.check(text).stream().findFirst().ifPresent(unprintable -> {
            throw at.complaint("印刷できない文字 " + unprintable.name() + " を別の文字にしてください");
        });
        return text;
    }
}
