package jp.tsunagi.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Locks the screen of somebody who has been away (S02): the session stays, nothing is shown, and only the same person's
 * password opens it again. Each locking and unlocking changes the session's cookie, so that no browser shows a page out of
 * its back and forward cache.
 */
@Component
public class ScreenLock {

    private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9.\\[\\]-]{0,99}");

    private static final String SEEN = "seenAt";
    private static final String LOCKED = "locked";
    private static final String RETURN_TO = "returnTo";

    private final Accounts accounts;
    private final PasswordSignIn signIn;
    private final AccountSettings settings;
    private final Clock clock;

    ScreenLock(Accounts accounts, PasswordSignIn signIn, AccountSettings settings, Clock clock) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether nothing may be shown: locked by hand, or nobody was there for too long. Notes that somebody is. */
    public boolean closes(HttpServletRequest request) {
        HttpSession session = request.getSession();
        Instant now = clock.instant();
        boolean away = session.getAttribute(SEEN) instanceof Instant seen
                && seen.plus(settings.lockAfter()).isBefore(now);
        if (away && session.getAttribute(LOCKED) == null) {
            lock(request, null, "");
        }
        if (session.getAttribute(LOCKED) != null) {
            return true;
        }
        session.setAttribute(SEEN, now);
        return false;
    }

    /** Whether this is the path of a page of ours: what else it could be leads elsewhere. */
    public static boolean isPage(String path) {
        return path.startsWith("/") && !path.startsWith("//") && path.indexOf('\\') < 0;
    }

    /** Whether this can be the name of a field: never anything that was typed into one. */
    public static boolean isField(String name) {
        return FIELD.matcher(name).matches();
    }

    /** The address of a field on a page; of the page alone where that is no name of a field. */
    public static String at(String page, String field) {
        return isField(field) ? page + "#" + field.replace("[", "%5B").replace("]", "%5D") : page;
    }

    /**
     * Locks at once.
     *
     * @param returnTo the page to go on with; null, or what is no page of ours, to leave as it is
     * @param field by its name, where somebody was on that page; empty where nobody knows
     */
    public void lock(HttpServletRequest request, @Nullable String returnTo, String field) {
        HttpSession session = request.getSession();
        session.setAttribute(LOCKED, true);
        if (returnTo != null && isPage(returnTo)) {
            session.setAttribute(RETURN_TO, at(returnTo, field));
        }
        request.changeSessionId();
    }

    /**
     * Opens again.
     *
     * @return the page to go on with; null where the password is not this officer's
     */
    @Nullable String open(HttpServletRequest request, Officer officer, String password) {
        if (!isPassword(request, officer, password)) {
            return null;
        }
        HttpSession session = request.getSession();
        String returnTo = session.getAttribute(RETURN_TO) instanceof String page ? page : "/";
        session.removeAttribute(LOCKED);
        session.removeAttribute(RETURN_TO);
        session.setAttribute(SEEN, clock.instant());
        request.changeSessionId();
        return returnTo;
    }

    /** Whether this is the officer's password; counted as a sign-in is. */
    boolean isPassword(HttpServletRequest request, Officer officer, String password) {
        String login = accounts.find(officer.id()).map(Account::login).orElse("");
        UsernamePasswordAuthenticationToken attempt = new UsernamePasswordAuthenticationToken(login, password);
        attempt.setDetails(new WebAuthenticationDetails(request));
        try {
            signIn.authenticate(attempt);
            return true;
        } catch (AuthenticationException e) {
            return false;
        }
    }
}
