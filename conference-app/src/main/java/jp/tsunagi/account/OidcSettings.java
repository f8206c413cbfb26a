package jp.tsunagi.account;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How whoever an office's identity provider vouches for becomes an account. The provider itself is set by {@code
 * spring.security.oauth2.client}.
 *
 * @param accountClaim claim of the ID token that holds the login of an account
 * @param secondFactorClaim claim of the ID token that says by what somebody signed in there, such as {@code amr} or {@code
 *     acr}; none where the provider's word for a second factor is not taken
 * @param secondFactorValues of which that claim holds one where the provider saw a second factor
 */
@ConfigurationProperties("tsunagi.account.oidc")
record OidcSettings(
        @DefaultValue("preferred_username") String accountClaim,
        @Nullable String secondFactorClaim,
        @DefaultValue({"mfa"}) Set<String> secondFactorValues) {}
