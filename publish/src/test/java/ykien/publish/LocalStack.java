package ykien.publish;

import static org.junit.jupiter.api.Assumptions.abort;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import org.yaml.snakeyaml.Yaml;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import ykien.cloud.Template;

/// AWS in a container, with a stack that has template.yaml's own tables and bucket of photos. Without Docker, or
/// without the image, its tests are skipped with a word.
final class LocalStack implements AutoCloseable {
    static final String STACK = "ykien-test";

    private static final String REGION = "ap-southeast-1";
    private static final List<String> RESOURCES = List.of(
            "ArticlesTable",
            "CommentsTable",
            "CaptchasTable",
            "LimitsTable",
            "SendersTable",
            "DecisionLogTable",
            "DeskTable",
            "PhotosBucket");

    private final LocalStackContainer container;

    private LocalStack(LocalStackContainer container) {
        this.container = container;
    }

    static LocalStack start() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw skip("there is no Docker here");
        }
        try {
            var container = new LocalStackContainer(DockerImageName.parse("localstack/localstack:4.14.0"))
                    .withServices("cloudformation", "dynamodb", "kms", "s3");
            container.start();
            return new LocalStack(container);
        } catch (ContainerFetchException _) {
            throw skip("its image is not to be had here");
        } catch (ContainerLaunchException e) {
            throw skip("its container does not start here: " + e.getMessage());
        }
    }

    private static AssertionError skip(String why) {
        System.out.println(
                "LocalStack tests skipped: " + why + ". The same contract of the stores has run on DynamoDB Local.");
        return abort("LocalStack: " + why);
    }

    /// What the operator's shell would have.
    Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL", endpoint().toString(),
                "AWS_REGION", REGION,
                "AWS_ACCESS_KEY_ID", container.getAccessKey(),
                "AWS_SECRET_ACCESS_KEY", container.getSecretKey());
    }

    private URI endpoint() {
        return container.getEndpoint();
    }

    DynamoDbClient dynamoDb() {
        return at(DynamoDbClient.builder())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    S3Client s3() {
        return at(S3Client.builder())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .forcePathStyle(true)
                .build();
    }

    private <B extends AwsClientBuilder<B, ?>> B at(B builder) {
        return builder.endpointOverride(endpoint())
                .region(Region.of(REGION))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(container.getAccessKey(), container.getSecretKey())));
    }

    /// Deploys [#STACK].
    ///
    /// @return its resources' names by their logical ids
    Map<String, String> deploy() throws Exception {
        var template = stateful();
        var cloudFormation = at(CloudFormationClient.builder())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        try (cloudFormation) {
            cloudFormation.createStack(create -> create.stackName(STACK).templateBody(template));
            var described = cloudFormation
                    .waiter()
                    .waitUntilStackCreateComplete(describe -> describe.stackName(STACK))
                    .matched()
                    .response()
                    .orElseThrow();
            var names = new LinkedHashMap<String, String>();
            described.stacks().getFirst().outputs().forEach(o -> names.put(o.outputKey(), o.outputValue()));
            return names;
        }
    }

    /// Of template.yaml what keeps something, and nothing that runs.
    private static String stateful() throws Exception {
        var template = Template.read(
                Path.of(System.getProperty("ykien.root", ".."), "template.yaml"),
                Map.of("DeletionProtection", "false"));
        var resources = new LinkedHashMap<String, Object>();
        var outputs = new LinkedHashMap<String, Object>();
        for (var id : RESOURCES) {
            resources.put(id, template.resources().get(id));
            outputs.put(id, Map.of("Value", Map.of("Ref", id)));
        }
        return new Yaml()
                .dump(Map.of(
                        "Parameters", Map.of("TimeZone", Map.of("Type", "String", "Default", "Asia/Ho_Chi_Minh")),
                        "Resources", resources,
                        "Outputs", outputs));
    }

    @Override
    public void close() {
        container.stop();
    }
}
