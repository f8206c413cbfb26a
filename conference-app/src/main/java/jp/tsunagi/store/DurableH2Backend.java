package jp.tsunagi.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
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
 * Where the disk is nearly full, writes are refused and reads go on; where a write to the file fails, everything is refused.
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

    /** Room for what is under way when the disk fills up, and for the compaction afterwards. */
    private static final long FREE_BYTES_KEPT = 64L << 20;

    /** As MongoDB numbers it. */
    private static final int OUT_OF_DISK_SPACE = 14_031;

    private final ReentrantLock lock = new ReentrantLock(true);
    private final ScheduledExecutorService housekeeping;
    private final LongSupplier freeBytes;
    private volatile long lastWrite = System.nanoTime();
    private volatile boolean broken;

    private DurableH2Backend(MVStore store, LongSupplier freeBytes) {
        super(store);
        this.freeBytes = freeBytes;
        housekeeping = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "store-housekeeping");
            thread.setDaemon(true);
            return thread;
        });
        housekeeping.scheduleWithFixedDelay(this::compact, 1, 1, TimeUnit.SECONDS);
    }

    /**
     * Opens or creates the file.
     *
     * @param freeBytes how much room the file's disk has left
     * @throws IllegalStateException where another process holds the file, or it is damaged; the text says what to do
     */
    static DurableH2Backend open(String file, LongSupplier freeBytes) {
        try {
            MVStore store = new MVStore.Builder()
                    .fileName(file)
                    .autoCommitDisabled()
                    .pageSplitSize(PAGE_SPLIT_BYTES)
                    .compress()
                    .open();
            store.setRetentionTime(RETENTION_MILLIS);
            return new DurableH2Backend(store, freeBytes);
        } catch (MVStoreException e) {
            throw new IllegalStateException(
                    switch (e.getErrorCode()) {
                        case DataUtils.ERROR_FILE_LOCKED ->
                            "The embedded database " + file + " is in use by another process. Stop that process, or"
                                    + " start this one with another --tsunagi.data-dir.";
                        case DataUtils.ERROR_FILE_CORRUPT ->
                            "The embedded database " + file + " is damaged. Put it back from its backup.";
                        default -> "The embedded database " + file + " cannot be opened.";
                    },
                    e);
        }
    }

    @Override
    public @Nullable Document handleCommand(Channel channel, String database, String command, Document query) {
        boolean write = WRITES.contains(command.toLowerCase(Locale.ROOT));
        lock.lock();
        try {
            if (broken) {
                throw outOfService("The embedded database could not write and serves nothing more until a restart");
            }
            if (write && freeBytes.getAsLong() < FREE_BYTES_KEPT) {
                throw outOfService("The disk of the embedded database is full");
            }
            Document reply;
            try {
                reply = super.handleCommand(channel, database, command, query);
            } catch (MongoServerException e) {
                throw withoutContent(command, e);
            } finally {
                if (write) {
                    commit();
                }
            }
            return reply == null ? null : reply.cloneDeeply();
        } finally {
            lock.unlock();
        }
    }

    /** The stock handler would log the whole command with every value in it, also where a refusal is no fault. */
    private static MongoServerException withoutContent(String command, MongoServerException refusal) {
        if (refusal.isLogError()) {
            refusal.setLogError(false);
            if (!(refusal instanceof DuplicateKeyError)) {
                LOG.warn(
                        "The embedded database refused the command {}: {}",
                        command,
                        refusal.getClass().getSimpleName());
            }
        }
        return refusal;
    }

    /**
     * Where this fails, memory is ahead of the file. Nothing is acknowledged or even shown from then on; at the next start
     * the file is as it was after the last acknowledged write.
     */
    @Override
    public void commit() {
        MVStore store = getMvStore();
        try {
            store.commit();
            store.sync();
            lastWrite = System.nanoTime();
        } catch (RuntimeException e) {
            broken = true;
            LOG.error("The embedded database cannot write its file and is out of service until a restart", e);
            store.closeImmediately();
        }
        broken |= store.isClosed();
        if (broken) {
            throw outOfService("The embedded database cannot write its file");
        }
    }

    private static MongoServerError outOfService(String message) {
        MongoServerError error = new MongoServerError(OUT_OF_DISK_SPACE, "OutOfDiskSpace", message);
        error.setLogError(false);
        return error;
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String databaseName) {
        return new H2Database(databaseName, getMvStore(), getCursorRegistry()) {
            @Override
            protected Index<Object> openOrCreateUniqueIndex(
                    String collection, String index, List<IndexKey> keys, boolean sparse) {
                // The stock method finds this map open already, by its name, and uses it.
                getMvStore()
                        .openMap(
                                databaseName + "." + collection + "._index_" + index,
                                new MVMap.Builder<KeyValue, Object>().keyType(new IndexKeyDataType()));
                return super.openOrCreateUniqueIndex(collection, index, keys, sparse);
            }

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
                return new DurableH2Collection(this, name, options, data, meta, cursorRegistry);
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
            if (broken || store.isClosed() || freeBytes.getAsLong() < FREE_BYTES_KEPT) {
                return;
            }
            if (System.nanoTime() - lastWrite < QUIET_NANOS) {
                store.compact(70, 2 << 20);
            } else if (store.getFileStore().getFillRate() < 70) {
                store.compactFile(50);
            }
        } catch (RuntimeException e) {
            if (getMvStore().isClosed()) {
                broken = true;
                LOG.error(
                        "The embedded database broke down at its compaction and is out of service until a restart", e);
            } else {
                LOG.warn(
                        "Compaction of the embedded database was put off: {}",
                        e.getClass().getSimpleName());
            }
        } finally {
            lock.unlock();
        }
    }
}
