package jp.tsunagi.conference;

import java.util.ArrayList;
import java.util.List;
import jp.tsunagi.protection.Passages;

/**
 * The paragraphs of a free text. Blank lines part them; in a text without blank lines each line is one. A correction keeps
 * their number, so that everybody goes on speaking of the same paragraph.
 */
record MinutesText(String whole) {

    private record Span(int from, int to) {}

    /** Each paragraph as it was typed. */
    List<String> asTyped() {
        return spans().stream()
                .map(span -> whole.substring(span.from(), span.to()))
                .toList();
    }

    /** Each paragraph with the marks of withheld passages that were opened before it, so that each can be redacted alone. */
    List<String> alone() {
        return spans().stream()
                .map(span ->
                        Passages.openAfter(whole.substring(0, span.from())) + whole.substring(span.from(), span.to()))
                .toList();
    }

    /** The text with another paragraph in the place of that one. */
    MinutesText with(int paragraph, String corrected) {
        Span span = spans().get(paragraph);
        return new MinutesText(whole.substring(0, span.from()) + corrected.strip() + whole.substring(span.to()));
    }

    /** Whether all but that paragraph is as it was, marks that reach over several paragraphs included. */
    boolean differsOnlyIn(int paragraph, MinutesText other) {
        List<String> mine = new ArrayList<>(alone());
        List<String> theirs = new ArrayList<>(other.alone());
        if (mine.size() != theirs.size() || paragraph >= mine.size()) {
            return false;
        }
        mine.remove(paragraph);
        theirs.remove(paragraph);
        return mine.equals(theirs) && Passages.openAfter(whole).equals(Passages.openAfter(other.whole));
    }

    private List<Span> spans() {
        boolean blocks = whole.strip().lines().anyMatch(String::isBlank);
        List<Span> spans = new ArrayList<>();
        int from = 0;
        boolean joined = false;
        while (from <= whole.length()) {
            int end = whole.indexOf('\n', from);
            int next = end < 0 ? whole.length() + 1 : end + 1;
            int to = end < 0 ? whole.length() : end;
            if (to > from && whole.charAt(to - 1) == '\r') {
                to--;
            }
            if (whole.substring(from, to).isBlank()) {
                joined = false;
            } else if (blocks && joined) {
                spans.set(spans.size() - 1, new Span(spans.get(spans.size() - 1).from(), to));
            } else {
                spans.add(new Span(from, to));
                joined = true;
            }
            from = next;
        }
        return spans;
    }
}
