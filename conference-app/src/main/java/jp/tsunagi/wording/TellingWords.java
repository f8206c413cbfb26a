package jp.tsunagi.wording;

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
public final class TellingWords {

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern IGNORED = Pattern.compile("[^\\p{IsAlphabetic}\\p{IsDigit}#]+");
    private static final int SHORTEST_TELEPHONE = 7;
    private static final Pattern GROUPED =
            Pattern.compile("\\d(?:[\\s()‐‑–—−ー-]*\\d){" + (SHORTEST_TELEPHONE - 1) + ",}");
    private static final int KANA_APART = 'ァ' - 'ぁ';

    private final List<Term> terms;

    /** @param said as it is named to the person who wrote it */
    private record Term(String said, String folded, Pattern pattern) {}

    /** @param words as they are named to whoever wrote one of them */
    public TellingWords(Collection<String> words) {
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
    public Optional<String> telling(String text) {
        Optional<String> word = word(text);
        return word.isPresent() ? word : telephone(text);
    }

    /** The same without telephone numbers. */
    public Optional<String> word(String text) {
        return word(text, List.of());
    }

    /** @param said what may stand there as a whole, such as a name that has the name of a town in it */
    public Optional<String> word(String text, Collection<String> said) {
        return words(text, said).stream().findFirst();
    }

    /** All of them, so that one look mends a text. */
    public List<String> words(String text, Collection<String> said) {
        String rest = folded(text);
        for (String allowed : said) {
            String name = folded(allowed);
            // A sign that no word has keeps what stood around it apart.
            rest = name.isEmpty() ? rest : rest.replace(name, "\n");
        }
        String folded = rest;
        return terms.stream()
                .filter(term -> term.pattern().matcher(folded).find())
                .map(Term::said)
                .distinct()
                .toList();
    }

    private static Optional<String> telephone(String text) {
        return GROUPED.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .results()
                .map(found -> found.group())
                .findFirst();
    }

    static String folded(String text) {
        String plain = IGNORED.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(plain.length());
        plain.chars().forEach(c -> folded.append((char) (c >= 'ぁ' && c <= 'ゖ' ? c + KANA_APART : c)));
        return folded.toString();
    }
}
