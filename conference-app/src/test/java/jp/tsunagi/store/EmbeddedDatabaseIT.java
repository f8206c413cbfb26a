package jp.tsunagi.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.bson.Document;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {

    @TempDir
    Path folder;

    @Test
    void keepsEverythingOverAStopAndIsClosedTwiceWithoutHarm() {
        EmbeddedDatabase first = EmbeddedDatabase.open(folder);
        try (MongoClient client = MongoClients.create(first.uri())) {
            documents(client).insertOne(new Document("_id", "A"));
        }
        first.close();
        first.close();

        try (EmbeddedDatabase second = EmbeddedDatabase.open(folder);
                MongoClient client = MongoClients.create(second.uri())) {
            assertThat(documents(client).countDocuments()).isEqualTo(1);
        }
    }

    @Test
    void saysWhatToDoWhereAnotherHoldsTheFile() {
        try (EmbeddedDatabase holder = EmbeddedDatabase.open(folder)) {
            assertThatThrownBy(() -> EmbeddedDatabase.open(folder))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("in use by another process")
                    .hasMessageContaining("--tsunagi.data-dir");
            assertThat(holder.uri()).startsWith("mongodb://127.0.0.1:");
        }
    }

    @Test
    void saysThatTheFileIsDamaged() throws Exception {
        Files.write(folder.resolve("database.mv"), new byte[20_000]);

        assertThatThrownBy(() -> EmbeddedDatabase.open(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void refusesWritesAndGoesOnReadingWhileTheDiskIsFull() {
        AtomicLong free = new AtomicLong(Long.MAX_VALUE);
        try (EmbeddedDatabase server =
                        EmbeddedDatabase.open(folder.resolve("database.mv").toString(), free::get);
                MongoClient client = MongoClients.create(server.uri())) {
            documents(client).insertOne(new Document("_id", "A"));
            free.set(1_000);

            assertThatThrownBy(() -> documents(client).insertOne(new Document("_id", "B")))
                    .isInstanceOf(MongoCommandException.class)
                    .hasMessageContaining("disk")
                    .extracting("code")
                    .isEqualTo(14_031);
            assertThat(documents(client).find()).hasSize(1);

            free.set(Long.MAX_VALUE);
            documents(client).insertOne(new Document("_id", "B"));
            assertThat(documents(client).countDocuments()).isEqualTo(2);
        }
    }

    @Test
    void acknowledgesNothingMoreAfterAFailedWriteAndLosesNothingBeforeIt() {
        FilePath.register(new FailingFilePath());
        String file = folder.resolve("database.mv").toString();
        List<String> acknowledged = new ArrayList<>();
        try (EmbeddedDatabase server = EmbeddedDatabase.open("failing:" + file, () -> Long.MAX_VALUE);
                MongoClient client = MongoClients.create(server.uri() + "&serverSelectionTimeoutMS=500")) {
            for (int i = 0; i < 20; i++) {
                documents(client).insertOne(new Document("_id", "A" + i));
                acknowledged.add("A" + i);
            }
            FailingFilePath.failing = true;
            for (int i = 0; i < 3; i++) {
                String id = "B" + i;
                assertThatThrownBy(() -> documents(client).insertOne(new Document("_id", id)))
                        .isInstanceOf(MongoException.class);
            }
            assertThatThrownBy(() -> documents(client).find().first()).isInstanceOf(MongoException.class);
        } finally {
            FailingFilePath.failing = false;
        }

        try (EmbeddedDatabase server = EmbeddedDatabase.open(folder);
                MongoClient client = MongoClients.create(server.uri())) {
            assertThat(documents(client).find())
                    .extracting(d -> d.getString("_id"))
                    .containsExactlyInAnyOrderElementsOf(acknowledged);
        }
    }

    @Test
    void losesNoAcknowledgedWriteWhenKilled() throws Exception {
        Random random = new Random(20_261_120);
        List<String> all = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            all.addAll(KilledProcess.run(Writing.class, folder, 30 + random.nextInt(400), Duration.ofSeconds(60)));

            try (EmbeddedDatabase server = EmbeddedDatabase.open(folder);
                    MongoClient client = MongoClients.create(server.uri())) {
                MongoCollection<Document> documents = documents(client);
                for (String write : all) {
                    String[] idAndStep = write.split(" ");
                    Document found = documents.find(eq("_id", idAndStep[0])).first();
                    assertThat(found).as(write).isNotNull();
                    assertThat(found.getInteger("step"))
                            .as(write)
                            .isGreaterThanOrEqualTo(Integer.parseInt(idAndStep[1]));
                    assertThat(documents.countDocuments(eq("reference", "R-" + idAndStep[0])))
                            .isEqualTo(1);
                }
                assertThatThrownBy(() -> documents.insertOne(new Document("_id", "x")
                                .append("reference", "R-" + all.get(0).split(" ")[0])))
                        .isInstanceOf(MongoWriteException.class);
            }
        }
    }

    @Test
    void neverShowsADocumentHalfWritten() throws Exception {
        int writes = 1_500;
        AtomicInteger torn = new AtomicInteger();
        AtomicLong reads = new AtomicLong();
        AtomicInteger writing = new AtomicInteger(3);
        try (EmbeddedDatabase server = EmbeddedDatabase.open(folder);
                MongoClient client = MongoClients.create(server.uri())) {
            MongoCollection<Document> documents = documents(client);
            for (int id = 0; id < 5; id++) {
                documents.insertOne(pair(id, "start"));
            }
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int writer = 0; writer < 3; writer++) {
                int seed = writer;
                tasks.add(() -> {
                    Random random = new Random(seed);
                    try {
                        for (int i = 0; i < writes; i++) {
                            int id = random.nextInt(5);
                            String value = seed + "-" + i;
                            if (i % 2 == 0) {
                                documents.replaceOne(eq("_id", id), pair(id, value));
                            } else {
                                documents.updateOne(
                                        eq("_id", id),
                                        combine(set("a", value), set("z", value), unset("x"), set("y" + i % 3, 1)));
                            }
                        }
                    } finally {
                        writing.decrementAndGet();
                    }
                    return null;
                });
            }
            for (int reader = 0; reader < 4; reader++) {
                tasks.add(() -> {
                    while (writing.get() > 0) {
                        for (Document found : documents.find()) {
                            reads.incrementAndGet();
                            if (!found.getString("a").equals(found.getString("z"))) {
                                torn.incrementAndGet();
                            }
                        }
                    }
                    return null;
                });
            }
            var pool = Executors.newFixedThreadPool(tasks.size());
            try {
                for (var done : pool.invokeAll(tasks)) {
                    done.get(); // Any error of a reader or writer ends the test here.
                }
            } finally {
                pool.shutdownNow();
            }
        }
        assertThat(reads.get()).isGreaterThan(writes);
        assertThat(torn).hasValue(0);
    }

    @Test
    void findsByIdAndVersionWithoutReadingTheCollection() {
        try (EmbeddedDatabase server = EmbeddedDatabase.open(folder);
                MongoClient client = MongoClients.create(server.uri())) {
            MongoCollection<Document> documents = documents(client);
            documents.insertMany(IntStream.range(0, 20_000)
                    .mapToObj(i -> new Document("_id", "K" + i).append("version", 0L))
                    .toList());
            long byIdAlone = fastest(i -> documents.find(eq("_id", "K" + i)).first());
            long byIdAndVersion = fastest(i ->
                    documents.find(and(eq("_id", "K" + i), eq("version", 0L))).first());
            long byOther =
                    fastest(i -> documents.find(eq("version", (long) i + 1)).first());

            assertThat(byIdAndVersion).isLessThan(byOther / 2).isLessThan(byIdAlone * 20);
        }
    }

    private static long fastest(java.util.function.IntConsumer query) {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            long start = System.nanoTime();
            query.accept(i);
            nanos.add(System.nanoTime() - start);
        }
        return Collections.min(nanos);
    }

    private static Document pair(int id, String value) {
        return new Document("_id", id)
                .append("a", value)
                .append("x", "x".repeat(300))
                .append("z", value);
    }

    private static MongoCollection<Document> documents(MongoClient client) {
        return client.getDatabase("tsunagi").getCollection("documents");
    }

    /** The process that is killed: inserts and updates, and prints id and step of each acknowledged write. */
    static final class Writing {
        public static void main(String[] args) {
            EmbeddedDatabase server = EmbeddedDatabase.open(Path.of(args[0]));
            MongoCollection<Document> documents = documents(MongoClients.create(server.uri()));
            documents.createIndex(Indexes.ascending("reference"), new IndexOptions().unique(true));
            String run = Long.toString(ProcessHandle.current().pid());
            IntStream.range(0, 4)
                    .mapToObj(thread -> new Thread(() -> {
                        for (int i = 0; ; i++) {
                            String id = run + "-" + thread + "-" + i;
                            documents.insertOne(new Document("_id", id)
                                    .append("reference", "R-" + id)
                                    .append("step", 0));
                            KilledProcess.acknowledge(id + " 0");
                            documents.updateOne(and(eq("_id", id), eq("step", 0)), set("step", 1));
                            KilledProcess.acknowledge(id + " 1");
                        }
                    }))
                    .forEach(Thread::start);
        }
    }
}
