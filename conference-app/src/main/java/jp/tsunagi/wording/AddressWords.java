package jp.tsunagi.wording;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of an address by each of which a place is found: ward, quarter, street and house, and what the house is called. */
public final class AddressWords {

    private static final Pattern PREFECTURE = Pattern.compile("^(?:北海道|東京都|(?:京都|大阪)府|[^\\d\\s]{2,3}県)");
    private static final Pattern WARD = Pattern.compile("^([^\\d\\s]{1,6}?区)");
    private static final Pattern APART = Pattern.compile("[\\d\\s、,.・()「」‐‑–—−-]+");
    /** What stands in many addresses and finds none. */
    private static final Pattern COMMON = Pattern.compile("^(?:丁目|番地の?|番|号室|号|階|室|方|条(?:[東西南北])?|大字|字|アパート|マンション)+");

    private static final int SHORTEST = 2;

    private AddressWords() {}

    /**
     * @param municipalities names of the directory; the one of the address is none of its words: it is mentioned in much
     *     that tells nothing
     */
    public static Set<String> of(String address, Collection<String> municipalities) {
        String plain = Normalizer.normalize(address, Normalizer.Form.NFKC).strip();
        Set<String> words = new LinkedHashSet<>();
        String rest = municipality(plain, municipalities)
                .map(name -> plain.substring(plain.indexOf(name) + name.length()))
                .orElseGet(() -> PREFECTURE.matcher(plain).replaceFirst(""))
                .strip();
        add(words, rest);
        Matcher ward = WARD.matcher(rest);
        if (ward.find()) {
            add(words, ward.group(1));
            rest = rest.substring(ward.end());
            add(words, rest);
        }
        for (String part : APART.split(rest)) {
            add(words, COMMON.matcher(part).replaceFirst(""));
        }
        return words;
    }

    /** The municipality of the directory that an address names first. */
    public static Optional<String> municipality(String address, Collection<String> municipalities) {
        String plain = Normalizer.normalize(address, Normalizer.Form.NFKC);
        List<String> named = municipalities.stream().filter(plain::contains).toList();
        return named.stream()
                .min((a, b) -> plain.indexOf(a) == plain.indexOf(b)
                        ? Integer.compare(b.length(), a.length())
                        : Integer.compare(plain.indexOf(a), plain.indexOf(b)));
    }

    private static void add(Set<String> words, String word) {
        String found = TellingWords.folded(word);
        if (found.codePointCount(0, found.length()) >= SHORTEST
                && !found.chars().allMatch(Character::isDigit)) {
            words.add(word.strip());
        }
    }
}
