package jp.tsunagi.document;

import com.itextpdf.kernel.geom.PageSize;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfAConformance;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfOutputIntent;
import com.itextpdf.kernel.pdf.PdfPage;
import com.itextpdf.kernel.pdf.PdfString;
import com.itextpdf.kernel.pdf.PdfUAConformance;
import com.itextpdf.kernel.pdf.PdfViewerPreferences;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.WriterProperties;
import com.itextpdf.kernel.pdf.tagging.StandardRoles;
import com.itextpdf.kernel.xmp.options.SerializeOptions;
import com.itextpdf.layout.Canvas;
import com.itextpdf.layout.Document;
import com.itextpdf.layout.borders.SolidBorder;
import com.itextpdf.layout.element.AreaBreak;
import com.itextpdf.layout.element.Div;
import com.itextpdf.layout.element.IBlockElement;
import com.itextpdf.layout.element.Paragraph;
import com.itextpdf.layout.element.Table;
import com.itextpdf.layout.properties.Leading;
import com.itextpdf.layout.properties.Property;
import com.itextpdf.layout.properties.TextAlignment;
import com.itextpdf.layout.properties.VerticalAlignment;
import com.itextpdf.pdfa.PdfADocument;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;

/**
 * One paper on A4 that is PDF/A-2a and PDF/UA-1 at once: tagged, in Japanese, fonts embedded, titled. Made in memory: one
 * that is given up leaves nothing behind.
 */
final class PaperDocument {

    static final float BODY_SIZE = 10.5f;
    static final float LINE_HEIGHT = 1.35f;
    /** Room for the readings above. */
    private static final float LINE_HEIGHT_WITH_READINGS = 1.9f;

    static final float SMALL_SIZE = 9f;

    private static final float TITLE_SIZE = 15f;
    private static final float FOOTER_SIZE = 8f;
    private static final float FOOTER_LEADING = 11f;
    private static final float GAP = 4f;
    private static final float RULE = 0.4f;
    private static final float RULED_HEIGHT = millimetres(9);
    private static final int METADATA_PADDING = 16;
    private static final float MARGIN = millimetres(20);
    private static final float LEFT_MARGIN = millimetres(25);
    static final float WIDTH = PageSize.A4.getWidth() - LEFT_MARGIN - MARGIN;
    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
    private final float size;
    private final Typesetter typesetter;
    private final PdfDocument pdf;
    private final Document layout;

    /** @param title of the document and its first heading; never holds a name */
    PaperDocument(String title, Typesetter typesetter) {
        this(title, BODY_SIZE, typesetter);
    }

    /** @param size of the letters in points */
    PaperDocument(String title, float size, Typesetter typesetter) {
        this.size = size;
        this.typesetter = typesetter;
        WriterProperties properties = new WriterProperties()
                .setFullCompressionMode(true)
                .setCompressionLevel(6)
                .addPdfUaXmpMetadata(PdfUAConformance.PDF_UA_1);
        pdf = new PdfADocument(
                new PdfWriter(out, properties),
                PdfAConformance.PDF_A_2A,
                new PdfOutputIntent(
                        "Custom", "", "http://www.color.org", "sRGB IEC61966-2.1", new ByteArrayInputStream(SRGB)));
        pdf.setSerializeOptions(new SerializeOptions().setPadding(METADATA_PADDING));
        pdf.setTagged();
        pdf.getCatalog().setLang(new PdfString("ja-JP"));
        pdf.getCatalog().setViewerPreferences(new PdfViewerPreferences().setDisplayDocTitle(true));
        pdf.getDocumentInfo().setTitle(Furigana.plain(title));
        layout = new Document(pdf, PageSize.A4, false);
        layout.setMargins(MARGIN, MARGIN, MARGIN, LEFT_MARGIN);
        layout.setFontSize(size);
        layout.setProperty(Property.SPLIT_CHARACTERS, new LineBreaking());
        layout.setProperty(
                Property.LEADING,
                new Leading(Leading.MULTIPLIED, typesetter.setsReadings() ? LINE_HEIGHT_WITH_READINGS : LINE_HEIGHT));
        layout.add(headed(title, StandardRoles.H1, TITLE_SIZE, TextAlignment.CENTER));
    }

