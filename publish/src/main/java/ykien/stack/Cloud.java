package ykien.stack;

import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/// The way to AWS, with the credentials, region and endpoint that the AWS CLI would take from the same environment.
public final class Cloud {
    private final DefaultCredentialsProvider credentials;

    private Cloud(DefaultCredentialsProvider credentials) {
        this.credentials = credentials;
    }

    /// Finds it.
    ///
    /// @throws Unusable if there are no credentials, or no region
    public static Cloud find() {
        var credentials = DefaultCredentialsProvider.builder().build();
        var region = new DefaultAwsRegionProviderChain();
        present("region", "set AWS_REGION", region::getRegion);
        present("credentials", "run aws sso login, or set AWS_PROFILE", credentials::resolveCredentials);
        return new Cloud(credentials);
    }

    /// Asked for here, since a client that misses them says so in many lines.
    private static void present(String what, String remedy, Runnable ask) {
        try {
            ask.run();
        } catch (SdkClientException e) {
            throw new Unusable("No AWS " + what + " found; " + remedy + ", and run again.", e);
        }
    }

    /// A client's builder, on this way.
    public <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B client(B builder) {
        return builder.credentialsProvider(credentials).httpClientBuilder(UrlConnectionHttpClient.builder());
    }

    /// Why AWS did not do what it was asked, as one line: the service's own sentence, as the SDK's ends in a request
    /// id, or fills lines.
    public static String reason(SdkException e) {
        var message = e instanceof AwsServiceException service && service.awsErrorDetails() != null
                ? service.awsErrorDetails().errorMessage()
                : e.getMessage();
        return String.valueOf(message).lines().findFirst().orElse(e.toString());
    }
}
