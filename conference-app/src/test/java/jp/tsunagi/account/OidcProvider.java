package jp.tsunagi.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** A small identity provider on loopback: it vouches for whomever the test says, to whoever brings the code. */
final class OidcProvider implements AutoCloseable {

    static final String CLIENT = "tsunagi";

    private final HttpServer server;
    private final RSAKey key;
    private final AtomicReference<JWTClaimsSet> vouched = new AtomicReference<>();

    private OidcProvider(HttpServer server, RSAKey key) {
        this.server = server;
        this.key = key;
        answer(
                "/.well-known/openid-configuration",
                () ->
                        """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/jwks", "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"]}"""
                                .formatted(issuer()));
        answer("/jwks", () -> new JWKSet(key.toPublicJWK()).toString());
        answer(
                "/token",
                () ->
                        """
                {"access_token": "of-the-provider", "token_type": "Bearer", "expires_in": 60, "id_token": "%s"}"""
                                .formatted(signed(vouched.get())));
        server.start();
    }

    static OidcProvider start() throws Exception {
        return new OidcProvider(
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0),
                new RSAKeyGenerator(2048).keyID("k").generate());
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /**
     * What a browser comes back with that was sent here.
     *
     * @param sent where the hub sent it
     * @param claims by which the provider vouches, besides what every token has
     * @return path and query of the hub
     */
    String vouch(String sent, Map<String, Object> claims) {
        if (!sent.startsWith(issuer() + "/authorize?")) {
            throw new AssertionError("Sent elsewhere: " + sent);
        }
        Map<String, String> asked = query(sent);
        JWTClaimsSet.Builder token = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .subject("somebody")
                .issueTime(new Date())
                .expirationTime(new Date(System.currentTimeMillis() + 60_000))
                .claim("nonce", asked.get("nonce"));
        claims.forEach(token::claim);
        vouched.set(token.build());
        URI back = URI.create(asked.get("redirect_uri"));
        return back.getPath() + "?code=a-code&state=" + URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8);
    }

    private static Map<String, String> query(String uri) {
        return Arrays.stream(uri.substring(uri.indexOf('?') + 1).split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private String signed(JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private interface Text {
        String get() throws JOSEException;
    }

    private void answer(String path, Text text) {
        server.createContext(path, exchange -> write(exchange, text));
    }

    private static void write(HttpExchange exchange, Text text) throws IOException {
        try (exchange) {
            byte[] bytes = text.get().getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (JOSEException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
