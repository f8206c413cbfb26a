package jp.tsunagi.memo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import jp.tsunagi.shared.Refusal;
import jp.tsunagi.shared.Refused;
import org.junit.jupiter.api.Test;

class ClamdScannerTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void letsPassWhatTheDaemonFindsClean() {
        try (FakeClamd clamd = new FakeClamd()) {
            ClamdScanner scanner = scanner(clamd.port(), LONG);

            assertThat(scanner.status()).isEqualTo(AttachmentSafety.Status.READY);
            assertThatCode(() -> scanner.scan(new byte[200_000])).doesNotThrowAnyException();
        }
    }

    @Test
    void refusesWhatTheDaemonFindsWhereverItLies() {
        try (FakeClamd clamd = new FakeClamd()) {
            byte[] file = new byte[200_000];
            byte[] virus = FakeClamd.VIRUS.getBytes(StandardCharsets.US_ASCII);
            // Across the end of a chunk.
            System.arraycopy(virus, 0, file, 64 * 1024 - 5, virus.length);

            assertThatThrownBy(() -> scanner(clamd.port(), LONG).scan(file))
                    .satisfies(e -> assertThat(refusal(e).rule()).isEqualTo("memo.file-refused"));
        }
    }

    @Test
    void refusesWhatTheDaemonCouldNotLookAt() {
        try (FakeClamd clamd = new FakeClamd()) {
            byte[] file = FakeClamd.OUT_OF_ORDER.getBytes(StandardCharsets.US_ASCII);

            assertThatThrownBy(() -> scanner(clamd.port(), LONG).scan(file)).satisfies(ClamdScannerTest::away);
        }
    }

    @Test
    void refusesEverythingWhileTheDaemonIsDead() {
        FakeClamd clamd = new FakeClamd();
        ClamdScanner scanner = scanner(clamd.port(), LONG);
        clamd.close();

        assertThat(scanner.status()).isEqualTo(AttachmentSafety.Status.AWAY);
        assertThatThrownBy(() -> scanner.scan(new byte[] {1})).satisfies(ClamdScannerTest::away);
    }

    @Test
    void refusesEverythingWhileTheDaemonIsSilent() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            ClamdScanner scanner = scanner(silent.getLocalPort(), Duration.ofMillis(200));

            assertThatThrownBy(() -> scanner.scan(new byte[] {1})).satisfies(ClamdScannerTest::away);
        }
    }

    private static ClamdScanner scanner(int port, Duration timeout) {
        return new ClamdScanner("127.0.0.1", port, timeout);
    }

    private static void away(Throwable e) {
        assertThat(refusal(e).rule()).isEqualTo("memo.scanner-away");
        assertThat(refusal(e).kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
    }

    private static Refusal refusal(Throwable e) {
        return ((Refused) e).refusal();
    }
}
