package jp.tsunagi.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.GpsDirectory;
import com.mongodb.client.model.Filters;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jp.tsunagi.memo.OfficeFile;
import jp.tsunagi.memo.Picture;
import jp.tsunagi.protection.CaseKeys;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Contact memos over HTTP: who reads what, for how long one may take them back, and what becomes of a file. */
class MemosIT {

    private static final String WORDS = "窓口へ来る日を変えたいそうです（架空の連絡）。";

    @TempDir
    static Path folder;

    private static HubUnderTest hub;

    @BeforeAll
    static void start() {
        hub = HubUnderTest.start(folder, LocalDateTime.parse("2026-11-20T15:00"));
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void goesToTheOwnAgencyAndTheCenterAloneWhereNothingElseIsSaid() {
        Conference conference = Conference.in(hub, "CONVENED");

        Answer sent =
                hub.post("sapporo", memos(conference), Json.of("text", WORDS)).ok();

        assertThat(sent.status()).isEqualTo(201);
        assertThat(texts("sapporo2", conference)).containsExactly(WORDS);
        assertThat(texts("center", conference)).containsExactly(WORDS);
        assertThat(texts("police", conference)).isEmpty();
        assertThat(texts("shelter", conference)).isEmpty();
        assertThat(hub.get("asahikawa", memos(conference)).status()).isEqualTo(404);
        assertThat(hub.get("admin", memos(conference)).status()).isEqualTo(404);
        assertThat(sent.json().path("readBy")).isEmpty();
        assertThat(page("sapporo", conference).at("/items/0/readBy").findValuesAsString("agency"))
                .containsExactlyInAnyOrder("011002", "C0001");
    }

    @Test
    void goesOnlyToAgenciesThatMayKnowTheCaseToday() {
        Conference conference = Conference.in(hub, "UNDER_REVIEW");
        for (String code : List.of("P0001", "S0001", "012041", "X9999", "")) {
            Answer refused =
                    hub.post("sapporo", memos(conference), Json.of("text", WORDS, "audience", List.of("C0001", code)));
            assertThat(refused.status()).as(code).isEqualTo(422);
            assertThat(refused.rule()).isEqualTo("memo.incomplete");
        }
        assertThat(texts("center", conference)).isEmpty();
        Answer mention = hub.post(
                "sapporo", memos(conference), Json.of("text", WORDS, "audience", List.of(), "mention", "DIRECTOR"));
        assertThat(mention.json().at("/fields/mention").asString()).isNotEmpty();
    }

    @Test
    void anAgencyWhoseConsentIsTakenBackReadsNothingAMomentLaterAndTheOthersGoOn() {
        Conference conference = Conference.in(hub, "CONVENED");
        Answer sent = toPolice(conference, List.of(file("sapporo", conference, Picture.plain())));
        String attachment = memos(conference) + "/" + sent.string("id") + "/attachments/1";
        assertThat(texts("police", conference)).containsExactly(WORDS);
        assertThat(hub.get("police", attachment).status()).isEqualTo(200);
        Answer own = hub.post(
                        "police", memos(conference), Json.of("text", "承知しました（架空）。", "audience", List.of("011002")))
                .ok();

        conference.consentWithdrawn("shelter", "P0001").ok();

        assertThat(texts("police", conference)).isEmpty();
        Answer gone = hub.get("police", attachment);
        Answer neverWas = hub.get("police", memos(conference) + "/01ZZZZZZZZZZZZZZZZZZZZZZZZ/attachments/1");
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.body()).isEqualTo(neverWas.body());
        assertThat(hub.post("police", memos(conference), Json.of("text", WORDS)).status())
                .isEqualTo(403);
        assertThat(hub.post("sapporo", memos(conference), Json.of("text", WORDS, "audience", List.of("P0001")))
                        .status())
                .isEqualTo(422);
        assertThat(texts("sapporo", conference)).containsExactly("承知しました（架空）。", WORDS);
        assertThat(texts("center", conference)).containsExactly(WORDS);
        assertThat(hub.get("center", attachment).status()).isEqualTo(200);
        assertThat(own.string("id")).isNotEmpty();
    }

