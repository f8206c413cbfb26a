package jp.tsunagi.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import jp.tsunagi.account.Officer;
import jp.tsunagi.account.OfficerAuthentication;
import jp.tsunagi.account.ScreenLock;
import jp.tsunagi.shared.Refused;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets nothing be seen while the screen is locked, and keeps what is sent off then. */
@Component
class LockGate implements HandlerInterceptor {

    /** Where a page saves what is being typed: the page's own path comes behind it. */
    private static final String DRAFTS = "/drafts";

    private final ScreenLock lock;
    private final Drafts drafts;

    LockGate(ScreenLock lock, Drafts drafts) {
        this.lock = lock;
        this.drafts = drafts;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Principal principal = request.getUserPrincipal();
        if (!(principal instanceof OfficerAuthentication signedIn) || !lock.closes(request)) {
            return true;
        }
        FormPost form = new FormPost(request, response);
        String page = page(form);
        if (request.getMethod().equals("POST")) {
            keep(form, page, signedIn.getPrincipal());
        }
        lock.lock(request, page, form.field());
        lead(request, response, "/lock");
        return false;
    }

    /** The page a form stands on, also where it is only being kept. */
    static String page(FormPost form) {
        return form.form().startsWith(DRAFTS + "/") ? form.form().substring(DRAFTS.length()) : form.form();
    }

    /** Leads to another page, the whole window also where a script asked. */
    static void lead(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        String door = request.getContextPath() + path;
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", door);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(door);
        }
    }

    void keep(FormPost form, String page, Officer officer) {
        try {
            drafts.keep(officer, Drafts.Written.of(form, page, form.typed()));
        } catch (Refused e) {
            // What it was about does not exist for this officer any more: there is nothing to keep it for.
            return;
        }
    }
}
