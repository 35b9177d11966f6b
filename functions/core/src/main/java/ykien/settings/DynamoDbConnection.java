package ykien.settings;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import ykien.metric.Meter;

/// The way to DynamoDB.
public final class DynamoDbConnection {
    /// A call and its retries end before the function's own time does (template.yaml, Timeout).
    private static final Duration WHOLE_CALL = Duration.ofSeconds(6);

    private static final Duration ATTEMPT = Duration.ofSeconds(2);

    private DynamoDbConnection() {}

    /// A client with bounded attempts.
    ///
    /// @param endpoint the setting `DYNAMODB_ENDPOINT`; empty text for AWS's own
    /// @param meter is told of what is met on the way
    public static DynamoDbEnhancedClient open(String endpoint, Meter meter) {
        return over(client(endpoint, meter));
    }

    /// The Enhanced Client over this one.
    public static DynamoDbEnhancedClient over(DynamoDbClient client) {
        return DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
    }

    /// The same as [#open], for what the Enhanced Client has no words for.
    ///
    /// @param endpoint the setting `DYNAMODB_ENDPOINT`; empty text for AWS's own
    /// @param meter is told of what is met on the way
    public static DynamoDbClient client(String endpoint, Meter meter) {
        var client = DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(
                        o -> metered(o.apiCallTimeout(WHOLE_CALL).apiCallAttemptTimeout(ATTEMPT), meter));
        if (!endpoint.isEmpty()) {
            client.endpointOverride(URI.create(endpoint));
        }
        return client.build();
    }

    /// The configuration of a client that tells the meter of what it meets.
    public static void metered(ClientOverrideConfiguration.Builder client, Meter meter) {
        var troubles = new DynamoDbTroubles(meter);
        client.addMetricPublisher(troubles).addExecutionInterceptor(troubles);
    }
}
