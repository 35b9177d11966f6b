package ykien.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.endpoint.AwsClientEndpointProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.protocols.jsoncore.JsonWriter;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceMetadata;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.retries.api.RetryToken;
import software.amazon.awssdk.retries.api.TokenAcquisitionFailedException;

/// A service that speaks "AWS JSON 1.1 protocol" (Smithy 2.0). Credentials, region and endpoint are those that its
/// client
/// library would find; signature and retries are the SDK's.
public final class JsonService implements AutoCloseable {
    private static final String TYPE = "application/x-amz-json-1.1";

    private final Name name;
    private final Duration patience;
    private final Region region;
    private final URI endpoint;
    private final DefaultCredentialsProvider credentials;
    private final SdkHttpClient http;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final RetryStrategy retries = DefaultRetryStrategy.standardStrategyBuilder()
            .retryOnException(e -> e instanceof ServiceException failure && failure.passes())
            .build();

    /// The service. Nothing is sent yet.
    ///
    /// @param patience how long an attempt may take; after it no other one begins, so that a question takes at most
    ///     twice as long
    /// @throws SdkClientException if there is no region
    public JsonService(Name name, Duration patience) {
        this.name = name;
        this.patience = patience;
        region = new DefaultAwsRegionProviderChain().getRegion();
        endpoint = name.endpoint(region);
        credentials = DefaultCredentialsProvider.builder().build();
        http = UrlConnectionHttpClient.builder()
                .connectionTimeout(patience)
                .socketTimeout(patience)
                .build();
    }

    /// What a service is called.
    ///
    /// @param endpoint in addresses and signatures, such as `ssm`
    /// @param target before an operation's name, such as `AmazonSSM`
    public record Name(String endpoint, String target) {
        private URI endpoint(Region region) {
            return AwsClientEndpointProvider.builder()
                    .serviceEndpointOverrideEnvironmentVariable("AWS_ENDPOINT_URL_" + endpoint.toUpperCase(Locale.ROOT))
                    .serviceEndpointOverrideSystemProperty("aws.endpointUrl"
                            + endpoint.substring(0, 1).toUpperCase(Locale.ROOT) + endpoint.substring(1))
                    .serviceProfileProperty(endpoint)
                    .resolveFromOverrides()
                    .orElseGet(() ->
                            URI.create("https://" + ServiceMetadata.of(endpoint).endpointFor(region)));
        }
    }

    /// Asks, and again where that may help.
    ///
    /// @param operation such as `GetParameter`
    /// @param question writes its members
    /// @return the members of the answer
    /// @throws ServiceException if the service is not reached, or refuses
    /// @throws SdkClientException if there are no credentials
    public JsonNode ask(String operation, Consumer<JsonWriter> question) throws ServiceException {
        var json = JsonWriter.create().writeStartObject();
        question.accept(json);
        var content = ContentStreamProvider.fromByteArray(json.writeEndObject().getBytes());
        var end = System.nanoTime() + patience.toNanos();
        var token = retries.acquireInitialToken(AcquireInitialTokenRequest.create(operation))
                .token();
        while (true) {
            try {
                return attempt(operation, content);
            } catch (ServiceException e) {
                token = again(token, e, end);
            }
        }
    }

    /// Waits until the next attempt, if there is to be one.
    private RetryToken again(RetryToken last, ServiceException failure, long end) throws ServiceException {
        try {
            var next = retries.refreshRetryToken(RefreshRetryTokenRequest.builder()
                    .token(last)
                    .failure(failure)
                    .build());
            if (System.nanoTime() + next.delay().toNanos() - end < 0) {
                Thread.sleep(next.delay());
                return next.token();
            }
        } catch (TokenAcquisitionFailedException _) {
            // nothing that passes, or often enough: the failure stands
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw failure;
    }

    private JsonNode attempt(String operation, ContentStreamProvider question) throws ServiceException {
        var request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(endpoint)
                .putHeader("Content-Type", TYPE)
                .putHeader("X-Amz-Target", name.target + "." + operation)
                .build();
        var signed = signer.sign(r -> r.identity(credentials.resolveCredentials())
                .request(request)
                .payload(question)
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, name.endpoint)
                .putProperty(AwsV4HttpSigner.REGION_NAME, region.id()));
        try {
            var answer = http.prepareRequest(HttpExecuteRequest.builder()
                            .request(signed.request())
                            .contentStreamProvider(question)
                            .build())
                    .call();
            var body = answer.responseBody();
            var members = body.isPresent() ? JsonNode.parser().parse(body.get()) : JsonNode.emptyObjectNode();
            if (answer.httpResponse().isSuccessful()) {
                return members;
            }
            throw new ServiceException(operation, answer.httpResponse().statusCode(), type(members));
        } catch (ServiceException e) {
            throw e;
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new ServiceException(operation, e);
        }
    }

    /// A refusal's, such as `ParameterNotFound`; empty text if it has none.
    private static String type(JsonNode members) {
        var type = members.isObject()
                ? members.field("__type")
                        .filter(JsonNode::isString)
                        .map(JsonNode::asString)
                        .orElse("")
                : "";
        return type.substring(type.indexOf('#') + 1);
    }

    @Override
    public void close() {
        http.close();
    }
}
