package jp.tsunagi.document;

import com.itextpdf.kernel.pdf.tagging.PdfStructureAttributes;
import com.itextpdf.kernel.pdf.tagging.StandardRoles;
import com.itextpdf.kernel.pdf.tagutils.AccessibilityProperties;
import com.itextpdf.layout.borders.SolidBorder;
import com.itextpdf.layout.element.Cell;
import com.itextpdf.layout.element.Paragraph;
import com.itextpdf.layout.element.Table;
import com.itextpdf.layout.properties.UnitValue;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagi.document.FormTemplate.Box;
import jp.tsunagi.document.FormTemplate.Column;
import jp.tsunagi.document.FormTemplate.Grid;
import jp.tsunagi.document.FormTemplate.Row;
import org.jspecify.annotations.Nullable;

/**
 * Builds tables: of boxes, with labels as row headers, values with their line ends, boxes to tick; and of lists, with a
 * header that every page repeats.
 */
final class FormTable {

    private static final String TICKED = "☑ ";
    private static final String UNTICKED = "☐ ";
    private static final float BORDER = 0.6f;
    private static final float PADDING = 3f;
    private static final float EMPTY_LINE = PaperDocument.BODY_SIZE * PaperDocument.LINE_HEIGHT;

    private final Typesetter typesetter;

    FormTable(Typesetter typesetter) {
        this.typesetter = typesetter;
    }

    /** The boxes of the grid; null where every row is left out. */
    @Nullable Table grid(Grid grid, PaperContent content) {
        Table table = table(grid.columns());
        boolean any = false;
        for (Row row : grid.rows()) {
            if (row.optional()
                    && row.boxes().stream()
                            .allMatch(box -> content.box(box.field()).isEmpty())) {
                continue;
            }
            any = true;
            for (Box box : row.boxes()) {
                table.addCell(label(box));
                table.addCell(value(box, content.box(box.field()), row, grid));
            }
        }
        return any ? table : null;
    }

    /** The lines of a list; one that spans it all says that there are none, or that they are withheld. */
    Table list(List<Column> columns, List<PaperContent> lines, String instead) {
        Table table = table(columns.stream().map(Column::width).toList());
        for (Column column : columns) {
            Cell header = styled(new Cell(), false).add(line(column.label()).simulateBold());
            table.addHeaderCell(header(header, "Column"));
        }
        for (PaperContent content : lines) {
            for (Column column : columns) {
                Cell cell = styled(new Cell(), false);
                String text = content.box(column.field()).text();
                lines(text == null ? "" : text).forEach(cell::add);
                table.addCell(cell);
            }
        }
        if (lines.isEmpty()) {
            Cell cell = styled(new Cell(1, columns.size()), false);
            lines(instead).forEach(cell::add);
            table.addCell(cell);
        }
        return table;
    }

    private static Table table(List<Integer> columns) {
        float[] widths = new float[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = columns.get(i);
        }
        return new Table(UnitValue.createPercentArray(widths))
                .useAllAvailableWidth()
                .setFixedLayout();
    }

    private Cell label(Box box) {
        Cell cell = styled(new Cell(1, box.labelColumns()), box.field().flows());
        cell.add(line(box.label()));
        if (box.hint() != null) {
            cell.add(line(box.hint()).setFontSize(PaperDocument.SMALL_SIZE));
        }
        return header(cell, "Row");
    }

    private static Cell header(Cell cell, String of) {
        PdfStructureAttributes scope = new PdfStructureAttributes("Table");
        scope.addEnumAttribute("Scope", of);
        AccessibilityProperties properties = cell.getAccessibilityProperties();
        properties.setRole(StandardRoles.TH).addAttributes(scope);
        return cell;
    }

    private Cell value(Box box, PaperContent.Box content, Row row, Grid grid) {
        Cell cell = styled(new Cell(1, box.valueColumns()), box.field().flows());
        if (row.height() > 0) {
            cell.setMinHeight(PaperDocument.millimetres(row.height()));
        }
        if (box.field().flows()) {
            float labelWidth = PaperDocument.WIDTH * grid.labelWidth(row, box) / 100;
            cell.setNextRenderer(new FlowingCellRenderer(cell, typesetter, box.label(), labelWidth));
        }
        paragraphs(box, content).forEach(cell::add);
        return cell;
    }

    private static Cell styled(Cell cell, boolean flows) {
        cell.setBorder(new SolidBorder(BORDER)).setPadding(PADDING);
        cell.setKeepTogether(!flows);
        return cell;
    }

    private List<Paragraph> paragraphs(Box box, PaperContent.Box content) {
        List<Paragraph> paragraphs = new ArrayList<>();
        if (content.withheld()) {
            paragraphs.addAll(lines(PaperContent.WITHHELD));
        } else if (!box.choices().isEmpty()) {
            for (int i = 0; i < box.choices().size(); i++) {
                String tick = content.ticked().contains(i + 1) ? TICKED : UNTICKED;
                paragraphs.add(line(tick + box.choices().get(i)));
            }
        } else {
            String text = content.text();
            paragraphs.addAll(lines((text == null || text.isEmpty() ? box.blank() : text) + box.suffix()));
        }
        List<Paragraph> beneath = new ArrayList<>();
        content.beneath().forEach(more -> beneath.addAll(lines(more)));
        beneath.stream().findFirst().ifPresent(first -> first.setMarginTop(EMPTY_LINE / 2));
        paragraphs.addAll(beneath);
        return paragraphs;
    }

    /** Every line that was typed begins a new one; an empty line stays a gap. */
    private List<Paragraph> lines(String text) {
        List<Paragraph> paragraphs = new ArrayList<>();
        int gaps = 0;
        for (String line : text.split("\r\n|\r|\n", -1)) {
            if (line.isEmpty()) {
                gaps++;
            } else {
                paragraphs.add(line(line).setMarginTop(gaps * EMPTY_LINE));
                gaps = 0;
            }
        }
        return paragraphs;
    }

    private Paragraph line(String text) {
        Paragraph paragraph = typesetter.paragraph(text);
        paragraph.setMargin(0);
        return paragraph;
    }
}
