package jp.tsunagi.flow;

import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import jp.tsunagi.Tsunagi;
import jp.tsunagi.integration.broker.Addresses;
import jp.tsunagi.integration.broker.Broker;
import jp.tsunagi.integration.broker.EmbeddedBroker;
import jp.tsunagi.integration.hub.DeadlinePort;
import jp.tsunagi.integration.hub.HubKeyset;
import jp.tsunagi.outbox.OutboxSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;

/** The real application with the demo's people, ports of its own, folders of its own and a clock that a test moves. */
public final class HubUnderTest implements AutoCloseable {

    public static final String PASSWORD = "demo-pass";

    /** Calls with no credentials at all. */
    static final String NOBODY = "nobody";

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(90);

    private final ConfigurableApplicationContext context;
    private final MovableClock clock;
    private final Path folder;
    private final String url;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<AgencyGateway> gateways = new ArrayList<>();

    private HubUnderTest(ConfigurableApplicationContext context, MovableClock clock, Path folder) {
        this.context = context;
        this.clock = clock;
        this.folder = folder;
        this.url = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/api/v1";
    }

    /** @param further arguments, e.g. where the broker and the database are; they go before the usual ones */
    public static HubUnderTest start(Path folder, LocalDateTime now, String... further) {
        MovableClock clock = new MovableClock(now);
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.profiles.active=demo",
                "--server.port=0",
                "--tsunagi.broker.port=0",
                "--tsunagi.data-dir=" + folder.resolve("data"),
                "--tsunagi.key-dir=" + folder.resolve("keys"),
                "--tsunagi.account.password-memory-kib=64",
                // Deadlines are looked at when a test says so.
                "--tsunagi.hub.deadline-interval=24h",
                "--spring.main.banner-mode=off",
                "--spring.jmx.enabled=false"));
        List<String> given = List.of(further);
        arguments.removeIf(usual ->
                given.stream().anyMatch(other -> other.startsWith(usual.substring(0, usual.indexOf('=') + 1))));
        arguments.addAll(given);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Tsunagi.class)
                .initializers(fresh -> ((GenericApplicationContext) fresh)
                        .registerBean("movableClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
                .run(arguments.toArray(String[]::new));
        return new HubUnderTest(context, clock, folder);
    }

    public MovableClock clock() {
        return clock;
    }

    public Path folder() {
        return folder;
    }

    /** Where its pages are. */
    public String pages() {
        return url.substring(0, url.length() - "/api/v1".length());
    }

    MongoDatabase database() {
        return context.getBean(MongoDatabase.class);
    }

    <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** Looks at the deadlines now. */
    public void lookAtDeadlines() {
        context.getBean(DeadlinePort.class).tick();
    }

    public Answer get(String login, String path) {
        return call(login, "GET", path, null, null);
    }

    /** One attempt of its own: with a key that nobody used before. */
    Answer post(String login, String path, @Nullable Object body) {
        return call(login, "POST", path, body, null);
    }

    Answer put(String login, String path, Object body) {
        return call(login, "PUT", path, body, null);
    }

    /** Replaces what is there, if that is still this revision. */
    Answer putOver(String login, String path, Object body, String revision) {
        return call(login, "PUT", path, body, null, revision);
    }

    /** @param key for a call that may be repeated, null for none */
    Answer call(String login, String method, String path, @Nullable Object body, @Nullable String key) {
        return call(login, method, path, body, key, null);
    }

    private Answer call(
            String login,
            String method,
            String path,
            @Nullable Object body,
            @Nullable String key,
            @Nullable String revision) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(LONGEST_WAIT)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes(body)));
        if (body != null) {
            request.header("Content-Type", body instanceof byte[] ? "application/octet-stream" : "application/json");
        }
        if (!login.equals(NOBODY)) {
            request.header("Authorization", basic(login));
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (revision != null) {
            request.header("If-Match", revision);
        }
        try {
            return Answer.of(
                    client.send(request.build(), BodyHandlers.ofByteArray()), method + " " + path + " as " + login);
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A file is sent as it is, all else as JSON. */
    private static byte[] bytes(Object body) {
        return body instanceof byte[] file ? file : Json.bytes(body);
    }

    /** The officer's own edition of the case review form. */
    Answer form(String login, String conference) {
        return get(login, "/conferences/" + conference + "/documents/case-review-form.pdf");
    }

    /** Waits until the conference stands there for this officer. */
    public void awaitState(String login, String conference, String state) {
        until(
                state,
                () -> get(login, "/conferences/" + conference).string("state").equals(state));
    }

    /** All notices of the officer's inbox about this conference, oldest first; with {@code null} about any. */
    List<JsonNode> inbox(String login, @Nullable String conference) {
        List<JsonNode> notices = new ArrayList<>();
        int page = 0;
        JsonNode items;
        do {
            items = get(login, "/inbox?size=100&page=" + page++).ok().json().path("items");
            for (JsonNode notice : items) {
                if (conference == null || notice.path("conferenceId").asString().equals(conference)) {
                    notices.add(0, notice);
                }
            }
        } while (items.size() == 100);
        return notices;
    }

    /** The kinds of notices about this conference, in order of the alphabet. */
    List<String> kinds(String login, String conference) {
        return inbox(login, conference).stream()
                .map(notice -> notice.path("kind").asString())
                .sorted()
                .toList();
    }

    void awaitKind(String login, String conference, String kind) {
        until("notice " + kind, () -> kinds(login, conference).contains(kind));
    }

    /** An agency's end of the broker, closed with the hub. */
    AgencyGateway gateway(String agency, String password) {
        AgencyGateway gateway = new AgencyGateway(
                brokerUrl(), agency, password, context.getBean(HubKeyset.class).privateKeyset(), clock);
        gateways.add(gateway);
        return gateway;
    }

    private String brokerUrl() {
        String remote = context.getEnvironment().getProperty("spring.artemis.broker-url");
        return remote != null ? remote : "tcp://127.0.0.1:" + ((EmbeddedBroker) context.getBean(Broker.class)).port();
    }

    /** Waits until all is announced and everything that follows from it has been done. */
    public void awaitQuiet() {
        until("quiet", () -> pending() == 0 && waiting() == 0 && pending() == 0);
    }

    private long pending() {
        return context.getBeansOfType(OutboxSource.class).values().stream()
                .mapToLong(source ->
                        database().getCollection(source.collection()).countDocuments(Filters.eq("pending", true)))
                .sum();
    }

    private long waiting() {
        return context.getBean(Broker.class).waiting(Addresses.EVENTS);
    }

    /** Waits until it is so, not for ever. */
    public static void until(String what, Callable<Boolean> condition) {
        await(what).atMost(LONGEST_WAIT).pollInterval(Duration.ofMillis(20)).until(condition);
    }

    private static String basic(String login) {
        byte[] pair = (login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Override
    public void close() {
        gateways.forEach(AgencyGateway::close);
        context.close();
    }
}
