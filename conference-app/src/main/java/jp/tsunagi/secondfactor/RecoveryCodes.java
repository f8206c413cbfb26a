package jp.tsunagi.secondfactor;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Codes on paper for whoever lost the telephone: each counts once. The first sign is its number, so that one slow hash is
 * compared and not ten; the other ten are drawn at random.
 */
final class RecoveryCodes {

    static final int MANY = 10;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 10;
    private static final int GROUP = 5;
    private static final Pattern CODE = Pattern.compile("[A-J][" + Base32.ALPHABET + "]{" + LENGTH + "}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Pd}]");

    private RecoveryCodes() {}

    /** Fresh ones, as {@link #typed} would give them. */
    static List<String> draw() {
        List<String> codes = new ArrayList<>();
        for (int number = 0; number < MANY; number++) {
            StringBuilder code = new StringBuilder().append((char) ('A' + number));
            for (int i = 0; i < LENGTH; i++) {
                code.append(Base32.ALPHABET.charAt(RANDOM.nextInt(Base32.ALPHABET.length())));
            }
            codes.add(code.toString());
        }
        return codes;
    }

    /** As it is printed: {@code A-BCDEF-GHIJK}. */
    static String printed(String code) {
        return code.charAt(0) + "-" + code.substring(1, 1 + GROUP) + "-" + code.substring(1 + GROUP);
    }

    /** What was typed, however it was typed: of whatever width, with blanks or hyphens, in small letters. */
    static String typed(String text) {
        return BETWEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
    }

    static boolean isCode(String typed) {
        return CODE.matcher(typed).matches();
    }
}
