package jp.tsunagi.protection;

import static com.mongodb.client.model.Filters.eq;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import jp.tsunagi.protection.ProtectionFixtures.SetClock;
import jp.tsunagi.store.EmbeddedDatabase;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseKeysIT {

    @TempDir
    Path folder;

    private final SetClock clock = new SetClock();
    private EmbeddedDatabase server;
    private MongoClient client;
    private MongoDatabase database;
    private KeyRing keyRing;
    private CaseKeys here;
    private CaseKeys there;

    @BeforeEach
    void start() {
        server = EmbeddedDatabase.open(folder.resolve("data"));
        client = MongoClients.create(server.uri());
        database = client.getDatabase("tsunagi");
        keyRing = KeyRing.open(folder.resolve("keys"), true);
        here = caseKeys();
        there = caseKeys();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void whatOneNodeSealsAnotherOpens() {
        byte[] sealed = here.make("A").seal("x".getBytes(UTF_8), "place");

        assertThat(there.find("A").orElseThrow().open(sealed, "place")).isEqualTo("x".getBytes(UTF_8));
        assertThat(there.find("B")).isEmpty();
    }

    @Test
    void destroyingIsAtOnceHereAndWithinTheCacheTimeElsewhere() {
        byte[] sealed = here.make("A").seal("x".getBytes(UTF_8), "place");
        assertThat(there.find("A")).isPresent();

        here.destroy("A");

        assertThat(here.find("A")).isEmpty();
        assertThat(there.find("A")).isPresent();
        clock.now = clock.now.plusSeconds(60);
        assertThat(there.find("A")).isEmpty();
        Sealer next = here.make("A");
        assertThatThrownBy(() -> next.open(sealed, "place")).isInstanceOf(Sealer.SealBroken.class);
    }

    @Test
    void asksTheDatabaseOncePerCacheTime() {
        Sealer first = here.make("A");
        clock.now = clock.now.plusSeconds(59);
        assertThat(here.find("A")).containsSame(first);
        clock.now = clock.now.plusSeconds(1);
        assertThat(here.find("A").orElseThrow()).isNotSameAs(first);
    }

    @Test
    void racingMakersEndWithOneKey() throws Exception {
        for (int round = 0; round < 10; round++) {
            String owner = "case-" + round;
            List<Callable<byte[]>> makers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                CaseKeys keys = i % 2 == 0 ? here : there;
                makers.add(() -> keys.make(owner).seal("x".getBytes(UTF_8), "place"));
            }
            var pool = Executors.newFixedThreadPool(8);
            try {
                Sealer sealer = null;
                for (var sealed : pool.invokeAll(makers)) {
                    sealer = caseKeys().find(owner).orElseThrow();
                    assertThat(sealer.open(sealed.get(), "place")).isEqualTo("x".getBytes(UTF_8));
                }
                assertThat(sealer).isNotNull();
            } finally {
                pool.shutdownNow();
            }
        }
        assertThat(database.getCollection("caseKeys").countDocuments()).isEqualTo(10);
    }

    @Test
    void aKeyMovedToAnotherCaseDoesNotOpen() {
        here.make("A");
        here.make("B");
        Document stolen =
                database.getCollection("caseKeys").find(eq("_id", "A")).first();
        assertThat(stolen).isNotNull();
        database.getCollection("caseKeys").replaceOne(eq("_id", "B"), stolen.append("_id", "B"));

        assertThatThrownBy(() -> there.find("B")).isInstanceOf(Sealer.SealBroken.class);
    }

    private CaseKeys caseKeys() {
        return new CaseKeys(database, keyRing, clock, new ProtectionSettings(Duration.ofSeconds(60)));
    }
}
