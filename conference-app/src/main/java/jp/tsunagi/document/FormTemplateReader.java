package jp.tsunagi.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagi.document.FormTemplate.Column;
import jp.tsunagi.document.FormTemplate.Grid;
import jp.tsunagi.document.FormTemplate.Section;
import org.jspecify.annotations.Nullable;

/**
 * Reads the template of a paper and refuses one that would print a wrong paper: an unknown or missing field, one placed
 * twice, a missing word, an unknown setting, widths that do not fill the line.
 */
final class FormTemplateReader {

    private static final int FULL = 100;
    private static final int MOST_LINES = 20;
    private static final int SMALLEST = 9;
    private static final int LARGEST = 14;

    private final PrintableCharacters printable;
    private final FormFields fields;
    private final Set<FormField> placed = new HashSet<>();
    private final Set<String> listed = new HashSet<>();

    private FormTemplateReader(PrintableCharacters printable, FormFields fields) {
        this.printable = printable;
        this.fields = fields;
    }

    /** @throws TemplateException naming the file, the line and what to mend */
    static FormTemplate read(TemplateFiles files, String name, FormFields fields, PrintableCharacters printable) {
        String text = new String(files.read(name), StandardCharsets.UTF_8);
        return new FormTemplateReader(printable, fields).form(TemplateNode.parse(files.location(name), text));
    }

    private FormTemplate form(TemplateNode root) {
        Set<String> known = new HashSet<>(Set.of("title", "size", "sections"));
        if (!fields.words().isEmpty()) {
            known.add("words");
        }
        Map<String, TemplateNode> entries = root.map(known);
        List<Section> sections = new ArrayList<>();
        for (TemplateNode section : root.required(entries, "sections").list()) {
            sections.add(section(section));
        }
        requireAll(root, fields.boxes(), placed);
        Set<String> missing = new TreeSet<>(fields.lists().keySet());
        missing.removeAll(listed);
        if (!missing.isEmpty()) {
            throw root.complaint("様式の一覧が足りません：" + String.join(", ", missing));
        }
        String title = printed(root.required(entries, "title"));
        TemplateNode size = entries.get("size");
        return new FormTemplate(
                title,
                size == null ? PaperDocument.BODY_SIZE : size.number(SMALLEST, LARGEST),
                List.copyOf(sections),
                words(root, entries));
    }

    private Map<String, String> words(TemplateNode root, Map<String, TemplateNode> entries) {
        Map<String, String> words = new LinkedHashMap<>();
        if (!fields.words().isEmpty()) {
            TemplateNode at = root.required(entries, "words");
            Map<String, TemplateNode> written = at.map(fields.words());
            for (String code : new TreeSet<>(fields.words())) {
                words.put(code, printed(at.required(written, code)));
            }
        }
        return Map.copyOf(words);
    }

    private Section section(TemplateNode at) {
        Map<String, TemplateNode> entries = at.map(
                Set.of("heading", "texts", "list", "rows", "columns", "empty", "optional", "ruled", "apart", "notes"));
        TemplateNode heading = entries.get("heading");
        TemplateNode list = entries.get("list");
        TemplateNode ruled = entries.get("ruled");
        TemplateNode empty = entries.get("empty");
        List<FormField> own = list == null ? fields.boxes() : linesOf(list);
        Set<FormField> ofSection = list == null ? placed : new HashSet<>();
        TemplateNode rows = entries.get("rows");
        Grid grid = rows == null
                ? null
                : new FormGridReader(node -> field(node, own, ofSection), this::printed).read(rows.list());
        TemplateNode columns = entries.get("columns");
        if (columns != null && (list == null || rows != null)) {
            throw columns.complaint("columns は list のある表に、rows のかわりに書いてください");
        }
        List<Column> read = columns == null ? List.of() : columns(columns, own, ofSection);
        if (list != null) {
            requireAll(at, own, ofSection);
        }
        return new Section(
                heading == null ? null : printed(heading),
                texts(entries.get("texts")),
                list == null ? null : list.text(),
                grid,
                read,
                empty == null ? "" : printed(empty),
                TemplateNode.isTrue(entries, "optional"),
                ruled == null ? 0 : ruled.number(1, MOST_LINES),
                TemplateNode.isTrue(entries, "apart"),
                texts(entries.get("notes")));
    }

    private List<FormField> linesOf(TemplateNode list) {
        List<FormField> lines = fields.lists().get(list.text());
        if (lines == null) {
            throw list.complaint("様式に 「" + list.text() + "」 という一覧はありません。使えるのは "
                    + String.join(", ", new TreeSet<>(fields.lists().keySet())) + " です");
        }
        if (!listed.add(list.text())) {
            throw list.complaint("「" + list.text() + "」 の一覧が2つあります。1つにしてください");
        }
        return lines;
    }

    private List<Column> columns(TemplateNode at, List<FormField> own, Set<FormField> ofSection) {
        List<Column> columns = new ArrayList<>();
        int sum = 0;
        for (TemplateNode node : at.list()) {
            Map<String, TemplateNode> entries = node.map(Set.of("field", "label", "width"));
            int width = node.required(entries, "width").number(1, FULL);
            sum += width;
            columns.add(new Column(
                    field(node.required(entries, "field"), own, ofSection),
                    printed(node.required(entries, "label")),
                    width));
        }
        FormGridReader.requireFull(at, sum);
        return List.copyOf(columns);
    }

    private static FormField field(TemplateNode at, List<FormField> own, Set<FormField> ofSection) {
        FormField field = own.stream()
                .filter(candidate -> candidate.key().equals(at.text()))
                .findFirst()
                .orElseThrow(
                        () -> at.complaint("様式に 「" + at.text() + "」 という欄はありません。使えるのは " + FormField.keys(own) + " です"));
        if (!ofSection.add(field)) {
            throw at.complaint("「" + field.key() + "」 の欄が2つあります。1つにしてください");
        }
        return field;
    }

    private static void requireAll(TemplateNode at, List<FormField> fields, Set<FormField> placed) {
        List<FormField> missing =
                fields.stream().filter(field -> !placed.contains(field)).toList();
        if (!missing.isEmpty()) {
            throw at.complaint("様式の欄が足りません：" + FormField.keys(missing));
        }
    }

    private List<String> texts(@Nullable TemplateNode at) {
        return at == null ? List.of() : at.list().stream().map(this::printed).toList();
    }

    private String printed(TemplateNode at) {
        String text = at.text();
        printable.check(text).stream().findFirst().ifPresent(unprintable -> {
            throw at.complaint("印刷できない文字 " + unprintable.name() + " を別の文字にしてください");
        });
        return Furigana.carried(text);
    }
}
