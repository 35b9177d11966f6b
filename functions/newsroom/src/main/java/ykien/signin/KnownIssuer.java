package ykien.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// An identity provider whose metadata has been read (OpenID Connect Discovery 1.0). Every check of a token is the
/// library's: signature, issuer, audience, nonce, expiry.
final class KnownIssuer {
    /// How long the provider is waited for, so that our own answer comes before the function's time is up.
    private static final int PATIENCE_MILLIS = 2_000;

    /// In bytes: many times what a provider's keys take.
    private static final int LARGEST_KEY_SET = 256 * 1024;

    /// How old keys may be before they are asked for again.
    private static final Duration KEYS_FRESH = Duration.ofMinutes(5);

    /// How old keys may be while the provider does not answer.
    private static final Duration KEYS_USABLE = Duration.ofHours(1);

    /// Keys that are asked for again because a token names an unknown one: not more often than this, whatever tokens
    /// come.
    private static final Duration KEYS_PAUSE = Duration.ofSeconds(10);

    /// With a private key at the provider, and a public one here: `none` and every HMAC are not among them, so that
    /// nobody can sign with what everybody knows.
    private static final Set<JWSAlgorithm> ALGORITHMS = algorithms();

    private final OidcSettings settings;
    private final OIDCProviderMetadata metadata;
    private final Issuer issuer;
    private final ClientID client;
    private final JWSKeySelector<SecurityContext> keys;

