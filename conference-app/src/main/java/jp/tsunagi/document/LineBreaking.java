package jp.tsunagi.document;

import com.itextpdf.io.font.otf.GlyphLine;
import com.itextpdf.layout.splitting.ISplitCharacters;

/**
 * Where a line of Japanese may end (禁則処理): no closing bracket, punctuation, small kana or iteration mark begins a
 * line, no opening bracket ends one, and a number or a Latin word stays whole.
 */
final class LineBreaking implements ISplitCharacters {

    private static final String NEVER_FIRST = "、。，．・：；？！）］｝」』】〉》〕〙〗｠»’”｡､｣･゛゜ーｰ―…‥～〜％℃"
            + "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯﾞﾟ々〻ゝゞヽヾ゠‐–)]},.!?:;%";
    private static final String NEVER_LAST = "（［｛「『【〈《〔〘〖｟«‘“￥＄№([{";
    private static final int NO_BREAK_SPACE = 0xA0;
    private static final String NO_BREAK = "\u00a0\u202f\u2060";

    @Override
    public boolean isSplitCharacter(GlyphLine line, int index) {
        if (index + 1 >= line.size()) {
            return true;
        }
        return mayBreak(unicode(line, index), unicode(line, index + 1));
    }

    /** Whether a line may end after {@code before} and the next one begin with {@code after}. */
    static boolean mayBreak(int before, int after) {
        if (NO_BREAK.indexOf(before) >= 0 || NO_BREAK.indexOf(after) >= 0) {
            return false;
        }
        if (NEVER_FIRST.indexOf(after) >= 0 || NEVER_LAST.indexOf(before) >= 0) {
            return false;
        }
        if (Character.isWhitespace(after)) {
            return false;
        }
        if (before == '-') {
            return Character.isLetter(after);
        }
        return !(staysWhole(before) && staysWhole(after));
    }

    /** Letters and digits of alphabets, in either width, and the signs that hold them together. */
    private static boolean staysWhole(int codePoint) {
        if (Character.isWhitespace(codePoint)) {
            return false;
        }
        if (codePoint < 0x2E80) {
            return codePoint < 0x2190;
        }
        return codePoint >= 0xFF01 && codePoint <= 0xFF5A && Character.isLetterOrDigit(codePoint);
    }

    private static int unicode(GlyphLine line, int index) {
        return line.get(index).hasValidUnicode() ? line.get(index).getUnicode() : NO_BREAK_SPACE;
    }
}
