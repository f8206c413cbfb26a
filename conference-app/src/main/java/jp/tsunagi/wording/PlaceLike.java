package jp.tsunagi.wording;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What looks like a way to find somebody: possible, and yet often not meant. For asking once more, not for refusing. */
public final class PlaceLike {

    /** Ways in which a place is given away: codes and numbers of addresses, names of stations, schools and clinics, telephones. */
    private static final Pattern PLACE = Pattern.compile("〒|(?<!\\d)\\d{3}-\\d{4}(?!\\d)"
            + "|\\d+\\s*(?:丁目|番地|号室)|\\d+番\\d+号|\\d+条(?:東|西|南|北)?\\d+"
            + "|(?:都|道|府|県|市|区|町|村)[^\\s、。]{1,12}\\d+-\\d+"
            + "|[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー々]{1,12}(?:駅|小学校|中学校|高校|高等学校|保育園|幼稚園|病院|医院|クリニック)"
            + "|[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー々]{1,12}(?:アパート|マンション|ハイツ|コーポ|団地)"
            + "|(?<!\\d)0\\d{1,4}-\\d{1,4}-\\d{3,4}(?!\\d)");

    private PlaceLike() {}

    /** Whether the text has any. */
    public static boolean in(String text) {
        return PLACE.matcher(plain(text)).find();
    }

    /**
     * The text with each of them between these marks, as it was typed otherwise.
     *
     * @param open what is put before, {@code close} after
     */
    public static String marked(String text, String open, String close) {
        StringBuilder plain = new StringBuilder();
        List<Integer> from = new ArrayList<>();
        for (int i = 0; i < text.length(); ) {
            int next = i + Character.charCount(text.codePointAt(i));
            String one = plain(text.substring(i, next));
            for (int k = 0; k < one.length(); k++) {
                from.add(i);
            }
            plain.append(one);
            i = next;
        }
        from.add(text.length());
        StringBuilder marked = new StringBuilder();
        int done = 0;
        Matcher found = PLACE.matcher(plain);
        while (found.find()) {
            int begin = from.get(found.start());
            int end = from.get(found.end());
            marked.append(text, done, begin)
                    .append(open)
                    .append(text, begin, end)
                    .append(close);
            done = end;
        }
        return marked.append(text, done, text.length()).toString();
    }

    /** All that the text has, as it stands there but for width and the kind of hyphens. */
    public static List<String> of(String text) {
        return PLACE.matcher(plain(text))
                .results()
                .map(found -> found.group())
                .distinct()
                .toList();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[‐‑–—−ｰ]", "-");
    }
}
