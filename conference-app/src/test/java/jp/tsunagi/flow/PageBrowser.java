package jp.tsunagi.flow;

import java.io.ByteArrayOutputStream;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody in front of the pages: signed in, with cookies, without JavaScript. */
final class PageBrowser {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"(_csrf|_key|_base)\" value=\"([^\"]*)\"");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String site;

    private PageBrowser(String site) {
        this.site = site;
    }

    static PageBrowser of(HubUnderTest hub, String login) {
        PageBrowser browser = new PageBrowser(hub.pages());
        browser.post("/login", browser.get("/login"), Map.of("login", login, "password", HubUnderTest.PASSWORD));
        return browser;
    }

    /** A page as it was answered; {@code to} is where it leads on to, empty where nowhere. */
    record Page(int status, String body, String to, String disposition) {}

    Page get(String path) {
        return send(HttpRequest.newBuilder(URI.create(site + path)).GET());
    }

    /** Opens the page's form and posts these fields with what is hidden in it. */
    Page fill(String path, Map<String, String> fields) {
        return post(path, get(path), fields);
    }

    /** Posts these fields as from that page. */
    Page post(String path, Page from, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(from.body());
        while (hidden.find()) {
            all.put(hidden.group(1), hidden.group(2));
        }
        all.putAll(fields);
        String form = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(site + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** Posts these fields and files as from that page, as a form that takes files does; files are known by their names. */
    Page upload(String path, Page from, Map<String, String> fields, Map<String, byte[]> files) {
        String boundary = "----tsunagi-boundary";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Map<String, String> all = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(from.body());
        while (hidden.find()) {
            all.put(hidden.group(1), hidden.group(2));
        }
        all.putAll(fields);
        all.forEach(
                (name, value) -> part(body, boundary, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
        Matcher kept =
                Pattern.compile("name=\"attachments\" value=\"([^\"]*)\"").matcher(from.body());
        while (kept.find()) {
            part(body, boundary, "name=\"attachments\"", kept.group(1).getBytes(StandardCharsets.UTF_8));
        }
        part(body, boundary, "name=\"_boxes\"", "audience".getBytes(StandardCharsets.UTF_8));
        if (files.isEmpty()) {
            part(body, boundary, "name=\"_files\"; filename=\"\"", new byte[0]);
        }
        files.forEach((name, content) -> part(body, boundary, "name=\"_files\"; filename=\"" + name + "\"", content));
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(site + path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String boundary, String disposition, byte[] content) {
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            return new Page(
                    answer.statusCode(),
                    answer.body(),
                    answer.headers()
                            .firstValue("location")
                            .map(to -> to.replace(site, ""))
                            .orElse(""),
                    answer.headers().firstValue("content-disposition").orElse(""));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
