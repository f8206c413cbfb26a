package jp.tsunagi.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.mongodb.MongoDBContainer;

/** As it runs in production: with a MongoDB replica set and a broker of its own, set up by the files in docker/. */
@Testcontainers(disabledWithoutDocker = true)
@EnabledIf("dockerIsThere")
class ContainersWholeFlowIT extends WholeFlowContract {

    private static final String HUB_PASSWORD = "hub-of-the-test";
    private static final int PORT = 61616;
    private static final Path DOCKER = Path.of("..", "docker", "artemis");

    /** Whose gateways take part; all with the password of the demo. */
    private static final List<String> GATEWAYS = List.of(
            "011002", "012041", "S0001", "P0001", "J0001", "012025", "012084", "012131", "012114", "012173", "012246");

    @Container
    private static final MongoDBContainer DATABASE = new MongoDBContainer("mongo:8").withReplicaSet();

    @Container
    private static final GenericContainer<?> BROKER = new GenericContainer<>("apache/activemq-artemis:2.43.0")
            .withExposedPorts(PORT)
            .withCopyToContainer(file(brokerWithInboxes()), "/tsunagi/broker.xml")
            .withCopyToContainer(file(read("start.sh")), "/tsunagi/start.sh")
            .withCopyToContainer(file(roles()), "/tsunagi/artemis-roles.properties")
            .withCopyToContainer(file(HUB_PASSWORD), "/run/secrets/broker-password")
            .withCopyToContainer(file(users()), "/run/secrets/broker-users")
            .withCreateContainerCmdModifier(command -> command.withEntrypoint("/bin/bash", "/tsunagi/start.sh"))
            .waitingFor(Wait.forListeningPort());

    static boolean dockerIsThere() {
        boolean there = DockerClientFactory.instance().isDockerAvailable();
        if (!there) {
            System.out.println("Left out, for want of Docker: the whole flow on MongoDB 8 and a broker of its own.");
        }
        return there;
    }

    private Year year;

    @BeforeAll
    void playTheYear() {
        year = Year.play(
                "--spring.mongodb.uri=" + DATABASE.getReplicaSetUrl("tsunagi"),
                "--spring.artemis.broker-url=tcp://" + BROKER.getHost() + ":" + BROKER.getMappedPort(PORT),
                "--spring.artemis.user=@hub",
                "--spring.artemis.password=" + HUB_PASSWORD);
        use(year);
    }

    @AfterAll
    void close() throws IOException {
        if (year != null) {
            year.close();
        }
    }

    private static Transferable file(String content) {
        return Transferable.of(content);
    }

    private static String read(String name) {
        try {
            return Files.readString(DOCKER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the operator adds each agency that runs a gateway: the file shows how. */
    private static String brokerWithInboxes() {
        String settings = GATEWAYS.stream()
                .map(code ->
                        """
                      <security-setting match="agency.%1$s.inbox">
                        <permission type="consume" roles="hub,agency-%1$s"/>
                        <permission type="browse" roles="hub,agency-%1$s"/>
                        <permission type="send" roles="hub"/>
                        <permission type="createAddress" roles="hub"/>
                        <permission type="createDurableQueue" roles="hub"/>
                        <permission type="manage" roles="hub"/>
                      </security-setting>
                """
                                .formatted(code))
                .collect(Collectors.joining());
        return read("broker.xml").replaceFirst("(?m)^    <security-settings>$", "    <security-settings>\n" + settings);
    }

    private static String users() {
        return "@hub = " + HUB_PASSWORD + "\n"
                + GATEWAYS.stream()
                        .map(code -> code + " = " + HubUnderTest.PASSWORD + "\n")
                        .collect(Collectors.joining());
    }

    private static String roles() {
        return "hub = @hub\nagencies = " + String.join(",", GATEWAYS) + "\n"
                + GATEWAYS.stream()
                        .map(code -> "agency-" + code + " = " + code + "\n")
                        .collect(Collectors.joining());
    }
}
