package jp.tsunagi.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * All that a session holds: which account signed in, and when. Name, agency and roles are read anew at each request
 * ({@link OfficerFilter}).
 */
final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final String account;
    private final Instant at;

    private SignedIn(AccountId account, Instant at) {
        super(List.of());
        this.account = account.value();
        this.at = at;
        setAuthenticated(true);
    }

    static SignedIn of(AccountId account, Instant at) {
        return new SignedIn(account, at);
    }

    AccountId account() {
        return new AccountId(account);
    }

    Instant at() {
        return at;
    }

    @Override
    public String getPrincipal() {
        return account;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that && account.equals(that.account) && at.equals(that.at);
    }

    @Override
    public int hashCode() {
        return account.hashCode();
    }
}
