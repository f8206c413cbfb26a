package jp.tsunagi.document;

import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.tagging.StandardRoles;
import com.itextpdf.layout.Canvas;
import com.itextpdf.layout.element.Cell;
import com.itextpdf.layout.element.Paragraph;
import com.itextpdf.layout.layout.LayoutResult;
import com.itextpdf.layout.renderer.AbstractRenderer;
import com.itextpdf.layout.renderer.CellRenderer;
import com.itextpdf.layout.renderer.DrawContext;
import com.itextpdf.layout.renderer.IRenderer;

/**
 * A value that may go on on the next page, where the place of its label says 「協議事項（続き）」. That is a mark of the page,
 * not of the text: the table is read aloud as one row.
 */
final class FlowingCellRenderer extends CellRenderer {

    private static final String CONTINUED = "（続き）";
    private static final float INSET = 3f;
    private static final float TWO_LINES = 2 * INSET + 2 * PaperDocument.BODY_SIZE * PaperDocument.LINE_HEIGHT;

    private final Typesetter typesetter;
    private final String label;
    private final float labelWidth;
    private boolean continued;

    /** @param labelWidth of the column at the left, in points */
    FlowingCellRenderer(Cell cell, Typesetter typesetter, String label, float labelWidth) {
        super(cell);
        this.typesetter = typesetter;
        this.label = label;
        this.labelWidth = labelWidth;
    }

    @Override
    public IRenderer getNextRenderer() {
        return new FlowingCellRenderer((Cell) getModelElement(), typesetter, label, labelWidth);
    }

    @Override
    protected AbstractRenderer createSplitRenderer(int layoutResult) {
        FlowingCellRenderer split = (FlowingCellRenderer) super.createSplitRenderer(layoutResult);
        split.continued = continued;
        return split;
    }

    @Override
    protected AbstractRenderer createOverflowRenderer(int layoutResult) {
        FlowingCellRenderer overflow = (FlowingCellRenderer) super.createOverflowRenderer(layoutResult);
        overflow.continued = continued || layoutResult == LayoutResult.PARTIAL;
        return overflow;
    }

    @Override
    public void draw(DrawContext context) {
        super.draw(context);
        if (!continued) {
            return;
        }
        Rectangle value = getOccupiedAreaBBox();
        Rectangle place = new Rectangle(value.getLeft() - labelWidth, value.getBottom(), labelWidth, value.getHeight());
        try (Canvas canvas = new Canvas(context.getCanvas(), place.applyMargins(INSET, INSET, INSET, INSET, false))) {
            canvas.enableAutoTagging(
                    context.getDocument().getPage(getOccupiedArea().getPageNumber()));
            if (value.getHeight() > TWO_LINES) {
                canvas.add(mark(label, PaperDocument.BODY_SIZE));
            }
            canvas.add(mark(CONTINUED, PaperDocument.SMALL_SIZE));
        }
    }

    private Paragraph mark(String text, float size) {
        Paragraph mark = typesetter.paragraph(text);
        mark.setFontSize(size).setMargin(0);
        mark.getAccessibilityProperties().setRole(StandardRoles.ARTIFACT);
        return mark;
    }
}
