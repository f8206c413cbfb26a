package jp.tsunagi.document;

import com.itextpdf.commons.datastructures.Tuple2;
import com.itextpdf.io.font.TrueTypeFont;
import com.itextpdf.io.font.otf.Glyph;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A font program that is loaded once and embedded small.
 *
 * <p>iText's own subset keeps the whole character map, the metrics of every glyph and the hinting: some 140 KB for a
 * Japanese font. A font embedded with Identity-H needs none of these. What is left here is the outlines and advances of
 * the glyphs in use, under their original numbers.
 *
 * <p>It also reads variation sequences (character map format 14), which iText ignores. Immutable once built: documents
 * on several threads may share it.
 */
final class CompactTrueTypeFont extends TrueTypeFont {

    private static final int ARGUMENTS_ARE_WORDS = 0x01;
    private static final int HAS_SCALE = 0x08;
    private static final int MORE_COMPONENTS = 0x20;
    private static final int HAS_TWO_SCALES = 0x40;
    private static final int HAS_MATRIX = 0x80;
    private static final int GLYPH_HEADER = 10;

    private final TrueTypeTables tables;
    private final boolean longOffsets;
    private final int advances;
    private final Map<VariationSequence, Glyph> variants = new HashMap<>();

    /** @throws IOException if the program is no font; IllegalArgumentException without TrueType outlines */
    CompactTrueTypeFont(byte[] program) throws IOException {
        super(program);
        tables = new TrueTypeTables(program);
        longOffsets = tables.unsigned(tables.start("head") + 50) != 0;
        advances = tables.unsigned(tables.start("hhea") + 34);
        VariationSequence.readAll(tables).forEach(this::addVariant);
    }

    /** The glyph of a character; null where the font has none. */
    @Nullable Glyph glyphOf(int codePoint) {
        Glyph glyph = super.getGlyph(codePoint);
        return glyph == null || glyph.getCode() == 0 ? null : glyph;
    }

    /** The glyph of a character followed by a variation selector; null where the font has none. */
    @Nullable Glyph glyphOf(int codePoint, int selector) {
        return variants.get(new VariationSequence(codePoint, selector));
    }

    /**
     * The check for PDF/A asks for a glyph of every character that was typed, even of one that went into the glyph of the
     * sign it belongs to; such a one is answered with the space. {@link #glyphOf(int)} never does that.
     */
    @Override
    public Glyph getGlyph(int unicode) {
        Glyph glyph = super.getGlyph(unicode);
        return glyph == null && Signs.isPartOfAnother(unicode) ? super.getGlyph(' ') : glyph;
    }

    /** What a reader gets back from a glyph when nothing else is said. */
    String extractedAs(Glyph glyph) {
        Glyph known = getGlyphByCode(glyph.getCode());
        return known == null || known.getUnicodeChars() == null ? "" : new String(known.getUnicodeChars());
    }

    private void addVariant(VariationSequence sequence, int glyphNumber) {
        Glyph base = glyphOf(sequence.base());
        if (base == null) {
            return;
        }
        if (glyphNumber == VariationSequence.DEFAULT_GLYPH) {
            variants.put(sequence, base);
            return;
        }
        Glyph variant = new Glyph(glyphNumber, getGlyphByCode(glyphNumber).getWidth(), sequence.base());
        if (!getGlyphByCode(glyphNumber).hasValidUnicode()) {
            codeToGlyph.put(glyphNumber, variant); // so that a reader gets back the character at least
        }
        variants.put(sequence, variant);
    }

