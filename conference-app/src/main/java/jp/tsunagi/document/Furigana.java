package jp.tsunagi.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Readings above words (ふりがな) of templates and pages, as an office writes them: 計画《けいかく》 for the kanji before,
 * ｜見直し《みなおし》 where a word is not kanji alone. Only fixed words have readings: nobody guesses how a name is read.
 *
 * <p>Inside, a reading is carried by the characters that Unicode has for it. They cannot be typed into a form, since no font
 * draws them: so what somebody wrote is never taken for a reading.
 */
public final class Furigana {

    private static final char BASE = '\uFFF9';
    private static final char READING = '\uFFFA';
    private static final char END = '\uFFFB';
    private static final Pattern WRITTEN =
            Pattern.compile("(?:｜([^《》｜]+)|([\\p{IsHan}々〆ヶ]+))《([\\p{IsHiragana}\\p{IsKatakana}ー]+)》");
    private static final Pattern CARRIED =
            Pattern.compile(BASE + "([^" + READING + "]*)" + READING + "([^" + END + "]*)" + END);

    private Furigana() {}

    /** A stretch of text. @param reading what stands above it; null for nothing */
    public record Piece(String text, @Nullable String reading) {}

    /** The pieces of a text that an office wrote. */
    public static List<Piece> written(String text) {
        return pieces(carried(text));
    }

    /** A text that an office wrote, with its readings carried inside. */
    static String carried(String written) {
        return WRITTEN.matcher(written)
                .replaceAll(found -> Matcher.quoteReplacement(BASE
                        + (found.group(1) == null ? found.group(2) : found.group(1))
                        + READING
                        + found.group(3)
                        + END));
    }

    static boolean hasReadings(String carried) {
        return carried.indexOf(BASE) >= 0;
    }

    /** The text without its readings. */
    static String plain(String carried) {
        return hasReadings(carried) ? pieces(carried).stream().map(Piece::text).collect(Collectors.joining()) : carried;
    }

    static List<Piece> pieces(String carried) {
        List<Piece> pieces = new ArrayList<>();
        Matcher reading = CARRIED.matcher(carried);
        int from = 0;
        while (reading.find()) {
            if (reading.start() > from) {
                pieces.add(new Piece(carried.substring(from, reading.start()), null));
            }
            pieces.add(new Piece(reading.group(1), reading.group(2)));
            from = reading.end();
        }
        if (from < carried.length()) {
            pieces.add(new Piece(carried.substring(from), null));
        }
        return pieces;
    }
}
