package jp.tsunagi.account;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagi.agency.AgencyCode;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;

/**
 * Whose token it is: the gateway of the agency in the claim {@code tsunagi_gateway}, or else the account whose login is in
 * {@code tsunagi_login}, or else in {@code sub}. A person's token names the account's agency in {@code tsunagi_agency} and
 * some of its roles in {@code tsunagi_roles}: it may narrow what the account may do, and counts for nothing where it names
 * what the account does not have.
 */
@Component
class BearerSignIn implements Converter<Jwt, AbstractAuthenticationToken> {

    private static final String AGENCY = "tsunagi_agency";
    private static final String ROLES = "tsunagi_roles";

    private final Accounts accounts;
    private final BrokerCredentials gateways;
    private final Clock clock;

    BearerSignIn(
            Accounts accounts,
            BrokerCredentials gateways,
            ObjectProvider<OAuth2ResourceServerProperties> properties,
            Clock clock) {
        this.accounts = accounts;
        this.gateways = gateways;
        this.clock = clock;
        properties.ifAvailable(found -> requireIssuerAndAudience(found.getJwt()));
    }

    /** Without both, a token that somebody else made, or made for somebody else, would open this hub. */
    static void requireIssuerAndAudience(OAuth2ResourceServerProperties.Jwt jwt) {
        boolean any = jwt.getIssuerUri() != null || jwt.getJwkSetUri() != null || jwt.getPublicKeyLocation() != null;
        if (any && (jwt.getIssuerUri() == null || jwt.getAudiences().isEmpty())) {
            throw new IllegalStateException(
                    "Bearer tokens need both spring.security.oauth2.resourceserver.jwt.issuer-uri"
                            + " and spring.security.oauth2.resourceserver.jwt.audiences");
        }
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        return signedIn(token).orElseThrow(() -> new InvalidBearerTokenException("No account for this token"));
    }

    private Optional<SignedIn> signedIn(Jwt token) {
        if (token.getExpiresAt() == null) {
            return Optional.empty();
        }
        String gateway = token.getClaimAsString("tsunagi_gateway");
        if (gateway != null) {
            return Optional.of(gateway)
                    .filter(AgencyCode::isCode)
                    .flatMap(code -> gateways.gateway(new AgencyCode(code)))
                    .map(machine -> SignedIn.forACall(machine.id(), clock.instant()));
        }
        String login = token.getClaimAsString("tsunagi_login");
        return Optional.ofNullable(login == null ? token.getSubject() : login)
                .flatMap(accounts::byLogin)
                .filter(officer -> officer.agency().value().equals(token.getClaimAsString(AGENCY)))
                .flatMap(officer -> rolesOf(officer, token.getClaim(ROLES))
                        .map(roles -> SignedIn.forACall(officer.id(), clock.instant(), roles)));
    }

    /** The roles that the token names; empty where it names none, or one that the officer does not have today. */
    private static Optional<Set<Role>> rolesOf(Officer officer, @Nullable Object claim) {
        if (!(claim instanceof List<?> names) || names.isEmpty()) {
            return Optional.empty();
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Object name : names) {
            officer.roles().stream().filter(role -> role.name().equals(name)).forEach(roles::add);
        }
        return roles.size() == Set.copyOf(names).size() ? Optional.of(roles) : Optional.empty();
    }
}
