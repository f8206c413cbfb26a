package jp.tsunagi.audit;

import static com.mongodb.client.model.Sorts.descending;

import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jp.tsunagi.protection.KeyRing;
import org.bson.Document;

/**
 * Signed heads of the chain, kept twice: in the database for every node to see, and as lines of a file outside it, which
 * whoever can write to the database cannot reach.
 */
final class Seals {

    static final String COLLECTION = "auditSeals";

    private static final byte LINE_END = '\n';

    private final MongoCollection<Document> documents;
    private final PublicKeySign signer;
    private final PublicKeyVerify verifier;
    private final Path exportFile;

    Seals(MongoDatabase database, KeyRing keys, Path exportFile) {
        documents = database.getCollection(COLLECTION).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        signer = keys.auditSigner();
        verifier = keys.auditVerifier();
        this.exportFile = exportFile;
    }

    /** Signs a head and keeps it, in the file first: a seal in the database alone would promise too much. */
    void seal(Head head, Instant now) {
        Seal seal = sign(head, now);
        try {
            export(seal);
            documents.insertOne(seal.toDocument());
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // Another node sealed the same head.
        } catch (IOException e) {
            throw new UncheckedIOException("The head of the audit chain could not be exported", e);
        }
    }

    Seal sign(Head head, Instant now) {
        try {
            return Seal.sign(head, now, signer);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The head of the audit chain could not be signed", e);
        }
    }

    /** The newest genuine seal in the database. */
    Optional<Head> newest() {
        for (Document document : documents.find().sort(descending("_id"))) {
            Seal seal = Seal.read(document);
            if (seal.genuine(verifier)) {
                return Optional.of(seal.head());
            }
        }
        return Optional.empty();
    }

    boolean genuine(Seal seal) {
        return seal.genuine(verifier);
    }

    /** All seals of database and file by the number of the entry they cover last, each once. */
    NavigableMap<Long, List<Seal>> all() {
        NavigableMap<Long, List<Seal>> seals = new TreeMap<>();
        Set<String> known = new HashSet<>();
        for (Document document : documents.find()) {
            add(Seal.read(document), seals, known);
        }
        exported().forEach(seal -> add(seal, seals, known));
        return seals;
    }

    private static void add(Seal seal, NavigableMap<Long, List<Seal>> seals, Set<String> known) {
        if (known.add(seal.toLine())) {
            seals.computeIfAbsent(seal.head().seq(), seq -> new ArrayList<>(1)).add(seal);
        }
    }

    private List<Seal> exported() {
        try {
            if (!Files.exists(exportFile)) {
                return List.of();
            }
            try (var lines = Files.lines(exportFile, StandardCharsets.ISO_8859_1)) {
                return lines.map(Seal::parse).flatMap(Optional::stream).toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The exported heads of the audit chain cannot be read", e);
        }
    }

    private void export(Seal seal) throws IOException {
        Files.createDirectories(exportFile.toAbsolutePath().getParent());
        try (FileChannel file = FileChannel.open(
                exportFile, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = file.size();
            // A line that a crash cut short must not swallow the next one.
            String line = (endsWithALine(file, end) ? "" : "\n") + seal.toLine() + "\n";
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                end += file.write(bytes, end);
            }
            file.force(true);
        }
    }

    private static boolean endsWithALine(FileChannel file, long size) throws IOException {
        if (size == 0) {
            return true;
        }
        ByteBuffer last = ByteBuffer.allocate(1);
        file.read(last, size - 1);
        return last.get(0) == LINE_END;
    }
}
