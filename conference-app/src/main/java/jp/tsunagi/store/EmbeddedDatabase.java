package jp.tsunagi.store;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * A MongoDB-compatible server in this process, on a loopback port of its own choice, keeping its documents in one file.
 * It has no authentication, which is why it never listens anywhere else.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private final MongoServer server;
    private final InetSocketAddress address;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedDatabase(MongoServer server, InetSocketAddress address) {
        this.server = server;
        this.address = address;
    }

    /**
     * Opens or creates {@code database.mv} in the folder.
     *
     * @throws UncheckedIOException where the folder cannot be made
     * @throws IllegalStateException where the file is damaged or held by another process; the text says what to do
     */
    public static EmbeddedDatabase open(Path folder) {
        try {
            if (!Files.exists(folder)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for the embedded database cannot be made", e);
        }
        return open(folder.resolve("database.mv").toString(), folder.toFile()::getUsableSpace);
    }

    static EmbeddedDatabase open(String file, LongSupplier freeBytes) {
        MongoServer server = new MongoServer(DurableH2Backend.open(file, freeBytes));
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return new EmbeddedDatabase(server, server.getLocalAddress());
    }

    /** Where a driver connects; every operation ends within ten seconds. */
    public String uri() {
        return "mongodb://" + address.getHostString() + ":" + address.getPort() + "/tsunagi?timeoutMS=10000";
    }

    /** Ends all connections and closes the file; the command under way is finished first. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            server.shutdownNow();
        }
    }
}
