package jp.tsunagi.account;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** An answer whose file goes out as a {@link HeldDownload}; a page, which is written as text, as it is. */
final class HeldResponse extends HttpServletResponseWrapper {

    private final BooleanSupplier stillThere;
    private final Clock clock;
    private @Nullable HeldDownload download;

    HeldResponse(HttpServletResponse response, BooleanSupplier stillThere, Clock clock) {
        super(response);
        this.stillThere = stillThere;
        this.clock = clock;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        HeldDownload there = download;
        if (there == null) {
            there = new HeldDownload(super.getOutputStream(), stillThere, clock);
            download = there;
        }
        return there;
    }
}
