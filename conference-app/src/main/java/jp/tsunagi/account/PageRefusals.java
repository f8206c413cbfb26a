package jp.tsunagi.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.stereotype.Component;

/** How a page says no: strangers sign in first (or set the hub up), others find nothing there. */
@Component
class PageRefusals implements AuthenticationEntryPoint, AccessDeniedHandler, AuthenticationFailureHandler {

    static final String TYPED_LOGIN = "typedLogin";

    /** Where a page saves what is being typed: the page's own path comes behind it. */
    private static final String DRAFTS = "/drafts";

    /** Where Spring Security looks for the page to go on with; kept over the sign-in, unlike everything else. */
    private static final String SAVED_REQUEST = "SPRING_SECURITY_SAVED_REQUEST";

    private static final int LONGEST_LOGIN = 40;

    private final FirstRun firstRun;

    PageRefusals(FirstRun firstRun) {
        this.firstRun = firstRun;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        rememberForm(request);
        String door = Doorstep.pathOf(request).orElse("/login");
        toDoor(request, response, firstRun.open() ? "/first-run" : door);
    }

    private static void toDoor(HttpServletRequest request, HttpServletResponse response, String path)
            throws IOException {
        String door = request.getContextPath() + path;
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
        } else if (!request.isRequestedSessionIdValid()) {
            // The session ended while somebody was writing: after the sign-in the form is there again, with its draft.
            rememberForm(request);
            toDoor(request, response, "/login?expired");
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** A form that was being saved or sent off: its page is where the sign-in leads on to. */
    private static void rememberForm(HttpServletRequest request) {
        String path = request.getServletPath();
        String form = path.startsWith(DRAFTS + "/") ? path.substring(DRAFTS.length()) : path;
        if (request.getMethod().equals("POST") && request.getParameter("_key") != null && ScreenLock.isPage(form)) {
            String field = Objects.requireNonNullElse(request.getParameter("_field"), "");
            request.getSession()
                    .setAttribute(
                            SAVED_REQUEST,
                            new SimpleSavedRequest(request.getContextPath() + ScreenLock.at(form, field)));
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
