package jp.tsunagi.audit;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import jp.tsunagi.audit.AuditEvent.Phase;
import jp.tsunagi.protection.KeyRing;
import jp.tsunagi.store.EmbeddedDatabase;

/** A database, keys and an export file in one folder, and as many trails on them as a test asks for. */
final class AuditFixtures implements AutoCloseable {

    final EmbeddedDatabase server;
    final MongoClient client;
    final MongoDatabase database;
    final KeyRing keys;
    final Path exportFile;
    final Chain chain;
    final Seals seals;
    final Path exportDir;
    final DailyRoots roots;

    AuditFixtures(Path folder) {
        server = EmbeddedDatabase.open(folder.resolve("hub").resolve("database"));
        client = MongoClients.create(server.uri());
        database = client.getDatabase("tsunagi");
        keys = KeyRing.open(folder.resolve("keys"), true);
        exportFile = folder.resolve("outside").resolve("audit-heads.log");
        chain = new Chain(database);
        seals = new Seals(database, keys, exportFile);
        exportDir = folder.resolve("second-place");
        roots = new DailyRoots(exportDir, true, Clock.systemUTC());
    }

    ChainedAuditTrail trail() {
        return trail(settings(1_000, Duration.ofMinutes(5)));
    }

    ChainedAuditTrail trail(AuditSettings settings) {
        return trail(settings, Clock.systemUTC());
    }

    /** @param clock tells the trail and the second place what day it is */
    ChainedAuditTrail trail(AuditSettings settings, Clock clock) {
        return ChainedAuditTrail.start(chain, seals, new DailyRoots(exportDir, true, clock), clock, settings);
    }

    AuditVerifier verifier() {
        return new AuditVerifier(chain, seals, roots);
    }

    static AuditSettings settings(int sealEvery, Duration sealWithin) {
        return new AuditSettings(Duration.ofSeconds(10), sealEvery, sealWithin, null, null);
    }

    static AuditEvent event(String command) {
        return new AuditEvent(
                command,
                Phase.INTENT,
                "conference.read",
                "01JD0000000000000000000ACT",
                "011002",
                null,
                "01JD0000000000000000000CAS",
                "01JD0000000000000000000CNF",
                null,
                List.of("IDENTITY", "NARRATIVE"));
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
