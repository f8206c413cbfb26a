package jp.tsunagi.memo;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads forms with files, on the one page that has such a form and for nobody but those who are signed in. Stands before the
 * security filters, since the token of the form is one of its fields; on any other page a form of this kind has no fields,
 * and therefore no token.
 */
final class UploadFilter extends OncePerRequestFilter {

    private static final Pattern PAGE = Pattern.compile("/c/[0-9A-Z]{26}/memos");

    /** Each may hold as much as a memo's files in memory. */
    private static final int AT_ONCE = 3;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Semaphore places = new Semaphore(AT_ONCE, true);

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String type = request.getContentType();
        HttpSession session = request.getSession(false);
        boolean signedIn = session != null
                && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
        return !request.getMethod().equals("POST")
                || type == null
                || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")
                || !PAGE.matcher(path).matches()
                || !signedIn;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!entered()) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        try {
            HttpServletRequest read;
            try {
                read = UploadedForm.read(request);
            } catch (IOException e) {
                // Cut off, or no form at all; its text would quote what came.
                response.setHeader("Connection", "close");
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
                return;
            }
            chain.doFilter(read, response);
        } finally {
            places.release();
        }
    }

    private boolean entered() {
        try {
            return places.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
