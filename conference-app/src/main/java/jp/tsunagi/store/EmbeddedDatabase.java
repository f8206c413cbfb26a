package jp.tsunagi.store;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A MongoDB-compatible server in this process, on a loopback port of its own choice, keeping its documents in one file.
 * It has no authentication, which is why it never listens anywhere else.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private final MongoServer server;
    private final InetSocketAddress address;

    private EmbeddedDatabase(MongoServer server, InetSocketAddress address) {
        this.server = server;
        this.address = address;
    }

    /**
     * Opens or creates {@code database.mv} in the folder.
     *
     * @throws UncheckedIOException where the folder cannot be made
     * @throws RuntimeException where the file is damaged or held by another process
     */
    public static EmbeddedDatabase open(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for the embedded database cannot be made", e);
        }
        MongoServer server = new MongoServer(DurableH2Backend.open(folder.resolve("database.mv")));
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return new EmbeddedDatabase(server, server.getLocalAddress());
    }

    /** Where a driver connects; every operation ends within ten seconds. */
    public String uri() {
        return "mongodb://" + address.getHostString() + ":" + address.getPort() + "/tsunagi?timeoutMS=10000";
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
