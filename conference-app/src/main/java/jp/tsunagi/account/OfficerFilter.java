package jp.tsunagi.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns who signed in into the officer of this moment. Where the account was closed, its password was changed since, or
 * the session has lasted its longest, nobody is signed in any more.
 */
final class OfficerFilter extends OncePerRequestFilter {

    private final Accounts accounts;
    private final AccountSettings settings;
    private final Clock clock;

    OfficerFilter(Accounts accounts, AccountSettings settings, Clock clock) {
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletResponse answer = response;
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn) {
            Optional<Officer> officer = officer(signedIn);
            if (officer.isPresent()) {
                // A context of its own: this one must not reach the session.
                SecurityContextHolder.setContext(new SecurityContextImpl(OfficerAuthentication.of(officer.get())));
                answer = new HeldResponse(response, () -> officer(signedIn).isPresent(), clock);
            } else {
                SecurityContextHolder.clearContext();
                end(request.getSession(false));
            }
        }
        chain.doFilter(request, answer);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private Optional<Officer> officer(SignedIn signedIn) {
        if (signedIn.at().plus(settings.longestSession()).isBefore(clock.instant())) {
            return Optional.empty();
        }
        Optional<Account> account = accounts.find(signedIn.account());
        if (account.isEmpty()) {
            return accounts.officer(signedIn.account());
        }
        return account.filter(there -> !signedIn.at().isBefore(there.passwordChanged()))
                .flatMap(accounts::officer);
    }

    private static void end(@org.jspecify.annotations.Nullable HttpSession session) {
        if (session != null) {
            session.invalidate();
        }
    }
}
