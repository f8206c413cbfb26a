package jp.tsunagi.document;

import com.itextpdf.io.font.PdfEncodings;
import com.itextpdf.io.font.otf.Glyph;
import com.itextpdf.io.font.otf.GlyphLine;
import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.font.PdfFontFactory;
import com.itextpdf.kernel.font.PdfFontFactory.EmbeddingStrategy;
import com.itextpdf.layout.element.Paragraph;
import com.itextpdf.layout.element.Text;
import com.itextpdf.layout.renderer.IRenderer;
import com.itextpdf.layout.renderer.TextRenderer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagi.document.PaperFonts.Drawn;
import org.jspecify.annotations.Nullable;

/**
 * Sets lines of text for one document: chooses the font word by word, draws composed glyphs and variants, and tells a
 * reader what was typed wherever the drawn glyph alone would not (ActualText).
 */
final class Typesetter {

    private static final int NO_BREAK_SPACE = 0xA0;

    private final PaperFonts fonts;
    private final boolean readings;
    private final Map<CompactTrueTypeFont, PdfFont> embedded = new IdentityHashMap<>();

    Typesetter(PaperFonts fonts) {
        this(fonts, false);
    }

    /** @param readings whether the readings of a template's words stand above them; they are left out otherwise */
    Typesetter(PaperFonts fonts, boolean readings) {
        this.fonts = fonts;
        this.readings = readings;
    }

    boolean setsReadings() {
        return readings;
    }

    /**
     * One line of text, which may wrap.
     *
     * @throws UnprintableCharacterException if no font has a character of it
     */
    Paragraph paragraph(String line) {
        Paragraph paragraph = new Paragraph().setFont(embedded(fonts.inOrder().get(0)));
        if (!readings || !Furigana.hasReadings(line)) {
            add(Furigana.plain(line), paragraph);
            return paragraph;
        }
        List<Furigana.Piece> pieces = Furigana.pieces(line);
        String begun = "";
        for (int i = 0; i < pieces.size(); i++) {
            Furigana.Piece piece = pieces.get(i);
            String reading = piece.reading();
            if (reading == null) {
                add(begun.isEmpty() ? piece.text() : piece.text().substring(begun.length()), paragraph);
                begun = "";
            } else {
                // What may not begin a line stays with the word before it.
                boolean followed = i + 1 < pieces.size() && pieces.get(i + 1).reading() == null;
                begun = followed ? unbroken(piece.text(), pieces.get(i + 1).text()) : "";
                paragraph.add(word(piece.text(), begun, reading));
            }
        }
        return paragraph;
    }

    private static String unbroken(String word, String next) {
        int end = 0;
        int before = word.codePointBefore(word.length());
        while (end < next.length() && !LineBreaking.mayBreak(before, next.codePointAt(end))) {
            before = next.codePointAt(end);
            end += Character.charCount(before);
        }
        return next.substring(0, end);
    }

    private Text word(String word, String tail, String reading) {
        List<CompactTrueTypeFont> candidates = fonts.inOrder();
        List<String> signs = Signs.split(word + tail);
        CompactTrueTypeFont font = firstThatDraws(signs, candidates);
        if (font == null) {
            throw new UnprintableCharacterException(PrintableCharacters.Unprintable.of(word, 0));
        }
        Text text = new Text("");
        text.setNextRenderer(new ReadingRenderer(
                text,
                line(signs, font),
                embedded(font),
                Signs.split(word).size(),
                line(Signs.split(reading), candidates.get(0)),
                embedded(candidates.get(0))));
        return text;
    }

    private static GlyphLine line(List<String> signs, CompactTrueTypeFont font) {
        List<Glyph> glyphs = new ArrayList<>();
        for (String sign : signs) {
            Drawn drawn = PaperFonts.drawn(sign, font);
            if (drawn == null) {
                throw new UnprintableCharacterException(PrintableCharacters.Unprintable.of(sign, 0));
            }
            glyphs.add(drawn.glyph());
        }
        return new GlyphLine(glyphs);
    }

