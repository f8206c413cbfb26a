package jp.tsunagi.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreContractIT extends StoreContract {

    @TempDir
    static Path folder;

    private static EmbeddedDatabase server;
    private static MongoClient client;

    @BeforeAll
    static void start() {
        server = EmbeddedDatabase.open(folder);
        client = MongoClients.create(server.uri());
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @Override
    MongoDatabase database() {
        return client.getDatabase("tsunagi");
    }
}
