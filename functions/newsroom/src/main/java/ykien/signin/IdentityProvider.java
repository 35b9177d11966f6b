package ykien.signin;

import com.nimbusds.oauth2.sdk.GeneralException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ykien.http.Problem;
import ykien.http.Refusal;

/// The OpenID Connect provider, found when it is first needed and looked at again now and then. Nothing of it is there
/// when the process begins, so that no snapshot keeps a connection or a key.
public final class IdentityProvider {
    /// How old settings and metadata may be: so long after a change somebody may still be sent to the old provider.
    static final Duration FRESH = Duration.ofMinutes(10);

    private final Supplier<OidcSettings> settings;
    private final InstantSource clock;
    private @Nullable Found found;

    private record Found(KnownIssuer issuer, Instant at) {}

    /// The provider of these settings.
    ///
    /// @param settings asked for anew as often as the provider is looked at; an [UncheckedIOException] where they
    /// can't be had
    public IdentityProvider(Supplier<OidcSettings> settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /// Something that is asked of the provider.
    @FunctionalInterface
    interface Question<T> {
        /// Asks it.
        ///
        /// @throws IOException if it does not answer
        T ask(KnownIssuer issuer) throws IOException;
    }

    /// What the provider says.
    ///
    /// @throws Refusal with status 503 if it does not answer
    <T> T ask(Question<T> question) {
        try {
            return question.ask(issuer());
        } catch (IOException e) {
            SignInLog.unreachable(e);
            throw new Refusal(Problem.of(
                    503,
                    "no-identity-provider",
                    "Chưa đăng nhập được",
                    "Nơi cấp tài khoản không trả lời. Xin thử lại sau ít phút."));
        }
    }

    private synchronized KnownIssuer issuer() throws IOException {
        var known = Optional.ofNullable(found);
        var now = clock.instant();
        if (known.filter(it -> now.isBefore(it.at().plus(FRESH))).isPresent()) {
            return known.get().issuer();
        }
        try {
            var issuer = KnownIssuer.discover(settings.get());
            found = new Found(issuer, now);
            return issuer;
        } catch (IOException | UncheckedIOException | GeneralException e) {
            if (known.isEmpty()) {
                throw new IOException("the provider's metadata can't be had", e);
            }
            SignInLog.unreachable(e);
            found = new Found(known.get().issuer(), now); // better an old one, until it is looked at again
            return known.get().issuer();
        }
    }
}
