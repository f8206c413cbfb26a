package jp.tsunagi.account;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties.Jwt;

class BearerSignInTest {

    @Test
    void wantsToKnowWhoIssuesTokensAndForWhom() {
        assertThatCode(() -> BearerSignIn.requireIssuerAndAudience(new Jwt())).doesNotThrowAnyException();
        assertThatCode(() -> BearerSignIn.requireIssuerAndAudience(jwt("https://issuer", null, "tsunagi")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> BearerSignIn.requireIssuerAndAudience(jwt("https://issuer", null)))
                .hasMessageContaining("need both");
        assertThatThrownBy(() -> BearerSignIn.requireIssuerAndAudience(jwt(null, "https://keys", "tsunagi")))
                .hasMessageContaining("need both");
    }

    private static Jwt jwt(@Nullable String issuer, @Nullable String keys, String... audiences) {
        Jwt jwt = new Jwt();
        jwt.setIssuerUri(issuer);
        jwt.setJwkSetUri(keys);
        jwt.setAudiences(List.of(audiences));
        return jwt;
    }
}
