package jp.tsunagi.document;

import com.itextpdf.kernel.pdf.tagging.PdfStructureAttributes;
import com.itextpdf.kernel.pdf.tagging.StandardRoles;
import com.itextpdf.layout.borders.SolidBorder;
import com.itextpdf.layout.element.Cell;
import com.itextpdf.layout.element.Paragraph;
import com.itextpdf.layout.element.Table;
import com.itextpdf.layout.properties.UnitValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagi.document.SupportPlanForm.Deadline;
import jp.tsunagi.document.SupportPlanForm.Field;
import jp.tsunagi.document.SupportPlanForm.Goal;
import jp.tsunagi.document.SupportPlanForm.Measure;
import jp.tsunagi.document.SupportPlanTemplate.Grid;
import jp.tsunagi.document.SupportPlanTemplate.Row;
import jp.tsunagi.shared.EraDates;
import org.jspecify.annotations.Nullable;

/** Builds the tables of one plan: a label and its text side by side, or lines below a header that every page repeats. */
final class SupportPlanTables {

    private static final float BORDER = 0.6f;
    private static final float PADDING = 3f;
    private static final float LABEL_PERCENT = 22;
    private static final float EMPTY_LINE = PaperDocument.BODY_SIZE * PaperDocument.LINE_HEIGHT;
    /** A longer line may go on on the next page; a shorter one stays whole. */
    private static final int LONGEST_WHOLE = 250;

    private final Typesetter typesetter;
    private final SupportPlanForm form;
    private final SupportPlanTemplate template;

    SupportPlanTables(Typesetter typesetter, SupportPlanForm form, SupportPlanTemplate template) {
        this.typesetter = typesetter;
        this.form = form;
        this.template = template;
    }

    Table fields(List<Row> rows) {
        Table table = new Table(UnitValue.createPercentArray(new float[] {LABEL_PERCENT, 100 - LABEL_PERCENT}))
                .useAllAvailableWidth()
                .setFixedLayout();
        for (Row row : rows) {
            Cell label = header(row.label(), "Row", PaperDocument.BODY_SIZE);
            Cell value = cell(text(row.field()), PaperDocument.BODY_SIZE);
            value.setNextRenderer(
                    new FlowingCellRenderer(value, typesetter, row.label(), PaperDocument.WIDTH * LABEL_PERCENT / 100));
            table.addCell(label).addCell(value);
        }
        return table;
    }

    Table grid(Grid grid) {
        float[] widths = new float[grid.widths().size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = grid.widths().get(i);
        }
        Table table = new Table(UnitValue.createPercentArray(widths))
                .useAllAvailableWidth()
                .setFixedLayout();
        grid.labels().forEach(label -> table.addHeaderCell(header(label, "Column", PaperDocument.SMALL_SIZE)));
        List<List<String>> lines = lines(grid);
        if (lines.isEmpty()) {
            lines = List.of(grid.columns().stream().map(column -> "").toList());
        }
        for (List<String> line : lines) {
            boolean whole = line.stream().allMatch(text -> text.length() <= LONGEST_WHOLE);
            line.forEach(
                    text -> table.addCell(cell(text, PaperDocument.SMALL_SIZE).setKeepTogether(whole)));
        }
        return table;
    }

    private String text(Field field) {
        String text = form.texts().get(field);
        if (text == null) {
            return "";
        }
        return field.words().isEmpty() ? text : template.word(field, text);
    }

    private List<List<String>> lines(Grid grid) {
        return switch (grid.field()) {
            case GOALS -> form.goals().stream().map(goal -> goal(grid, goal)).toList();
            case MEASURES ->
                form.measures().stream().map(measure -> measure(grid, measure)).toList();
            case ROLES ->
                form.roles().stream()
                        .map(role -> grid.columns().stream()
                                .map(column -> column.equals("agency")
                                        ? role.agency()
                                        : role.tasks().stream()
                                                .map(task -> "・" + task)
                                                .collect(Collectors.joining("\n")))
                                .toList())
                        .toList();
            case DEADLINES ->
                form.deadlines().stream()
                        .map(deadline -> deadline(grid, deadline))
                        .toList();
            case VERSIONS ->
                form.versions().stream()
                        .map(version -> grid.columns().stream()
                                .map(column -> switch (column) {
                                    case "version" -> "第" + version.number() + "版";
                                    case "day" -> EraDates.format(version.day());
                                    case "state" -> template.word(Field.VERSIONS, version.state());
                                    default -> given(version.reason());
                                })
                                .toList())
                        .toList();
            default -> throw new IllegalArgumentException(grid.field() + " is no table");
        };
    }

    private List<String> goal(Grid grid, Goal goal) {
        return grid.columns().stream()
                .map(column -> switch (column) {
                    case "term" -> word(Field.GOALS, goal.term());
                    case "text" -> given(goal.text());
                    default -> given(goal.by());
                })
                .toList();
    }

    private List<String> measure(Grid grid, Measure measure) {
        return grid.columns().stream()
                .map(column -> switch (column) {
                    case "area" -> word(Field.MEASURES, measure.area());
                    case "issue" -> given(measure.issue());
                    case "measure" -> given(measure.measure());
                    case "agency" -> joined(measure.agency(), measure.contact());
                    case "byPerson" -> given(measure.byPerson());
                    case "period" -> period(measure.start(), measure.due());
                    default -> word(Field.MEASURES, measure.progress());
                })
                .toList();
    }

    private List<String> deadline(Grid grid, Deadline deadline) {
        return grid.columns().stream()
                .map(column -> switch (column) {
                    case "procedure" -> word(Field.DEADLINES, deadline.procedure());
                    case "until" -> deadline.until() == null ? "" : EraDates.format(deadline.until());
                    default -> given(deadline.note());
                })
                .toList();
    }

    private String word(Field field, @Nullable String name) {
        return name == null ? "" : template.word(field, name);
    }

    /** Short, since the column is narrow: R8.12.1～R9.1.15. */
    private static String period(@Nullable LocalDate start, @Nullable LocalDate due) {
        if (start == null && due == null) {
            return "";
        }
        return (start == null ? "" : EraDates.formatShort(start)) + "～"
                + (due == null ? "" : EraDates.formatShort(due));
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining("\n"));
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text;
    }

    private Cell header(String label, String scope, float size) {
        PdfStructureAttributes attributes = new PdfStructureAttributes("Table");
        attributes.addEnumAttribute("Scope", scope);
        Cell cell = cell(label, size);
        cell.setKeepTogether(true);
        cell.getAccessibilityProperties().setRole(StandardRoles.TH).addAttributes(attributes);
        return cell;
    }

    /** Every line that was typed begins a new one; an empty line stays a gap. */
    private Cell cell(String text, float size) {
        Cell cell = new Cell();
        cell.setBorder(new SolidBorder(BORDER)).setPadding(PADDING);
        List<Paragraph> paragraphs = new ArrayList<>();
        int gaps = 0;
        for (String line : text.split("\r\n|\r|\n", -1)) {
            if (line.isEmpty()) {
                gaps++;
            } else {
                Paragraph paragraph = typesetter.paragraph(line);
                paragraph.setFontSize(size).setMargin(0).setMarginTop(gaps * EMPTY_LINE);
                paragraphs.add(paragraph);
                gaps = 0;
            }
        }
        paragraphs.forEach(cell::add);
        cell.setMinHeight(size * PaperDocument.LINE_HEIGHT + 2 * PADDING);
        return cell;
    }
}
