package jp.tsunagi.account;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import jp.tsunagi.shared.Refusal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.session.SessionFixationProtectionStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Between the right password and being signed in. Who waits here is a stranger to every page but those below
 * {@link #PROOF}.
 */
@Component
public class Doorstep implements AuthenticationSuccessHandler {

    /** The page that asks for a second factor. */
    public static final String PROOF = "/login/second-factor";

    /** The page on which one is set up by whoever may not come in without. */
    public static final String SET_UP = PROOF + "/set-up";

    private static final String WAITING = Doorstep.class.getName() + ".waiting";

    private final Accounts accounts;
    private final ScreenLock lock;
    private final SecondStep second;
    private final Clock clock;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final SavedRequestAwareAuthenticationSuccessHandler onward =
            new SavedRequestAwareAuthenticationSuccessHandler();
    private final SessionFixationProtectionStrategy fresh = new SessionFixationProtectionStrategy();

    Doorstep(Accounts accounts, ScreenLock lock, SecondStep second, Clock clock) {
        this.accounts = accounts;
        this.lock = lock;
        this.second = second;
        this.clock = clock;
        this.fresh.setMigrateSessionAttributes(false);
    }

    /** Somebody who gave the right password, and what is asked besides. */
    public record Waiting(Officer officer, SecondStep.Asked asked) {}

    static void leaveWaiting(HttpServletRequest request, Officer officer, SecondStep.Asked asked) {
        request.setAttribute(WAITING, new Waiting(officer, asked));
    }

    /** Where whoever waits goes on; empty where nobody does. */
    static Optional<String> pathOf(HttpServletRequest request) {
        return Optional.ofNullable((Waiting) request.getAttribute(WAITING)).map(waiting -> path(waiting.asked()));
    }

    private static String path(SecondStep.Asked asked) {
        return asked == SecondStep.Asked.SET_UP ? SET_UP : PROOF;
    }

    /** Who waits, and for this. */
    public Optional<Officer> waiting(HttpServletRequest request, SecondStep.Asked asked) {
        return Optional.ofNullable((Waiting) request.getAttribute(WAITING))
                .filter(waiting -> waiting.asked() == asked)
                .map(Waiting::officer);
    }

    /** After the password: on to where one wanted to go, or to what is asked besides. */
    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        SecondStep.Asked asked = authentication instanceof SignedIn signedIn
                        && signedIn.shown() == SignedIn.Shown.PASSWORD
                ? accounts.officer(signedIn.account()).map(second::asked).orElse(SecondStep.Asked.NOTHING)
                : SecondStep.Asked.NOTHING;
        if (asked == SecondStep.Asked.NOTHING) {
            onward.onAuthenticationSuccess(request, response, authentication);
        } else {
            response.sendRedirect(request.getContextPath() + path(asked));
        }
    }

    /** Lets this officer in who has shown all that is asked, under a new cookie; what is shown next is the caller's. */
    public void admit(Officer officer, HttpServletRequest request, HttpServletResponse response) {
        accounts.signedIn(accounts.find(officer.id()).orElseThrow(Refusal::notFound));
        begin(officer, request, response);
    }

    /** The same, and on to where the officer wanted to go. */
    public void letIn(Officer officer, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        admit(officer, request, response);
        onward.onAuthenticationSuccess(request, response, SignedIn.wholly(officer.id(), clock.instant()));
    }

    /** Goes on with this session under a new cookie, while all others of the account end that began before. */
    public void goOn(Officer officer, HttpServletRequest request, HttpServletResponse response) {
        request.changeSessionId();
        save(officer, request, response);
    }

    /** Whether this is the officer's password; counted as a sign-in is. */
    public boolean isPassword(HttpServletRequest request, Officer officer, String password) {
        return lock.isPassword(request, officer, password);
    }

    private void begin(Officer officer, HttpServletRequest request, HttpServletResponse response) {
        fresh.onAuthentication(SignedIn.wholly(officer.id(), clock.instant()), request, response);
        save(officer, request, response);
    }

    private void save(Officer officer, HttpServletRequest request, HttpServletResponse response) {
        contexts.saveContext(
                new SecurityContextImpl(SignedIn.wholly(officer.id(), clock.instant())), request, response);
    }
}