    private KnownIssuer(OidcSettings settings, OIDCProviderMetadata metadata) throws MalformedURLException {
        this.settings = settings;
        this.metadata = metadata;
        this.issuer = metadata.getIssuer();
        this.client = new ClientID(settings.clientId());
        var source = JWKSourceBuilder.create(
                        metadata.getJWKSetURI().toURL(),
                        new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, LARGEST_KEY_SET))
                .cache(KEYS_FRESH.toMillis(), PATIENCE_MILLIS)
                .refreshAheadCache(false) // no thread of its own, which a snapshot would keep
                .rateLimited(KEYS_PAUSE.toMillis())
                .outageTolerant(KEYS_USABLE.toMillis())
                .build();
        this.keys = new JWSVerificationKeySelector<>(ALGORITHMS, source);
    }

    private static Set<JWSAlgorithm> algorithms() {
        var algorithms = new LinkedHashSet<JWSAlgorithm>(JWSAlgorithm.Family.RSA);
        algorithms.addAll(JWSAlgorithm.Family.EC);
        return algorithms;
    }

    /// Asks the provider for its metadata, and checks that it is that provider's.
    ///
    /// @throws IOException if it does not answer
    /// @throws GeneralException if what it answers is not its metadata
    static KnownIssuer discover(OidcSettings settings) throws IOException, GeneralException {
        var issuer = new Issuer(settings.issuer());
        return new KnownIssuer(settings, OIDCProviderMetadata.resolve(issuer, PATIENCE_MILLIS, PATIENCE_MILLIS));
    }

    /// Where the attempt begins.
    ///
    /// @param callback where the provider sends the person back to
    URI signIn(Attempt attempt, URI callback) {
        return new AuthenticationRequest.Builder(ResponseType.CODE, new Scope("openid", "profile"), client, callback)
                .endpointURI(metadata.getAuthorizationEndpointURI())
                .state(attempt.state())
                .nonce(attempt.nonce())
                .codeChallenge(attempt.verifier(), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /// Whether an answer to an attempt is this issuer's, where it says whose it is (RFC 9207).
    boolean isNamedBy(Optional<String> iss) {
        return iss.isPresent()
                ? iss.get().equals(issuer.getValue())
                : !metadata.supportsAuthorizationResponseIssuerParam();
    }

    /// Redeems the code for an ID token, and checks that.
    ///
    /// @throws IOException if the provider does not answer
    Identification redeem(AuthorizationCode code, Attempt attempt, URI callback) throws IOException {
        var grant = new AuthorizationCodeGrant(code, callback, attempt.verifier());
        var request = new TokenRequest.Builder(metadata.getTokenEndpointURI(), client, grant)
                .build()
                .toHTTPRequest();
        request.setConnectTimeout(PATIENCE_MILLIS);
        request.setReadTimeout(PATIENCE_MILLIS);
        var answer = request.send();
        if (answer.getStatusCode() >= 500) {
            throw new IOException("the token endpoint answers " + answer.getStatusCode());
        }
        try {
            var response = OIDCTokenResponseParser.parse(answer);
            if (!response.indicatesSuccess()) {
                var error = response.toErrorResponse().getErrorObject();
                return new Identification.Refused("the code is refused: " + error.getCode());
            }
            var token = ((OIDCTokenResponse) response).getOIDCTokens().getIDToken();
            var claims = new IDTokenValidator(issuer, client, keys, null).validate(token, attempt.nonce());
            return known(claims.toJWTClaimsSet());
        } catch (ParseException | BadJOSEException e) {
            return refused(e);
        } catch (JOSEException e) {
            return unusable(e);
        }
    }

    /// Checks a token that a program shows: an access or ID token of this issuer for this client.
    ///
    /// @throws IOException if the provider's keys can't be had
    Identification bearer(String token) throws IOException {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null)); // RFC 9068; many name no type at all
        processor.setJWSKeySelector(keys);
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                new JWTClaimsSet.Builder().issuer(issuer.getValue()).build(), Set.of("sub", "exp")));
        try {
            var claims = processor.process(token, null);
            checkUse(claims);
            return known(claims);
        } catch (java.text.ParseException | BadJOSEException e) {
            return refused(e);
        } catch (JOSEException e) {
            return unusable(e);
        }
    }

    /// A token is for this client, and is none that only the provider itself takes. Cognito's access tokens have no
    /// audience, but name the client ("Understanding user pool JSON web tokens", Amazon Cognito Developer Guide).
    private void checkUse(JWTClaimsSet claims) throws BadJWTException, java.text.ParseException {
        var audience = claims.getAudience();
        var ours = audience.isEmpty()
                ? client.getValue().equals(claims.getStringClaim("client_id"))
                : audience.contains(client.getValue());
        if (!ours) {
            throw new BadJWTException("Token of another client");
        }
        var use = Optional.ofNullable(claims.getStringClaim("token_use"));
        if (use.filter(it -> !it.equals("access") && !it.equals("id")).isPresent()) {
            throw new BadJWTException("Token for another use: " + use.get());
        }
    }

    /// Where the person's session at the provider ends; empty where it has no place for that.
    ///
    /// @param after where the provider sends the person then, if it does
    Optional<URI> signOut(URI after) {
        if (isCognito()) {
            return Optional.of(metadata.getAuthorizationEndpointURI()
                    .resolve("/logout?client_id=" + encoded(client.getValue()) + "&logout_uri="
                            + encoded(after.toString())));
        }
        return Optional.ofNullable(metadata.getEndSessionEndpointURI())
                .map(endpoint -> new LogoutRequest(endpoint, null, null, client, after, null, null).toURI());
    }

    /// Cognito ends sessions in a way of its own ("Logout endpoint", Amazon Cognito Developer Guide), and not as OpenID
    /// Connect RP-Initiated Logout 1.0 has it.
    private boolean isCognito() {
        return String.valueOf(settings.issuer().getHost()).startsWith("cognito-idp.");
    }

    private Identification known(JWTClaimsSet claims) {
        return new Identification.Known(Identity.of(claims, settings.rolesClaim()));
    }

    private static Identification refused(Exception e) {
        return new Identification.Refused(String.valueOf(e.getMessage()));
    }

    /// Keys that can't be had are the provider's fault; everything else is the token's.
    private static Identification unusable(JOSEException e) throws IOException {
        if (e instanceof RemoteKeySourceException || e instanceof JWKSetUnavailableException) {
            throw new IOException("the provider's keys can't be had", e);
        }
        return e instanceof KeySourceException
                ? new Identification.Refused("No key for it")
                : new Identification.Refused(String.valueOf(e.getMessage()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
