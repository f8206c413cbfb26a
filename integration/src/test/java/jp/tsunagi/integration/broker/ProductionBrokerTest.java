package jp.tsunagi.integration.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.deployers.impl.FileConfigurationParser;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** {@code docker/artemis/broker.xml}, read by Artemis itself, says the same as the embedded broker's layout. */
class ProductionBrokerTest {

    private static final Path BROKER_XML = Path.of("..", "docker", "artemis", "broker.xml");
    private static final String HUB = "hub";
    private static final String AGENCIES = "agencies";

    private static Configuration embedded;
    private static Configuration production;

    @BeforeAll
    static void read() throws Exception {
        BrokerSettings defaults =
                new Binder(new MapConfigurationPropertySource()).bindOrCreate("tsunagi.broker", BrokerSettings.class);
        embedded = new BrokerLayout(defaults, Path.of("target")).configuration(1, List.of());
        try (InputStream xml = Files.newInputStream(BROKER_XML)) {
            production = new FileConfigurationParser().parseMainConfig(xml);
        }
    }

    @Test
    void hasTheSameQueuesAndMakesNoneByItself() {
        assertThat(names(production)).isNotEmpty().isEqualTo(names(embedded));
    }

    @Test
    void redeliversExpiresAndPagesAlike() {
        assertThat(production.getAddressSettings().keySet())
                .isEqualTo(embedded.getAddressSettings().keySet());
        assertThat(embedded.getAddressSettings().keySet())
                .allSatisfy(match -> assertThat(settings(production, match).equals(settings(embedded, match)))
                        .isTrue());
    }

    @Test
    void isAsDurableAndTrustsNoSenderEither() {
        assertThat(facts(production)).isEqualTo(facts(embedded));
        assertThat(production.getAcceptorConfigurations())
                .allSatisfy(acceptor -> assertThat(acceptor.getParams()).containsEntry("protocols", "CORE"));
    }

    @Test
    void letsAgenciesSendToTheHubAndDoNothingElse() {
        Set<String> matches = production.getSecurityRoles().keySet();
        assertThat(matches).isEqualTo(with("#", Addresses.INBOUND));
        production.getSecurityRoles().forEach((match, roles) -> {
            assertThat(mayDo(CheckType.CONSUME, roles)).containsExactly(HUB);
            assertThat(mayDo(CheckType.BROWSE, roles)).containsExactly(HUB);
            assertThat(mayDo(CheckType.SEND, roles))
                    .isEqualTo(Addresses.INBOUND.contains(match) ? Set.of(HUB, AGENCIES) : Set.of(HUB));
            assertThat(roles)
                    .filteredOn(role -> role.getName().equals(AGENCIES))
                    .allSatisfy(role -> Stream.of(CheckType.values())
                            .filter(check -> check != CheckType.SEND)
                            .forEach(check -> assertThat(check.hasRole(role)).isFalse()));
        });
    }

    private static Set<String> names(Configuration broker) {
        return broker.getAddressConfigurations().stream()
                .peek(address -> assertThat(address.getQueueConfigs())
                        .singleElement()
                        .satisfies(queue -> {
                            assertThat(queue.getName().toString()).isEqualTo(address.getName());
                            assertThat(queue.isDurable()).isNotEqualTo(false);
                        }))
                .map(CoreAddressConfiguration::getName)
                .collect(Collectors.toSet());
    }

    /** As the broker applies them: what a match leaves open, it takes from the match of everything. */
    private static AddressSettings settings(Configuration broker, String match) {
        AddressSettings settings = new AddressSettings();
        settings.merge(broker.getAddressSettings().get(match));
        settings.merge(broker.getAddressSettings().get("#"));
        return settings;
    }

    private static List<Object> facts(Configuration broker) {
        return List.of(
                broker.isPersistenceEnabled(),
                broker.getJournalType(),
                broker.isJournalDatasync(),
                broker.isJournalSyncTransactional(),
                broker.isJournalSyncNonTransactional(),
                broker.getJournalBufferTimeout_NIO(),
                broker.isSecurityEnabled(),
                broker.isPopulateValidatedUser(),
                broker.isRejectEmptyValidatedUser(),
                broker.getIDCacheSize(),
                broker.isPersistIDCache(),
                broker.getGlobalMaxSize(),
                broker.getMaxDiskUsage(),
                broker.getMessageExpiryScanPeriod());
    }

    private static Set<String> mayDo(CheckType check, Set<Role> roles) {
        return roles.stream().filter(check::hasRole).map(Role::getName).collect(Collectors.toSet());
    }

    private static Set<String> with(String one, List<String> others) {
        return Stream.concat(Stream.of(one), others.stream()).collect(Collectors.toSet());
    }
}
