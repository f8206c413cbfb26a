package jp.tsunagi.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagi.integration.contract.MessageType;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * After the forty requests no name, no address and no sentence of hers can be read from what lies on the disk: database,
 * journal, bindings, keys, and what was logged with our own messages at their most talkative.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(Year.Embedded.class)
class NothingReadableAtRestIT {

    private static final Traces TRACES = new Traces();

    /** What of a page is seen without the page. */
    private static final Pattern OUTSIDE =
            Pattern.compile("<title>[^<]*</title>|(?:href|action|src|hx-[a-z]+)=\"[^\"]*\"|<meta[^>]*>");

    /** Each document as the server answers it, so that the compression of its file hides nothing. */
    private final Map<String, byte[]> documents = new LinkedHashMap<>();

    private Path folder;
    private List<PlayedCase> forty = List.of();

    @BeforeAll
    void afterTheYear(Year year) {
        WrittenCase.all().forEach(written -> written.secrets()
                .forEach((what, secret) -> TRACES.lookFor(secret, written.id() + "'s " + what)));
        Conference.HERS.forEach(secret -> TRACES.lookFor(secret, "a branch's"));
        Plan.HERS.forEach(secret -> TRACES.lookFor(secret, "a branch's plan's"));
        folder = year.hub().folder();
        forty = year.forty();
        refusals(year.hub());
        dump(year.hub().database());
    }

    /** What is refused must leave no more behind than what is accepted. */
    private void refusals(HubUnderTest hub) {
        WrittenCase written = forty.get(0).written;
        Map<String, Object> request = Map.of(
                "name", written.text("name"),
                "address", written.text("address"),
                "caseOverview", written.text("caseOverview"));
        assertThat(hub.post("sapporo", "/conferences", request).status()).isEqualTo(422);
        assertThat(hub.post("sapporo", "/conferences", Json.with(request, "guidelineItem", written.text("name")))
                        .status())
                .isEqualTo(400);
        AgencyGateway gateway = hub.gateway("011002", HubUnderTest.PASSWORD);
        gateway.send(
                "at-rest-1",
                MessageType.CONFERENCE_REQUEST,
                Json.with(
                        Conference.request(hub),
                        "name",
                        written.text("name"),
                        "address",
                        written.text("address"),
                        "sender",
                        "012041"));
        assertThat(gateway.acknowledgement("at-rest-1").accepted()).isFalse();
        HubUnderTest.until("parked", () -> hub.get("admin", "/dead-letters?size=100")
                .json()
                .path("items")
                .findValuesAsString("failure")
                .contains("sender-forged"));
        gateway.close();
    }

    private void dump(MongoDatabase database) {
        for (String collection : database.listCollectionNames()) {
            for (RawBsonDocument document :
                    database.getCollection(collection, RawBsonDocument.class).find()) {
                byte[] bytes = new byte[document.getByteBuffer().remaining()];
                document.getByteBuffer().get(bytes);
                documents.put(collection + " " + documents.size(), bytes);
            }
        }
    }

    @Test
    void allFortyWerePlayedAndKept() throws IOException {
        assertThat(forty).hasSize(40).allSatisfy(played -> {
            assertThat(played.failure()).isEmpty();
            assertThat(played.state).isEqualTo("REPORTED");
        });
        assertThat(TRACES.size()).isGreaterThan(40 * 7 * 3);
        assertThat(documents.keySet().stream().map(name -> name.substring(0, name.indexOf(' '))))
                .contains("cases", "conferences", "replies", "sheets", "plans", "notices", "deliveries", "deadLetters");
        assertThat(files().map(Path::toString))
                .anyMatch(name -> name.endsWith("database.mv"))
                .anyMatch(name -> name.contains("journal"))
                .anyMatch(name -> name.contains("bindings"))
                .anyMatch(name -> name.contains("keys"))
                .anyMatch(name -> name.endsWith("hub.log"));
        assertThat(Files.size(folder.resolve("logs/hub.log"))).isPositive();
    }

    @Test
    void noFileHoldsAnythingOfHers() {
        assertThat(TRACES.below(folder)).isEmpty();
    }

    @Test
    void noDocumentHoldsAnythingOfHers() {
        List<String> found = new ArrayList<>();
        documents.forEach((name, bytes) -> {
            Set<String> there = TRACES.in(bytes);
            if (!there.isEmpty()) {
                found.add(name + ": " + there);
            }
        });
        assertThat(found).isEmpty();
    }

    /** What a browser keeps in its history, its tabs and its downloads, and what a viewer shows of a paper without opening it. */
    @Test
    void noTitleNoAddressAndNoPropertyOfAPaperTellsOfAnybody(Year year) {
        Map<String, PageBrowser> browsers = new LinkedHashMap<>();
        List<String> found = new ArrayList<>();
        int papers = 0;
        for (PlayedCase played : forty) {
            PageBrowser browser =
                    browsers.computeIfAbsent(played.requester, login -> PageBrowser.of(year.hub(), login));
            String at = "/c/" + played.conference;
            for (String path : List.of(at, at + "/papers", at + "/sharing", at + "/record-views")) {
                PageBrowser.Page page = browser.get(path);
                assertThat(page.status()).as(played.written.id() + path).isEqualTo(200);
                Matcher outside = OUTSIDE.matcher(page.body());
                while (outside.find()) {
                    look(outside.group(), played.written.id() + " " + path, found);
                }
            }
            for (String kind : List.of("case-review-form", "outcome-record")) {
                Answer paper = year.hub()
                        .get(played.requester, "/conferences/" + played.conference + "/documents/" + kind + ".pdf")
                        .ok();
                look(properties(paper.body()), played.written.id() + " " + kind, found);
                look(browser.get(at + "/papers/" + kind + ".pdf").disposition(), "file name", found);
                papers++;
            }
        }
        assertThat(found).isEmpty();
        assertThat(papers).isEqualTo(80);
    }

    private static void look(String text, String where, List<String> found) {
        String plain = URLDecoder.decode(text.replace("%", "%25").replace("%25E", "%E"), StandardCharsets.UTF_8);
        for (String each : List.of(text, plain)) {
            Set<String> there = TRACES.in(each.getBytes(StandardCharsets.UTF_8));
            if (!there.isEmpty()) {
                found.add(where + ": " + there);
            }
        }
    }

    /** Everything that a paper says of itself. */
    private static String properties(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            StringBuilder properties = new StringBuilder();
            var information = document.getDocumentInformation();
            information.getMetadataKeys().forEach(key -> properties
                    .append(key)
                    .append('=')
                    .append(information.getPropertyStringValue(key))
                    .append('\n'));
            var catalog = document.getDocumentCatalog();
            properties.append(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8));
            assertThat(catalog.getDocumentOutline()).isNull();
            assertThat(properties.toString()).contains("Title");
            return properties.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theSearchFindsWhatIsPlantedAmongTheFiles(@TempDir Path other) throws IOException {
        Path journal = files().filter(file -> file.getFileName().toString().endsWith(".amq"))
                .findFirst()
                .orElseThrow();
        byte[] bytes = Files.readAllBytes(journal);
        byte[] name = forty.get(0).written.text("name").getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, bytes, bytes.length / 2 + 1, name.length);
        Files.write(other.resolve("planted"), bytes);

        assertThat(TRACES.below(other).values())
                .singleElement()
                .isEqualTo(Set.of(forty.get(0).written.id() + "'s name in UTF-16LE"));
    }

    private Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        }
    }
}
