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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;

/// The function's own log as a witness. A line is `{"level":"INFO","decision":1204,"hash":"…"}`.
final class CloudWatchWitness implements Witness {
    /// Lines of a log group that are told, among whatever else the function printed ("Filter pattern syntax", Amazon
    /// CloudWatch Logs User Guide).
    private static final String TOLD = "{ $.decision > 0 }";

    /// Each call looks through a part of the group's lines. Together they take no longer than a request has.
    private static final int CALLS = 50;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration CALL = Duration.ofSeconds(5);

    private static final JsonFactory JSON = new JsonFactory();

    private final PrintStream out;
    private final Supplier<CloudWatchLogsClient> logs;
    private final String logGroup;
    private @Nullable CloudWatchLogsClient client;

    CloudWatchWitness(PrintStream out, Supplier<CloudWatchLogsClient> logs, String logGroup) {
        this.out = out;
        this.logs = logs;
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
        try {
            return heard(from, to);
        } catch (SdkException e) {
            return new Testimony.Unavailable(
                    "CloudWatch Logs can't be asked: " + e.getClass().getSimpleName());
        }
    }

    private Testimony heard(Instant from, Instant to) {
        var told = new ArrayList<Testimony.Told>();
        @Nullable String token = null;
        var start = System.nanoTime();
        for (var call = 0; call < CALLS && System.nanoTime() - start < PATIENCE.toNanos(); call++) {
            var answer = ask(from, to, token);
            answer.events().forEach(event -> told(event.message()).ifPresent(told::add));
            token = answer.nextToken();
            if (token == null) {
                return new Testimony.Heard(told);
            }
        }
        return new Testimony.Unavailable(
                "the log " + logGroup + " is too long to be looked through while somebody waits");
    }

    private FilterLogEventsResponse ask(Instant from, Instant to, @Nullable String token) {
        return client().filterLogEvents(r -> r.overrideConfiguration(o -> o.apiCallTimeout(CALL))
                .logGroupName(logGroup)
                .filterPattern(TOLD)
                .startTime(from.toEpochMilli())
                .endTime(to.toEpochMilli())
                .nextToken(token));
    }

    private synchronized CloudWatchLogsClient client() {
        if (client == null) {
            client = logs.get();
        }
        return client;
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
