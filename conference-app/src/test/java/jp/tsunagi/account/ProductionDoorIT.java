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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagi.agency.AgencyCode;
import jp.tsunagi.secondfactor.Authenticator;
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
            assertThat(administrator.get("/v3/api-docs").status()).isEqualTo(302);
            String setUp = "/login/second-factor/set-up";
            Authenticator app = Authenticator.of(administrator.get(setUp).body());
            administrator.submit(
                    setUp, setUp, Map.of("code", app.code(hub.clock().instant())));
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
        String uri = "http://localhost:" + issuer.getAddress().getPort();
        try (TestHub hub = TestHub.start(
                folder,
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + uri,
                "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + uri + "/jwks",
                "--spring.security.oauth2.resourceserver.jwt.audiences=tsunagi")) {
            setUp(hub);
            hub.bean(BrokerCredentials.class).rotate(new AgencyCode("012041"), "system");
            Accounts accounts = hub.bean(Accounts.class);
            accounts.create(
                    new NewAccount("third", "例示", "C0001", null, Set.of(Role.CENTER_STAFF, Role.AUDITOR), PASSWORD),
                    "system",
                    null);
            hub.bean(Pledges.class).giveForPractice(accounts.byLogin("third").orElseThrow());

            assertThat(me(hub, key, good(uri)).json().get("agency").asString()).isEqualTo("011002");
            assertThat(status(hub, key, good(uri).subject("of-the-issuer").claim("tsunagi_login", "second")))
                    .isEqualTo(200);
            assertThat(me(hub, key, good(uri).claim("tsunagi_gateway", "012041"))
                            .json()
                            .get("person")
                            .asBoolean())
                    .isFalse();
            // A token may narrow what its account may do.
            assertThat(me(hub, key, good(uri, "third", "C0001", "AUDITOR", "CENTER_STAFF"))
                            .json()
                            .get("roles"))
                    .hasSize(2);
            var narrowed = me(hub, key, good(uri, "third", "C0001", "AUDITOR")).json();
            assertThat(narrowed.get("roles")).hasSize(1);
            assertThat(narrowed.get("roles").get(0).asString()).isEqualTo("AUDITOR");

            Map<String, JWTClaimsSet.Builder> refused = new LinkedHashMap<>();
            refused.put("an agency without gateway", good(uri).claim("tsunagi_gateway", "011002"));
            refused.put("nobody's login", good(uri).subject("nobody"));
            refused.put("another audience", good(uri).audience("another"));
            refused.put("no audience", good(uri).audience((String) null));
            refused.put("another issuer", good(uri).issuer(uri + "/other"));
            refused.put("no issuer", good(uri).issuer(null));
            refused.put("over", good(uri).expirationTime(new Date(System.currentTimeMillis() - 120_000)));
            refused.put("without end", good(uri).expirationTime(null));
            refused.put("without agency", good(uri).claim("tsunagi_agency", null));
            refused.put("another agency", good(uri).claim("tsunagi_agency", "C0001"));
            refused.put("without roles", good(uri).claim("tsunagi_roles", null));
            refused.put("no roles", good(uri, "second", "011002"));
            refused.put("roles as text", good(uri).claim("tsunagi_roles", "COUNSELLOR"));
            refused.put("a role too many", good(uri, "second", "011002", "COUNSELLOR", "ADMINISTRATOR"));
            refused.put("another role", good(uri, "second", "011002", "DIRECTOR"));
            refused.put("no such role", good(uri, "second", "011002", "COUNSELLOR", "ROOT"));
            Map<String, Integer> answered = new LinkedHashMap<>();
            for (Map.Entry<String, JWTClaimsSet.Builder> one : refused.entrySet()) {
                answered.put(one.getKey(), status(hub, key, one.getValue()));
            }
            assertThat(answered.values()).as(answered.toString()).containsOnly(401);
            assertThat(status(hub, stranger, good(uri))).isEqualTo(401);
            assertThat(hub.get("/api/v1/me", TestHub.basic("second", PASSWORD)).status())
                    .isEqualTo(401);

            accounts.deactivate(accounts.byLogin("second").orElseThrow().id(), "system");
            assertThat(status(hub, key, good(uri))).isEqualTo(401);
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

    private static JWTClaimsSet.Builder good(String issuer) {
        return good(issuer, "second", "011002", "COUNSELLOR");
    }

    private static JWTClaimsSet.Builder good(String issuer, String login, String agency, String... roles) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience("tsunagi")
                .subject(login)
                .claim("tsunagi_agency", agency)
                .claim("tsunagi_roles", List.of(roles))
                .expirationTime(new Date(System.currentTimeMillis() + 60_000));
    }

    private static int status(TestHub hub, RSAKey key, JWTClaimsSet.Builder claims) throws Exception {
        return me(hub, key, claims).status();
    }

    private static TestHub.Answer me(TestHub hub, RSAKey key, JWTClaimsSet.Builder claims) throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims.build());
        token.sign(new RSASSASigner(key));
        return hub.get("/api/v1/me", "Bearer " + token.serialize());
    }
}
