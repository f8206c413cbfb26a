package jp.tsunagi.flow;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody with a tool instead of a browser: keeps the cookies that suit, sends what no page would. */
final class Attacker {

    private static final Pattern LINK = Pattern.compile("(?:href|action)=\"(/[^\"]*)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");
    private static final Pattern OWN_TO_EACH_ANSWER =
            Pattern.compile("(name=\"_(?:csrf|key|base)\" value=\")[^\"]*|(\"timestamp\":\")[^\"]*");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String site;
    private String cookie = "";

    Attacker(String site) {
        this.site = site;
    }

    static Attacker signedIn(HubUnderTest hub, String login) {
        Attacker attacker = new Attacker(hub.pages());
        attacker.signIn(login);
        return attacker;
    }

    record Page(int status, String body, Map<String, java.util.List<String>> headers) {

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> String.join("\n", entry.getValue()))
                    .findFirst()
                    .orElse("");
        }

        /** Without what is new in every answer. */
        String steady() {
            return OWN_TO_EACH_ANSWER.matcher(body).replaceAll("$1$2");
        }

        String token() {
            Matcher token = TOKEN.matcher(body);
            return token.find() ? token.group(1) : "";
        }
    }

    void signIn(String login) {
        Page door = get("/login");
        post("/login", Map.of("login", login, "password", HubUnderTest.PASSWORD, "_csrf", door.token()));
    }

    String cookie() {
        return cookie;
    }

    void cookie(String other) {
        cookie = other;
    }

    Page get(String path) {
        return send(request(path).GET());
    }

    Page get(String path, String header, String value) {
        return send(request(path).header(header, value).GET());
    }

    Page post(String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    Page send(String path, String method, @Nullable String type, byte[] body) {
        HttpRequest.Builder request = request(path).method(method, BodyPublishers.ofByteArray(body));
        return send(type == null ? request : request.header("Content-Type", type));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(site + path)).timeout(Duration.ofSeconds(30));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            answer.headers().allValues("set-cookie").forEach(set -> cookie = set.substring(0, set.indexOf(';')));
            return new Page(
                    answer.statusCode(),
                    new String(answer.body(), StandardCharsets.UTF_8),
                    answer.headers().map());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Every page that links lead to, from these on; at most so many. */
    Map<String, Page> crawl(Set<String> from, int most) {
        Map<String, Page> seen = new LinkedHashMap<>();
        Set<String> known = new LinkedHashSet<>(from);
        Deque<String> waiting = new ArrayDeque<>(from);
        while (!waiting.isEmpty() && seen.size() < most) {
            String path = waiting.pop();
            Page page = get(path);
            seen.put(path, page);
            String location = page.header("location").replace(site, "");
            if (location.startsWith("/") && known.add(location)) {
                waiting.add(location);
            }
            Matcher link = LINK.matcher(page.body());
            while (link.find()) {
                String to = link.group(1).replace("&amp;", "&").replaceAll("#.*", "");
                boolean leaves = to.startsWith("/logout") || to.startsWith("/lock") || to.startsWith("/a?");
                if (!leaves && !to.matches("/(css|js|images|webjars)/.*") && known.add(to)) {
                    waiting.add(to);
                }
            }
        }
        return seen;
    }
}
