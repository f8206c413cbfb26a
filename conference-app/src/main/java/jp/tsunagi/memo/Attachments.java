package jp.tsunagi.memo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jp.tsunagi.command.Command;
import jp.tsunagi.command.SeenCommand;
import jp.tsunagi.conference.ConferenceCircle.Seat;
import jp.tsunagi.conference.ConferenceId;
import jp.tsunagi.protection.CaseKeys;
import jp.tsunagi.protection.SealedCollection;
import jp.tsunagi.shared.Ids;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** The files of memos, sealed piece by piece; those that no memo has are kept as long as a draft is. */
@Repository
class Attachments {

    /** A draft's life; one that is taken up again on its last day still has its files. */
    private static final Duration KEPT = Duration.ofDays(32);

    private static final Duration TAKEN_UP = Duration.ofDays(31);
    private static final int MOST_PURGED = 200;

    private final SealedCollection<FileRecord> files;
    private final SealedCollection<ChunkRecord> chunks;
    private final Memos memos;
    private final Clock clock;

    Attachments(MongoDatabase database, CaseKeys keys, Memos memos, Clock clock) {
        this.files = SealedCollection.of(FileRecord.class, "memoFiles", database, keys)
                .index("settled", "at");
        this.chunks = SealedCollection.of(ChunkRecord.class, "memoChunks", database, keys);
        this.memos = memos;
        this.clock = clock;
    }

    /** SHA-256 in hex. */
    static String fingerprint(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The file that this command hands in; the same for a repeat. */
    static String idOf(Command command) {
        return Ids.derived("file", command.id());
    }

    /** What this command has handed in before. @throws jp.tsunagi.shared.Refused {@code idempotency.key-reused} */
    Optional<MemoRecord.Attached> of(Command command) {
        return files.find(idOf(command))
                .filter(file -> SeenCommand.contains(file.seen(), command))
                .filter(FileRecord::complete)
                .map(Attachments::attached);
    }

    /** Keeps a file. Killed on the way it does not exist, and a repeat begins anew. */
    MemoRecord.Attached keep(byte[] content, AttachmentType type, Seat seat, Command command) {
        String id = idOf(command);
        files.find(id).ifPresent(this::remove);
        int count = (content.length + ChunkRecord.SIZE - 1) / ChunkRecord.SIZE;
        FileRecord file = new FileRecord(
                id,
                0,
                seat.caseId(),
                seat.id(),
                command.officer().id(),
                type,
                content.length,
                count,
                false,
                false,
                command.at(),
                SeenCommand.with(List.of(), command));
        files.insert(file);
        for (int i = 0; i < count; i++) {
            int from = i * ChunkRecord.SIZE;
            byte[] piece = Arrays.copyOfRange(content, from, Math.min(from + ChunkRecord.SIZE, content.length));
            chunks.insert(new ChunkRecord(ChunkRecord.idOf(id, i), 0, seat.caseId(), piece));
        }
        files.replace(file.completed());
        return attached(file);
    }

    /** A file of this conference that the officer handed in and may attach; empty for any other id. */
    Optional<MemoRecord.Attached> ready(String id, ConferenceId conference, Command command) {
        Instant oldest = command.at().minus(TAKEN_UP);
        return Ids.isId(id)
                ? files.find(id)
                        .filter(FileRecord::complete)
                        .filter(file -> file.conferenceId().equals(conference))
                        .filter(file -> file.account().equals(command.officer().id()))
                        .filter(file -> file.at().isAfter(oldest))
                        .map(Attachments::attached)
                : Optional.empty();
    }

    /** Empty where it is gone, or the key of its case is. */
    Optional<byte[]> content(String id) {
        return files.find(id).filter(FileRecord::complete).flatMap(file -> {
            ByteArrayOutputStream content = new ByteArrayOutputStream((int) file.size());
            for (int i = 0; i < file.chunks(); i++) {
                Optional<ChunkRecord> piece = chunks.find(ChunkRecord.idOf(id, i));
                if (piece.isEmpty()) {
                    return Optional.empty();
                }
                content.writeBytes(piece.get().content());
            }
            return Optional.of(content.toByteArray());
        });
    }

    /** Deletes what nobody sent within a draft's life, and the memos that were taken back so long ago. */
    @Scheduled(initialDelay = 2, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void purge() {
        Instant before = clock.instant().minus(KEPT);
        memos.undoneBefore(before, MOST_PURGED).forEach(memo -> memos.delete(memo.id()));
        for (FileRecord file : files.list(
                and(eq("settled", false), lt("at", Date.from(before))), Sorts.ascending("at"), 0, MOST_PURGED)) {
            if (memos.hold(file.id())) {
                files.replace(file.asSettled());
            } else {
                remove(file);
            }
        }
    }

    private void remove(FileRecord file) {
        for (int i = 0; i < file.chunks(); i++) {
            chunks.delete(ChunkRecord.idOf(file.id(), i));
        }
        files.delete(file.id());
    }

    private static MemoRecord.Attached attached(FileRecord file) {
        return new MemoRecord.Attached(file.id(), file.type(), file.size());
    }
}
