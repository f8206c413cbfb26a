package jp.tsunagi.protection;

import static com.mongodb.client.model.Filters.eq;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import jp.tsunagi.protection.ProtectionFixtures.SetClock;
import jp.tsunagi.shared.Refused;
import jp.tsunagi.store.EmbeddedDatabase;
import org.bson.Document;
import org.bson.types.Binary;
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
        for (CaseKeys node : List.of(here, there, caseKeys())) {
            assertThatThrownBy(() -> node.make("A")).isInstanceOf(Refused.class);
            assertThat(node.isDestroyed("A")).isTrue();
        }
        assertThat(sealed).isNotEmpty();
    }

    @Test
    void destroyingMayBeRepeatedAndNeedsNoKey() {
        here.make("A");
        here.destroy("A");
        here.destroy("A");
        here.destroy("never");

        assertThat(here.find("A")).isEmpty();
        assertThatThrownBy(() -> here.make("never")).isInstanceOf(Refused.class);
        assertThat(here.notSwept(List.of("A", "B"))).containsExactly("A", "B");
        here.swept("A");
        here.swept("B");
        assertThat(there.notSwept(List.of("A", "B"))).containsExactly("B");
        assertThat(here.make("B")).isNotNull();
    }

    /** Old pages and backups of the database hold the wrapped key; with the key-encryption key it must open to nobody. */
    @Test
    void whatTheDatabaseRemembersOfADestroyedKeyOpensToNobody() throws Exception {
        here.make("A");
        Document remembered =
                database.getCollection("caseKeys").find(eq("_id", "A")).first();
        Path pad = folder.resolve("keys/pads/A/A.pad");
        byte[] secret = Files.readAllBytes(pad);
        byte[] wrapped =
                Objects.requireNonNull(remembered).get("wrapped", Binary.class).getData();
        assertThat(filesWith(wrapped)).isNotEmpty();
        assertThat(filesWith(secret)).containsExactly(pad);

        here.destroy("A");

        assertThat(filesWith(secret)).isEmpty();
        byte[] bound = "case-key|A".getBytes(UTF_8);
        byte[] padded = keyRing.keyEncryption().decrypt(wrapped, bound);
        assertThatThrownBy(() -> TinkProtoKeysetFormat.parseEncryptedKeyset(padded, keyRing.keyEncryption(), bound))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> TinkProtoKeysetFormat.parseKeyset(padded, InsecureSecretKeyAccess.get()))
                .isInstanceOf(GeneralSecurityException.class);
        database.getCollection("caseKeys").replaceOne(eq("_id", "A"), remembered);
        CaseKeys restored = caseKeys();
        assertThatThrownBy(() -> restored.find("A"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("key folder");
    }

    @Test
    void aKeyOfTheLayoutWithoutPadsIsWrappedAnewAndOpensAllAlong() throws Exception {
        KeysetHandle key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        byte[] older = TinkProtoKeysetFormat.serializeEncryptedKeyset(
                key, keyRing.keyEncryption(), "case-key|A".getBytes(UTF_8));
        database.getCollection("caseKeys").insertOne(new Document("_id", "A").append("wrapped", new Binary(older)));
        byte[] sealed = key.getPrimitive(RegistryConfiguration.get(), Aead.class)
                .encrypt("x".getBytes(UTF_8), "place".getBytes(UTF_8));

        for (CaseKeys started : List.of(caseKeys(), caseKeys())) {
            assertThat(started.find("A").orElseThrow().open(sealed, "place")).isEqualTo("x".getBytes(UTF_8));
        }

        assertThat(folder.resolve("keys/pads/A/A.pad")).exists();
        Document now = database.getCollection("caseKeys").find(eq("_id", "A")).first();
        assertThat(Objects.requireNonNull(now).get("wrapped", Binary.class).getData())
                .isNotEqualTo(older);
        caseKeys().destroy("A");
        assertThat(caseKeys().find("A")).isEmpty();
    }

    private List<Path> filesWith(byte[] bytes) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> contains(file, bytes))
                    .toList();
        }
    }

    private static boolean contains(Path file, byte[] bytes) {
        try {
            return new String(Files.readAllBytes(file), ISO_8859_1).contains(new String(bytes, ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        return new CaseKeys(database, keyRing, clock, new ProtectionSettings(Duration.ofSeconds(60), null));
    }
}
