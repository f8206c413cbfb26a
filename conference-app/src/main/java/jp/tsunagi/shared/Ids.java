package jp.tsunagi.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Opaque identifiers of 26 characters in Crockford's base 32, the shape of a ULID. They tell nothing of a person. */
public final class Ids {

    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final Pattern SHAPE = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A new identifier: 48 bits of time, 80 bits of randomness. */
    public static String random(Instant now) {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        ByteBuffer.wrap(bytes).putShort(0, (short) (now.toEpochMilli() >>> 32)).putInt(2, (int) now.toEpochMilli());
        return encode(bytes);
    }

    /** The same parts always give the same identifier, so that a repeated command finds what the first one made. */
    public static String derived(String... parts) {
        return encode(digest(parts));
    }

    /** SHA-256 of the parts in hex, each part delimited by its length. */
    public static String fingerprint(String... parts) {
        return HexFormat.of().formatHex(digest(parts));
    }

    /** Whether this could be an identifier at all. Whatever could not be one does not exist. */
    public static boolean isId(String candidate) {
        return SHAPE.matcher(candidate).matches();
    }

    private static byte[] digest(String... parts) {
        MessageDigest sha = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            sha.update(ByteBuffer.allocate(4).putInt(0, bytes.length).array());
            sha.update(bytes);
        }
        return sha.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String encode(byte[] bytes) {
        long high = ByteBuffer.wrap(bytes).getLong(0);
        long low = ByteBuffer.wrap(bytes).getLong(8);
        char[] out = new char[26];
        for (int i = 25; i >= 0; i--) {
            out[i] = ALPHABET[(int) (low & 31)];
            low = (low >>> 5) | (high << 59);
            high >>>= 5;
        }
        return new String(out);
    }
}
