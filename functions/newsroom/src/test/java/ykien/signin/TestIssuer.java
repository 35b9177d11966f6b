package ykien.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/// An identity provider that does all as it should, until a test has it do something else. Its keys are real, and so
/// are
/// its checks: a code is worth nothing without the verifier and the callback that it was asked for with.
final class TestIssuer implements AutoCloseable {
    static final String CLIENT = "toa-soan";

    /// Something that a test does to a token's claims.
    @FunctionalInterface
    interface Change extends Consumer<JWTClaimsSet.Builder> {}

    private static final RSAKey FIRST_KEY = newKey("key-1"); // making one takes longer than a test

    private final HttpServer server;
    private final Map<String, AuthenticationRequest> codes = new HashMap<>();
    private RSAKey key = FIRST_KEY;
    private RSAKey shownKey = key;
    private Algorithm algorithm = JWSAlgorithm.RS256;
    private Change change = _ -> {};
    private Change person =
            claims -> claims.subject("sub-lan").claim("name", "Lan").claim("groups", List.of("editor"));
    private String named = "";
    private boolean endsSessions = true;
    private boolean namesItself;
    private boolean down;
    private boolean keysDown;
    private int metadataAsked;
    private int keysAsked;
    private int codesRedeemed;

    TestIssuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> {
            metadataAsked++;
            answer(exchange, down ? 503 : 200, metadata());
        });
        server.createContext("/keys", exchange -> {
            keysAsked++;
            answer(exchange, down || keysDown ? 503 : 200, new JWKSet(shownKey.toPublicJWK()).toString());
        });
        server.createContext("/token", this::redeem);
        server.start();
    }

    URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    OidcSettings settings() {
        return new OidcSettings(uri(), CLIENT, "groups");
    }

    /// From now on this is done to every token's claims.
    void change(Change next) {
        change = next;
    }

    /// From now on it vouches for this person.
    void vouchFor(String subject, String name, String... groups) {
        person = claims -> claims.subject(subject).claim("name", name).claim("groups", List.of(groups));
    }

    /// From now on it signs with another key, and shows that one alone.
    void rotate() {
        key = newKey("key-2");
        shownKey = key;
    }

    /// From now on it signs with a key that has the name of the one it shows, but is not that one.
    void signWithAnotherKey() {
        key = newKey(key.getKeyID());
    }

    /// From now on it signs with a key that it does not show.
    void signWithUnknownKey() {
        key = newKey("unknown");
    }

    /// From now on it signs like this: with `none` not at all, with an HMAC under what everybody can read, its public
    /// key.
    void signBy(Algorithm next) {
        algorithm = next;
    }

    /// From now on its metadata have another issuer in them.
    void nameItself(String other) {
        named = other;
    }

    /// From now on it says that its answers to the browser name it (RFC 9207).
    void nameItselfInAnswers() {
        namesItself = true;
    }

    /// From now on it has no place where sessions end.
    void endNoSessions() {
        endsSessions = false;
    }

    void goDown() {
        down = true;
    }

    void hideKeys() {
        keysDown = true;
    }

    int metadataAsked() {
        return metadataAsked;
    }

    int keysAsked() {
        return keysAsked;
    }

    int codesRedeemed() {
        return codesRedeemed;
    }

    /// What it does with a person's browser that comes with this address: sends it back with a code.
    ///
    /// @return path and query of the address that it is sent back to
    String authorise(String address) {
        var request = request(address);
        var code = "code-" + codes.size();
        codes.put(code, request);
        return request.getRedirectionURI().getPath() + "?code=" + code + "&state="
                + request.getState().getValue();
    }

    /// The request that this address is.
    static AuthenticationRequest request(String address) {
        try {
            return AuthenticationRequest.parse(URI.create(address));
        } catch (ParseException e) {
            throw new AssertionError(address, e);
        }
    }

    /// A token for programs, as this provider gives them: with an audience.
    String idToken() {
        return token(claims().claim("token_use", "id"));
    }

    /// A token for programs, as Cognito gives them: without an audience, for the client that it names.
    String accessToken() {
        return token(claims().audience((String) null).claim("client_id", CLIENT).claim("token_use", "access"));
    }

    private JWTClaimsSet.Builder claims() {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(uri().toString())
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofHours(1))));
        person.accept(claims);
        return claims;
    }

    private String token(JWTClaimsSet.Builder claims) {
        change.accept(claims);
        var all = claims.build();
        try {
            if (algorithm.equals(Algorithm.NONE)) {
                return new PlainJWT(all).serialize();
            }
            var header = new JWSHeader.Builder(JWSAlgorithm.parse(algorithm.getName()))
                    .keyID(key.getKeyID())
                    .type(JOSEObjectType.JWT)
                    .build();
            var token = new SignedJWT(header, all);
            token.sign(
                    JWSAlgorithm.Family.HMAC_SHA.contains(header.getAlgorithm())
                            ? new MACSigner(publicKey().getEncoded())
                            : new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private RSAPublicKey publicKey() throws JOSEException {
        return key.toRSAPublicKey();
    }

    private void redeem(HttpExchange exchange) throws IOException {
        codesRedeemed++;
        if (down) {
            answer(exchange, 503, "{}");
            return;
        }
        var request = tokenRequest(exchange);
        var grant = (AuthorizationCodeGrant) request.getAuthorizationGrant();
        var asked = codes.remove(grant.getAuthorizationCode().getValue());
        var verifier = grant.getCodeVerifier();
        if (asked == null
                || verifier == null
                || !asked.getRedirectionURI().equals(grant.getRedirectionURI())
                || !Objects.requireNonNull(request.getClientID()).getValue().equals(CLIENT)
                || !CodeChallenge.compute(asked.getCodeChallengeMethod(), verifier)
                        .equals(asked.getCodeChallenge())) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        var nonce = Objects.requireNonNull(asked.getNonce()).getValue();
        answer(exchange, 200, """
                {"token_type":"Bearer","access_token":"opaque","expires_in":3600,"id_token":"%s"}
                """.formatted(token(claims().claim("nonce", nonce))));
    }

    private TokenRequest tokenRequest(HttpExchange exchange) throws IOException {
        var request = new HTTPRequest(HTTPRequest.Method.POST, uri().resolve("/token"));
        try {
            request.setContentType(exchange.getRequestHeaders().getFirst("Content-Type"));
            request.setBody(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            return TokenRequest.parse(request);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private String metadata() {
        var issuer = named.isEmpty() ? uri().toString() : named;
        var metadata =
                new OIDCProviderMetadata(new Issuer(issuer), List.of(SubjectType.PUBLIC), uri().resolve("/keys"));
        metadata.setAuthorizationEndpointURI(uri().resolve("/authorize"));
        metadata.setTokenEndpointURI(uri().resolve("/token"));
        metadata.setSupportsAuthorizationResponseIssuerParam(namesItself);
        if (endsSessions) {
            metadata.setEndSessionEndpointURI(uri().resolve("/end"));
        }
        metadata.applyDefaults();
        return metadata.toString();
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            var bytes = json.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
