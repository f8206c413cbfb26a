package jp.tsunagi.conference;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagi.flow.HubUnderTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who is signed in, looks at pages and sends their forms off, without JavaScript; and calls the API besides. */
final class PageVisitor {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final String url;
    private final String login;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String page = "";
    private int status;
    private String location = "";
    private HttpHeaders headers = HttpHeaders.of(Map.of(), (name, value) -> true);

    private PageVisitor(String url, String login) {
        this.url = url;
        this.login = login;
    }

    static PageVisitor signedIn(HubUnderTest hub, String login) {
        PageVisitor visitor = new PageVisitor(hub.pages(), login);
        visitor.open("/login");
        visitor.send("/login", "login", login, "password", HubUnderTest.PASSWORD);
        if (visitor.status != 302 || visitor.location.contains("/login")) {
            throw new AssertionError(login + " could not sign in: " + visitor.status);
        }
        return visitor;
    }

    PageVisitor open(String path) {
        return take(HttpRequest.newBuilder(URI.create(url + path)).build());
    }

    /**
     * Sends off the form of the page that is open, with all that it carries unseen.
     *
     * @param fields name and value by turns
     */
    PageVisitor send(String path, String... fields) {
        List<String> pairs = new ArrayList<>();
        String main = page.substring(Math.max(page.indexOf("<main"), 0));
        String form = main.contains("<form") ? main.substring(main.indexOf("<form")) : main;
        Matcher hidden = HIDDEN.matcher(form);
        while (hidden.find()) {
            pairs.add(pair(hidden.group(1), unescaped(hidden.group(2))));
        }
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(pair(fields[i], fields[i + 1]));
        }
        return take(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", pairs)))
                .build());
    }

    /** What a form's boxes and fields hold now, besides what is unseen: needed to send it on as it stands. */
    String valueOf(String field) {
        Matcher found = Pattern.compile("name=\"" + Pattern.quote(field) + "\" value=\"([^\"]*)\"")
                .matcher(page);
        return found.find() ? unescaped(found.group(1)) : "";
    }

    int status() {
        return status;
    }

    String page() {
        return unescaped(page);
    }

    /** A header of the answer, empty where it has none. */
    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Where the answer sends the visitor on to. */
    String location() {
        return location.replace(url, "");
    }

    JsonNode api(String method, String path, String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                (login + ":" + HubUnderTest.PASSWORD).getBytes(StandardCharsets.UTF_8)))
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        HttpResponse<String> answer = exchange(request.build());
        if (answer.statusCode() >= 300) {
            throw new AssertionError(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }

    private PageVisitor take(HttpRequest request) {
        HttpResponse<String> answer = exchange(request);
        status = answer.statusCode();
        page = answer.body();
        headers = answer.headers();
        location = answer.headers().firstValue("location").orElse("");
        return this;
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String unescaped(String text) {
        return text.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
