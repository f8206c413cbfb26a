package jp.tsunagi.account;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * All that a session holds: which account signed in, when, and by what. Name, agency and roles are read anew at each
 * request ({@link OfficerFilter}).
 */
final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    /** What was shown at the sign-in. */
    enum Shown {
        /** The password alone: a second factor may be asked for at any request. */
        PASSWORD,
        /** All that could be asked for. */
        ALL,
        /** Credentials that come with this one call of the API. */
        CALL
    }

    private final String account;
    private final Instant at;
    private final Shown shown;
    private final @Nullable EnumSet<Role> atMost;

    private SignedIn(AccountId account, Instant at, Shown shown, @Nullable Set<Role> atMost) {
        super(List.of());
        this.account = account.value();
        this.at = at;
        this.shown = shown;
        this.atMost = atMost == null ? null : EnumSet.copyOf(atMost);
        setAuthenticated(true);
    }

    static SignedIn byPassword(AccountId account, Instant at) {
        return new SignedIn(account, at, Shown.PASSWORD, null);
    }

    static SignedIn wholly(AccountId account, Instant at) {
        return new SignedIn(account, at, Shown.ALL, null);
    }

    static SignedIn forACall(AccountId account, Instant at) {
        return new SignedIn(account, at, Shown.CALL, null);
    }

    /** @param atMost what the credentials of this call allow of the account's roles; at least one */
    static SignedIn forACall(AccountId account, Instant at, Set<Role> atMost) {
        return new SignedIn(account, at, Shown.CALL, atMost);
    }

    AccountId account() {
        return new AccountId(account);
    }

    Instant at() {
        return at;
    }

    Shown shown() {
        return shown;
    }

    /** This officer with no more than what was allowed. */
    Officer narrowed(Officer officer) {
        if (atMost == null) {
            return officer;
        }
        Set<Role> roles = EnumSet.copyOf(atMost);
        roles.retainAll(officer.roles());
        return new Officer(
                officer.id(),
                officer.name(),
                officer.agency(),
                officer.section(),
                roles,
                officer.person(),
                officer.deputy() && roles.contains(Role.DIRECTOR));
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
        return other instanceof SignedIn that
                && account.equals(that.account)
                && at.equals(that.at)
                && shown == that.shown;
    }

    @Override
    public int hashCode() {
        return account.hashCode();
    }
}
