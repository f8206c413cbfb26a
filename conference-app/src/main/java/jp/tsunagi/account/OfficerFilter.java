package jp.tsunagi.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns who signed in into the officer of this moment. Where the account was closed, its password was changed since, or
 * the session has lasted its longest, nobody is signed in any more; and nobody is yet, where the password alone was shown
 * and more is asked for.
 */
final class OfficerFilter extends OncePerRequestFilter {

    private final Accounts accounts;
    /** How long a right password waits for the rest. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final AccountSettings settings;
    private final SecondStep second;
    private final OpenSessions sessions;
    private final Clock clock;

    OfficerFilter(Accounts accounts, AccountSettings settings, SecondStep second, OpenSessions sessions, Clock clock) {
        this.accounts = accounts;
        this.settings = settings;
        this.second = second;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletResponse answer = response;
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn) {
            Officer officer = officer(signedIn).map(signedIn::narrowed).orElse(null);
            SecondStep.Asked asked = asked(signedIn, officer);
            if (officer != null && asked == SecondStep.Asked.NOTHING) {
                if (signedIn.shown() != SignedIn.Shown.CALL) {
                    sessions.seen(request.getSession(), signedIn);
                }
                // A context of its own: this one must not reach the session.
                SecurityContextHolder.setContext(new SecurityContextImpl(OfficerAuthentication.of(officer)));
                answer = new HeldResponse(response, () -> officer(signedIn).isPresent(), clock);
            } else {
                SecurityContextHolder.clearContext();
                if (officer == null || !isRecent(signedIn, LONGEST_WAIT)) {
                    end(request.getSession(false));
                } else {
                    Doorstep.leaveWaiting(request, officer, asked);
                }
            }
        } else {
            // Nothing else makes somebody an officer, whatever filter came before.
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, answer);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private SecondStep.Asked asked(SignedIn signedIn, @Nullable Officer officer) {
        return officer != null && signedIn.shown() == SignedIn.Shown.PASSWORD
                ? second.asked(officer)
                : SecondStep.Asked.NOTHING;
    }

    private boolean isRecent(SignedIn signedIn, Duration longest) {
        return !signedIn.at().plus(longest).isBefore(clock.instant());
    }

    private Optional<Officer> officer(SignedIn signedIn) {
        boolean session = signedIn.shown() != SignedIn.Shown.CALL;
        if (!isRecent(signedIn, settings.longestSession())
                || session && sessions.ended(signedIn.account(), signedIn.at())) {
            return Optional.empty();
        }
        Optional<Account> account = accounts.find(signedIn.account());
        if (account.isEmpty()) {
            return accounts.officer(signedIn.account());
        }
        return account.filter(there -> !signedIn.at().isBefore(there.passwordChanged()))
                .flatMap(accounts::officer);
    }

    private static void end(@Nullable HttpSession session) {
        if (session != null) {
            session.invalidate();
        }
    }
}
