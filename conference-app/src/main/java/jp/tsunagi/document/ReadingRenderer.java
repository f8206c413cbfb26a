package jp.tsunagi.document;

import com.itextpdf.io.font.otf.GlyphLine;
import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.pdf.canvas.CanvasArtifact;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import com.itextpdf.layout.element.Text;
import com.itextpdf.layout.properties.Property;
import com.itextpdf.layout.properties.UnitValue;
import com.itextpdf.layout.renderer.DrawContext;
import com.itextpdf.layout.renderer.IRenderer;
import com.itextpdf.layout.splitting.ISplitCharacters;

/**
 * A word with its reading above it. The word stays whole; the reading is drawn and is nothing to be read aloud, since a
 * screen reader reads the word by itself.
 */
final class ReadingRenderer extends Typesetter.GlyphRenderer {

    private static final float HALF = 0.5f;
    /** How far a long reading may reach beyond its word, as a part of the word's width. */
    private static final float WIDEST = 1.2f;

    private static final float ABOVE = 0.95f;
    private static final float UNITS = 1000;
    private static final ISplitCharacters NOWHERE = (line, index) -> index + 1 >= line.size();

    private final GlyphLine glyphs;
    private final PdfFont glyphFont;
    private final int signs;
    private final GlyphLine reading;
    private final PdfFont readingFont;

    /** @param signs how many of the glyphs the reading is of; the others only stay with the word */
    ReadingRenderer(Text text, GlyphLine glyphs, PdfFont glyphFont, int signs, GlyphLine reading, PdfFont readingFont) {
        super(text, glyphs, glyphFont);
        this.glyphs = glyphs;
        this.glyphFont = glyphFont;
        this.signs = signs;
        this.reading = reading;
        this.readingFont = readingFont;
        setProperty(Property.SPLIT_CHARACTERS, NOWHERE);
    }

    @Override
    public IRenderer getNextRenderer() {
        return new ReadingRenderer((Text) getModelElement(), glyphs, glyphFont, signs, reading, readingFont);
    }

    @Override
    public void draw(DrawContext context) {
        super.draw(context);
        UnitValue size = getPropertyAsUnitValue(Property.FONT_SIZE);
        float word = width(glyphs, signs) * size.getValue();
        float units = width(reading, reading.size());
        float small = Math.min(size.getValue() * HALF, word * WIDEST / units);
        PdfCanvas canvas = context.getCanvas();
        if (context.isTaggingEnabled()) {
            canvas.openTag(new CanvasArtifact());
        }
        canvas.saveState()
                .beginText()
                .setFontAndSize(readingFont, small)
                .moveText(
                        getOccupiedAreaBBox().getLeft() + (word - units * small) / 2,
                        getYLine() + size.getValue() * ABOVE)
                .showText(new GlyphLine(reading))
                .endText()
                .restoreState();
        if (context.isTaggingEnabled()) {
            canvas.closeTag();
        }
    }

    private static float width(GlyphLine line, int many) {
        float width = 0;
        for (int i = 0; i < many; i++) {
            width += line.get(i).getWidth() / UNITS;
        }
        return width;
    }
}
