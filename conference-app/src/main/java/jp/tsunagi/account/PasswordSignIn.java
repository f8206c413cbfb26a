package jp.tsunagi.account;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import jp.tsunagi.account.SignInAttempts.Counted;
import jp.tsunagi.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Sign-in by password: of persons on the page, of persons and gateways at the demo's API. An unknown login, a wrong
 * password, a closed account and a lock give the same answer after the same work.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final Accounts accounts;
    private final BrokerCredentials gateways;
    private final Passwords passwords;
    private final SignInAttempts attempts;
    private final Administration administration;
    private final SecondStep second;
    private final Clock clock;

    PasswordSignIn(
            Accounts accounts,
            BrokerCredentials gateways,
            Passwords passwords,
            SignInAttempts attempts,
            Administration administration,
            SecondStep second,
            Clock clock) {
        this.accounts = accounts;
        this.gateways = gateways;
        this.passwords = passwords;
        this.attempts = attempts;
        this.administration = administration;
        this.second = second;
        this.clock = clock;
    }

    /** Where an attempt at the API came from: gateways may sign in there, and not every call is a new visit. */
    record ApiCaller(String address) {}

    @Override
    public Authentication authenticate(Authentication attempt) {
        String login = attempt.getName();
        String password = attempt.getCredentials() instanceof String given ? given : "";
        try {
            if (attempt.getDetails() instanceof ApiCaller caller) {
                return gateways.isGateway(login)
                        ? machine(login, password, caller.address())
                        : SignedIn.forACall(
                                person(login, password, caller.address()).accountId(), clock.instant());
            }
            String address =
                    attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : null;
            Account account = person(login, password, address);
            if (asked(account) == SecondStep.Asked.NOTHING) {
                accounts.signedIn(account);
            } else {
                administration.happened("account.first-step", account.id(), account.id());
            }
            return SignedIn.byPassword(account.accountId(), clock.instant());
        } catch (Refused e) {
            // The audit cannot be written: nobody comes in.
            throw new AuthenticationServiceException(e.refusal().rule());
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private SecondStep.Asked asked(Account account) {
        return accounts.officer(account).map(second::asked).orElse(SecondStep.Asked.NOTHING);
    }

    private Authentication machine(String code, String password, String address) {
        return gateways.signIn(code, password, address)
                .map(officer -> SignedIn.forACall(officer.id(), clock.instant()))
                .orElseThrow(PasswordSignIn::refused);
    }

    private Account person(String typed, String password, @Nullable String address) {
        String login = typed.strip().toLowerCase(Locale.ROOT);
        Counted counted = Counted.login(login);
        Counted source = Counted.address(address == null ? "" : address);
        boolean open = !attempts.locked(counted) && !attempts.locked(source);
        Optional<Account> account = accounts.accountOf(login);
        boolean right =
                passwords.matches(password, account.map(Account::passwordHash).orElse(null));
        boolean active = account.flatMap(accounts::officer).isPresent();
        // Asked again: of many guesses at one moment, those that come after the lock closed do not count.
        if (right && active && open && !attempts.locked(counted)) {
            attempts.forget(counted);
            return account.orElseThrow();
        }
        if (open) {
            count(counted, source, account.map(Account::id));
        }
        throw refused();
    }

    private void count(Counted login, Counted source, Optional<String> account) {
        if (attempts.failed(login)) {
            account.ifPresent(id -> administration.happened("account.locked", Administration.SYSTEM, id));
        }
        attempts.failed(source);
    }

    private static AuthenticationException refused() {
        return new BadCredentialsException("sign-in.refused");
    }
}
