package jp.tsunagi.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies that are too large, declared or not. What is on its way is read and dropped up to a bound: a client that
 * still writes would otherwise see a broken connection in place of the answer.
 */
final class BodyLimitFilter extends OncePerRequestFilter {

    private static final long MOST_DROPPED = DataSize.ofMegabytes(16).toBytes();
    private static final long LONGEST_DROPPING = Duration.ofSeconds(10).toNanos();

    private final DataSize largest;
    private final List<LargerBody> larger;

    /** @param larger calls that may carry more than {@code largest} */
    BodyLimitFilter(DataSize largest, List<LargerBody> larger) {
        this.largest = largest;
        this.larger = List.copyOf(larger);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long most = most(request);
        if (request.getContentLengthLong() > most) {
            drop(request, response);
            throw new BodyTooLarge();
        }
        LimitedRequest limited = new LimitedRequest(request, most);
        try {
            chain.doFilter(limited, response);
        } finally {
            if (limited.exceeded()) {
                drop(request, response);
            }
        }
    }

    private long most(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return larger.stream()
                .filter(call -> call.concerns(request.getMethod(), path))
                .findFirst()
                .map(LargerBody::most)
                .orElse(largest)
                .toBytes();
    }

    private static void drop(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean waits = request.getHeader(HttpHeaders.EXPECT) != null;
        if ((waits || !dropped(request.getInputStream())) && !response.isCommitted()) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
    }

    /** @return whether the end was reached */
    private static boolean dropped(InputStream body) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        long began = System.nanoTime();
        long total = 0;
        while (total < MOST_DROPPED && System.nanoTime() - began < LONGEST_DROPPING) {
            int got = body.read(buffer);
            if (got < 0) {
                return true;
            }
            total += got;
        }
        return false;
    }
}
