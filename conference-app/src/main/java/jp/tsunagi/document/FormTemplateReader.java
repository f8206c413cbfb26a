package jp.tsunagi.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagi.document.FormTemplate.Box;
import jp.tsunagi.document.FormTemplate.Row;
import jp.tsunagi.document.FormTemplate.Section;
import org.jspecify.annotations.Nullable;

/**
 * Reads the template of the form and refuses one that would print a wrong paper: an unknown or missing field, one
 * placed twice, an unknown setting, widths that do not fill the line.
 */
final class FormTemplateReader {

    private static final int FULL = 100;
    private static final int DEFAULT_LABEL = 22;
    private static final int PAGE_HEIGHT = 200;

    private final PrintableCharacters printable;
    private final Map<FormField, TemplateNode> placed = new EnumMap<>(FormField.class);

    private FormTemplateReader(PrintableCharacters printable) {
        this.printable = printable;
    }

    /** @throws TemplateException naming the file, the line and what to mend */
    static FormTemplate read(TemplateFiles files, String name, PrintableCharacters printable) {
        String text = new String(files.read(name), StandardCharsets.UTF_8);
        return new FormTemplateReader(printable).form(TemplateNode.parse(files.location(name), text));
    }

    /** A box as written, before the section's columns are known. Widths in percent. */
    private record Drafted(Box box, int labelWidth, int valueWidth) {}

    private FormTemplate form(TemplateNode root) {
        Map<String, TemplateNode> entries = root.map(Set.of("title", "sections"));
        List<Section> sections = new ArrayList<>();
        for (TemplateNode section : root.required(entries, "sections").list()) {
            sections.add(section(section));
        }
        List<FormField> missing = Arrays.stream(FormField.values())
                .filter(field -> !placed.containsKey(field))
                .toList();
        if (!missing.isEmpty()) {
            throw root.complaint("様式の欄が足りません：" + FormField.keys(missing));
        }
        return new FormTemplate(printed(root.required(entries, "title")), List.copyOf(sections));
    }

    private Section section(TemplateNode at) {
        Map<String, TemplateNode> entries = at.map(Set.of("heading", "rows", "notes"));
        List<List<Drafted>> rows = new ArrayList<>();
        List<Integer> heights = new ArrayList<>();
        for (TemplateNode row : at.required(entries, "rows").list()) {
            Map<String, TemplateNode> rowEntries = row.map(Set.of("height", "boxes"));
            TemplateNode height = rowEntries.get("height");
            heights.add(height == null ? 0 : height.number(0, PAGE_HEIGHT));
            rows.add(boxes(row, row.required(rowEntries, "boxes").list()));
        }
        List<String> notes = new ArrayList<>();
        TemplateNode noteList = entries.get("notes");
        if (noteList != null) {
            noteList.list().forEach(note -> notes.add(printed(note)));
        }
        TreeSet<Integer> edges = edges(rows);
        List<Row> placedRows = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            placedRows.add(new Row(onColumns(rows.get(i), edges), heights.get(i)));
        }
        String heading = printed(at.required(entries, "heading"));
        return new Section(heading, widths(edges), List.copyOf(placedRows), List.copyOf(notes));
    }

    private List<Drafted> boxes(TemplateNode row, List<TemplateNode> nodes) {
        List<Drafted> boxes = new ArrayList<>();
        int left = FULL;
        for (int i = 0; i < nodes.size(); i++) {
            Drafted box = box(nodes.get(i), i == nodes.size() - 1 ? left : 0);
            left -= box.labelWidth() + box.valueWidth();
            boxes.add(box);
        }
        if (left != 0) {
            throw row.complaint("width の合計が " + (FULL - left) + " です。1行で " + FULL + " になるようにしてください");
        }
        return boxes;
    }

    /** @param remaining what is left of the line for a box that does not say its width; 0 if it must */
    private Drafted box(TemplateNode at, int remaining) {
        Map<String, TemplateNode> entries =
                at.map(Set.of("field", "label", "hint", "width", "labelWidth", "choices", "suffix", "blank"));
        FormField field = field(at.required(entries, "field"));
        TemplateNode width = entries.get("width");
        if (width == null && remaining <= 0) {
            throw at.complaint("「width」 がありません。行の最後の欄のほかは、幅を書いてください");
        }
        int whole = width == null ? remaining : width.number(2, FULL);
        TemplateNode label = entries.get("labelWidth");
        int labelWidth = label == null ? DEFAULT_LABEL : label.number(1, FULL - 1);
        if (labelWidth >= whole) {
            throw at.complaint("labelWidth（" + labelWidth + "）を欄の幅（" + whole + "）より小さくしてください");
        }
        List<String> choices = new ArrayList<>();
        TemplateNode choiceList = entries.get("choices");
        if (choiceList != null) {
            choiceList.list().forEach(choice -> choices.add(printed(choice)));
        }
        if (choices.size() != field.choices()) {
            throw at.complaint(field.key() + " の choices は " + field.choices() + " 行です");
        }
        TemplateNode hint = entries.get("hint");
        Box box = new Box(
                field,
                printed(at.required(entries, "label")),
                hint == null ? null : printed(hint),
                0,
                0,
                List.copyOf(choices),
                printedOrNothing(entries.get("suffix")),
                printedOrNothing(entries.get("blank")));
        return new Drafted(box, labelWidth, whole - labelWidth);
    }

    private FormField field(TemplateNode at) {
        FormField field = FormField.of(at.text())
                .orElseThrow(() -> at.complaint("様式に 「" + at.text() + "」 という欄はありません。使えるのは "
                        + FormField.keys(List.of(FormField.values())) + " です"));
        if (placed.put(field, at) != null) {
            throw at.complaint("「" + field.key() + "」 の欄が2つあります。1つにしてください");
        }
        return field;
    }

    private String printedOrNothing(@Nullable TemplateNode at) {
        return at == null ? "" : printed(at);
    }

    private String printed(TemplateNode at) {
        String text = at.text();
        printable.check(text).stream().findFirst().ifPresent(unprintable -> {
            throw at.complaint("印刷できない文字 " + unprintable.name() + " を別の文字にしてください");
        });
        return text;
    }

    private static TreeSet<Integer> edges(List<List<Drafted>> rows) {
        TreeSet<Integer> edges = new TreeSet<>();
        for (List<Drafted> row : rows) {
            int edge = 0;
            for (Drafted box : row) {
                edges.add(edge + box.labelWidth());
                edge += box.labelWidth() + box.valueWidth();
                edges.add(edge);
            }
        }
        return edges;
    }

    private static List<Integer> widths(TreeSet<Integer> edges) {
        List<Integer> widths = new ArrayList<>();
        int before = 0;
        for (int edge : edges) {
            widths.add(edge - before);
            before = edge;
        }
        return List.copyOf(widths);
    }

    private static List<Box> onColumns(List<Drafted> row, TreeSet<Integer> edges) {
        List<Box> boxes = new ArrayList<>();
        int start = 0;
        for (Drafted drafted : row) {
            int middle = start + drafted.labelWidth();
            int end = middle + drafted.valueWidth();
            Box box = drafted.box();
            boxes.add(new Box(
                    box.field(),
                    box.label(),
                    box.hint(),
                    edges.subSet(start, false, middle, true).size(),
                    edges.subSet(middle, false, end, true).size(),
                    box.choices(),
                    box.suffix(),
                    box.blank()));
            start = end;
        }
        return List.copyOf(boxes);
    }
}
