package jp.tsunagi.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.mongodb.MongoClientSettings;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The codec at its edges. Every document makes the way through BSON, as in the database. */
class RecordCodecTest {

    private static RecordCodec codec;

    @BeforeAll
    static void key() throws Exception {
        AeadConfig.register();
        Sealer sealer = new Sealer(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM)
                .getPrimitive(RegistryConfiguration.get(), Aead.class));
        codec = new RecordCodec("samples", "A", sealer);
    }

    @Test
    void readsBackEveryKindOfPlainValue() {
        Plain plain = new Plain(
                "A",
                0,
                7,
                2.5,
                true,
                Colour.RED,
                LocalDate.of(2026, 11, 20),
                LocalDateTime.of(2026, 11, 20, 10, 0),
                LocalTime.of(10, 0),
                Instant.parse("2026-11-20T01:02:03.004Z"),
                List.of(List.of("a"), List.of()),
                Set.of(Colour.RED, Colour.BLUE),
                Map.of("k", List.of(1L, 2L)),
                new Wrapped("C0001"),
                List.of(new Wrapped("C0002")));

        assertThat(roundTrip(Plain.class, plain)).isEqualTo(plain);
    }

    @Test
    void storesEnumsByNameWhateverTheyPrint() {
        Document written = codec.write(new Enums("A", 0, Colour.RED, Colour.BLUE));

        assertThat(written).containsEntry("plain", "RED");
        assertThat(roundTrip(Enums.class, new Enums("A", 0, Colour.RED, Colour.BLUE))
                        .sealed())
                .isEqualTo(Colour.BLUE);
    }

    @Test
    void readsDocumentsFromBeforeAFieldWasAdded() {
        Grown read = codec.read(Grown.class, new Document("_id", "A"));

        assertThat(read).isEqualTo(new Grown("A", 0, List.of(), false, 0L, null, List.of(), null));
    }

    @Test
    void readsBackEmptyAndAbsentSealedValues() {
        Grown grown = new Grown("A", 3, List.of(), true, 5L, null, List.of("x"), "y");

        assertThat(roundTrip(Grown.class, grown)).isEqualTo(grown);
        assertThat(codec.write(grown).get("words")).isInstanceOf(Binary.class);
        assertThat(codec.write(grown).get("word")).isInstanceOf(Binary.class);
    }

    @Test
    void bindsSealedValuesToTheirPlaceInAList() {
        Parts parts = new Parts("A", 0, List.of(new Part("一"), new Part("二")), Map.of("k", new Part("三")));
        Document written = codec.write(parts);
        List<Document> list = written.getList("list", Document.class);
        java.util.Collections.swap(list, 0, 1);

        assertThat(roundTrip(Parts.class, parts)).isEqualTo(parts);
        assertThatThrownBy(() -> codec.read(Parts.class, written)).isInstanceOf(Sealer.SealBroken.class);
    }

    @Test
    void saysNothingOfAValueThatDoesNotFit() {
        Document written = codec.write(new Sealed("A", 0, "架空 花子"));

        assertThatThrownBy(() -> codec.read(SealedNumber.class, written))
                .isInstanceOf(IllegalStateException.class)
                .hasNoCause()
                .hasMessageNotContaining("架空");
    }

    @Test
    void readsBackMapsByTypedKeys() {
        Keyed keyed = new Keyed("A", 0, Map.of(Colour.RED, 1), Map.of(new Wrapped("C0001"), "x"));

        Keyed read = roundTrip(Keyed.class, keyed);

        assertThat(read).isEqualTo(keyed);
        assertThat(read.byColour().get(Colour.RED)).isEqualTo(1);
    }

    @Test
    void readsBackExactNumbersAndBytes() {
        Exact exact = new Exact("A", 0, new BigDecimal("12.30"));

        assertThat(roundTrip(Exact.class, exact)).isEqualTo(exact);
    }

    @Test
    void handsOnWhatTheRecordItselfRefuses() {
        assertThatThrownBy(() -> codec.read(Wary.class, new Document("_id", "A").append("n", -1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static <S extends Record & Stored> S roundTrip(Class<S> type, S record) {
        BsonDocument bytes =
                codec.write(record).toBsonDocument(BsonDocument.class, MongoClientSettings.getDefaultCodecRegistry());
        Document stored = new DocumentCodec()
                .decode(new BsonDocumentReader(bytes), DecoderContext.builder().build());
        return codec.read(type, stored);
    }

    enum Colour {
        RED,
        BLUE;

        @Override
        public String toString() {
            return "colour " + ordinal();
        }
    }

    record Wrapped(String value) {
        @Override
        public String toString() {
            return value;
        }
    }

    record Plain(
            @Classified(FieldClass.OPERATION) String id,
            @Classified(FieldClass.OPERATION) long version,
            @Classified(FieldClass.OPERATION) int number,
            @Classified(FieldClass.OPERATION) double fraction,
            @Classified(FieldClass.OPERATION) boolean flag,
            @Classified(FieldClass.OPERATION) Colour colour,
            @Classified(FieldClass.SCHEDULE) LocalDate day,
            @Classified(FieldClass.SCHEDULE) LocalDateTime start,
            @Classified(FieldClass.SCHEDULE) LocalTime hour,
            @Classified(FieldClass.OPERATION) Instant at,
            @Classified(FieldClass.OPERATION) List<List<String>> lists,
            @Classified(FieldClass.OPERATION) Set<Colour> colours,
            @Classified(FieldClass.OPERATION) Map<String, List<Long>> named,
            @Classified(FieldClass.AGENCY) Wrapped agency,
            @Classified(FieldClass.AGENCY) List<Wrapped> agencies)
            implements OwnedByA {}

    record Enums(
            @Classified(FieldClass.OPERATION) String id,
            @Classified(FieldClass.OPERATION) long version,
            @Classified(FieldClass.OPERATION) Colour plain,
            @Classified(FieldClass.NARRATIVE) Colour sealed)
            implements OwnedByA {}

    record Grown(
            @Classified(FieldClass.OPERATION) String id,
            @Classified(FieldClass.OPERATION) long version,
            @Classified(FieldClass.NARRATIVE) List<String> words,
            @Classified(FieldClass.NARRATIVE) boolean flag,
            @Classified(FieldClass.NARRATIVE) long count,
            @Classified(FieldClass.NARRATIVE) @Nullable String word,
            @Classified(FieldClass.OPERATION) List<String> plain,
            @Classified(FieldClass.OPERATION) @Nullable String text)
            implements OwnedByA {}

    record Part(@Classified(FieldClass.NARRATIVE) String text) {}

    record Parts(
            @Classified(FieldClass.OPERATION) String id,
            @Classified(FieldClass.OPERATION) long version,
            List<Part> list,
            Map<String, Part> map)
            implements OwnedByA {}

    record Sealed(
            @Classified(FieldClass.OPERATION) String id,
            @Classified(FieldClass.OPERATION) long version,
            @Classified(FieldClass.IDENTITY) String name)
            implements OwnedByA {}

    record SealedNumber(
            @Classified(FieldClass.OPERATION) String id,
            @Classified(FieldClass.OPERATION) long version,
            @Classified(FieldClass.IDENTITY) int name)
            implements OwnedByA {}

    record Keyed(
            @Classified(FieldClass.OPERATION) String id,
            @Classified(FieldClass.OPERATION) long version,
            @Classified(FieldClass.OPERATION) Map<Colour, Integer> byColour,
            @Classified(FieldClass.OPERATION) Map<Wrapped, String> byCode)
            implements OwnedByA {}

    record Exact(
            @Classified(FieldClass.OPERATION) String id,
            @Classified(FieldClass.OPERATION) long version,
            @Classified(FieldClass.OPERATION) BigDecimal amount)
            implements OwnedByA {}

    record Wary(
            @Classified(FieldClass.OPERATION) String id,
            @Classified(FieldClass.OPERATION) long version,
            @Classified(FieldClass.OPERATION) int n)
            implements OwnedByA {
        Wary {
            if (n < 0) {
                throw new IllegalArgumentException("n");
            }
        }
    }

    interface OwnedByA extends Stored {
        @Override
        default String keyOwner() {
            return "A";
        }
    }
}
