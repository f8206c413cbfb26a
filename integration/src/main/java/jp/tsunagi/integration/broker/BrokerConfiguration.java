package jp.tsunagi.integration.broker;

import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.util.Objects;
import org.springframework.boot.artemis.autoconfigure.ArtemisMode;
import org.springframework.boot.artemis.autoconfigure.ArtemisProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jms.connection.CachingConnectionFactory;

/**
 * The broker and the hub's two ways to it. That there are connection factories keeps Boot from starting a broker of its
 * own.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({BrokerSettings.class, ArtemisProperties.class})
public class BrokerConfiguration {

    /** The factory that sends outside any consumer's transaction. */
    public static final String INDEPENDENT = "independentConnectionFactory";

    private static final int KEPT_SESSIONS = 16;

    /** Embedded, unless {@code spring.artemis.broker-url} or {@code spring.artemis.mode=native} says where to find one. */
    @Bean(initMethod = "start", destroyMethod = "close")
    Broker broker(
            BrokerSettings settings,
            ArtemisProperties remote,
            Environment environment,
            AgencyDirectory agencies,
            BrokerAccounts accounts) {
        if (remote.getBrokerUrl() != null || remote.getMode() == ArtemisMode.NATIVE) {
            return new RemoteBroker(
                    Objects.requireNonNullElse(remote.getBrokerUrl(), "tcp://localhost:61616"),
                    required(remote.getUser(), "spring.artemis.user"),
                    required(remote.getPassword(), "spring.artemis.password"),
                    agencies);
        }
        Path dataDir = settings.dataDir() != null
                ? settings.dataDir()
                : Path.of(environment.getProperty("tsunagi.data-dir", "./data"), "broker");
        return new EmbeddedBroker(settings, dataDir, agencies, accounts);
    }

    private static String required(@org.jspecify.annotations.Nullable String value, String property) {
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(property + " is needed for a remote broker");
        }
        return value;
    }

    /** For consumers and for what they send: one object, so that both are one transaction. */
    @Bean
    @Primary
    ConnectionFactory hubConnectionFactory(Broker broker) {
        return broker.newConnectionFactory();
    }

    @Bean(INDEPENDENT)
    ConnectionFactory independentConnectionFactory(Broker broker) {
        CachingConnectionFactory sessions = new CachingConnectionFactory(broker.newConnectionFactory());
        sessions.setSessionCacheSize(KEPT_SESSIONS);
        sessions.setCacheConsumers(false);
        return sessions;
    }

    @Bean
    QueuedNotices queuedNotices(Broker broker) {
        return broker.queuedNotices();
    }
}
