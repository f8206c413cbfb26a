package jp.tsunagi.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import jp.tsunagi.audit.AuditEvent.Phase;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * One link of the chain. Its hash is SHA-256 over its number, its predecessor's hash, its time in milliseconds and all
 * fields of the event, each delimited by its length, so that no two different entries have the same encoding.
 */
@SuppressWarnings("ArrayRecordComponent") // compared by hash, never by equals
record Entry(long seq, Instant at, AuditEvent event, byte[] prevHash, byte[] hash) {

    static final int HASH_BYTES = 32;

    private static final byte ENCODING = 1;
    private static final int ABSENT = -1;
    private static final Set<String> FIELDS = Set.of(
            "_id",
            "at",
            "commandId",
            "phase",
            "action",
            "actor",
            "agency",
            "onBehalfOf",
            "caseId",
            "subject",
            "outcome",
            "detail",
            "prevHash",
            "hash");

    /** The entry that follows a head. */
    static Entry after(Head head, Instant at, AuditEvent event) {
        long seq = head.seq() + 1;
        byte[] hash = sha256().digest(encoded(seq, at.toEpochMilli(), event, head.hash()));
        return new Entry(seq, at, event, head.hash(), hash);
    }

    Head head() {
        return new Head(seq, hash);
    }

    Document toDocument() {
        return new Document("_id", seq)
                .append("at", Date.from(at))
                .append("commandId", event.commandId())
                .append("phase", event.phase().name())
                .append("action", event.action())
                .append("actor", event.actor())
                .append("agency", event.agency())
                .append("onBehalfOf", event.onBehalfOf())
                .append("caseId", event.caseId())
                .append("subject", event.subject())
                .append("outcome", event.outcome())
                .append("detail", event.detail())
                .append("prevHash", new Binary(prevHash))
                .append("hash", new Binary(hash));
    }

    /** Null where the document cannot have been written as an entry. */
    static @Nullable Entry read(Document document) {
        try {
            if (!FIELDS.equals(document.keySet())) {
                return null;
            }
            AuditEvent event = new AuditEvent(
                    document.getString("commandId"),
                    Phase.valueOf(document.getString("phase")),
                    document.getString("action"),
                    document.getString("actor"),
                    document.getString("agency"),
                    document.getString("onBehalfOf"),
                    document.getString("caseId"),
                    document.getString("subject"),
                    document.getString("outcome"),
                    new ArrayList<>(document.getList("detail", String.class)));
            return new Entry(
                    document.getLong("_id"),
                    document.getDate("at").toInstant(),
                    event,
                    document.get("prevHash", Binary.class).getData(),
                    document.get("hash", Binary.class).getData());
        } catch (ClassCastException | NullPointerException | IllegalArgumentException e) {
            return null;
        }
    }

    boolean follows(Head head) {
        return seq == head.seq() + 1 && Arrays.equals(prevHash, head.hash());
    }

    boolean hashFits(MessageDigest sha) {
        return Arrays.equals(hash, sha.digest(encoded()));
    }

    /** Whether this would be a whole entry under another number or behind another one. */
    boolean wouldFit(long atSeq, byte[] behind, MessageDigest sha) {
        return Arrays.equals(hash, sha.digest(encoded(atSeq, at.toEpochMilli(), event, behind)));
    }

    byte[] encoded() {
        return encoded(seq, at.toEpochMilli(), event, prevHash);
    }

    private static byte[] encoded(long seq, long at, AuditEvent event, byte[] prevHash) {
        @Nullable String[] fields = {
            event.commandId(),
            event.phase().name(),
            event.action(),
            event.actor(),
            event.agency(),
            event.onBehalfOf(),
            event.caseId(),
            event.subject(),
            event.outcome()
        };
        List<String> detail = event.detail();
        int size = 1 + Long.BYTES + Integer.BYTES + prevHash.length + Long.BYTES + Integer.BYTES;
        for (String field : fields) {
            size += Integer.BYTES + (field == null ? 0 : field.length());
        }
        for (String item : detail) {
            size += Integer.BYTES + item.length();
        }
        ByteBuffer bytes = ByteBuffer.allocate(size).put(ENCODING).putLong(seq).putInt(prevHash.length);
        bytes.put(prevHash).putLong(at);
        for (String field : fields) {
            put(bytes, field);
        }
        bytes.putInt(detail.size());
        for (String item : detail) {
            put(bytes, item);
        }
        return bytes.array();
    }

    /** An event's text is ASCII, one byte a character. */
    private static void put(ByteBuffer bytes, @Nullable String text) {
        if (text == null) {
            bytes.putInt(ABSENT);
        } else {
            bytes.putInt(text.length()).put(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
