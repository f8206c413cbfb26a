package jp.tsunagi.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** How a page says no: strangers sign in first (or set the hub up), others find nothing there. */
@Component
class PageRefusals implements AuthenticationEntryPoint, AccessDeniedHandler, AuthenticationFailureHandler {

    static final String TYPED_LOGIN = "typedLogin";

    private static final int LONGEST_LOGIN = 40;

    private final FirstRun firstRun;

    PageRefusals(FirstRun firstRun) {
        this.firstRun = firstRun;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        String door = request.getContextPath() + (firstRun.open() ? "/first-run" : "/login");
        if (request.getHeader("HX-Request") != null) {
            // Followed as a whole page: else the sign-in page would land inside a fragment.
            response.setHeader("HX-Redirect", door);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(door);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        if (!(cause instanceof CsrfException)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (request.getServletPath().equals("/login")) {
            // The page was open longer than its session: nothing was tried.
            response.sendRedirect(request.getContextPath() + "/login?expired");
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        String typed = request.getParameter("login");
        if (typed != null && typed.length() <= LONGEST_LOGIN) {
            request.getSession().setAttribute(TYPED_LOGIN, typed);
        }
        response.sendRedirect(request.getContextPath() + "/login?failed");
    }
}
