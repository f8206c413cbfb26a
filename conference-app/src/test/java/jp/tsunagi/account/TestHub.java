package jp.tsunagi.account;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.tsunagi.audit.AuditEvent;
import jp.tsunagi.audit.AuditTrail;
import jp.tsunagi.shared.Refused;
import jp.tsunagi.shared.TimeConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A hub of people and agencies alone, on a real port with a real embedded database and a clock that a test moves. */
public final class TestHub implements AutoCloseable {

    public static final String PASSWORD = "demo-pass";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final ConfigurableApplicationContext context;
    private final String url;

    private TestHub(ConfigurableApplicationContext context) {
        this.context = context;
        this.url = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    public static TestHub demo(Path folder) {
        return start(folder, "--spring.profiles.active=demo");
    }

    public static TestHub start(Path folder, String... further) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--tsunagi.data-dir=" + folder.resolve("data"),
                "--tsunagi.key-dir=" + folder.resolve("keys"),
                "--tsunagi.account.password-memory-kib=64",
                "--tsunagi.account.password-iterations=1",
                "--spring.main.banner-mode=off",
                "--spring.jmx.enabled=false",
                // Whether the store is up is the store's to say and to test.
                "--management.health.mongodb.enabled=false",
                "--spring.autoconfigure.exclude="
                        + "org.springframework.boot.artemis.autoconfigure.ArtemisAutoConfiguration,"
                        + "org.springframework.boot.jms.autoconfigure.JmsAutoConfiguration,"
                        + "org.apache.camel.spring.boot.CamelAutoConfiguration"));
        arguments.addAll(List.of(further));
        return new TestHub(new SpringApplicationBuilder(Parts.class).run(arguments.toArray(String[]::new)));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public MovableClock clock() {
        return bean(MovableClock.class);
    }

    public RecordedAudit audit() {
        return bean(RecordedAudit.class);
    }

    public String url() {
        return url;
    }

    /** What the console shows while the hub is empty. */
    public String firstRunCode() {
        return bean(FirstRun.class).code();
    }

    /** A browser with cookies of its own. */
    public Browser browser() {
        return new Browser();
    }

    /** A call at the API by Basic; an empty login calls as nobody. */
    public Answer api(String login, String method, String path, Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (!login.isEmpty()) {
            request.header("Authorization", basic(login, PASSWORD));
        }
        return Answer.of(HttpClient.newHttpClient(), request.build());
    }

    public Answer get(String path, String authorization) {
        return Answer.of(
                HttpClient.newHttpClient(),
                HttpRequest.newBuilder(URI.create(url + path))
                        .header("Authorization", authorization)
                        .build());
    }

    public static String basic(String login, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        context.close();
    }

    /** Follows no redirect, so that a test sees each. */
    public final class Browser {

        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        public Answer get(String path) {
            return Answer.of(
                    client, HttpRequest.newBuilder(URI.create(url + path)).build());
        }

        /** Sends a form with the token of the page that was read before. */
        public Answer submit(String path, String page, Map<String, String> fields) {
            Matcher token = TOKEN.matcher(get(page).body());
            if (!token.find()) {
                throw new AssertionError("No form token on " + page);
            }
            return post(path, with(fields, "_csrf", token.group(1)));
        }

        public Answer post(String path, Map<String, String> fields) {
            String form = fields.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return Answer.of(
                    client,
                    HttpRequest.newBuilder(URI.create(url + path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form))
                            .build());
        }

        public Answer signIn(String login, String password) {
            return submit("/login", "/login", Map.of("login", login, "password", password));
        }

        private static Map<String, String> with(Map<String, String> fields, String name, String value) {
            Map<String, String> all = new java.util.HashMap<>(fields);
            all.put(name, value);
            return all;
        }
    }

    public record Answer(HttpResponse<String> response) {

        static Answer of(HttpClient client, HttpRequest request) {
            try {
                return new Answer(client.send(request, BodyHandlers.ofString()));
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String header(String name) {
            return String.join(", ", response.headers().allValues(name));
        }
    }

    /** The modules under test. Not annotated as a configuration: no other test's scan may find it. */
    @EnableAutoConfiguration
    @ComponentScan({
        "jp.tsunagi.shared",
        "jp.tsunagi.store",
        "jp.tsunagi.protection",
        "jp.tsunagi.agency",
        "jp.tsunagi.account",
        "jp.tsunagi.secondfactor",
        "jp.tsunagi.demo"
    })
    @ConfigurationPropertiesScan({"jp.tsunagi.store", "jp.tsunagi.protection", "jp.tsunagi.agency", "jp.tsunagi.account"
    })
    static class Parts {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }

        @Bean
        @Primary
        RecordedAudit recordedAudit() {
            return new RecordedAudit();
        }

        @Bean
        @Order(Ordered.HIGHEST_PRECEDENCE)
        HandlerExceptionResolver refusals() {
            return (request, response, handler, exception) ->
                    exception instanceof Refused refused ? written(response, refused) : null;
        }

        private static ModelAndView written(HttpServletResponse response, Refused refused) {
            int status =
                    switch (refused.refusal().kind()) {
                        case MALFORMED -> 400;
                        case INVALID -> 422;
                        case FORBIDDEN -> 403;
                        case NOT_FOUND -> 404;
                        case CONFLICT -> 409;
                        case TOO_LARGE -> 413;
                        case GONE -> 410;
                        case UNAVAILABLE -> 503;
                    };
            List<String> fields = refused.refusal().fields().stream()
                    .map(field -> field.field() + ":" + field.problem())
                    .toList();
            return written(response, status, refused.refusal().rule(), fields);
        }

        private static ModelAndView written(
                HttpServletResponse response, int status, String rule, List<String> fields) {
            response.setStatus(status);
            response.setContentType("application/problem+json");
            try {
                response.getOutputStream().write(JSON.writeValueAsBytes(Map.of("rule", rule, "fields", fields)));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return new ModelAndView();
        }
    }

    /** Stands still until a test moves it. */
    public static final class MovableClock extends Clock {

        private volatile Instant now = Instant.parse("2026-11-20T01:00:00Z");

        public void to(String instant) {
            now = Instant.parse(instant);
        }

        public void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return TimeConfiguration.JAPAN;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** Keeps what was entered, or refuses to. */
    public static final class RecordedAudit implements AuditTrail {

        private final List<AuditEvent> events = new CopyOnWriteArrayList<>();
        private volatile boolean away;

        @Override
        public void record(AuditEvent event) {
            if (away) {
                throw jp.tsunagi.shared.Refusal.unavailable("audit.unavailable");
            }
            events.add(event);
        }

        public List<String> actions() {
            return events.stream()
                    .map(event -> event.action() + " " + event.phase())
                    .toList();
        }

        public void goAway(boolean gone) {
            away = gone;
        }
    }
}
