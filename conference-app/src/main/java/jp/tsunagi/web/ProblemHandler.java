package jp.tsunagi.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Turns every exception of a call into a problem document. A resolver, not a controller advice: it must answer by path,
 * for calls that reach no controller too, and leave the pages alone.
 */
final class ProblemHandler implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    private final Answers answers;
    private final ProblemWriter writer;

    ProblemHandler(Answers answers, ProblemWriter writer) {
        this.answers = answers;
        this.writer = writer;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        if (!ApiPaths.isApi(request) || response.isCommitted()) {
            return null;
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            return new ModelAndView();
        }
        Answer answer = answers.to(e);
        if (answer.status() == 401 && response.getHeader(HttpHeaders.WWW_AUTHENTICATE) == null) {
            answer = answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        try {
            writer.write(response, answer);
        } catch (IOException gone) {
            LOG.debug("The caller did not wait for the answer");
        }
        return new ModelAndView();
    }
}
