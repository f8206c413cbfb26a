package jp.tsunagi.account;

import java.io.Serial;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.tsunagi.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * The account of whoever an identity provider vouches for: one that is there already, by the login in a claim. None is ever
 * opened, and neither name nor role is taken from the provider.
 */
@Component
class OidcAccounts implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final Accounts accounts;
    private final SecondStep second;
    private final Administration administration;
    private final OidcSettings settings;
    private final Clock clock;

    OidcAccounts(
            Accounts accounts, SecondStep second, Administration administration, OidcSettings settings, Clock clock) {
        this.accounts = accounts;
        this.second = second;
        this.administration = administration;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whom the provider vouched for, as a session keeps it. */
    static final class Known extends DefaultOidcUser {

        @Serial
        private static final long serialVersionUID = 1L;

        private final transient SignedIn signedIn;

        Known(OidcIdToken token, SignedIn signedIn) {
            super(List.of(), token);
            this.signedIn = signedIn;
        }

        SignedIn signedIn() {
            return signedIn;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Known that && signedIn.equals(that.signedIn);
        }

        @Override
        public int hashCode() {
            return signedIn.hashCode();
        }
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcIdToken token = request.getIdToken();
        Account account = vouchedFor(request)
                .flatMap(accounts::accountOf)
                .filter(there -> accounts.officer(there).isPresent())
                .orElseThrow(() -> new OAuth2AuthenticationException(new OAuth2Error("account.unknown")));
        boolean seen = sawSecondFactor(token);
        try {
            enter(account, seen);
        } catch (Refused e) {
            // The audit cannot be written: nobody comes in.
            throw new OAuth2AuthenticationException(
                    new OAuth2Error(e.refusal().rule()), e.refusal().rule());
        }
        Instant now = clock.instant();
        return new Known(
                token,
                seen ? SignedIn.wholly(account.accountId(), now) : SignedIn.byPassword(account.accountId(), now));
    }

    /** The login in the claim; only where the token names the very issuer that is configured. */
    private Optional<String> vouchedFor(OidcUserRequest request) {
        String issuer = request.getClientRegistration().getProviderDetails().getIssuerUri();
        OidcIdToken token = request.getIdToken();
        boolean known = issuer != null
                && token.getIssuer() != null
                && issuer.equals(token.getIssuer().toString());
        return known ? Optional.ofNullable(token.getClaimAsString(settings.accountClaim())) : Optional.empty();
    }

    private void enter(Account account, boolean seen) {
        SecondStep.Asked asked = seen
                ? SecondStep.Asked.NOTHING
                : accounts.officer(account).map(second::asked).orElse(SecondStep.Asked.NOTHING);
        if (asked == SecondStep.Asked.NOTHING) {
            accounts.signedIn(account);
        } else {
            administration.happened("account.first-step", account.id(), account.id());
        }
    }

    private boolean sawSecondFactor(OidcIdToken token) {
        Object said = settings.secondFactorClaim() == null ? null : token.getClaim(settings.secondFactorClaim());
        return said instanceof Collection<?> many
                ? many.stream().anyMatch(one -> settings.secondFactorValues().contains(String.valueOf(one)))
                : said != null && settings.secondFactorValues().contains(String.valueOf(said));
    }
}
