package ykien.newsroom;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import ykien.http.Json;
import ykien.metric.EmbeddedMetrics;
import ykien.metric.Meter;
import ykien.metric.Metric;
import ykien.moderation.QueueAge;
import ykien.settings.DynamoDbConnection;
import ykien.settings.Environment;

/// Tells the operators how long readers wait for the newsroom. A schedule calls it: whoever would only look when a
/// request comes would say nothing on the day that nobody opens the queue. A call that fails is Lambda's to repeat.
public final class QueueWatchFunction implements RequestStreamHandler {
    private final QueueAge queue;
    private final InstantSource clock;
    private final Meter meter;
    private final PrintStream log;

    /// Lambda calls this, once, at init.
    public QueueWatchFunction() {
        this(Environment.ofProcess());
    }

    private QueueWatchFunction(Environment environment) {
        this(QueueWatchSettings.from(environment), new Meter(environment.functionName()));
    }

    private QueueWatchFunction(QueueWatchSettings settings, Meter meter) {
        this(
                QueueAge.in(DynamoDbConnection.client(settings.dynamoDbEndpoint(), meter), settings.commentsTable()),
                Clock.systemUTC(),
                meter,
                System.out);
    }

    /// Tests call this.
    ///
    /// @param meter is told by the client of what it meets
    public QueueWatchFunction(QueueAge queue, InstantSource clock, Meter meter, PrintStream log) {
        this.queue = queue;
        this.clock = clock;
        this.meter = meter;
        this.log = log;
    }

    /// One look, whatever the event says; its answer is the line that it logs.
    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        var now = clock.instant();
        var metrics = new EnumMap<Metric, Long>(Metric.class);
        metrics.put(
                Metric.OLDEST_WAITING,
                queue.oldest()
                        .map(came -> Duration.between(came, now).toSeconds())
                        .orElse(0L));
        metrics.putAll(meter.take());
        var line = line(now, metrics);
        log.println(line);
        answer.write(line.getBytes(StandardCharsets.UTF_8));
    }

    private String line(Instant now, Map<Metric, Long> metrics) {
        return Json.body(to -> {
                    to.writeStartObject();
                    to.writeStringField("level", "INFO");
                    to.writeStringField("what", "the queue was looked at");
                    EmbeddedMetrics.write(meter.function(), now, metrics, to);
                    to.writeEndObject();
                })
                .utf8();
    }
}
