package jp.tsunagi.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HeldDownloadTest {

    private static final int PIECES = 8;

    private final TestHub.MovableClock clock = new TestHub.MovableClock();
    private final AtomicBoolean active = new AtomicBoolean(true);
    private final AtomicInteger asked = new AtomicInteger();
    private final byte[] file = new byte[PIECES * HeldDownload.PIECE + 7];

    @Test
    void handsOutTheWholeWhileThePersonIsThere() throws IOException {
        Slow slow = new Slow(Duration.ofSeconds(2), () -> {});

        held(slow).write(file, 0, file.length);

        assertThat(slow.taken.size()).isEqualTo(file.length);
        assertThat(asked.get()).isEqualTo(PIECES);
    }

    @Test
    void handsOutNothingMoreOnceTheAccountIsClosed() {
        Slow slow = new Slow(Duration.ofSeconds(2), () -> {});
        slow.after = () -> active.set(slow.taken.size() < 3 * HeldDownload.PIECE);

        assertThatThrownBy(() -> held(slow).write(file, 0, file.length)).isInstanceOf(IOException.class);

        assertThat(slow.taken.size()).isEqualTo(3 * HeldDownload.PIECE);
    }

    @Test
    void asksNobodyWhereItIsFetchedAtOnce() throws IOException {
        held(new Slow(Duration.ZERO, () -> {})).write(file, 0, file.length);

        assertThat(asked.get()).isZero();
    }

    private HeldDownload held(Slow slow) {
        return new HeldDownload(
                slow,
                () -> {
                    asked.incrementAndGet();
                    return active.get();
                },
                clock);
    }

    /** Somebody who takes a piece only every so often. */
    private final class Slow extends ServletOutputStream {

        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private final Duration each;
        private Runnable after;

        Slow(Duration each, Runnable after) {
            this.each = each;
            this.after = after;
        }

        @Override
        public void write(int b) {
            taken.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            taken.write(bytes, from, length);
            clock.forward(each);
            after.run();
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
