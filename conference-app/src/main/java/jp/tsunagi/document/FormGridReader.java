package jp.tsunagi.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import jp.tsunagi.document.FormTemplate.Box;
import jp.tsunagi.document.FormTemplate.Grid;
import jp.tsunagi.document.FormTemplate.Row;
import org.jspecify.annotations.Nullable;

/** Reads rows of boxes, whose widths must fill the line, and finds the columns of the one table that holds them. */
final class FormGridReader {

    private static final int FULL = 100;
    private static final int DEFAULT_LABEL = 22;
    private static final int PAGE_HEIGHT = 200;

    private final Function<TemplateNode, FormField> fields;
    private final Function<TemplateNode, String> printed;

    /** @param fields finds the field that is named, or complains; @param printed a text whose characters have glyphs */
    FormGridReader(Function<TemplateNode, FormField> fields, Function<TemplateNode, String> printed) {
        this.fields = fields;
        this.printed = printed;
    }

    /** A box as written, before the grid's columns are known. Widths in percent. */
    private record Drafted(Box box, int labelWidth, int valueWidth) {}

    Grid read(List<TemplateNode> nodes) {
        List<List<Drafted>> drafted = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (TemplateNode row : nodes) {
            Map<String, TemplateNode> entries = row.map(Set.of("height", "optional", "boxes"));
            TemplateNode height = entries.get("height");
            drafted.add(boxes(row, row.required(entries, "boxes").list()));
            rows.add(new Row(
                    List.of(),
                    height == null ? 0 : height.number(0, PAGE_HEIGHT),
                    TemplateNode.isTrue(entries, "optional")));
        }
        TreeSet<Integer> edges = edges(drafted);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            rows.set(i, new Row(onColumns(drafted.get(i), edges), row.height(), row.optional()));
        }
        return new Grid(widths(edges), List.copyOf(rows));
    }

    private List<Drafted> boxes(TemplateNode row, List<TemplateNode> nodes) {
        List<Drafted> boxes = new ArrayList<>();
        int left = FULL;
        for (int i = 0; i < nodes.size(); i++) {
            Drafted box = box(nodes.get(i), i == nodes.size() - 1 ? left : 0);
            left -= box.labelWidth() + box.valueWidth();
            boxes.add(box);
        }
        requireFull(row, FULL - left);
        return boxes;
    }

    static void requireFull(TemplateNode at, int sum) {
        if (sum != FULL) {
            throw at.complaint("width の合計が " + sum + " です。1行で " + FULL + " になるようにしてください");
        }
    }

    /** @param remaining what is left of the line for a box that does not say its width; 0 if it must */
    private Drafted box(TemplateNode at, int remaining) {
        Map<String, TemplateNode> entries =
                at.map(Set.of("field", "label", "hint", "width", "labelWidth", "choices", "suffix", "blank"));
        FormField field = fields.apply(at.required(entries, "field"));
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
            choiceList.list().forEach(choice -> choices.add(printed.apply(choice)));
        }
        if (choices.size() != field.choices()) {
            throw at.complaint(field.key() + " の choices は " + field.choices() + " 行です");
        }
        TemplateNode hint = entries.get("hint");
        Box box = new Box(
                field,
                printed.apply(at.required(entries, "label")),
                hint == null ? null : printed.apply(hint),
                0,
                0,
                List.copyOf(choices),
                printedOrNothing(entries.get("suffix")),
                printedOrNothing(entries.get("blank")));
        return new Drafted(box, labelWidth, whole - labelWidth);
    }

    private String printedOrNothing(@Nullable TemplateNode at) {
        return at == null ? "" : printed.apply(at);
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