    private void add(String line, Paragraph paragraph) {
        List<CompactTrueTypeFont> candidates = fonts.inOrder();
        List<String> signs = Signs.split(line);
        int firstInk = 0;
        while (firstInk < signs.size() && signs.get(firstInk).isBlank()) {
            firstInk++;
        }
        int lastInk = signs.size() - 1;
        while (lastInk > firstInk && signs.get(lastInk).isBlank()) {
            lastInk--;
        }
        Run run = new Run(candidates.get(0));
        int start = 0;
        while (start < signs.size()) {
            int end = endOfWord(signs, start);
            CompactTrueTypeFont font = firstThatDraws(signs.subList(start, end), candidates);
            for (int i = start; i < end; i++) {
                CompactTrueTypeFont own = font != null ? font : fontOf(signs, i, candidates);
                if (own != run.font) {
                    run.addTo(paragraph);
                    run = new Run(own);
                }
                run.add(signs.get(i), i < firstInk || i > lastInk);
            }
            start = end;
        }
        run.addTo(paragraph);
    }

    /** A word ends where a line may: so a change of font never splits what stays together. */
    private static int endOfWord(List<String> signs, int start) {
        int end = start + 1;
        while (end < signs.size()
                && !LineBreaking.mayBreak(
                        signs.get(end - 1).codePointAt(0), signs.get(end).codePointAt(0))) {
            end++;
        }
        return end;
    }

    private static @Nullable CompactTrueTypeFont firstThatDraws(
            List<String> signs, List<CompactTrueTypeFont> candidates) {
        for (CompactTrueTypeFont font : candidates) {
            if (signs.stream().allMatch(sign -> PaperFonts.drawn(sign, font) != null)) {
                return font;
            }
        }
        return null;
    }

    private static CompactTrueTypeFont fontOf(List<String> signs, int index, List<CompactTrueTypeFont> candidates) {
        CompactTrueTypeFont font = firstThatDraws(List.of(signs.get(index)), candidates);
        if (font == null) {
            String before = String.join("", signs.subList(0, index));
            throw new UnprintableCharacterException(
                    PrintableCharacters.Unprintable.of(signs.get(index), before.codePointCount(0, before.length())));
        }
        return font;
    }

    private PdfFont embedded(CompactTrueTypeFont font) {
        return embedded.computeIfAbsent(
                font,
                program ->
                        PdfFontFactory.createFont(program, PdfEncodings.IDENTITY_H, EmbeddingStrategy.FORCE_EMBEDDED));
    }

    /** Neighbouring signs in one font. */
    private final class Run {

        private final CompactTrueTypeFont font;
        private final List<Glyph> glyphs = new ArrayList<>();
        private final List<@Nullable String> actualTexts = new ArrayList<>();

        Run(CompactTrueTypeFont font) {
            this.font = font;
        }

        /** @param edge a space at the beginning or end of the line, which the layout would drop if it knew it as one */
        void add(String sign, boolean edge) {
            Drawn drawn = PaperFonts.drawn(sign, font);
            if (drawn == null) {
                throw new IllegalArgumentException("The font was chosen for another sign");
            }
            Glyph glyph = drawn.glyph();
            glyphs.add(edge ? new Glyph(glyph.getCode(), glyph.getWidth(), NO_BREAK_SPACE) : glyph);
            actualTexts.add(drawn.actualText());
        }

        void addTo(Paragraph paragraph) {
            if (glyphs.isEmpty()) {
                return;
            }
            GlyphLine line = new GlyphLine(glyphs);
            for (int i = 0; i < actualTexts.size(); i++) {
                String actual = actualTexts.get(i);
                if (actual != null) {
                    line.setActualText(i, i + 1, actual);
                }
            }
            Text text = new Text("");
            text.setNextRenderer(new GlyphRenderer(text, line, embedded(font)));
            paragraph.add(text);
        }
    }

    /** Text that is set glyph by glyph, as often as it is laid out: the header of a table stands on every page. */
    static class GlyphRenderer extends TextRenderer {

        private final GlyphLine glyphs;
        private final PdfFont glyphFont;

        GlyphRenderer(Text text, GlyphLine glyphs, PdfFont glyphFont) {
            super(text);
            this.glyphs = glyphs;
            this.glyphFont = glyphFont;
            setText(new GlyphLine(glyphs), glyphFont);
        }

        @Override
        public IRenderer getNextRenderer() {
            return new GlyphRenderer((Text) getModelElement(), glyphs, glyphFont);
        }
    }
}
