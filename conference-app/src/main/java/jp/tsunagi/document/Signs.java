package jp.tsunagi.document;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Splits a text into signs: what is drawn as one glyph. A sign is a character, a character with its variation selector,
 * or a character with the combining marks typed after it (か and U+3099).
 */
final class Signs {

    private static final Set<UnicodeScript> WITHOUT_SHAPING = EnumSet.of(
            UnicodeScript.COMMON,
            UnicodeScript.INHERITED,
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.HANGUL,
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC);

    private Signs() {}

    static List<String> split(String text) {
        List<String> signs = new ArrayList<>(text.length());
        int start = 0;
        while (start < text.length()) {
            int end = start + Character.charCount(text.codePointAt(start));
            if (text.startsWith("\r\n", start)) {
                end++;
            } else {
                while (end < text.length() && belongsToTheSignBefore(text.codePointAt(end))) {
                    end += Character.charCount(text.codePointAt(end));
                }
            }
            signs.add(text.substring(start, end));
            start = end;
        }
        return signs;
    }

    static boolean isLineEnd(String sign) {
        return sign.equals("\n") || sign.equals("\r\n") || sign.equals("\r");
    }

    /**
     * The one character to draw for a sign without variation selector, or -1 where there is none: a sign that does not
     * compose, a control or invisible character, a script that needs shaping.
     */
    static int drawn(String sign) {
        if (sign.equals("\t")) {
            return '\u3000';
        }
        String composed =
                sign.codePointCount(0, sign.length()) == 1 ? sign : Normalizer.normalize(sign, Normalizer.Form.NFC);
        int codePoint = composed.codePointAt(0);
        if (Character.charCount(codePoint) != composed.length() || isMark(codePoint) || isInvisible(codePoint)) {
            return -1;
        }
        return WITHOUT_SHAPING.contains(UnicodeScript.of(codePoint)) && !isRightToLeft(codePoint) ? codePoint : -1;
    }

    /** Whether a character is never drawn itself but as part of another, or (the tab) as a gap. */
    static boolean isPartOfAnother(int codePoint) {
        return belongsToTheSignBefore(codePoint) || codePoint == '\t' || codePoint >= 0x1100 && codePoint < 0x1160;
    }

    private static boolean belongsToTheSignBefore(int codePoint) {
        boolean hangulVowelOrFinal = codePoint >= 0x1160 && codePoint <= 0x11FF;
        return isMark(codePoint) || hangulVowelOrFinal;
    }

    private static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> codePoint == 0x3164 || codePoint == 0xFFA0; // Hangul fillers
        };
    }

    private static boolean isRightToLeft(int codePoint) {
        byte direction = Character.getDirectionality(codePoint);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
