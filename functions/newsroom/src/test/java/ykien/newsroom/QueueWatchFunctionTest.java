package ykien.newsroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ykien.cloud.Json;
import ykien.metric.Meter;
import ykien.metric.Metric;
import ykien.moderation.QueueAge;

class QueueWatchFunctionTest {
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");

    private static final Context NO_CONTEXT = (Context)
            Proxy.newProxyInstance(Context.class.getClassLoader(), new Class<?>[] {Context.class}, (_, m, _) -> {
                throw new UnsupportedOperationException("the function asked Lambda for " + m.getName());
            });

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Meter meter = new Meter("queue-watch");

    @Test
    void Says_for_how_many_seconds_the_oldest_comment_has_been_waiting() throws IOException {
        var answer = look(() -> Optional.of(NOW.minus(Duration.ofHours(30))));

        assertThat(answer).containsEntry("OldestWaiting", 30 * 3600).containsEntry("FunctionName", "queue-watch");
        assertThat(log.toString(UTF_8)).contains("{\"Name\":\"OldestWaiting\",\"Unit\":\"Seconds\"}");
    }

    /// No number at all is an alarm.
    @Test
    void Says_0_where_none_waits() throws IOException {
        assertThat(look(Optional::empty)).containsEntry("OldestWaiting", 0);
    }

    @Test
    void Answers_what_it_logs_in_one_line() throws IOException {
        look(Optional::empty);

        assertThat(log.toString(UTF_8).lines()).hasSize(1);
    }

    @Test
    void Says_what_was_met_on_the_way() throws IOException {
        var answer = look(() -> {
            meter.count(Metric.DYNAMODB_THROTTLES);
            return Optional.empty();
        });

        assertThat(answer).containsEntry("DynamoDbThrottles", 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"source\":\"aws.events\",\"detail-type\":\"Scheduled Event\"}", "nonsense"})
    void Does_so_whatever_the_event_is(String event) throws IOException {
        assertThat(look(event, Optional::empty)).containsKey("OldestWaiting");
    }

    /// Lambda calls again, and keeps what fails for good.
    @Test
    void Hides_no_failure_from_Lambda() {
        assertThatThrownBy(() -> look(() -> {
                    throw new IllegalStateException("no table");
                }))
                .hasMessage("no table");
        assertThat(log.size()).isZero();
    }

    private Map<String, @Nullable Object> look(QueueAge queue) throws IOException {
        return look("{}", queue);
    }

    private Map<String, @Nullable Object> look(String event, QueueAge queue) throws IOException {
        var function = new QueueWatchFunction(queue, () -> NOW, meter, new PrintStream(log, true, UTF_8));
        var answer = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), answer, NO_CONTEXT);
        assertThat(log.toString(UTF_8).strip()).isEqualTo(answer.toString(UTF_8));
        var line = new LinkedHashMap<String, @Nullable Object>();
        ((Map<?, ?>) Objects.requireNonNull(Json.read(answer.toByteArray())))
                .forEach((name, value) -> line.put(String.valueOf(name), value));
        return line;
    }
}
