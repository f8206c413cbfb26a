package jp.tsunagi.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the code relies on, and every server it runs on must therefore do. */
abstract class StoreContract {

    private MongoCollection<Document> documents;

    abstract MongoDatabase database();

    @BeforeEach
    void emptyCollection() {
        documents = database().getCollection("contract");
        documents.drop();
    }

    @Test
    void findsWhatWasInserted() {
        documents.insertOne(new Document("_id", "A").append("state", "DRAFT").append("parts", List.of(1, 2)));

        assertThat(documents.find(eq("_id", "A")).first())
                .isEqualTo(new Document("_id", "A").append("state", "DRAFT").append("parts", List.of(1, 2)));
        assertThat(documents.find(eq("_id", "B")).first()).isNull();
        assertThat(documents.find(and(eq("_id", "A"), eq("state", "HELD"))).first())
                .isNull();
    }

    @Test
    void refusesASecondDocumentOfTheSameId() {
        documents.insertOne(new Document("_id", "A"));

        assertThatThrownBy(() -> documents.insertOne(new Document("_id", "A")))
                .isInstanceOfSatisfying(
                        MongoWriteException.class,
                        e -> assertThat(e.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY));
    }

    @Test
    void replacesOnlyTheVersionThatWasRead() {
        documents.insertOne(new Document("_id", "A").append("version", 0L));

        assertThat(replace(0)).isEqualTo(1);
        assertThat(replace(0)).isZero();
        assertThat(replace(1)).isEqualTo(1);
        assertThat(documents.find().first()).containsEntry("version", 2L);
    }

    @Test
    void keepsAUniqueFieldUnique() {
        documents.createIndex(Indexes.ascending("reference"), new IndexOptions().unique(true));
        documents.insertOne(new Document("_id", "A").append("reference", "R1").append("version", 0L));
        documents.insertOne(new Document("_id", "B").append("reference", "R2").append("version", 0L));

        assertDuplicate(() -> documents.insertOne(new Document("_id", "C").append("reference", "R1")));
        assertDuplicate(() -> documents.replaceOne(
                and(eq("_id", "B"), eq("version", 0L)), new Document("_id", "B").append("reference", "R1")));
        assertThat(documents.find(eq("_id", "B")).first()).containsEntry("reference", "R2");
        assertThat(documents.countDocuments()).isEqualTo(2);

        documents.deleteOne(eq("_id", "A"));
        documents.insertOne(new Document("_id", "C").append("reference", "R1"));
    }

    @Test
    void sortsSkipsLimitsAndCounts() {
        for (int i = 0; i < 25; i++) {
            documents.insertOne(new Document("_id", "D" + i).append("n", i).append("odd", i % 2 == 1));
        }

        assertThat(documents.find(eq("odd", true)).sort(descending("n")).skip(2).limit(3))
                .extracting(d -> d.getInteger("n"))
                .containsExactly(19, 17, 15);
        assertThat(documents.find().sort(ascending("odd", "n")).limit(2))
                .extracting(d -> d.getInteger("n"))
                .containsExactly(0, 2);
        assertThat(documents.countDocuments(gt("n", 20))).isEqualTo(4);
        assertThat(documents.countDocuments(in("n", 1, 2, 99))).isEqualTo(2);
        assertThat(documents.countDocuments(ne("odd", true))).isEqualTo(13);
        assertThat(documents.deleteMany(gt("n", 20)).getDeletedCount()).isEqualTo(4);
        assertThat(documents.countDocuments()).isEqualTo(21);
    }

    @Test
    void findsByManyIdsInOrder() {
        for (long i = 1; i <= 2_500; i++) {
            documents.insertOne(new Document("_id", i));
        }
        List<Long> asked =
                java.util.stream.LongStream.rangeClosed(400, 1_599).boxed().toList();

        assertThat(documents.find(in("_id", asked)).sort(ascending("_id")).batchSize(2_000))
                .extracting(d -> d.getLong("_id"))
                .containsExactlyElementsOf(asked);
    }

    @Test
    void readsALongResultThroughACursor() {
        List<Document> many = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            many.add(new Document("_id", i));
        }
        documents.insertMany(many);

