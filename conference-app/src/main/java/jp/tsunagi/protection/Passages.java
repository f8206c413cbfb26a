package jp.tsunagi.protection;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Marked passages of free texts. A counsellor marks where a withheld item is spoken of:
 * {@code 〔伏せる：勤務先〕……〔ここまで〕}; a mark that is not closed reaches to the end of the text. From whom the item is withheld, the passage is withheld; for others the marks vanish.
 */
public final class Passages {

    private static final Pattern MARKED = Pattern.compile("〔伏せる[：:]([^〕]{1,100})〕(.*?)(?:〔ここまで〕|\\z)", Pattern.DOTALL);
    private static final String TAKEN_OUT = "〔伏せています〕";

    private Passages() {}

    /** The text as it may be seen where these items are withheld. */
    public static String without(Set<String> items, String text) {
        if (text.indexOf('〔') < 0) {
            return text;
        }
        return MARKED.matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(items.contains(match.group(1).strip()) ? TAKEN_OUT : match.group(2)));
    }

    /** Whether each of the items has a marked passage in at least one of the texts. */
    public static boolean marked(Set<String> items, Collection<String> texts) {
        return items.stream().allMatch(item -> texts.stream().anyMatch(text -> MARKED.matcher(text)
                .results()
                .anyMatch(match -> match.group(1).strip().equals(item))));
    }
}
