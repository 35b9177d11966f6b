package ykien.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ResourceOwnerPasswordCredentialsGrant;
import com.nimbusds.oauth2.sdk.Response;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import ykien.signin.OidcSettings;

/// Who knows the newspaper's people on this machine: an OpenID Connect provider that asks nobody for a password.
/// Whoever
/// presses a button on its page is that [SamplePerson]. It is made of the library's own parts, as the newsroom's side
/// of
/// the conversation is, and is as strict as a real one: the client, the callback and PKCE have to be right. In the
/// cloud
/// there is no such thing.
///
/// [SamplePeopleServer] puts it on HTTP.
final class SamplePeople {
    static final String CLIENT = "ykien-local";

    private static final String ROLES = "cognito:groups";
    private static final Duration TOKENS_LIVE = Duration.ofHours(1);
    private static final int KEY_BITS = 2048;

    private final URI address;
    private final URI site;
    private final RSAKey key = key();
    private final Map<AuthorizationCode, Vouching> codes = new ConcurrentHashMap<>();

    private record Vouching(SamplePerson person, AuthenticationRequest asked) {}

    /// @param address its own
    /// @param site the newspaper's, to which people are sent back
    SamplePeople(URI address, URI site) {
        this.address = address;
        this.site = site;
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(KEY_BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java makes RSA keys", e);
        }
    }

    /// What the newsroom has to know of it.
    OidcSettings settings() {
        return new OidcSettings(address, CLIENT, ROLES);
    }

    OIDCProviderMetadata metadata() {
        var metadata =
                new OIDCProviderMetadata(new Issuer(address), List.of(SubjectType.PUBLIC), address.resolve("/keys"));
        metadata.setAuthorizationEndpointURI(address.resolve("/authorize"));
        metadata.setTokenEndpointURI(address.resolve("/token"));
        metadata.setEndSessionEndpointURI(address.resolve("/end"));
        metadata.setResponseTypes(List.of(ResponseType.CODE));
        metadata.setCodeChallengeMethods(List.of(CodeChallengeMethod.S256));
        metadata.setIDTokenJWSAlgs(List.of(JWSAlgorithm.RS256));
        metadata.setSupportsAuthorizationResponseIssuerParam(true);
        metadata.applyDefaults();
        return metadata;
    }

    JWKSet keys() {
        return new JWKSet(key.toPublicJWK());
    }

    /// Whether somebody may be asked who they are on behalf of this request. If not, nobody is sent anywhere.
    boolean isKnown(AuthenticationRequest request) {
        return request.getClientID().getValue().equals(CLIENT)
                && site.resolve("/newsroom/signed-in").equals(request.getRedirectionURI())
                && CodeChallengeMethod.S256.equals(request.getCodeChallengeMethod());
    }

    /// Where a person goes who says that they are this one.
    URI vouch(SamplePerson person, AuthenticationRequest request) {
        var code = new AuthorizationCode();
        codes.put(code, new Vouching(person, request));
        return new AuthenticationSuccessResponse(
                        request.getRedirectionURI(),
                        code,
                        null,
                        null,
                        request.getState(),
                        null,
                        new Issuer(address),
                        request.getResponseMode())
                .toURI();
    }

    /// Tokens for a code, or for a program that names a person in the grant of RFC 6749, section 4.3.
    Response tokens(TokenRequest request) {
        return Optional.ofNullable(request.getClientID())
                .filter(client -> client.getValue().equals(CLIENT))
                .flatMap(_ -> tokens(request.getAuthorizationGrant()))
                .<Response>map(OIDCTokenResponse::new)
                .orElseGet(() -> new TokenErrorResponse(OAuth2Error.INVALID_GRANT));
    }

    private Optional<OIDCTokens> tokens(AuthorizationGrant grant) {
        return switch (grant) {
            case AuthorizationCodeGrant code ->
                Optional.ofNullable(codes.remove(code.getAuthorizationCode()))
                        .filter(vouching -> isFor(code, vouching.asked()))
                        .map(vouching -> tokens(
                                vouching.person(),
                                Optional.ofNullable(vouching.asked().getNonce())));
            case ResourceOwnerPasswordCredentialsGrant named ->
                SamplePerson.of(named.getUsername()).map(person -> tokens(person, Optional.empty()));
            default -> Optional.empty();
        };
    }

    private static boolean isFor(AuthorizationCodeGrant grant, AuthenticationRequest asked) {
        var verifier = grant.getCodeVerifier();
        return verifier != null
                && asked.getRedirectionURI().equals(grant.getRedirectionURI())
                && CodeChallenge.compute(CodeChallengeMethod.S256, verifier).equals(asked.getCodeChallenge());
    }

    private OIDCTokens tokens(SamplePerson person, Optional<Nonce> nonce) {
        var claims = claims(person).audience(CLIENT).claim("token_use", "id").claim("name", person.displayName);
        nonce.ifPresent(it -> claims.claim("nonce", it.getValue()));
        return new OIDCTokens(signed(claims), new BearerAccessToken(accessToken(person)), null);
    }

    /// As Cognito gives them: without an audience.
    String accessToken(SamplePerson person) {
        return signed(claims(person).claim("client_id", CLIENT).claim("token_use", "access"))
                .serialize();
    }

    private JWTClaimsSet.Builder claims(SamplePerson person) {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(address.toString())
                .subject(person.subject())
                .claim("username", person.displayName)
                .claim(ROLES, List.of(person.role.group()))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(TOKENS_LIVE)));
    }

    private SignedJWT signed(JWTClaimsSet.Builder claims) {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
        var token = new SignedJWT(header, claims.build());
        try {
            token.sign(new RSASSASigner(key));
            return token;
        } catch (JOSEException e) {
            throw new IllegalStateException("its own key signs", e);
        }
    }

    /// Where a person goes whose session has ended. There are no sessions here: the page asks each time.
    URI end(Optional<String> after) {
        var newsroom = site.resolve("/newsroom");
        return after.filter(newsroom.toString()::equals).isPresent() ? newsroom : address.resolve("/ended");
    }

    /// The page that asks who somebody is: a form with a button a person, sent to where the page came from.
    static byte[] page() {
        var buttons = new StringBuilder();
        for (var person : SamplePerson.values()) {
            buttons.append("<button name=\"person\" value=\"%s\">%s (%s)</button>%n"
                    .formatted(person.role.group(), person.displayName, person.role.group()));
        }
        return """
                <!DOCTYPE html>
                <html lang="vi">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Đăng nhập mẫu</title>
                <link rel="stylesheet" href="/sign-in.css">
                </head>
                <body>
                <main>
                <h1>Bạn là ai?</h1>
                <p>Đây là trang đăng nhập mẫu, chỉ có trên máy của người lập trình và không hỏi mật khẩu.
                Hãy chọn một người mẫu.</p>
                <form method="post">
                %s</form>
                </main>
                </body>
                </html>
                """.formatted(buttons).getBytes(UTF_8);
    }
}
