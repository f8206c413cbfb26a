package jp.tsunagi.protection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Marked passages of free texts. A counsellor marks where a withheld item is spoken of:
 * {@code 〔伏せる：勤務先〕……〔ここまで〕}; a mark that is not closed reaches to the end of the text. From whom the item is
 * withheld, the passage is withheld; for others the marks vanish. Passages may lie inside one another.
 */
public final class Passages {

    /**
     * The item that marks where she is, whatever else she withholds: such a passage is read by those alone who may know it.
     */
    public static final String WHEREABOUTS = "所在";

    private static final Pattern MARK = Pattern.compile("〔伏せる[：:]([^〕]{1,100})〕|〔ここまで〕");
    private static final String TAKEN_OUT = "〔伏せています〕";

    private Passages() {}

    /** The text as it may be seen where these items are withheld. */
    public static String without(Set<String> items, String text) {
        if (text.indexOf('〔') < 0) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        Deque<Boolean> withheld = new ArrayDeque<>();
        Matcher mark = MARK.matcher(text);
        int from = 0;
        while (mark.find()) {
            if (!withheld.contains(true)) {
                shown.append(text, from, mark.start());
            }
            from = mark.end();
            if (mark.group(1) == null) {
                withheld.poll();
            } else {
                boolean hides = items.contains(mark.group(1).strip());
                if (hides && !withheld.contains(true)) {
                    shown.append(TAKEN_OUT);
                }
                withheld.push(hides);
            }
        }
        if (!withheld.contains(true)) {
            shown.append(text, from, text.length());
        }
        return shown.toString();
    }

    /** The marks that are still open where the text ends, as they would stand before what follows. */
    public static String openAfter(String text) {
        Deque<String> open = new ArrayDeque<>();
        Matcher mark = MARK.matcher(text);
        while (mark.find()) {
            if (mark.group(1) == null) {
                open.pollLast();
            } else {
                open.addLast(mark.group());
            }
        }
        return String.join("", open);
    }

    /** The items that the text is marked for. */
    public static Set<String> items(String text) {
        return MARK.matcher(text)
                .results()
                .filter(match -> match.group(1) != null)
                .map(match -> match.group(1).strip())
                .collect(Collectors.toSet());
    }

    /** What is said inside the passages of a text, whatever item they are marked for. */
    public static List<String> said(String text) {
        List<String> said = new ArrayList<>();
        Matcher mark = MARK.matcher(text);
        int depth = 0;
        int from = 0;
        while (mark.find()) {
            if (depth > 0 && mark.start() > from) {
                said.add(text.substring(from, mark.start()));
            }
            depth = Math.max(0, depth + (mark.group(1) == null ? -1 : 1));
            from = mark.end();
        }
        if (depth > 0 && from < text.length()) {
            said.add(text.substring(from));
        }
        return said;
    }

    /** The text without any passage, and without a sign that there was one. */
    public static String withoutAll(String text) {
        return without(items(text), text).replace(TAKEN_OUT, "");
    }

    /** Whether nothing is left of a passage but the sign that it was taken out. */
    public static boolean takenOut(String text) {
        return text.replace(TAKEN_OUT, "").isBlank();
    }

    /**
     * Whether a text is marked for each of the items, be it by an empty passage that says that it is not spoken of. A text
     * that is not marked may speak of the item anywhere.
     */
    public static boolean marked(Set<String> items, String text) {
        return items.stream().allMatch(item -> MARK.matcher(text)
                .results()
                .anyMatch(match ->
                        match.group(1) != null && match.group(1).strip().equals(item)));
    }
}
