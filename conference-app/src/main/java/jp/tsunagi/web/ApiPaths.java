package jp.tsunagi.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/** Which requests are calls of the API rather than pages. */
final class ApiPaths {

    static final String ALL = "/api/**";
    static final String SERVLET_PATTERN = "/api/*";

    private ApiPaths() {}

    /** By the decoded path, as the container and the security rules see it. */
    static boolean isApi(HttpServletRequest request) {
        String path = Objects.requireNonNullElse(request.getServletPath(), "")
                + Objects.requireNonNullElse(request.getPathInfo(), "");
        return path.equals("/api") || path.startsWith("/api/");
    }
}