    static float millimetres(float length) {
        return length * 72 / 25.4f;
    }

    /** A heading with the sentences beneath it; all of them stay with what follows. */
    void section(String heading, String... texts) {
        if (texts.length == 0) {
            layout.add(headed(heading, StandardRoles.H2, size, TextAlignment.LEFT));
            return;
        }
        Div opening = new Div().setKeepTogether(true).setKeepWithNext(true);
        opening.add(headed(heading, StandardRoles.H2, size, TextAlignment.LEFT));
        for (String text : texts) {
            opening.add(sentence(text));
        }
        layout.add(opening);
    }

    /** What follows stands on pages of its own. */
    void newPage() {
        layout.add(new AreaBreak());
    }

    void add(IBlockElement block) {
        layout.add(block);
    }

    /** One of several tables in a row. */
    void table(Table table) {
        layout.add(table.setMarginBottom(GAP));
    }

    void text(String text) {
        layout.add(sentence(text));
    }

    /** Empty lines to write on by hand, on one page: drawn, and nothing to be read aloud. */
    void ruled(int lines) {
        if (lines == 0) {
            return;
        }
        Div space = new Div().setKeepTogether(true);
        space.getAccessibilityProperties().setRole(StandardRoles.ARTIFACT);
        for (int i = 0; i < lines; i++) {
            space.add(new Div().setHeight(RULED_HEIGHT).setBorderBottom(new SolidBorder(RULE)));
        }
        layout.add(space);
    }

    void note(String text) {
        layout.add(typesetter.paragraph(text).setFontSize(SMALL_SIZE).setMargin(0));
    }

    /**
     * Puts the marks on every page and ends the document.
     *
     * @param topRight who may read it; empty for a paper without marks, which tells its page where there are several
     * @param bottomLeft which copy it is, line by line; the page number is added at the right of the first
     * @return the PDF
     */
    byte[] finish(String topRight, String... bottomLeft) {
        int pages = pdf.getNumberOfPages();
        for (int number = 1; number <= pages; number++) {
            PdfPage page = pdf.getPage(number);
            float top = PageSize.A4.getHeight() - MARGIN + millimetres(4);
            float bottom = MARGIN - millimetres(9);
            if (!topRight.isEmpty()) {
                mark(page, typesetter.paragraph(topRight).simulateBold(), SMALL_SIZE, top, TextAlignment.RIGHT);
            } else if (pages == 1) {
                continue;
            }
            for (int line = 0; line < bottomLeft.length; line++) {
                float y = bottom - line * FOOTER_LEADING;
                mark(page, typesetter.paragraph(bottomLeft[line]), FOOTER_SIZE, y, TextAlignment.LEFT);
            }
            mark(page, typesetter.paragraph(number + " / " + pages + " 頁"), FOOTER_SIZE, bottom, TextAlignment.RIGHT);
        }
        layout.close();
        return out.toByteArray();
    }

    private Paragraph sentence(String text) {
        Paragraph sentence = typesetter.paragraph(text);
        sentence.setMargin(0).setMarginBottom(GAP).setKeepWithNext(true);
        return sentence;
    }

    private Paragraph headed(String text, String role, float size, TextAlignment alignment) {
        Paragraph heading = typesetter.paragraph(text).simulateBold();
        heading.setFontSize(size).setTextAlignment(alignment).setKeepWithNext(true);
        heading.setMargin(0).setMarginTop(role.equals(StandardRoles.H1) ? 0 : 6).setMarginBottom(2);
        heading.getAccessibilityProperties().setRole(role);
        return heading;
    }

    /** A mark belongs to the page, not to the text: a screen reader leaves it out. */
    private void mark(PdfPage page, Paragraph mark, float size, float y, TextAlignment alignment) {
        mark.setFontSize(size)
                .setTextAlignment(alignment)
                .setVerticalAlignment(VerticalAlignment.BOTTOM)
                .setMargin(0);
        mark.getAccessibilityProperties().setRole(StandardRoles.ARTIFACT);
        try (Canvas canvas = new Canvas(page, new Rectangle(LEFT_MARGIN, y, WIDTH, size * 1.6f))) {
            canvas.enableAutoTagging(page);
            canvas.add(mark);
        }
    }
}
