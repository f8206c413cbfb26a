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
import jp.tsunagi.document.FormTemplate.Row;
import jp.tsunagi.document.FormTemplate.Section;

/** Builds the table of one section: labels as row headers, values with their line ends, boxes to tick. */
final class FormTable {

    private static final String TICKED = "☑ ";
    private static final String UNTICKED = "☐ ";
    private static final float BORDER = 0.6f;
    private static final float PADDING = 3f;
    private static final float EMPTY_LINE = PaperDocument.BODY_SIZE * PaperDocument.LINE_HEIGHT;

    private final Typesetter typesetter;
    private final CaseReviewFormTexts texts;

    FormTable(Typesetter typesetter, CaseReviewFormTexts texts) {
        this.typesetter = typesetter;
        this.texts = texts;
    }

    Table build(Section section) {
        float[] widths = new float[section.columns().size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = section.columns().get(i);
        }
        Table table = new Table(UnitValue.createPercentArray(widths))
                .useAllAvailableWidth()
                .setFixedLayout();
        for (Row row : section.rows()) {
            for (Box box : row.boxes()) {
                table.addCell(label(box));
                table.addCell(value(box, row, section));
            }
        }
        return table;
    }

    private Cell label(Box box) {
        Cell cell = styled(new Cell(1, box.labelColumns()), box.field());
        cell.add(line(box.label()));
        if (box.hint() != null) {
            cell.add(line(box.hint()).setFontSize(PaperDocument.SMALL_SIZE));
        }
        PdfStructureAttributes scope = new PdfStructureAttributes("Table");
        scope.addEnumAttribute("Scope", "Row");
        AccessibilityProperties properties = cell.getAccessibilityProperties();
        properties.setRole(StandardRoles.TH).addAttributes(scope);
        return cell;
    }

    private Cell value(Box box, Row row, Section section) {
        Cell cell = styled(new Cell(1, box.valueColumns()), box.field());
        if (row.height() > 0) {
            cell.setMinHeight(PaperDocument.millimetres(row.height()));
        }
        if (box.field().flows()) {
            float labelWidth = PaperDocument.WIDTH * section.labelWidth(row, box) / 100;
            cell.setNextRenderer(new FlowingCellRenderer(cell, typesetter, box.label(), labelWidth));
        }
        paragraphs(box).forEach(cell::add);
        return cell;
    }

    private static Cell styled(Cell cell, FormField field) {
        cell.setBorder(new SolidBorder(BORDER)).setPadding(PADDING);
        cell.setKeepTogether(!field.flows());
        return cell;
    }

    private List<Paragraph> paragraphs(Box box) {
        FormField field = box.field();
        if (texts.isWithheld(field)) {
            List<Paragraph> withheld = lines(CaseReviewFormTexts.WITHHELD);
            withheld.addAll(actions(field));
            return withheld;
        }
        if (!box.choices().isEmpty()) {
            List<Paragraph> choices = new ArrayList<>();
            for (int i = 0; i < box.choices().size(); i++) {
                String tick = texts.isTicked(field, i + 1) ? TICKED : UNTICKED;
                choices.add(line(tick + box.choices().get(i)));
            }
            return choices;
        }
        String text = texts.of(field);
        List<Paragraph> paragraphs = lines((text == null || text.isEmpty() ? box.blank() : text) + box.suffix());
        paragraphs.addAll(actions(field));
        return paragraphs;
    }

    private List<Paragraph> actions(FormField field) {
        List<Paragraph> paragraphs = new ArrayList<>();
        if (field == FormField.OUTCOME) {
            texts.actions().forEach(action -> paragraphs.addAll(lines(action)));
            paragraphs.stream().findFirst().ifPresent(first -> first.setMarginTop(EMPTY_LINE / 2));
        }
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
