package jp.tsunagi.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ObjectDataType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The H2 backend of mongo-java-server with three promises that the stock one does not give:
 *
 * <ul>
 *   <li>an acknowledged write is on disk (committed and synced before the reply leaves);
 *   <li>no reply shows a document that another command is changing (commands are serialised, replies are copies);
 *   <li>what was deleted leaves the file again (compaction in the pauses).
 * </ul>
 *
 * The price is that writes go one after another; see {@code docs/decisions} for the measurements.
 */
final class DurableH2Backend extends H2Backend {

    private static final Logger LOG = LoggerFactory.getLogger(DurableH2Backend.class);

    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "create",
            "createindexes",
            "drop",
            "dropindexes",
            "dropdatabase",
            "renamecollection",
            "aggregate");

    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int RETENTION_MILLIS = 2_000;
    private static final int PAGE_SPLIT_BYTES = 4_096;

    private final ReentrantLock lock = new ReentrantLock(true);
    private final ScheduledExecutorService housekeeping;
    private volatile long lastWrite = System.nanoTime();

    private DurableH2Backend(MVStore store) {
        super(store);
        housekeeping = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "store-housekeeping");
            thread.setDaemon(true);
            return thread;
        });
        housekeeping.scheduleWithFixedDelay(this::compact, 1, 1, TimeUnit.SECONDS);
    }

    /** Opens or creates the file. Fails where another process holds it. */
    static DurableH2Backend open(Path file) {
        MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .pageSplitSize(PAGE_SPLIT_BYTES)
                .compress()
                .open();
        store.setRetentionTime(RETENTION_MILLIS);
        return new DurableH2Backend(store);
    }

    @Override
    public @Nullable Document handleCommand(Channel channel, String database, String command, Document query) {
        boolean write = WRITES.contains(command.toLowerCase(Locale.ROOT));
        lock.lock();
        try {
            Document reply;
            try {
                reply = super.handleCommand(channel, database, command, query);
            } finally {
                if (write) {
                    getMvStore().commit();
                    getMvStore().sync();
                    lastWrite = System.nanoTime();
                }
            }
            return reply == null ? null : reply.cloneDeeply();
        } finally {
            lock.unlock();
        }
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String databaseName) {
        return new H2Database(databaseName, getMvStore(), getCursorRegistry()) {
            @Override
            protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
                String fullName = databaseName + "." + name;
                MVMap<Object, Document> data = getMvStore()
                        .openMap(
                                "databases." + fullName,
                                new MVMap.Builder<Object, Document>()
                                        .keyType(new ObjectDataType())
                                        .valueType(new BsonDataType()));
                MVMap<String, Object> meta = getMvStore().openMap("meta." + fullName);
                return new H2Collection(this, name, options, data, meta, cursorRegistry);
            }
        };
    }

    @Override
    public void close() {
        housekeeping.shutdownNow();
        lock.lock();
        try {
            super.close();
        } finally {
            lock.unlock();
        }
    }

    private void compact() {
        lock.lock();
        try {
            MVStore store = getMvStore();
            if (store.isClosed()) {
                return;
            }
            if (System.nanoTime() - lastWrite < QUIET_NANOS) {
                store.compact(70, 2 << 20);
            } else if (store.getFileStore().getFillRate() < 70) {
                store.compactFile(50);
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "Compaction of the embedded database was put off: {}",
                    e.getClass().getSimpleName());
        } finally {
            lock.unlock();
        }
    }
}
