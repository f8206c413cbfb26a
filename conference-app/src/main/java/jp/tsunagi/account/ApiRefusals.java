package jp.tsunagi.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import jp.tsunagi.shared.Refusal;
import org.springframework.http.MediaType;
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
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        boolean badToken = cause instanceof InvalidBearerTokenException;
        response.addHeader("WWW-Authenticate", badToken ? "Bearer error=\"invalid_token\"" : "Bearer");
        if (basic) {
            response.addHeader("WWW-Authenticate", "Basic realm=\"Tsunagi\", charset=\"UTF-8\"");
        }
        write(response, 401, "Sign-in required", "ログインが必要です", "sign-in.required");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        if (resolver.resolveException(request, response, null, Refusal.notFound()) == null && !response.isCommitted()) {
            write(response, 404, "Not found", "見つかりません", "not-found");
        }
    }

    private static void write(HttpServletResponse response, int status, String title, String detail, String rule)
            throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .write("{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\",\"rule\":\"%s\"}"
                        .formatted(title, status, detail, rule));
    }
}
