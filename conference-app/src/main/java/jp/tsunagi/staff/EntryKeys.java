package jp.tsunagi.staff;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import jp.tsunagi.account.Guesses;
import jp.tsunagi.shared.Ids;
import org.springframework.stereotype.Component;

/** Makes what opens a way in: a link that cannot be guessed, and a short code to be told on another way. */
@Component
class EntryKeys {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 32;
    private static final int CODES = 100_000_000;

    private final Guesses guesses;

    EntryKeys(Guesses guesses) {
        this.guesses = guesses;
    }

    /**
     * What is handed over, shown this once.
     *
     * @param token end of the link
     * @param code eight digits, in groups of four
     */
    record Handed(String token, String code) {

        Admission.Lock lock(EntryKeys keys, Instant until) {
            return new Admission.Lock(fingerprint(token), keys.guesses.keep(plain(code)), until);
        }

        @Override
        public String toString() {
            return "Handed";
        }
    }

    Handed fresh() {
        byte[] token = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(token);
        String digits = String.format(Locale.ROOT, "%08d", RANDOM.nextInt(CODES));
        return new Handed(
                Base64.getUrlEncoder().withoutPadding().encodeToString(token),
                digits.substring(0, 4) + "-" + digits.substring(4));
    }

    static String fingerprint(String token) {
        return Ids.fingerprint("admission", token);
    }

    /** The code as it is compared: however it was typed. */
    static String plain(String code) {
        return java.text.Normalizer.normalize(code, java.text.Normalizer.Form.NFKC)
                .replaceAll("[^0-9]", "");
    }
}
