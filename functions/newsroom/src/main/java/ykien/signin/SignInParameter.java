package ykien.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import ykien.aws.JsonService;

/// The settings of the sign-in, in AWS Systems Manager's Parameter Store. They are read when they are needed, not with
/// the function's environment: the client id is known only once the API is there, and the API once the function is
/// (docs/decisions/0019-signing-in.md).
public final class SignInParameter implements Supplier<OidcSettings> {
    private static final JsonService.Name SYSTEMS_MANAGER = new JsonService.Name("ssm", "AmazonSSM");
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String name;

    /// The parameter of this name.
    public SignInParameter(String name) {
        this.name = name;
    }

    @Override
    public OidcSettings get() {
        try (var systemsManager = new JsonService(SYSTEMS_MANAGER, PATIENCE)) {
            return OidcSettings.parse(systemsManager
                    .ask(
                            "GetParameter",
                            question -> question.writeFieldName("Name").writeValue(name))
                    .field("Parameter")
                    .flatMap(parameter -> parameter.field("Value"))
                    .map(JsonNode::text)
                    .orElse(""));
        } catch (IOException | SdkClientException e) {
            throw new UncheckedIOException(new IOException("the parameter " + name + " can't be read", e));
        }
    }
}
