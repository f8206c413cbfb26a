package jp.tsunagi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagi.integration.broker.Addresses;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files for containers, checked as text: no Docker is needed, and none is started. */
class DockerFilesTest {

    private static final Path DOCKER = Path.of("..", "docker");

    @Test
    void composesTwoNodesABrokerAndADatabase() throws IOException {
        assertThat(services()).containsOnlyKeys("app1", "app2", "artemis", "mongo", "mongo-init");
        assertThat(service("artemis").get("image")).isEqualTo("apache/activemq-artemis:2.43.0");
        assertThat(service("mongo").get("image").toString()).startsWith("mongo:8");
        assertThat(service("mongo").get("entrypoint").toString()).contains("--replSet tsunagi", "--keyFile");
    }

    @Test
    void pointsBothNodesAtTheRealServersWithoutAPasswordInTheFile() throws IOException {
        for (String node : List.of("app1", "app2")) {
            Map<String, Object> environment = map(service(node).get("environment"));
            assertThat(environment)
                    .containsEntry("SPRING_ARTEMIS_BROKER_URL", "tcp://artemis:61616")
                    .containsEntry("SPRING_ARTEMIS_USER", "@hub")
                    .containsEntry("SPRING_ARTEMIS_PASSWORD", "$${broker-password}")
                    .containsEntry("SERVER_FORWARD_HEADERS_STRATEGY", "native")
                    .containsEntry("SERVER_SERVLET_SESSION_COOKIE_SECURE", "true")
                    .containsEntry("SERVER_SERVLET_SESSION_COOKIE_NAME", "__Host-session")
                    .containsEntry("SPRING_CONFIG_IMPORT", "configtree:/run/secrets/");
            assertThat(environment.get("SPRING_MONGODB_URI").toString())
                    .contains("replicaSet=tsunagi", "w=majority", "journal=true", "$${mongo-app-password}");
        }
    }

    @Test
    void givesEveryNodeItsOwnDataAndTheSameKeys() throws IOException {
        assertThat(service("app1").get("volumes"))
                .isEqualTo(List.of("data1:/data", "keys:/keys", "audit-roots:/audit-roots"));
        assertThat(service("app2").get("volumes"))
                .isEqualTo(List.of("data2:/data", "keys:/keys", "audit-roots:/audit-roots"));
        assertThat(map(service("app2").get("depends_on"))).containsOnlyKeys("app1");
    }

    @Test
    void keepsEverySecretInAFileOfItsOwn() throws IOException {
        Map<String, Object> secrets = map(compose().get("secrets"));
        assertThat(secrets).isNotEmpty();
        String maker = Files.readString(DOCKER.resolve("make-secrets.sh"));
        secrets.forEach((name, source) -> {
            assertThat(source).isEqualTo(Map.of("file", "./secrets/" + name));
            assertThat(maker).contains(name);
        });
    }

    @Test
    void publishesNothingBeyondTheMachine() throws IOException {
        assertThat(services().keySet())
                .allSatisfy(name -> assertThat((List<?>) service(name).getOrDefault("ports", List.of()))
                        .allSatisfy(port -> assertThat(port.toString()).startsWith("127.0.0.1:")));
    }

    @Test
    void namesEveryAddressAndRoleOfTheBroker() throws IOException {
        String broker = Files.readString(DOCKER.resolve("artemis/broker.xml"));
        Stream.concat(
                        Addresses.INBOUND.stream(),
                        Stream.of(Addresses.EVENTS, Addresses.DEAD_LETTERS, Addresses.EXPIRED))
                .forEach(address -> assertThat(broker)
                        .contains("<address name=\"" + address + "\">", "<address-setting match=\"" + address + "\">"));
        assertThat(broker).contains("match=\"" + Addresses.inboxOf("S0001") + "\"", "roles=\"hub,agencies\"");
        assertThat(Files.readString(DOCKER.resolve("artemis/artemis-roles.properties")))
                .contains("hub = @hub", "agencies = ", "agency-S0001 = S0001");
    }

    @Test
    void buildsTheJarTrainsItAndKeepsDataAndKeysApart() throws IOException {
        String image = Files.readString(DOCKER.resolve("Dockerfile"));
        assertThat(image)
                .contains(
                        "conference-app/target/conference-app.jar",
                        "-Djarmode=tools",
                        "-XX:ArchiveClassesAtExit=app.jsa",
                        "-XX:SharedArchiveFile=app.jsa",
                        "FROM eclipse-temurin:17-jre",
                        "USER tsunagi",
                        "VOLUME [\"/data\", \"/keys\", \"/audit-roots\"]",
                        "TSUNAGI_DATA_DIR=/data",
                        "TSUNAGI_KEY_DIR=/keys",
                        "HEALTHCHECK");
        assertThat(Files.readString(DOCKER.resolve("healthcheck.sh"))).contains("/actuator/health");
    }

    private static Map<String, Object> compose() throws IOException {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(DOCKER.resolve("compose.yml")));
    }

    private static Map<String, Object> services() throws IOException {
        return map(compose().get("services"));
    }

    private static Map<String, Object> service(String name) throws IOException {
        return map(services().get(name));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
