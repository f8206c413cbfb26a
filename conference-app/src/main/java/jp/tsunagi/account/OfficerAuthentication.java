package jp.tsunagi.account;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * An officer for the length of one request. Its name is the account id, and each {@link Role} is an authority with the
 * prefix {@code ROLE_}, so that a module below this one may ask {@code request.isUserInRole("AUDITOR")}. It is never kept
 * in a session.
 */
public final class OfficerAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Officer officer;

    private OfficerAuthentication(Officer officer) {
        super(officer.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList());
        this.officer = officer;
        setAuthenticated(true);
    }

    public static OfficerAuthentication of(Officer officer) {
        return new OfficerAuthentication(officer);
    }

    @Override
    public Officer getPrincipal() {
        return officer;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return officer.id().value();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OfficerAuthentication that && officer.equals(that.officer);
    }

    @Override
    public int hashCode() {
        return officer.hashCode();
    }
}
