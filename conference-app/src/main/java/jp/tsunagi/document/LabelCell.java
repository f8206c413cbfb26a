package jp.tsunagi.document;

import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.tagging.StandardRoles;
import com.itextpdf.layout.Canvas;
import com.itextpdf.layout.element.Cell;
import com.itextpdf.layout.element.Paragraph;
import com.itextpdf.layout.renderer.CellRenderer;
import com.itextpdf.layout.renderer.DrawContext;
import com.itextpdf.layout.renderer.IRenderer;
import java.util.HashMap;

/**
 * A row's label that says 「（続き）」 where the row goes on on the next page. That is a mark of the page, not of the text:
 * the table is read aloud as one row.
 */
final class LabelCell extends Cell {

    private static final String CONTINUED = "（続き）";
    private static final float INSET = 3f;

    private final Typesetter typesetter;
    private boolean continued;

    LabelCell(int columns, Typesetter typesetter) {
        super(1, columns);
        this.typesetter = typesetter;
    }

    /** The layout clones a cell without content for what is left of its row on the next page. */
    @Override
    public Cell clone(boolean includeContent) {
        if (includeContent) {
            return super.clone(true);
        }
        LabelCell rest = new LabelCell(getColspan(), typesetter);
        rest.updateCellIndexes(getRow(), getCol(), getCol() + getColspan());
        rest.properties = new HashMap<>(properties);
        rest.continued = true;
        return rest;
    }

    @Override
    protected IRenderer makeNewRenderer() {
        return new Renderer(this);
    }

    private static final class Renderer extends CellRenderer {

        private final LabelCell cell;

        Renderer(LabelCell cell) {
            super(cell);
            this.cell = cell;
        }

        @Override
        public IRenderer getNextRenderer() {
            return new Renderer(cell);
        }

        @Override
        public void draw(DrawContext context) {
            super.draw(context);
            if (!cell.continued) {
                return;
            }
            Paragraph mark = cell.typesetter.paragraph(CONTINUED);
            mark.setFontSize(PaperDocument.SMALL_SIZE).setMargin(0);
            mark.getAccessibilityProperties().setRole(StandardRoles.ARTIFACT);
            Rectangle area = getOccupiedAreaBBox().applyMargins(INSET, INSET, INSET, INSET, false);
            try (Canvas canvas = new Canvas(context.getCanvas(), area)) {
                canvas.enableAutoTagging(
                        context.getDocument().getPage(getOccupiedArea().getPageNumber()));
                canvas.add(mark);
            }
        }
    }
}
