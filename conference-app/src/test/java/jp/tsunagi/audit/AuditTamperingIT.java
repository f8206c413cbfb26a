package jp.tsunagi.audit;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jp.tsunagi.audit.Verification.Reason;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twelve entries, sealed at 4, 8 and 12; each test touches them in one way. */
class AuditTamperingIT {

    private static final Instant NOW = Instant.parse("2026-11-20T01:02:03Z");

    @TempDir
    Path folder;

    private AuditFixtures fixtures;
    private MongoCollection<Document> entries;
    private MongoCollection<Document> seals;

    @BeforeEach
    void start() {
        fixtures = new AuditFixtures(folder);
        entries = fixtures.database.getCollection(Chain.COLLECTION);
        seals = fixtures.database.getCollection(Seals.COLLECTION);
        try (ChainedAuditTrail trail = fixtures.trail(AuditFixtures.settings(4, Duration.ofMinutes(5)))) {
            for (int i = 1; i <= 12; i++) {
                trail.record(AuditFixtures.event("C" + i));
            }
        }
        assertThat(fixtures.verifier().verify()).isEqualTo(new Verification(true, 12, null, null));
        assertThat(seals.countDocuments()).isEqualTo(3);
    }

    @AfterEach
    void stop() {
        fixtures.close();
    }

    @Test
    void findsAChangedField() {
        entries.updateOne(eq("_id", 6L), set("actor", "someone-else"));
        assertBroken(6, Reason.CHANGED);
    }

    @Test
    void findsAChangedTime() {
        entries.updateOne(eq("_id", 6L), set("at", java.util.Date.from(NOW)));
        assertBroken(6, Reason.CHANGED);
    }

    @Test
    void findsAnAddedField() {
        entries.updateOne(eq("_id", 6L), set("remark", "x"));
        assertBroken(6, Reason.CHANGED);
    }

    @Test
    void findsFreeText() {
        entries.updateOne(eq("_id", 6L), set("detail", List.of("架空 花子")));
        assertBroken(6, Reason.CHANGED);
    }

    @Test
    void findsOneBitInAnyFieldOfAnEntry() {
        Document sound = entry(6);
        for (String field : sound.keySet()) {
            if (field.equals("_id")) {
                continue;
            }
            entries.replaceOne(eq("_id", 6L), new Document(sound).append(field, oneBitOff(sound.get(field))));
            assertBroken(6, Reason.CHANGED);
        }
        entries.replaceOne(eq("_id", 6L), sound);
        assertThat(fixtures.verifier().verify().whole()).isTrue();
    }

    private static Object oneBitOff(Object value) {
        if (value instanceof Binary binary) {
            byte[] bytes = binary.getData().clone();
            bytes[bytes.length / 2] ^= 1;
            return new Binary(bytes);
        }
        if (value instanceof java.util.Date at) {
            return new java.util.Date(at.getTime() ^ 1);
        }
        if (value instanceof List<?> list) {
            return List.of(oneBitOff(list.get(0)), list.get(1));
        }
        return value == null
                ? "A"
                : (char) (value.toString().charAt(0) ^ 1) + value.toString().substring(1);
    }

    @Test
    void findsARemovedEntryWithTheRestMovedDown() {
        entries.deleteOne(eq("_id", 6L));
        for (long seq = 7; seq <= 12; seq++) {
            Document moved = entry(seq);
            entries.deleteOne(eq("_id", seq));
            entries.insertOne(moved.append("_id", seq - 1));
        }
        assertBroken(6, Reason.REMOVED);
    }

    @Test
    void findsAStrangerBetweenTwoEntries() {
        entries.insertOne(entry(5).append("_id", 5.5));
        assertBroken(6, Reason.INSERTED);
    }

    @Test
    void findsARemovedEntry() {
        entries.deleteOne(eq("_id", 6L));
        assertBroken(6, Reason.REMOVED);
    }

    @Test
    void findsARemovedFirstEntry() {
        entries.deleteOne(eq("_id", 1L));
        assertBroken(1, Reason.REMOVED);
    }

