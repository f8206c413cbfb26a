package jp.tsunagi.plan;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the word by which a paper would tell on her when it is found: of an office's list, the name of an agency, or a
 * telephone number. Width, case, kana, spaces and punctuation make no difference, so that no line end hides a word.
 */
final class SafeWords {

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern IGNORED = Pattern.compile("[^\\p{IsAlphabetic}\\p{IsDigit}#]+");
    private static final int SHORTEST_TELEPHONE = 7;
    private static final Pattern GROUPED =
            Pattern.compile("\\d(?:[\\s()‐‑–—−ー-]*\\d){" + (SHORTEST_TELEPHONE - 1) + ",}");
    private static final int KANA_APART = 'ァ' - 'ぁ';

    private final List<Term> terms;

    /** @param said as it is named to the person who wrote it */
    private record Term(String said, String folded, Pattern pattern) {}

    SafeWords(Collection<String> words) {
        List<Term> read = new ArrayList<>();
        for (String word : words) {
            String folded = folded(word);
            if (!folded.isEmpty()) {
                String quoted = Pattern.quote(folded);
                read.add(new Term(
                        word,
                        folded,
                        Pattern.compile(NUMBER.matcher(folded).matches() ? "(?<!\\d)" + quoted + "(?!\\d)" : quoted)));
            }
        }
        this.terms = List.copyOf(read);
    }

    /** The first word of the text that tells; empty where none does. A telephone number is named as it stands there. */
    Optional<String> telling(String text) {
        String folded = folded(text);
        Optional<String> word = terms.stream()
                .filter(term -> term.pattern().matcher(folded).find())
                .map(Term::said)
                .findFirst();
        return word.isPresent() ? word : telephone(text);
    }

    private static Optional<String> telephone(String text) {
        return GROUPED.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .results()
                .map(found -> found.group())
                .findFirst();
    }

    private static String folded(String text) {
        String plain = IGNORED.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(plain.length());
        plain.chars().forEach(c -> folded.append((char) (c >= 'ぁ' && c <= 'ゖ' ? c + KANA_APART : c)));
        return folded.toString();
    }
}
