package jp.tsunagi.document;

import com.itextpdf.commons.exceptions.ITextException;
import com.itextpdf.io.font.otf.Glyph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The font programs of the papers, loaded once and shared by every document and thread. Loading takes some 50 ms, so
 * there is one instance per program.
 */
final class PaperFonts {

    private final CompactTrueTypeFont regular;
    private final CompactTrueTypeFont fallback;

    /**
     * A glyph to draw and what a reader shall get back for it.
     *
     * @param actualText the sign as typed, where the font alone would give back something else; null otherwise
     */
    record Drawn(Glyph glyph, @Nullable String actualText) {}

    /** @throws UncheckedIOException or IllegalArgumentException naming the font file that cannot be used */
    PaperFonts(TemplateFiles files) {
        regular = load(files, "fonts/BIZUDPGothic-Regular.ttf");
        fallback = load(files, "fonts/TsunagiFallback-Regular.ttf");
    }

    /** The fonts in the order in which they are tried; the first sets ordinary text. */
    List<CompactTrueTypeFont> inOrder() {
        return List.of(regular, fallback);
    }

    boolean canPrint(String sign) {
        return drawn(sign, regular) != null || drawn(sign, fallback) != null;
    }

    /** How a font draws a sign; null where it cannot. */
    static @Nullable Drawn drawn(String sign, CompactTrueTypeFont font) {
        Glyph glyph = glyph(sign, font);
        if (glyph == null) {
            return null;
        }
        return new Drawn(glyph, font.extractedAs(glyph).equals(sign) ? null : sign);
    }

    private static @Nullable Glyph glyph(String sign, CompactTrueTypeFont font) {
        int base = sign.codePointAt(0);
        int next = Character.charCount(base);
        if (next < sign.length() && VariationSequence.isSelector(sign.codePointAt(next))) {
            int selector = sign.codePointAt(next);
            return next + Character.charCount(selector) == sign.length() ? font.glyphOf(base, selector) : null;
        }
        int codePoint = Signs.drawn(sign);
        return codePoint < 0 ? null : font.glyphOf(codePoint);
    }

    private static CompactTrueTypeFont load(TemplateFiles files, String name) {
        try {
            return new CompactTrueTypeFont(files.read(name));
        } catch (IOException | ITextException | IllegalArgumentException e) {
            throw new IllegalArgumentException("The font " + files.location(name) + " cannot be used", e);
        }
    }
}
