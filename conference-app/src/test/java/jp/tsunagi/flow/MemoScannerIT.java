package jp.tsunagi.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import jp.tsunagi.memo.FakeClamd;
import jp.tsunagi.memo.Picture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A hub with a virus scanner: what it finds is refused, and while it is dead nothing is taken. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MemoScannerIT {

    private static final String WORDS = "資料を送ります（架空）。";

    @TempDir
    static Path folder;

    private static FakeClamd clamd;
    private static HubUnderTest hub;

    @BeforeAll
    static void start() {
        clamd = new FakeClamd();
        hub = HubUnderTest.start(
                folder,
                LocalDateTime.parse("2026-11-20T15:00"),
                "--tsunagi.attachments.scanner=127.0.0.1:" + clamd.port());
    }

    @AfterAll
    static void stop() {
        hub.close();
        clamd.close();
    }

    @Test
    @Order(1)
    void refusesWhatTheScannerFindsAndTakesWhatItFindsClean() {
        Conference conference = Conference.in(hub, "CONVENED");
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        String at = "/c/" + conference.id + "/memos";
        byte[] infected = ("%PDF-1.7\n" + FakeClamd.VIRUS).getBytes(StandardCharsets.US_ASCII);

        PageBrowser.Page refused =
                sapporo.upload(at, sapporo.get(at), Map.of("text", WORDS), Map.of("a.pdf", infected));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains(WORDS)
                .contains("このファイルは安全を確認できないため受け取れません。情報担当へ連絡してください")
                .doesNotContain("name=\"attachments\"");
        assertThat(hub.database().getCollection("memoFiles").countDocuments()).isZero();
        assertThat(hub.database().getCollection("memoChunks").countDocuments()).isZero();
        assertThat(sapporo.upload(at, refused, Map.of("text", WORDS), Map.of("b.jpg", Picture.plain()))
                        .to())
                .isEqualTo(at);
        assertThat(PageBrowser.of(hub, "admin").get("/administration").body()).contains("確認できたファイルだけを受け取ります");
    }

    @Test
    @Order(2)
    void takesNothingWhileTheScannerIsDeadAndKeepsEveryWord() {
        Conference conference = Conference.in(hub, "CONVENED");
        PageBrowser sapporo = PageBrowser.of(hub, "sapporo");
        String at = "/c/" + conference.id + "/memos";
        long before = hub.database().getCollection("memoFiles").countDocuments();
        clamd.close();

        PageBrowser.Page refused =
                sapporo.upload(at, sapporo.get(at), Map.of("text", WORDS), Map.of("b.jpg", Picture.plain()));

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.body()).contains(WORDS).contains("ファイルの安全を確認できないため、受け取っていません");
        assertThat(hub.database().getCollection("memoFiles").countDocuments()).isEqualTo(before);
        Answer api = hub.post("sapporo", "/conferences/" + conference.id + "/memo-files", Picture.plain());
        assertThat(api.rule()).isEqualTo("memo.scanner-away");
        assertThat(PageBrowser.of(hub, "admin").get("/administration").body()).contains("応答がありません");
        // A memo without files goes all the same.
        assertThat(sapporo.upload(at, sapporo.get(at), Map.of("text", WORDS), Map.of())
                        .to())
                .isEqualTo(at);
    }
}
