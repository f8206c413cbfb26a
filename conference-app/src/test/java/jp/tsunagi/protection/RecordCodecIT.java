package jp.tsunagi.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.tsunagi.store.EmbeddedDatabase;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordCodecIT {

    @TempDir
    Path folder;

    private EmbeddedDatabase server;
    private MongoClient client;
    private MongoDatabase database;
    private CaseKeys keys;
    private SealedCollection<Sample> samples;

    @BeforeEach
    void start() {
        server = EmbeddedDatabase.open(folder.resolve("data"));
        client = MongoClients.create(server.uri());
        database = client.getDatabase("tsunagi");
        keys = new CaseKeys(
                database,
                KeyRing.open(folder.resolve("keys"), true),
                Clock.systemUTC(),
                new ProtectionSettings(Duration.ofMinutes(1), null));
        samples = SealedCollection.of(Sample.class, "samples", database, keys).unique("reference");
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void readsBackWhatWasWritten() {
        Sample sample = sample("A", 0, "架空 花子");

        samples.insert(sample);

        assertThat(samples.find("A")).contains(sample);
        assertThat(samples.first(Filters.eq("reference", "R-A"))).contains(sample);
    }

    @Test
    void sealsClassifiedFieldsAndEmptyOnesAlike() {
        samples.insert(new Sample(
                "A", 0, "R-A", new Wrapped("C0001"), "架空 花子", null, List.of(), Map.of(), Instant.EPOCH, State.OPEN));

        Document stored = database.getCollection("samples").find().first();

        assertThat(stored).isNotNull();
        assertThat(stored.get("name")).isInstanceOf(Binary.class);
        assertThat(stored.get("address")).isInstanceOf(Binary.class);
        assertThat(stored.toJson()).doesNotContain("架空");
    }

    @Test
    void refusesToOpenWhatWasMovedToAnotherField() {
        samples.insert(sample("A", 0, "架空 花子"));
        Document stored = database.getCollection("samples").find().first();
        assertThat(stored).isNotNull();
        stored.put("address", stored.get("name"));
        database.getCollection("samples").replaceOne(Filters.eq("_id", "A"), stored);

        assertThatThrownBy(() -> samples.find("A")).isInstanceOf(Sealer.SealBroken.class);
    }

    @Test
    void letsOnlyOneOfTwoWritersWin() {
        samples.insert(sample("A", 0, "一"));
        samples.replace(sample("A", 1, "二"));

        assertThatThrownBy(() -> samples.replace(sample("A", 1, "三"))).isInstanceOf(SealedCollection.Stale.class);
        assertThat(samples.find("A").orElseThrow().name()).isEqualTo("二");
    }

    @Test
    void refusesASecondDocumentWithTheSameUniqueField() {
        samples.insert(sample("A", 0, "一"));
        Sample other =
                new Sample("B", 0, "R-A", new Wrapped("x"), "", null, List.of(), Map.of(), Instant.EPOCH, State.OPEN);

        assertThatThrownBy(() -> samples.insert(other)).isInstanceOf(SealedCollection.AlreadyThere.class);
    }

    @Test
    void forgetsACaseWhoseKeyIsDestroyed() {
        samples.insert(sample("A", 0, "架空 花子"));

        keys.destroy("A");

        assertThat(samples.find("A")).isEmpty();
    }

    private static Sample sample(String id, long version, String name) {
        return new Sample(
                id,
                version,
                "R-" + id,
                new Wrapped("C0001"),
                name,
                "札幌市架空町",
                List.of(new Part("P0001", LocalDate.of(2026, 11, 20), "理由"), new Part("J0001", null, null)),
                Map.of("k", new Part("P0001", null, "別の理由")),
                Instant.parse("2026-11-20T01:02:03.004Z"),
                State.OPEN);
    }

    enum State {
        OPEN
    }

    record Wrapped(String value) {}

    record Part(
            @Classified(FieldClass.AGENCY) String agency,
            @Classified(FieldClass.SCHEDULE) @Nullable LocalDate on,
            @Classified(FieldClass.NARRATIVE) @Nullable String reason) {}

    record Sample(
            @Classified(FieldClass.OPERATION) String id,
            @Classified(FieldClass.OPERATION) long version,
            @Classified(FieldClass.OPERATION) String reference,
            @Classified(FieldClass.AGENCY) Wrapped agency,
            @Classified(FieldClass.IDENTITY) String name,
            @Classified(FieldClass.LOCATION) @Nullable String address,
            List<Part> parts,
            Map<String, Part> named,
            @Classified(FieldClass.OPERATION) Instant at,
            @Classified(FieldClass.OPERATION) State state)
            implements Stored {
        @Override
        public String keyOwner() {
            return id;
        }
    }
}
