package jp.tsunagi.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jp.tsunagi.shared.Refusal;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** How the API says no before a controller is reached: 401 to strangers, and to others 404 as for what never existed. */
final class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final HandlerExceptionResolver resolver;
    private final boolean basic;

    ApiRefusals(HandlerExceptionResolver resolver, boolean basic) {
        this.resolver = resolver;
        this.basic = basic;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause) {
        boolean badToken = cause instanceof InvalidBearerTokenException;
        response.addHeader("WWW-Authenticate", badToken ? "Bearer error=\"invalid_token\"" : "Bearer");
        if (basic) {
            response.addHeader("WWW-Authenticate", "Basic realm=\"Tsunagi\", charset=\"UTF-8\"");
        }
        answer(request, response, cause, HttpServletResponse.SC_UNAUTHORIZED);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause) {
        answer(request, response, Refusal.notFound(), HttpServletResponse.SC_NOT_FOUND);
    }

    /** By the one form of refusals; where nobody resolves it, by the status alone. */
    private void answer(HttpServletRequest request, HttpServletResponse response, Exception cause, int status) {
        if (resolver.resolveException(request, response, null, cause) == null && !response.isCommitted()) {
            response.setStatus(status);
        }
    }
}
