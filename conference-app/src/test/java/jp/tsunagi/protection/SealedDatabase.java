package jp.tsunagi.protection;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import jp.tsunagi.shared.TimeConfiguration;
import jp.tsunagi.store.EmbeddedDatabase;

/** A real embedded database with keys, in one folder, and a clock that stands still until a test moves it. */
public final class SealedDatabase implements AutoCloseable {

    private final EmbeddedDatabase server;
    private final MongoClient client;
    private final StillClock clock = new StillClock();
    private final MongoDatabase database;
    private final CaseKeys keys;

    public SealedDatabase(Path folder) {
        server = EmbeddedDatabase.open(folder.resolve("data"));
        client = MongoClients.create(server.uri());
        database = client.getDatabase("tsunagi");
        keys = new CaseKeys(
                database,
                KeyRing.open(folder.resolve("keys"), true),
                clock,
                new ProtectionSettings(Duration.ofMinutes(1), null));
    }

    public MongoDatabase database() {
        return database;
    }

    public CaseKeys keys() {
        return keys;
    }

    public Clock clock() {
        return clock;
    }

    public void forward(Duration by) {
        clock.now = clock.now.plus(by);
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }

    private static final class StillClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-20T01:00:00Z");

        @Override
        public ZoneId getZone() {
            return TimeConfiguration.JAPAN;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
