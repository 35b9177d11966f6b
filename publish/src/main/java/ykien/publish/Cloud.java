package ykien.publish;

import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/// The way to AWS, with the credentials, region and endpoint that the AWS CLI would take from the same
/// environment.
record Cloud(CloudFormationClient cloudFormation, S3Client s3, DynamoDbClient dynamoDbClient) implements AutoCloseable {
    /// @throws Unpublishable if there are no credentials, or no region
    static Cloud open() {
        var credentials = DefaultCredentialsProvider.builder().build();
        var region = new DefaultAwsRegionProviderChain();
        present("region", "set AWS_REGION", region::getRegion);
        present("credentials", "run aws sso login, or set AWS_PROFILE", credentials::resolveCredentials);
        return new Cloud(
                CloudFormationClient.builder()
                        .credentialsProvider(credentials)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build(),
                S3Client.builder()
                        .credentialsProvider(credentials)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        // The bucket's name in the path: LocalStack's host name has no room for it.
                        .forcePathStyle(System.getenv("AWS_ENDPOINT_URL") != null)
                        .build(),
                DynamoDbClient.builder()
                        .credentialsProvider(credentials)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build());
    }

    /// Asked for here, since a client that misses them says so in many lines.
    private static void present(String what, String remedy, Runnable ask) {
        try {
            ask.run();
        } catch (SdkClientException e) {
            throw new Unpublishable("No AWS " + what + " found; " + remedy + ", and run again.", e);
        }
    }

    DynamoDbEnhancedClient dynamoDb() {
        return DynamoDbEnhancedClient.builder().dynamoDbClient(dynamoDbClient).build();
    }

    @Override
    public void close() {
        cloudFormation.close();
        s3.close();
        dynamoDbClient.close();
    }
}
