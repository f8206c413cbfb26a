package jp.tsunagi.secondfactor;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An authenticator app into which the characters of a set-up page were typed. */
public final class Authenticator {

    private static final Pattern SECRET = Pattern.compile("<p class=\"code\"[^>]*>([A-Z2-7 ]+)</p>");

    private final byte[] secret;

    private Authenticator(byte[] secret) {
        this.secret = secret;
    }

    public static Authenticator of(String page) {
        Matcher shown = SECRET.matcher(page);
        if (!shown.find()) {
            throw new AssertionError("No secret on this page");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int held = 0;
        int many = 0;
        for (char sign : shown.group(1).replace(" ", "").toCharArray()) {
            held = held << 5 | Base32.ALPHABET.indexOf(sign);
            many += 5;
            if (many >= 8) {
                many -= 8;
                bytes.write(held >> many);
                held &= (1 << many) - 1;
            }
        }
        return new Authenticator(bytes.toByteArray());
    }

    public String code(Instant now) {
        return Totp.code(secret, now);
    }

    /** Six digits that are not the present code, nor one beside it. */
    String wrong(Instant now) {
        for (int i = 0; ; i++) {
            String code = String.format("%06d", i);
            if (Totp.step(secret, code, now, -1).isEmpty()) {
                return code;
            }
        }
    }
}
