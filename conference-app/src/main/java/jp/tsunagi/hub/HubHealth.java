package jp.tsunagi.hub;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import jp.tsunagi.integration.hub.IntegrationHealth;
import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** UP only when broker, database and routes are up. */
@Component("hub")
class HubHealth implements HealthIndicator {

    private final IntegrationHealth integration;
    private final MongoDatabase database;

    HubHealth(IntegrationHealth integration, MongoDatabase database) {
        this.integration = integration;
        this.database = database;
    }

    @Override
    public Health health() {
        boolean routes = integration.routesUp();
        boolean broker = integration.brokerUp();
        boolean store = databaseUp();
        Health.Builder health = routes && broker && store ? Health.up() : Health.down();
        return health.withDetail("routes", routes)
                .withDetail("broker", broker)
                .withDetail("database", store)
                .build();
    }

    private boolean databaseUp() {
        try {
            database.runCommand(new Document("ping", 1));
            return true;
        } catch (MongoException e) {
            return false;
        }
    }
}
