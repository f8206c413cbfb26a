package jp.tsunagi.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.mongodb.MongoDBContainer;

@Testcontainers(disabledWithoutDocker = true)
@EnabledIf("dockerIsThere")
class MongoStoreContractIT extends StoreContract {

    @Container
    private static final MongoDBContainer SERVER = new MongoDBContainer("mongo:8").withReplicaSet();

    private static MongoClient client;

    static boolean dockerIsThere() {
        boolean there = DockerClientFactory.instance().isDockerAvailable();
        if (!there) {
            System.out.println("Left out, for want of Docker: the store contract against a MongoDB 8 replica set.");
        }
        return there;
    }

    @BeforeAll
    static void connect() {
        client = MongoClients.create(SERVER.getReplicaSetUrl());
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    @Override
    MongoDatabase database() {
        return client.getDatabase("tsunagi");
    }
}
