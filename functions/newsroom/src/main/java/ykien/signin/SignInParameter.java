package ykien.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/// The settings of the sign-in, in AWS Systems Manager's Parameter Store. They are read when they are needed, not with
/// the function's environment: the client id is known only once the API is there, and the API once the function is
/// (docs/decisions/0019-signing-in.md).
public final class SignInParameter implements Supplier<OidcSettings> {
    private static final Duration WHOLE_CALL = Duration.ofSeconds(4);

    private final String name;

    /// The parameter of this name.
    public SignInParameter(String name) {
        this.name = name;
    }

    @Override
    public OidcSettings get() {
        try (var ssm = SsmClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(o -> o.apiCallTimeout(WHOLE_CALL))
                .build()) {
            return OidcSettings.parse(
                    ssm.getParameter(r -> r.name(name)).parameter().value());
        } catch (SdkException e) {
            throw new UncheckedIOException(new IOException("the parameter " + name + " can't be read", e));
        }
    }
}
