package jp.tsunagi.document;

import java.util.HashMap;
import java.util.Map;

/** A character and the selector of its variant, as in 葛󠄀: the character map's format 14. */
record VariationSequence(int base, int selector) {

    /** The variant is drawn as the character alone. */
    static final int DEFAULT_GLYPH = -1;

    private static final int FORMAT = 14;
    private static final int RECORD = 11;

    String text() {
        return Character.toString(base) + Character.toString(selector);
    }

    static boolean isSelector(int codePoint) {
        return codePoint >= 0xFE00 && codePoint <= 0xFE0F || codePoint >= 0xE0100 && codePoint <= 0xE01EF;
    }

    /** Every sequence that a font knows, with the number of its glyph or {@link #DEFAULT_GLYPH}. */
    static Map<VariationSequence, Integer> readAll(TrueTypeTables tables) {
        Map<VariationSequence, Integer> glyphs = new HashMap<>();
        int map = tables.start("cmap");
        for (int i = 0; i < tables.unsigned(map + 2); i++) {
            int subtable = map + tables.integer(map + 4 + 8 * i + 4);
            if (tables.unsigned(subtable) == FORMAT) {
                int selectors = tables.integer(subtable + 6);
                for (int k = 0; k < selectors; k++) {
                    readSelector(tables, subtable, subtable + 10 + RECORD * k, glyphs);
                }
            }
        }
        return glyphs;
    }

    private static void readSelector(
            TrueTypeTables tables, int subtable, int at, Map<VariationSequence, Integer> glyphs) {
        int selector = tables.unsigned24(at);
        int defaults = tables.integer(at + 3);
        if (defaults != 0) {
            int count = tables.integer(subtable + defaults);
            for (int i = 0; i < count; i++) {
                int range = subtable + defaults + 4 + 4 * i;
                int first = tables.unsigned24(range);
                int last = first + tables.unsignedByte(range + 3);
                for (int base = first; base <= last; base++) {
                    glyphs.put(new VariationSequence(base, selector), DEFAULT_GLYPH);
                }
            }
        }
        int others = tables.integer(at + 7);
        if (others != 0) {
            int count = tables.integer(subtable + others);
            for (int i = 0; i < count; i++) {
                int mapping = subtable + others + 4 + 5 * i;
                glyphs.put(new VariationSequence(tables.unsigned24(mapping), selector), tables.unsigned(mapping + 3));
            }
        }
    }
}
