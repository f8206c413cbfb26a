package jp.tsunagi.store;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The embedded database unless {@code spring.mongodb.uri} names a real one. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "spring.mongodb.uri", matchIfMissing = true, havingValue = "embedded")
    static class Embedded {

        @Bean
        EmbeddedDatabase embeddedDatabase(Folders folders) {
            return EmbeddedDatabase.open(folders.dataDir().resolve("database"));
        }

        @Bean
        MongoConnectionDetails embeddedConnection(EmbeddedDatabase database) {
            ConnectionString uri = new ConnectionString(database.uri());
            return () -> uri;
        }
    }

    @Bean
    MongoDatabase mongoDatabase(MongoClient client, MongoConnectionDetails connection) {
        return client.getDatabase(
                Objects.requireNonNullElse(connection.getConnectionString().getDatabase(), "tsunagi"));
    }
}
