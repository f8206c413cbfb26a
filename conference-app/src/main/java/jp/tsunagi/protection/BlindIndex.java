package jp.tsunagi.protection;

import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Keyed tokens for equality search in what is sealed (N9). Equal values of one field give equal tokens; without the key a
 * token tells nothing. Fit for values that are hard to guess, such as a name with a birth date; never for a sex or a town.
 */
@Component
public final class BlindIndex {

    private static final int TOKEN_BYTES = 16;

    private final PrfSet prf;

    BlindIndex(KeyRing keys) {
        this.prf = keys.blindIndex();
    }

    /**
     * The token of a value under the primary key, 32 hexadecimal digits. The value is compared without regard to width,
     * case, spaces and hiragana against katakana; it is stored nowhere in this normalised form.
     *
     * @param field what is compared; tokens of different fields never match
     */
    public String token(String field, String value) {
        try {
            byte[] input = (field + "\u0000" + normalise(value)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(prf.computePrimary(input, TOKEN_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A token could not be made", e);
        }
    }

    private static String normalise(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .map(c -> c >= 'ぁ' && c <= 'ゖ' ? c + ('ァ' - 'ぁ') : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