        assertThat(documents.find().sort(ascending("_id")).batchSize(50))
                .extracting(d -> d.getInteger("_id"))
                .hasSize(1_000)
                .isSorted();
    }

    @Test
    void writesAnOrderedGroupUpToTheFirstDuplicate() {
        documents.insertOne(new Document("_id", 3L));

        assertThatThrownBy(() -> documents.insertMany(
                        List.of(
                                new Document("_id", 1L),
                                new Document("_id", 2L),
                                new Document("_id", 3L),
                                new Document("_id", 4L)),
                        new InsertManyOptions().ordered(true)))
                .isInstanceOfSatisfying(MongoBulkWriteException.class, e -> {
                    assertThat(e.getWriteErrors()).hasSize(1);
                    assertThat(e.getWriteErrors().get(0).getIndex()).isEqualTo(2);
                    assertThat(e.getWriteErrors().get(0).getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
                });
        assertThat(documents.find().sort(ascending("_id")))
                .extracting(d -> d.getLong("_id"))
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void leasesByFindOneAndUpdate() {
        Date now = Date.from(Instant.parse("2026-11-20T01:00:00Z"));
        Date later = Date.from(Instant.parse("2026-11-20T01:01:00Z"));
        documents.insertOne(
                new Document("_id", "A").append("until", new Date(0)).append("fence", 1L));

        Document first = lease(now, later, "one");
        Document second = lease(now, later, "two");

        assertThat(first).containsEntry("owner", "one").containsEntry("fence", 2L);
        assertThat(second).isNull();
        assertThat(lease(later, new Date(later.getTime() + 1), "three")).containsEntry("owner", "three");
    }

    @Test
    void upsertsOnceAndThenFindsTheNameTaken() {
        FindOneAndUpdateOptions upsert =
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        Document made = documents.findOneAndUpdate(and(eq("_id", "L"), lte("until", 5L)), set("until", 9L), upsert);

        assertThat(made).isEqualTo(new Document("_id", "L").append("until", 9L));
        assertDuplicate(
                () -> documents.findOneAndUpdate(and(eq("_id", "L"), lte("until", 5L)), set("until", 12L), upsert));
    }

    @Test
    void appliesAMessageOnce() {
        documents.insertOne(new Document("_id", "A").append("n", 0).append("seen", List.of()));
        for (int delivery = 0; delivery < 3; delivery++) {
            documents.updateOne(and(eq("_id", "A"), ne("seen", "M1")), combine(inc("n", 1), addToSet("seen", "M1")));
        }

        assertThat(documents.find().first()).containsEntry("n", 1).containsEntry("seen", List.of("M1"));
    }

    @Test
    void keepsInstantsToTheMillisecond() {
        Instant at = Instant.parse("2026-11-20T01:02:03.004Z");
        documents.insertOne(new Document("_id", "A").append("at", Date.from(at)));

        Document found = documents.find(eq("at", Date.from(at))).first();

        assertThat(found).isNotNull();
        assertThat(found.getDate("at").toInstant()).isEqualTo(at);
        assertThat(documents.countDocuments(lte("at", Date.from(at.minusMillis(1)))))
                .isZero();
    }

    @Test
    void keepsBinariesByteByByte() {
        byte[] bytes = new byte[4_096];
        new Random(1).nextBytes(bytes);
        documents.insertOne(new Document("_id", "A").append("sealed", new Binary(bytes)));

        Document found = documents.find().first();

        assertThat(found).isNotNull();
        assertThat(found.get("sealed", Binary.class).getData()).isEqualTo(bytes);
    }

    @Test
    void matchesTokensOfSixteenBytesInAnArray() {
        byte[] one = token(1);
        byte[] two = token(2);
        documents.insertOne(new Document("_id", "A").append("tokens", Arrays.asList(new Binary(one), new Binary(two))));
        documents.insertOne(new Document("_id", "B").append("tokens", List.of(new Binary(two))));

        assertThat(documents.find(eq("tokens", new Binary(token(1)))))
                .extracting(d -> d.getString("_id"))
                .containsExactly("A");
        assertThat(documents.countDocuments(eq("tokens", new Binary(token(2))))).isEqualTo(2);
        assertThat(documents.countDocuments(eq("tokens", new Binary(token(3))))).isZero();
    }

    @Test
    void keepsALargeDocument() {
        String text = "架空の長い文。".repeat(50_000);
        documents.insertOne(new Document("_id", "A").append("text", text));

        Document found = documents.find(eq("_id", "A")).first();

        assertThat(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)).hasSizeGreaterThan(1 << 20);
        assertThat(found).isNotNull().containsEntry("text", text);
    }

    @Test
    void projectsFields() {
        documents.insertOne(new Document("_id", "A").append("n", 1).append("m", 2));

        assertThat(documents.find().projection(Projections.include("n")).first())
                .isEqualTo(new Document("_id", "A").append("n", 1));
    }

    private long replace(long readVersion) {
        return documents
                .replaceOne(
                        and(eq("_id", "A"), eq("version", readVersion)),
                        new Document("_id", "A").append("version", readVersion + 1))
                .getMatchedCount();
    }

    private Document lease(Date now, Date until, String owner) {
        return documents.findOneAndUpdate(
                and(eq("_id", "A"), lte("until", now)),
                combine(set("owner", owner), set("until", until), inc("fence", 1L)),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
    }

    private static byte[] token(int seed) {
        byte[] token = new byte[16];
        new Random(seed).nextBytes(token);
        return token;
    }

    private static void assertDuplicate(Runnable write) {
        assertThatThrownBy(write::run)
                .isInstanceOfSatisfying(MongoException.class, e -> assertThat(ErrorCategory.fromErrorCode(e.getCode()))
                        .isEqualTo(ErrorCategory.DUPLICATE_KEY));
    }
}
