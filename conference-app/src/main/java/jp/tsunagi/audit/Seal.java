package jp.tsunagi.audit;

import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;

/** A signed statement that the chain once ended with this entry. What it covers can no longer be rewritten unseen. */
@SuppressWarnings("ArrayRecordComponent") // compared by line, never by equals
record Seal(Head head, Instant at, byte[] signature) {

    static Seal sign(Head head, Instant now, PublicKeySign signer) throws GeneralSecurityException {
        Instant at = now.truncatedTo(ChronoUnit.MILLIS);
        return new Seal(head, at, signer.sign(statement(head, at)));
    }

    boolean genuine(PublicKeyVerify verifier) {
        try {
            verifier.verify(signature, statement(head, at));
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] statement(Head head, Instant at) {
        return ("tsunagi audit head 1 " + head.seq() + " " + HexFormat.of().formatHex(head.hash()) + " "
                        + at.toEpochMilli())
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Number, hash, time and signature in one line without its end. */
    String toLine() {
        return head.seq() + " " + HexFormat.of().formatHex(head.hash()) + " " + at + " "
                + Base64.getEncoder().encodeToString(signature);
    }

    /** Empty where the line was not written whole. */
    static Optional<Seal> parse(String line) {
        String[] parts = line.split(" ", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        try {
            Head head = new Head(Long.parseLong(parts[0]), HexFormat.of().parseHex(parts[1]));
            return Optional.of(
                    new Seal(head, Instant.parse(parts[2]), Base64.getDecoder().decode(parts[3])));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    Document toDocument() {
        return new Document("_id", head.seq())
                .append("hash", new Binary(head.hash()))
                .append("at", Date.from(at))
                .append("signature", new Binary(signature));
    }

    /** What cannot be read comes back with an empty signature, which fits nothing. */
    static Seal read(Document document) {
        long seq = document.get("_id") instanceof Number number ? number.longValue() : 1;
        try {
            return new Seal(
                    new Head(seq, document.get("hash", Binary.class).getData()),
                    document.getDate("at").toInstant(),
                    document.get("signature", Binary.class).getData());
        } catch (ClassCastException | NullPointerException e) {
            return new Seal(new Head(seq, new byte[0]), Instant.EPOCH, new byte[0]);
        }
    }
}
