package ykien.signin;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.time.Duration;
import java.time.Instant;

/// One attempt to sign in, between the way to the identity provider and the way back.
///
/// @param state ties the answer to this browser (RFC 6749, section 10.12)
/// @param nonce ties the ID token to this attempt (OpenID Connect Core 1.0, section 15.5.2)
/// @param verifier ties the code to this attempt (RFC 7636)
record Attempt(State state, Nonce nonce, CodeVerifier verifier, Destination to, Instant startedAt) {
    /// Time enough to find the telephone that shows the second factor.
    static final Duration LIFETIME = Duration.ofMinutes(10);

    /// 43 characters of base64url: the shortest verifier that RFC 7636 allows, which holds 256 bits.
    private static final int BYTES = 32;

    static Attempt of(Destination to, Instant now) {
        return new Attempt(
                new State(Randomness.text(BYTES)),
                new Nonce(Randomness.text(BYTES)),
                new CodeVerifier(Randomness.text(BYTES)),
                to,
                now);
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(startedAt.plus(LIFETIME));
    }

    @Override
    public String toString() {
        return "Attempt[hidden]";
    }
}
