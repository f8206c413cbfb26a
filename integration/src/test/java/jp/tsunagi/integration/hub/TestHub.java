package jp.tsunagi.integration.hub;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.tsunagi.integration.IntegrationConfiguration;
import jp.tsunagi.integration.broker.BrokerFixtures;
import jp.tsunagi.integration.broker.EmbeddedBroker;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.util.FileSystemUtils;

/** A hub as an application starts it, with a broker of its own and ports in memory. */
class TestHub implements AutoCloseable {

    final Path dataDir;
    private final boolean ownDataDir;
    final FakePorts ports;
    final EmbeddedBroker broker;
    final ConfigurableApplicationContext context;
    private final List<TestAgency> agencies = new ArrayList<>();

    TestHub(String... settings) {
        this(BrokerFixtures.newDataDir(), true, settings);
    }

    /** Leaves the data where it is. */
    TestHub(Path dataDir, String... settings) {
        this(dataDir, false, settings);
    }

    private TestHub(Path dataDir, boolean ownDataDir, String... settings) {
        this.ownDataDir = ownDataDir;
        this.dataDir = dataDir;
        List<String> all = new ArrayList<>(List.of(
                "tsunagi.data-dir=" + dataDir,
                "tsunagi.broker.port=0",
                "tsunagi.broker.max-disk-usage=-1",
                "tsunagi.broker.expiry-scan=100ms",
                "tsunagi.broker.dead-letter-retry=100ms",
                "tsunagi.hub.transient-back-off=5ms",
                "tsunagi.hub.unavailable-back-off=20ms",
                "tsunagi.hub.outbox-interval=50ms",
                "tsunagi.hub.deadline-interval=50ms",
                "camel.main.shutdown-timeout=10",
                "logging.level.root=WARN",
                "spring.main.banner-mode=off"));
        all.addAll(List.of(settings));
        context = new SpringApplicationBuilder(App.class, FakePorts.class)
                .web(WebApplicationType.NONE)
                .properties(all.toArray(String[]::new))
                .run();
        ports = context.getBean(FakePorts.class);
        broker = context.getBean(EmbeddedBroker.class);
    }

    /** The agency's gateway, connected over TCP with its own account. */
    TestAgency agency(String code) throws Exception {
        TestAgency agency = new TestAgency(code, broker.port(), ports.keys);
        agencies.add(agency);
        return agency;
    }

    @Override
    public void close() throws Exception {
        for (TestAgency agency : agencies) {
            agency.close();
        }
        context.close();
        if (ownDataDir) {
            FileSystemUtils.deleteRecursively(dataDir);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(IntegrationConfiguration.class)
    static class App {}
}
