package jp.tsunagi.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Set;
import jp.tsunagi.agency.AgencyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outside the demo: no Basic, and bearer tokens only where an issuer is configured. */
class ProductionDoorIT {

    private static final String PASSWORD = "a quite long sentence";

    @TempDir
    Path folder;

    @Test
    void refusesBasicAndEveryTokenWhereNoIssuerIsConfigured() {
        try (TestHub hub = TestHub.start(folder)) {
            setUp(hub);

            TestHub.Answer basic = hub.get("/api/v1/me", TestHub.basic("first", PASSWORD));
            assertThat(basic.status()).isEqualTo(401);
            assertThat(basic.header("www-authenticate")).isEqualTo("Bearer");
            TestHub.Answer bearer = hub.get("/api/v1/me", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJmaXJzdCJ9.");
            assertThat(bearer.status()).isEqualTo(401);
            assertThat(hub.api("", "GET", "/v3/api-docs", null).status()).isEqualTo(302);

            TestHub.Browser administrator = hub.browser();
            administrator.signIn("first", PASSWORD);
            assertThat(administrator.get("/v3/api-docs").status()).isEqualTo(200);
            TestHub.Browser counsellor = hub.browser();
            counsellor.signIn("second", PASSWORD);
            assertThat(counsellor.get("/").status()).isEqualTo(404);
            assertThat(counsellor.get("/v3/api-docs").status()).isEqualTo(404);
        }
    }

    @Test
    void takesATokenOfTheIssuerForTheAccountThatItNames() throws Exception {
        RSAKey key = new RSAKeyGenerator(2048).keyID("k").generate();
        RSAKey stranger = new RSAKeyGenerator(2048).keyID("k").generate();
        HttpServer issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] jwks = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        issuer.createContext("/jwks", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, jwks.length);
            exchange.getResponseBody().write(jwks);
            exchange.close();
        });
        issuer.start();
        String jwksUri = "http://localhost:" + issuer.getAddress().getPort() + "/jwks";
        try (TestHub hub = TestHub.start(
                folder,
                "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + jwksUri,
                "--spring.security.oauth2.resourceserver.jwt.audiences=tsunagi")) {
            setUp(hub);
            hub.bean(BrokerCredentials.class).rotate(new AgencyCode("012041"), "system");

            assertThat(me(hub, token(key, "tsunagi", "sub", "second"))
                            .json()
                            .get("agency")
                            .asString())
                    .isEqualTo("011002");
            assertThat(me(hub, token(key, "tsunagi", "tsunagi_login", "second")).status())
                    .isEqualTo(200);
            assertThat(me(hub, token(key, "tsunagi", "tsunagi_gateway", "012041"))
                            .json()
                            .get("person")
                            .asBoolean())
                    .isFalse();
            assertThat(me(hub, token(key, "tsunagi", "tsunagi_gateway", "011002"))
                            .status())
                    .isEqualTo(401);
            assertThat(me(hub, token(key, "tsunagi", "sub", "nobody")).status()).isEqualTo(401);
            assertThat(me(hub, token(key, "another", "sub", "second")).status()).isEqualTo(401);
            assertThat(me(hub, token(stranger, "tsunagi", "sub", "second")).status())
                    .isEqualTo(401);
            assertThat(hub.get("/api/v1/me", TestHub.basic("second", PASSWORD)).status())
                    .isEqualTo(401);

            Accounts accounts = hub.bean(Accounts.class);
            accounts.deactivate(accounts.byLogin("second").orElseThrow().id(), "system");
            assertThat(me(hub, token(key, "tsunagi", "sub", "second")).status()).isEqualTo(401);
        } finally {
            issuer.stop(0);
        }
    }

    private static void setUp(TestHub hub) {
        FirstRun firstRun = hub.bean(FirstRun.class);
        firstRun.complete(new FirstRunForm(firstRun.code(), "C0001", "架空センター", "first", "見本", PASSWORD, PASSWORD));
        hub.bean(Accounts.class)
                .create(
                        new NewAccount("second", "例示", "011002", null, Set.of(Role.COUNSELLOR), PASSWORD),
                        "system",
                        null);
        Accounts accounts = hub.bean(Accounts.class);
        for (String login : List.of("first", "second")) {
            hub.bean(Pledges.class).giveForPractice(accounts.byLogin(login).orElseThrow());
        }
    }

    private static TestHub.Answer me(TestHub hub, String token) {
        return hub.get("/api/v1/me", "Bearer " + token);
    }

    private static String token(RSAKey key, String audience, String claim, String value) throws Exception {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .audience(audience)
                .subject("subject-of-the-issuer")
                .expirationTime(new Date(System.currentTimeMillis() + 60_000));
        claims.claim(claim, value);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims.build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }
}