    @Test
    void findsTwoEntriesThatChangedPlaces() {
        Document fifth = entry(5);
        Document sixth = entry(6);
        entries.replaceOne(eq("_id", 5L), sixth.append("_id", 5L));
        entries.replaceOne(eq("_id", 6L), fifth.append("_id", 6L));
        assertBroken(5, Reason.OUT_OF_ORDER);
    }

    @Test
    void findsAnInsertedEntryWithTheRestMovedUp() {
        List<Document> rest = entries.find(gt("_id", 5L)).into(new java.util.ArrayList<>());
        entries.deleteMany(gt("_id", 5L));
        Entry inserted = Entry.after(Entry.read(entry(5)).head(), NOW, AuditFixtures.event("INSERTED"));
        entries.insertOne(inserted.toDocument());
        rest.forEach(document -> entries.insertOne(document.append("_id", document.getLong("_id") + 1)));
        assertBroken(6, Reason.INSERTED);
    }

    @Test
    void findsADocumentThatIsNoLink() {
        entries.insertOne(new Document("_id", "X"));
        assertBroken(1, Reason.INSERTED);
    }

    @Test
    void findsALinkWithANumberBelowTheFirst() {
        entries.insertOne(entry(3).append("_id", 0L));
        assertBroken(1, Reason.INSERTED);
    }

    @Test
    void findsAChainRewrittenFromTheMiddleWithFittingHashes() {
        rewriteFrom(6);
        assertBroken(5, Reason.REWRITTEN);
    }

    @Test
    void findsARewrittenChainWhoseSealsWereRemoved() {
        rewriteFrom(1);
        seals.deleteMany(new Document());
        assertBroken(1, Reason.REWRITTEN);
    }

    @Test
    void findsARewrittenChainWhereOnlyTheDatabaseSealsAreLeft() throws IOException {
        Files.delete(fixtures.exportFile);
        rewriteFrom(10);
        assertBroken(9, Reason.REWRITTEN);
    }

    @Test
    void findsACutTail() {
        entries.deleteMany(gt("_id", 10L));
        assertBroken(11, Reason.TAIL_CUT);
    }

    @Test
    void findsACutTailWhoseSealsWereCutToo() {
        entries.deleteMany(gt("_id", 10L));
        seals.deleteMany(gt("_id", 10L));
        assertBroken(11, Reason.TAIL_CUT);
    }

    @Test
    void findsACutTailAfterTheTrailHasGoneOn() {
        entries.deleteMany(gt("_id", 10L));
        try (ChainedAuditTrail trail = fixtures.trail()) {
            for (int i = 0; i < 5; i++) {
                trail.record(AuditFixtures.event("LATER" + i));
            }
        }
        assertBroken(9, Reason.REWRITTEN);
    }

    @Test
    void findsAForgedSeal() {
        rewriteFrom(6);
        byte[] forged = new byte[69];
        seals.updateOne(
                eq("_id", 8L),
                com.mongodb.client.model.Updates.combine(
                        set("hash", new Binary(Entry.read(entry(8)).hash())), set("signature", new Binary(forged))));
        // The file outside still knows the true one, and either way the stretch is not trusted.
        assertThat(fixtures.verifier().verify().whole()).isFalse();
        assertThat(fixtures.verifier().verify().brokenAt()).isBetween(5L, 8L);
    }

    @Test
    void findsASealWhoseSignatureDoesNotFit() {
        seals.updateOne(eq("_id", 8L), set("signature", new Binary(new byte[69])));
        assertBroken(8, Reason.SEAL_FORGED);
    }

    @Test
    void findsASealThatIsUnreadable() {
        seals.updateOne(eq("_id", 8L), set("hash", "x"));
        assertBroken(8, Reason.SEAL_FORGED);
    }

    @Test
    void findsAForgedSealBeyondTheChain() {
        seals.insertOne(entryless(20));
        assertBroken(20, Reason.SEAL_FORGED);
    }

    @Test
    void findsALineForgedInTheFile() throws IOException {
        String file = Files.readString(fixtures.exportFile);
        String[] lines = file.split("\n");
        String[] parts = lines[1].split(" ");
        parts[2] = "2020-01-01T00:00:00Z";
        Files.writeString(fixtures.exportFile, file + String.join(" ", parts) + "\n");
        assertBroken(8, Reason.SEAL_FORGED);
    }

