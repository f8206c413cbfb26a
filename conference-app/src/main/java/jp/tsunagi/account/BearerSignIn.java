package jp.tsunagi.account;

import java.time.Clock;
import java.util.Optional;
import jp.tsunagi.agency.AgencyCode;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;

/**
 * Whose token it is: the gateway of the agency in the claim {@code tsunagi_gateway}, or else the account whose login is in
 * {@code tsunagi_login}, or else in {@code sub}. Roles are never taken from a token.
 */
@Component
class BearerSignIn implements Converter<Jwt, AbstractAuthenticationToken> {

    private final Accounts accounts;
    private final BrokerCredentials gateways;
    private final Clock clock;

    BearerSignIn(Accounts accounts, BrokerCredentials gateways, Clock clock) {
        this.accounts = accounts;
        this.gateways = gateways;
        this.clock = clock;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        return officer(token)
                .map(officer -> SignedIn.of(officer.id(), clock.instant()))
                .orElseThrow(() -> new InvalidBearerTokenException("No account for this token"));
    }

    private Optional<Officer> officer(Jwt token) {
        String gateway = token.getClaimAsString("tsunagi_gateway");
        if (gateway != null) {
            return AgencyCode.isCode(gateway) ? gateways.gateway(new AgencyCode(gateway)) : Optional.empty();
        }
        String login = token.getClaimAsString("tsunagi_login");
        return Optional.ofNullable(login == null ? token.getSubject() : login).flatMap(accounts::byLogin);
    }
}