    @Override
    public Tuple2<Integer, byte[]> subset(Set<Integer> glyphs, boolean subsetTables) {
        TreeSet<Integer> used = withComponents(glyphs);
        int count = used.last() + 1;

        ByteArrayOutputStream outlines = new ByteArrayOutputStream(32 * 1024);
        int[] offsets = new int[count + 1];
        int next = 0;
        for (int glyph : used) {
            Arrays.fill(offsets, next, glyph + 1, outlines.size());
            outlines.writeBytes(withoutInstructions(glyph));
            if ((outlines.size() & 1) != 0) {
                outlines.write(0);
            }
            next = glyph + 1;
        }
        Arrays.fill(offsets, next, count + 1, outlines.size());
        boolean shortOffsets = outlines.size() < 0x1fffe;

        SortedMap<String, byte[]> subset = new TreeMap<>();
        subset.put("glyf", outlines.toByteArray());
        subset.put("loca", offsetTable(offsets, shortOffsets));
        subset.put("hmtx", metrics(used, count));
        subset.put("head", patched("head", 50, shortOffsets ? 0 : 1));
        subset.put("hhea", patched("hhea", 34, count));
        subset.put("maxp", patched("maxp", 4, count));
        return new Tuple2<>(count, TrueTypeTables.assemble(subset));
    }

    private TreeSet<Integer> withComponents(Set<Integer> glyphs) {
        TreeSet<Integer> used = new TreeSet<>(glyphs);
        used.add(0);
        Deque<Integer> open = new ArrayDeque<>(used);
        while (!open.isEmpty()) {
            int glyph = open.remove();
            if (!isComposite(glyph)) {
                continue;
            }
            int at = outline(glyph) + GLYPH_HEADER;
            int flags;
            do {
                flags = tables.unsigned(at);
                int component = tables.unsigned(at + 2);
                if (used.add(component)) {
                    open.add(component);
                }
                at += 4 + ((flags & ARGUMENTS_ARE_WORDS) != 0 ? 4 : 2) + transformation(flags);
            } while ((flags & MORE_COMPONENTS) != 0);
        }
        return used;
    }

    private static int transformation(int flags) {
        if ((flags & HAS_SCALE) != 0) {
            return 2;
        }
        if ((flags & HAS_TWO_SCALES) != 0) {
            return 4;
        }
        return (flags & HAS_MATRIX) != 0 ? 8 : 0;
    }

    private boolean isComposite(int glyph) {
        return outline(glyph + 1) > outline(glyph) && tables.signed(outline(glyph)) < 0;
    }

    private int outline(int glyph) {
        int offsets = tables.start("loca");
        return tables.start("glyf")
                + (longOffsets ? tables.integer(offsets + 4 * glyph) : 2 * tables.unsigned(offsets + 2 * glyph));
    }

    /** The outline of a glyph; a simple one loses its hinting, which only an old screen would use. */
    private byte[] withoutInstructions(int glyph) {
        int start = outline(glyph);
        int end = outline(glyph + 1);
        if (end <= start || isComposite(glyph)) {
            return tables.bytes(start, Math.max(start, end));
        }
        int lengthAt = start + GLYPH_HEADER + 2 * tables.signed(start);
        int points = lengthAt + 2 + tables.unsigned(lengthAt);
        byte[] before = tables.bytes(start, lengthAt);
        byte[] after = tables.bytes(points, end);
        byte[] outline = Arrays.copyOf(before, before.length + 2 + after.length);
        System.arraycopy(after, 0, outline, before.length + 2, after.length);
        return outline;
    }

    private static byte[] offsetTable(int[] offsets, boolean shortOffsets) {
        ByteBuffer table = ByteBuffer.allocate(offsets.length * (shortOffsets ? 2 : 4));
        for (int offset : offsets) {
            if (shortOffsets) {
                table.putShort((short) (offset / 2));
            } else {
                table.putInt(offset);
            }
        }
        return table.array();
    }

    private byte[] metrics(Set<Integer> used, int count) {
        int start = tables.start("hmtx");
        ByteBuffer table = ByteBuffer.allocate(4 * count);
        for (int glyph : used) {
            boolean own = glyph < advances;
            table.putShort(4 * glyph, tables.signed(start + 4 * (own ? glyph : advances - 1)));
            int bearing = own ? 4 * glyph + 2 : 4 * advances + 2 * (glyph - advances);
            table.putShort(4 * glyph + 2, tables.signed(start + bearing));
        }
        return table.array();
    }

    private byte[] patched(String tag, int at, int value) {
        byte[] table = tables.copy(tag);
        ByteBuffer.wrap(table).putShort(at, (short) value);
        return table;
    }
}
