package ykien.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import ykien.metric.Meter;
import ykien.metric.Metric;

/// The SDK tries again by itself and says nothing of it: what it meets is counted all the same.
class DynamoDbTroublesTest {
    private static final String ERROR = "{\"__type\":\"com.amazonaws.dynamodb.v20120810#%s\",\"message\":\"no\"}";

    /// A machine that is busy with other tests is no trouble of DynamoDB's.
    private static final AwsRequestOverrideConfiguration PATIENT = AwsRequestOverrideConfiguration.builder()
            .apiCallTimeout(Duration.ofMinutes(2))
            .apiCallAttemptTimeout(Duration.ofMinutes(1))
            .build();

    private final Meter meter = new Meter("articles");
    private final List<Answer> answers = new CopyOnWriteArrayList<>();
    private final HttpServer server = server();

    @AutoClose
    private final DynamoDbClient dynamoDb =
            DynamoDbConnection.client("http://localhost:" + server.getAddress().getPort(), meter);

    private record Answer(int status, String body) {}

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void A_call_that_comes_through_is_none() {
        get();

        assertThat(meter.take()).isEmpty();
    }

    @Test
    void Being_turned_away_for_the_rate_counts_each_time_though_the_call_comes_through() {
        answers.add(new Answer(400, ERROR.formatted("ProvisionedThroughputExceededException")));
        answers.add(new Answer(400, ERROR.formatted("ThrottlingException")));
        get();

        assertThat(meter.take()).containsExactly(Map.entry(Metric.DYNAMODB_THROTTLES, 2L));
        assertThat(meter.take()).isEmpty();
    }

    @Test
    void A_fault_of_DynamoDBs_counts() {
        answers.add(new Answer(500, ERROR.formatted("InternalServerError")));
        get();

        assertThat(meter.take()).containsExactly(Map.entry(Metric.DYNAMODB_FAILURES, 1L));
    }

    @Test
    void An_answer_that_never_comes_counts() {
        answers.add(new Answer(0, ""));
        dynamoDb.getItem(r -> r.tableName("T")
                .key(Map.of("id", AttributeValue.fromS("a")))
                .overrideConfiguration(
                        o -> o.apiCallTimeout(Duration.ofMinutes(1)).apiCallAttemptTimeout(Duration.ofSeconds(2))));

        assertThat(meter.take())
                .containsOnlyKeys(Metric.DYNAMODB_FAILURES); // perhaps more than once, on a busy machine
    }

    @Test
    void A_condition_that_does_not_hold_is_none() {
        answers.add(new Answer(400, ERROR.formatted("ConditionalCheckFailedException")));
        assertThatThrownBy(this::get).isInstanceOf(ConditionalCheckFailedException.class);

        assertThat(meter.take()).isEmpty();
    }

    /// DynamoDB calls it a cancellation, which the SDK does not try again, and gives the reasons inside.
    @Test
    void A_transaction_that_is_cancelled_for_the_rate_counts() {
        answers.add(cancelled("ThrottlingError"));
        transact();

        assertThat(meter.take()).containsExactly(Map.entry(Metric.DYNAMODB_THROTTLES, 1L));
    }

    @Test
    void A_transaction_that_is_cancelled_by_its_condition_is_none() {
        answers.add(cancelled("ConditionalCheckFailed"));
        transact();

        assertThat(meter.take()).isEmpty();
    }

    private static Answer cancelled(String reason) {
        return new Answer(
                400,
                "{\"__type\":\"com.amazonaws.dynamodb.v20120810#TransactionCanceledException\",\"Message\":\"no\","
                        + "\"CancellationReasons\":[{\"Code\":\"None\"},{\"Code\":\"" + reason + "\"}]}");
    }

    private void get() {
        dynamoDb.getItem(r ->
                r.tableName("T").key(Map.of("id", AttributeValue.fromS("a"))).overrideConfiguration(PATIENT));
    }

    private void transact() {
        var put = TransactWriteItem.builder()
                .put(it -> it.tableName("T").item(Map.of("id", AttributeValue.fromS("a"))))
                .build();
        assertThatThrownBy(() ->
                        dynamoDb.transactWriteItems(r -> r.transactItems(put).overrideConfiguration(PATIENT)))
                .isInstanceOf(TransactionCanceledException.class);
    }

    private HttpServer server() {
        System.setProperty("aws.region", "ap-southeast-1"); // as Lambda has it, from the process
        System.setProperty("aws.accessKeyId", "local");
        System.setProperty("aws.secretAccessKey", "local");
        try {
            var made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            made.createContext("/", exchange -> {
                var answer = answers.isEmpty() ? new Answer(200, "{}") : answers.removeFirst();
                if (answer.status() == 0) {
                    return; // and keeps the connection, without a word
                }
                var body = answer.body().getBytes(UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
                exchange.sendResponseHeaders(answer.status(), body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            made.start();
            return made;
        } catch (IOException e) {
            throw new IllegalStateException("no free port", e);
        }
    }
}
