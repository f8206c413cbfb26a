package jp.tsunagi.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Answers what fails outside the controllers (a firewall, a filter, the container's own error page) with the same problem
 * documents. Stands before all other filters but that for the encoding.
 */
final class ApiErrorFilter extends OncePerRequestFilter {

    private final Answers answers;
    private final ProblemWriter writer;

    ApiErrorFilter(Answers answers, ProblemWriter writer) {
        this.answers = answers;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, new NoErrorPage(response));
        } catch (ServletException | IOException | RuntimeException e) {
            if (response.isCommitted() || DisconnectedClientHelper.isClientDisconnectedException(e)) {
                throw e;
            }
            Exception cause = e instanceof ServletException && e.getCause() instanceof Exception inner ? inner : e;
            writer.write(response, answers.to(cause));
        }
    }

    private final class NoErrorPage extends HttpServletResponseWrapper {

        NoErrorPage(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendError(int status) throws IOException {
            if (isCommitted()) {
                throw new IllegalStateException("The answer is on its way");
            }
            writer.write((HttpServletResponse) getResponse(), Answers.toStatus(status));
        }

        @Override
        public void sendError(int status, @Nullable String message) throws IOException {
            sendError(status);
        }
    }
}
