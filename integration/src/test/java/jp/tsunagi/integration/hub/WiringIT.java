package jp.tsunagi.integration.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.Map;
import jp.tsunagi.integration.IntegrationConfiguration;
import jp.tsunagi.integration.broker.Broker;
import jp.tsunagi.integration.broker.BrokerFixtures;
import jp.tsunagi.integration.broker.EmbeddedBroker;
import jp.tsunagi.integration.broker.RemoteBroker;
import jp.tsunagi.integration.contract.FailureCode;
import jp.tsunagi.integration.contract.MessageType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

class WiringIT {

    @Test
    void startsEveryRouteAndOneBrokerThatSurvivesARestart() throws Exception {
        var dataDir = BrokerFixtures.newDataDir();
        try (TestHub hub = new TestHub(dataDir)) {
            IntegrationHealth health = hub.context.getBean(IntegrationHealth.class);
            assertThat(health.routesUp()).isTrue();
            assertThat(health.brokerUp()).isTrue();
            assertThat(hub.context.getBeansOfType(EmbeddedActiveMQ.class)).isEmpty();
            assertThat(hub.context.getBean(CamelContext.class).getRoutes())
                    .extracting(route -> route.getRouteId())
                    .containsExactlyInAnyOrder(
                            "request-intake",
                            "consent-answer",
                            "reply",
                            "outcome-report",
                            "intake",
                            "notice-delivery",
                            "event",
                            "withdrawal",
                            "outbox-timer",
                            "outbox-relay",
                            "deadlines",
                            "dead-letters",
                            "expired",
                            "park");
            await().until(() -> hub.ports.ticks.get() > 2);

            hub.context.getBean(CamelContext.class).getRouteController().stopRoute("request-intake");
            assertThat(health.routesUp()).isFalse();
            hub.agency("S0001").send("M1", MessageType.CONFERENCE_REQUEST);
        }
        try (TestHub again = new TestHub(dataDir)) {
            // The keys are new with these ports: that it is unreadable shows that it has come.
            assertThat(again.ports.nextParked().headers()).containsEntry("tsunagiMessageId", "M1");
        }
    }

    @Test
    void doesNotMindBeingFoundTwice() {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Twice.class, FakePorts.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "tsunagi.data-dir=" + BrokerFixtures.newDataDir(),
                        "tsunagi.broker.port=-1",
                        "tsunagi.broker.max-disk-usage=-1",
                        "logging.level.root=WARN")
                .run()) {
            assertThat(context.getBeansOfType(Broker.class)).hasSize(1);
            assertThat(context.getBean(EmbeddedBroker.class).port()).isEqualTo(-1);
            assertThat(context.getBean(IntegrationHealth.class).routesUp()).isTrue();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(IntegrationConfiguration.class)
    @ComponentScan(
            basePackages = "jp.tsunagi.integration",
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(IT|TestHub|FakePorts).*"))
    static class Twice {}

    /** The remote broker is played by an embedded one whose hub user comes from inside the JVM. */
    @Test
    void usesARemoteBrokerWhereOneIsNamed() throws Exception {
        EmbeddedBroker server = BrokerFixtures.started(BrokerFixtures.newDataDir());
        var inside = (org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory) server.newConnectionFactory();
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(TestHub.App.class, FakePorts.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.artemis.mode=native",
                        "spring.artemis.broker-url=" + inside.toURI(),
                        "spring.artemis.user=" + inside.getUser(),
                        "spring.artemis.password=" + inside.getPassword(),
                        "logging.level.root=WARN")
                .run()) {
            FakePorts ports = context.getBean(FakePorts.class);
            assertThat(context.getBean(Broker.class)).isInstanceOf(RemoteBroker.class);
            assertThat(context.getBean(IntegrationHealth.class).brokerUp()).isTrue();
            try (TestAgency shelter = new TestAgency("S0001", server.port(), ports.keys)) {
                shelter.send("M1", MessageType.CONFERENCE_REQUEST);
                assertThat(shelter.acknowledgement().accepted()).isTrue();
            }
        } finally {
            server.close();
        }
        assertThat(server.isUp()).isFalse();
        assertThat(new RemoteBroker("tcp://127.0.0.1:1", "hub", "pw", () -> BrokerFixtures.AGENCIES).isUp())
                .isFalse();
    }

    @Test
    void resendsToNoOtherAddress() throws Exception {
        try (TestHub hub = new TestHub()) {
            ParkedMessage forInbox = new ParkedMessage(
                    "ID:1",
                    "agency.P0001.inbox",
                    null,
                    FailureCode.EXPIRED,
                    null,
                    Map.of(),
                    new byte[0],
                    Instant.EPOCH);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> hub.context.getBean(Resender.class).resend(forInbox));
        }
    }
}
