package jp.tsunagi.account;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * Hands an answer out piece by piece. Whoever fetches a long file slowly may be closed out meanwhile: from then on nothing
 * more of it leaves.
 */
final class HeldDownload extends ServletOutputStream {

    static final int PIECE = 16 * 1024;

    /** So often, at most, it is asked whether the person is still there; nobody waits for it with a page. */
    private static final Duration ASKED_EVERY = Duration.ofSeconds(1);

    private final ServletOutputStream out;
    private final BooleanSupplier stillThere;
    private final Clock clock;
    private Instant asked;

    HeldDownload(ServletOutputStream out, BooleanSupplier stillThere, Clock clock) {
        this.out = out;
        this.stillThere = stillThere;
        this.clock = clock;
        this.asked = clock.instant();
    }

    @Override
    public void write(int b) throws IOException {
        requireStillThere();
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        for (int done = 0; done < length; done += PIECE) {
            requireStillThere();
            out.write(bytes, from + done, Math.min(PIECE, length - done));
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    @Override
    public boolean isReady() {
        return out.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        out.setWriteListener(listener);
    }

    private void requireStillThere() throws IOException {
        Instant now = clock.instant();
        if (now.isBefore(asked.plus(ASKED_EVERY))) {
            return;
        }
        asked = now;
        if (!stillThere.getAsBoolean()) {
            throw new IOException("Whoever asked is signed in no more");
        }
    }
}