    @Test
    void findsByTheSecondPlaceWhatSomebodyWithTheKeyRewrote() throws IOException {
        rewriteFrom(6);
        sealAnew();
        assertBroken(2, Reason.RESEALED); // The day's root covers the first one, that of the stop all twelve.

        Files.walk(fixtures.exportDir).filter(Files::isRegularFile).forEach(file -> file.toFile()
                .delete());
        assertThat(fixtures.verifier().verify().whole())
                .as("without the second place nothing tells")
                .isTrue();
    }

    @Test
    void namesTheStretchBetweenTwoRootsThatWasRewritten() throws IOException {
        try (ChainedAuditTrail trail = fixtures.trail()) {
            for (int i = 13; i <= 16; i++) {
                trail.record(AuditFixtures.event("C" + i));
            }
        }
        rewrite(14, 16);
        sealAnew();
        assertBroken(13, Reason.RESEALED);
    }

    @Test
    void findsByTheSecondPlaceThatAnOlderCopyWasPutBack() throws IOException {
        entries.deleteMany(gt("_id", 8L));
        seals.deleteMany(gt("_id", 8L));
        Files.writeString(
                fixtures.exportFile,
                String.join("\n", Files.readAllLines(fixtures.exportFile).subList(0, 2)) + "\n");
        assertBroken(9, Reason.ROLLED_BACK);
    }

    @Test
    void findsAForgedRoot() throws IOException {
        Path root = rootOfTheStop();
        String line = Files.readString(root);
        Files.writeString(root, line.replaceFirst("^12 ", "11 "));
        assertBroken(11, Reason.ROOT_FORGED);
        Files.writeString(root, line.replaceFirst("^12 ", "40 "));
        assertBroken(40, Reason.ROOT_FORGED);
    }

    @Test
    void aRootCutShortIsTold() throws IOException {
        Path root = rootOfTheStop();
        Files.writeString(root, Files.readString(root).substring(0, 20));
        assertThat(fixtures.verifier().verify().whole()).isTrue();
        assertThat(fixtures.roots.state().unreadable()).isEqualTo(1);
    }

    private Path rootOfTheStop() throws IOException {
        try (var files = Files.list(fixtures.exportDir)) {
            return files.filter(file -> file.toString().endsWith("12.txt"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** As somebody would who holds the database and the key folder. */
    private void sealAnew() throws IOException {
        seals.deleteMany(new Document());
        Files.delete(fixtures.exportFile);
        long last = entries.countDocuments();
        for (long seq = 4; seq <= last; seq += 4) {
            fixtures.seals.seal(Entry.read(entry(seq)).head(), NOW);
        }
    }

    @Test
    void removingSealsAloneHidesNothing() {
        seals.deleteMany(new Document());
        entries.updateOne(eq("_id", 2L), set("actor", "someone-else"));
        assertBroken(2, Reason.CHANGED);
    }

    private void assertBroken(long at, Reason reason) {
        Verification found = fixtures.verifier().verify();
        assertThat(found.whole()).isFalse();
        assertThat(found.reason()).isEqualTo(reason);
        assertThat(found.brokenAt()).isEqualTo(at);
    }

    private Document entry(long seq) {
        Document found = entries.find(eq("_id", seq)).first();
        assertThat(found).isNotNull();
        return found;
    }

    private static Document entryless(long seq) {
        return new Seal(new Head(seq, new byte[32]), NOW, new byte[69]).toDocument();
    }

    private void rewriteFrom(long first) {
        rewrite(first, 12);
    }

    private void rewrite(long first, long last) {
        Head head = first == 1 ? Head.NONE : Entry.read(entry(first - 1)).head();
        for (long seq = first; seq <= last; seq++) {
            Entry rewritten = Entry.after(head, NOW, AuditFixtures.event("REWRITTEN" + seq));
            entries.replaceOne(eq("_id", seq), rewritten.toDocument());
            head = rewritten.head();
        }
    }
}