    @Test
    void whoNeverPledgedReadsNothing() {
        Conference conference =
                Conference.in(hub, "UNDER_REVIEW").decided().convened().accepted("police");
        assertThat(hub.post("sapporo", memos(conference), Json.of("text", WORDS, "audience", List.of("P0001", "J0001")))
                        .status())
                .isEqualTo(422);
        toPolice(conference, List.of());

        assertThat(texts("childguidance", conference)).isEmpty();
        assertThat(hub.post("childguidance", memos(conference), Json.of("text", WORDS))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void tellsTheAudienceAndWhomItCallsOnWithoutSayingAnything() {
        Conference conference = Conference.in(hub, "CONVENED");
        hub.post(
                        "sapporo",
                        memos(conference),
                        Json.of("text", WORDS, "audience", List.of("C0001", "P0001"), "mention", "DIRECTOR"))
                .ok();

        hub.awaitKind("police", conference.id, "memo");
        hub.awaitKind("center", conference.id, "memo");
        hub.awaitKind("director", conference.id, "memo-mention");
        assertThat(hub.kinds("childguidance", conference.id)).doesNotContain("memo");
        assertThat(hub.kinds("sapporo", conference.id)).doesNotContain("memo");
        assertThat(hub.inbox("police", conference.id).toString()).doesNotContain(WORDS);
    }

    @Test
    void isTakenBackWithinTenSecondsAndItsWordsAreInTheFormAgain() {
        Conference conference = Conference.in(hub, "CONVENED");
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        String at = at(conference);
        PageBrowser.Page form = sapporo.get(at);
        assertThat(sapporo.upload(
                                at, form, Map.of("text", WORDS, "audience", "P0001"), Map.of("x.jpg", Picture.plain()))
                        .to())
                .isEqualTo(at);
        hub.awaitKind("police", conference.id, "memo");
        PageBrowser.Page list = sapporo.get(at);
        assertThat(list.body()).contains(WORDS).contains("取り消す");
        String id = page("sapporo", conference).at("/items/0/id").asString();

        assertThat(sapporo.post(at + "/" + id + "/undo", list, Map.of()).to()).isEqualTo(at);

        PageBrowser.Page after = sapporo.get(at);
        assertThat(after.body())
                .contains("取り消しました")
                .contains("連絡メモはありません")
                .contains(WORDS)
                .contains("name=\"attachments\"");
        assertThat(texts("police", conference)).isEmpty();
        HubUnderTest.until(
                "notice taken back", () -> !hub.kinds("police", conference.id).contains("memo"));
        assertThat(sapporo.post(at + "/" + id + "/undo", after, Map.of()).to()).isEqualTo(at);

        PageBrowser.Page again =
                sapporo.upload(at, sapporo.get(at), Map.of("text", WORDS, "audience", "P0001"), Map.of());
        assertThat(again.to()).isEqualTo(at);
        assertThat(page("police", conference).at("/items/0/attachments")).hasSize(1);
    }

    @Test
    void isNotTakenBackOnceSomebodyHasReadItNorAfterTenSeconds() {
        Conference conference = Conference.in(hub, "CONVENED");
        String read = toPolice(conference, List.of()).string("id");
        texts("police", conference);
        Answer refused = hub.post("sapporo", memos(conference) + "/" + read + "/undo", null);
        assertThat(refused.rule()).isEqualTo("memo.already-read");

        Conference late = Conference.in(hub, "CONVENED");
        String old = toPolice(late, List.of()).string("id");
        hub.clock().atLeast(hub.clock().now().plusSeconds(11));
        assertThat(hub.post("sapporo", memos(late) + "/" + old + "/undo", null).rule())
                .isEqualTo("memo.undo-late");
        assertThat(texts("police", late)).containsExactly(WORDS);
        assertThat(hub.post("police", memos(late) + "/" + old + "/undo", null).status())
                .isEqualTo(403);
        assertThat(hub.post("asahikawa", memos(late) + "/" + old + "/undo", null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void isSentOnceHoweverOftenItIsRepeated() {
        Conference conference = Conference.in(hub, "CONVENED");
        Map<String, Object> body = Json.of("text", WORDS);

        String first = hub.call("sapporo", "POST", memos(conference), body, "memo-once")
                .ok()
                .string("id");
        String second = hub.call("sapporo", "POST", memos(conference), body, "memo-once")
                .ok()
                .string("id");

        assertThat(second).isEqualTo(first);
        assertThat(texts("sapporo", conference)).hasSize(1);
        assertThat(hub.call("sapporo", "POST", memos(conference), Json.of("text", "別"), "memo-once")
                        .rule())
                .isEqualTo("idempotency.key-reused");
    }

    @Test
    void aPhotographLeavesWithoutItsPlaceUnderANameThatTellsNothing() throws Exception {
        Conference conference = Conference.in(hub, "CONVENED");
        byte[] taken = Picture.withPlace(6);
        assertThat(place(taken)).isTrue();
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        String at = at(conference);
        assertThat(sapporo.upload(
                                at,
                                sapporo.get(at),
                                Map.of("text", WORDS, "audience", "P0001"),
                                Map.of("架空花子の部屋.jpg", taken))
                        .to())
                .isEqualTo(at);
        String memo = page("police", conference).at("/items/0/id").asString();

        HttpResponse<byte[]> download = download("police", memos(conference) + "/" + memo + "/attachments/1");

        assertThat(download.statusCode()).isEqualTo(200);
        assertThat(place(download.body())).isFalse();
        assertThat(new String(download.body(), StandardCharsets.ISO_8859_1)).doesNotContain(Picture.CAMERA_WORDS);
        assertThat(download.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(download.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(download.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(download.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;")
                .contains("R8-")
                .contains("%E6%B7%BB%E4%BB%98_1.jpg");
        PageBrowser police = PageBrowser.of(hub, "police");
        assertThat(police.get(at).body()).contains(WORDS).doesNotContain("部屋");
        assertThat(police.get(at + "/" + memo + "/attachments/1").disposition()).startsWith("attachment;");
        assertThat(PageBrowser.of(hub, "childguidance")
                        .get(at + "/" + memo + "/attachments/1")
                        .status())
                .isEqualTo(404);
        assertThat(hub.get("sapporo", "/conferences/" + conference.id + "/deliveries")
                        .text())
                .contains("memo-attachment");
    }

    @Test
    void aFileThatIsRefusedTakesNoTypedWordAndNoOtherFileWithIt() {
        Conference conference = Conference.in(hub, "CONVENED");
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        String at = at(conference);
        byte[] large = Arrays.copyOf("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 13_000_000);

        PageBrowser.Page refused = sapporo.upload(
                at,
                sapporo.get(at),
                Map.of("text", WORDS, "audience", "P0001"),
                Map.of("a.pdf", large, "b.jpg", Picture.plain()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains(WORDS)
                .contains("このファイルは10MBまでです（いま12.4MB）")
                .contains("name=\"attachments\"");

        PageBrowser.Page wrong = sapporo.upload(
                at,
                refused,
                Map.of("text", WORDS),
                Map.of("c.pdf", "MZ not a paper".getBytes(StandardCharsets.US_ASCII)));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains(WORDS).contains("PDF・JPEG・PNG・Word・Excelのファイルを選んでください");
        assertThat(texts("sapporo", conference)).isEmpty();

        // Opened again it is all there: the form was kept as a draft.
        PageBrowser.Page opened = sapporo.get(at);
        assertThat(opened.body()).contains(WORDS).contains("name=\"attachments\"");
        assertThat(sapporo.upload(at, opened, Map.of("text", WORDS), Map.of()).to())
                .isEqualTo(at);
        assertThat(page("sapporo", conference).at("/items/0/attachments")).hasSize(1);
    }

    @Test
    void asksOnceMoreBeforeWordsThatMayTellWhereSheIs() {
        Conference conference = Conference.in(hub, "CONVENED");
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        String at = at(conference);
        Map<String, String> typed = Map.of("text", "架空病院に通っています。", "audience", "C0001");

        PageBrowser.Page asked = sapporo.upload(at, sapporo.get(at), typed, Map.of());

        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.body()).contains("このまま送る").contains("架空病院に通っています。");
        assertThat(texts("sapporo", conference)).isEmpty();
        assertThat(sapporo.upload(at, asked, Json.strings(typed, "_action", "send-anyway"), Map.of())
                        .to())
                .isEqualTo(at);
        assertThat(texts("sapporo", conference)).hasSize(1);
    }

    @Test
    void aFormOfThisKindIsTakenOnThisPageAloneAndFromNobodyElse() {
        Conference conference = Conference.in(hub, "CONVENED");
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        PageBrowser.Page form = sapporo.get(at(conference));

        assertThat(sapporo.upload("/c/" + conference.id + "/closing", form, Map.of("personInformed", "x"), Map.of())
                        .status())
                .isEqualTo(403);
        PageBrowser stranger = PageBrowser.of(hub, "asahikawa");
        PageBrowser.Page any = stranger.get("/cases");
        assertThat(stranger.get(at(conference)).status()).isEqualTo(404);
        assertThat(stranger.upload(at(conference), any, Map.of("text", WORDS), Map.of("a.jpg", Picture.plain()))
                        .status())
                .isEqualTo(404);
        assertThat(hub.database().getCollection("memoFiles").countDocuments()).isEqualTo(filesOfOthers(conference));
    }

    @Test
    void tenMegabytesComeBackAsTheyWereAndLieInPiecesOfSealedBytes() {
        Conference conference = Conference.in(hub, "CONVENED");
        byte[] paper = new byte[10 * 1024 * 1024];
        new Random(1).nextBytes(paper);
        byte[] head = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, paper, 0, head.length);
        String file = file("sapporo", conference, paper);
        String memo = toPolice(conference, List.of(file)).string("id");

        Answer download = hub.get("police", memos(conference) + "/" + memo + "/attachments/1");

        assertThat(download.status()).isEqualTo(200);
        assertThat(Arrays.equals(download.body(), paper)).isTrue();
        for (RawBsonDocument chunk : hub.database()
                .getCollection("memoChunks", RawBsonDocument.class)
                .find()) {
            assertThat(chunk.getByteBuffer().remaining()).isLessThan(2 * 1024 * 1024);
        }
        byte[] more = Arrays.copyOf(paper, paper.length + 1);
        assertThat(hub.post("sapporo", "/conferences/" + conference.id + "/memo-files", more)
                        .json()
                        .at("/fields/files")
                        .asString())
                .contains("10MB");
    }

    @Test
    void nothingOfItCanBeReadWhereItLiesAndErasingTheCaseErasesIt() throws Exception {
        Conference conference = Conference.in(hub, "CONVENED");
        String words = "灯台守の合図を待つ伝言です";
        String paper = "沈丁花の封書を同封します";
        String name = "海鳴りの写真.docx";
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        String at = at(conference);
        assertThat(sapporo.upload(
                                at,
                                sapporo.get(at),
                                Map.of("text", words, "audience", "P0001"),
                                Map.of(name, OfficeFile.word(paper)))
                        .to())
                .isEqualTo(at);
        assertThat(texts("police", conference)).containsExactly(words);
        String memo = page("police", conference).at("/items/0/id").asString();
        byte[] download = hub.get("police", memos(conference) + "/" + memo + "/attachments/1")
                .ok()
                .body();
        assertThat(new String(OfficeFile.part(download, "word/document.xml"), StandardCharsets.UTF_8))
                .contains(paper);
        hub.awaitQuiet();

        Traces traces = new Traces();
        traces.lookFor(words, "the memo");
        traces.lookFor(paper, "its file");
        traces.lookFor(name, "the file's name");
        traces.lookFor(OfficeFile.AUTHOR, "the file's author");
        assertThat(traces.below(folder)).isEmpty();
        List<String> found = new ArrayList<>();
        for (String collection : hub.database().listCollectionNames()) {
            for (RawBsonDocument document : hub.database()
                    .getCollection(collection, RawBsonDocument.class)
                    .find()) {
                byte[] bytes = new byte[document.getByteBuffer().remaining()];
                document.getByteBuffer().get(bytes);
                traces.in(bytes).forEach(what -> found.add(collection + ": " + what));
            }
        }
        assertThat(found).isEmpty();

        String caseId = conference.caseId();
        for (String collection : List.of("memos", "memoFiles", "memoChunks")) {
            assertThat(hub.database()
                            .getCollection(collection)
                            .countDocuments(Filters.and(Filters.eq("caseId", caseId), Filters.eq("keyOwner", caseId))))
                    .as(collection)
                    .isPositive();
        }
        hub.bean("caseKeys", CaseKeys.class).destroy(caseId);
        assertThat(hub.get("center", memos(conference)).status()).isEqualTo(404);
        assertThat(hub.get("center", memos(conference) + "/" + memo + "/attachments/1")
                        .status())
                .isEqualTo(404);
    }

    private static long filesOfOthers(Conference conference) {
        return hub.database().getCollection("memoFiles").countDocuments(Filters.ne("conferenceId", conference.id));
    }

    private static Answer toPolice(Conference conference, List<String> files) {
        return hub.post(
                        "sapporo",
                        memos(conference),
                        Json.of("text", WORDS, "audience", List.of("C0001", "P0001"), "attachments", files))
                .ok();
    }

    private static String file(String login, Conference conference, byte[] content) {
        return hub.post(login, "/conferences/" + conference.id + "/memo-files", content)
                .ok()
                .string("id");
    }

    private static JsonNode page(String login, Conference conference) {
        return hub.get(login, memos(conference)).ok().json();
    }

    /** The newest first. */
    private static List<String> texts(String login, Conference conference) {
        return page(login, conference).path("items").findValuesAsString("text");
    }

    private static String memos(Conference conference) {
        return "/conferences/" + conference.id + "/memos";
    }

    private static String at(Conference conference) {
        return "/c/" + conference.id + "/memos";
    }

    private static boolean place(byte[] picture) throws Exception {
        return ImageMetadataReader.readMetadata(new ByteArrayInputStream(picture))
                .containsDirectoryOfType(GpsDirectory.class);
    }

    private static HttpResponse<byte[]> download(String login, String path) throws Exception {
        String basic = Base64.getEncoder()
                .encodeToString((login + ":" + HubUnderTest.PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(hub.pages() + "/api/v1" + path))
                                .header("Authorization", "Basic " + basic)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }
}
