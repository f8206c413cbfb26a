package jp.tsunagi.store;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

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

    /** In production a real server must promise what the embedded one does, or the hub does not start. */
    @Bean
    MongoDatabase mongoDatabase(
            MongoClient client,
            MongoConnectionDetails connection,
            ObjectProvider<EmbeddedDatabase> embedded,
            Environment environment) {
        boolean real = embedded.getIfAvailable() == null;
        if (real && environment.acceptsProfiles(Profiles.of("production"))) {
            ProductionStore.require(client.getWriteConcern(), client.getReadPreference());
        }
        return client.getDatabase(
                Objects.requireNonNullElse(connection.getConnectionString().getDatabase(), "tsunagi"));
    }

    @Bean
    Leases leases(MongoDatabase database, Clock clock) {
        return new Leases(database, clock);
    }
}
