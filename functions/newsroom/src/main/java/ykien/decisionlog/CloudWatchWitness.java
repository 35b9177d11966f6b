package ykien.decisionlog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.protocols.jsoncore.JsonWriter;
import ykien.aws.JsonService;
import ykien.aws.ServiceException;

/// The function's own log as a witness. A line is `{"level":"INFO","decision":1204,"hash":"…"}`.
final class CloudWatchWitness implements Witness {
    /// Lines of a log group that are told, among whatever else the function printed ("Filter pattern syntax", Amazon
    /// CloudWatch Logs User Guide).
    private static final String TOLD = "{ $.decision > 0 }";

    /// Each call looks through a part of the group's lines. Together they take no longer than a request has.
    private static final int CALLS = 50;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration CALL = Duration.ofSeconds(3);

    private static final JsonService.Name CLOUDWATCH_LOGS = new JsonService.Name("logs", "Logs_20140328");

    private static final JsonFactory JSON = new JsonFactory();

    private final PrintStream out;
    private final String logGroup;

    CloudWatchWitness(PrintStream out, String logGroup) {
        this.out = out;
        this.logGroup = logGroup;
    }

    @Override
    public void tell(long number, String hash) {
        out.println("{\"level\":\"INFO\",\"decision\":" + number + ",\"hash\":\"" + hash + "\"}");
    }

    @Override
    public Testimony between(Instant from, Instant to) {
        if (from.isAfter(to)) {
            return new Testimony.Heard(List.of());
        }
        try (var logs = new JsonService(CLOUDWATCH_LOGS, CALL)) {
            return heard(logs, from, to);
        } catch (ServiceException e) {
            return new Testimony.Unavailable("CloudWatch Logs can't be asked: " + e.getMessage());
        } catch (SdkClientException _) {
            return new Testimony.Unavailable("CloudWatch Logs can't be asked: no region, or no credentials");
        }
    }

    private Testimony heard(JsonService logs, Instant from, Instant to) throws ServiceException {
        var told = new ArrayList<Testimony.Told>();
        @Nullable String token = null;
        var start = System.nanoTime();
        for (var call = 0; call < CALLS && System.nanoTime() - start < PATIENCE.toNanos(); call++) {
            var answer = logs.ask("FilterLogEvents", asking(from, to, token));
            lines(answer).flatMap(line -> told(line).stream()).forEach(told::add);
            token = answer.field("nextToken").map(JsonNode::text).orElse(null);
            if (token == null) {
                return new Testimony.Heard(told);
            }
        }
        return new Testimony.Unavailable(
                "the log " + logGroup + " is too long to be looked through while somebody waits");
    }

    private Consumer<JsonWriter> asking(Instant from, Instant to, @Nullable String token) {
        return question -> {
            question.writeFieldName("logGroupName").writeValue(logGroup);
            question.writeFieldName("filterPattern").writeValue(TOLD);
            question.writeFieldName("startTime").writeValue(from.toEpochMilli());
            question.writeFieldName("endTime").writeValue(to.toEpochMilli());
            if (token != null) {
                question.writeFieldName("nextToken").writeValue(token);
            }
        };
    }

    private static Stream<String> lines(JsonNode answer) {
        return answer.field("events").map(JsonNode::asArray).orElse(List.of()).stream()
                .flatMap(event -> event.field("message").stream())
                .map(JsonNode::text);
    }

    /// What a line tells; empty if it tells nothing, whatever else it is.
    static Optional<Testimony.Told> told(String line) {
        var number = 0L;
        var hash = "";
        try (var json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var name = json.currentName();
                var value = json.nextToken();
                if (name.equals("decision") && value == JsonToken.VALUE_NUMBER_INT) {
                    number = json.getLongValue();
                } else if (name.equals("hash") && value == JsonToken.VALUE_STRING) {
                    hash = json.getText();
                } else {
                    json.skipChildren();
                }
            }
        } catch (IOException _) {
            return Optional.empty();
        }
        return number > 0 && !hash.isEmpty() ? Optional.of(new Testimony.Told(number, hash)) : Optional.empty();
    }
}
