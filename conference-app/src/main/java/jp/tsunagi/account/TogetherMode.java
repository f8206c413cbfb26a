package jp.tsunagi.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The person herself sits in front of the screen (同席モード, ui.md B14): the session shows one page, her own, and nothing else
 * until the officer has said the password again. Beginning and ending change the session's cookie, so that no browser shows
 * an earlier page out of its back and forward cache.
 */
@Component
public class TogetherMode {

    private static final String PAGE = "togetherPage";
    private static final String AFTER = "togetherAfter";

    private final ScreenLock lock;

    TogetherMode(ScreenLock lock) {
        this.lock = lock;
    }

    /**
     * From now on this page alone is shown, with those below it.
     *
     * @param page path of ours
     * @param after path of ours to go on with when it is over
     */
    public void begin(HttpServletRequest request, String page, String after) {
        HttpSession session = request.getSession();
        session.setAttribute(PAGE, page);
        session.setAttribute(AFTER, after);
        request.changeSessionId();
    }

    /** The one page that is shown; empty where the session is as usual. */
    public Optional<String> page(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(PAGE) instanceof String page
                ? Optional.of(page)
                : Optional.empty();
    }

    /** Whether something on this path is kept from the screen now. */
    public boolean closes(HttpServletRequest request, String path) {
        return page(request)
                .filter(page -> !path.equals(page) && !path.startsWith(page + "/"))
                .isPresent();
    }

    /** Ends it. @return the path to go on with; empty where the password is not this officer's */
    Optional<String> end(HttpServletRequest request, Officer officer, String password) {
        if (!lock.isPassword(request, officer, password)) {
            return Optional.empty();
        }
        HttpSession session = request.getSession();
        String after = session.getAttribute(AFTER) instanceof String path ? path : "/";
        session.removeAttribute(PAGE);
        session.removeAttribute(AFTER);
        request.changeSessionId();
        return Optional.of(after);
    }
}
