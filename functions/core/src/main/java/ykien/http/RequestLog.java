package ykien.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import ykien.metric.EmbeddedMetrics;
import ykien.metric.Meter;
import ykien.metric.Metric;
import ykien.settings.DynamoDbErrorCode;

/// One line of JSON a request, with CloudWatch's numbers in it. It holds nothing that a reader sent: no address, query,
/// header or body; and of an exception its types and places and AWS's code, not its messages, which may quote an item.
final class RequestLog {
    /// Deep enough to reach our own code through the SDK's.
    private static final int FRAMES = 40;

    private final JsonFactory json = new JsonFactory();
    private final PrintStream to;
    private final Meter meter;
    private final InstantSource clock;
    private boolean cold = true;

    RequestLog(PrintStream to, Meter meter, InstantSource clock) {
        this.to = to;
        this.meter = meter;
        this.clock = clock;
    }

    /// Leaves out of the next line what built up so far.
    void forget() {
        meter.take();
    }

    void line(Request request, Response response, long nanos, Optional<Throwable> fault) {
        var line = new ByteArrayOutputStream(512);
        try (var out = json.createGenerator(line)) {
            out.writeStartObject();
            out.writeStringField("level", fault.isPresent() ? "ERROR" : "INFO");
            out.writeStringField("requestId", request.id());
            out.writeStringField("route", request.routeKey());
            out.writeStringField("method", request.method());
            out.writeNumberField("status", response.status());
            out.writeNumberField("bytes", response.body().size());
            out.writeBooleanField("cold", cold);
            if (fault.isPresent()) {
                write(fault.get(), out);
            }
            EmbeddedMetrics.write(meter.function(), clock.instant(), metrics(response, nanos, fault.isPresent()), out);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("JSON into memory", e);
        }
        cold = false;
        to.println(line.toString(StandardCharsets.UTF_8));
    }

    private Map<Metric, Long> metrics(Response response, long nanos, boolean faulty) {
        var metrics = new EnumMap<Metric, Long>(Metric.class);
        metrics.putAll(response.counts());
        metrics.putAll(meter.take());
        metrics.put(Metric.REQUESTS, 1L);
        metrics.put(Metric.LATENCY, nanos / 1_000_000);
        Metric.ofStatus(response.status()).ifPresent(refused -> metrics.put(refused, 1L));
        if (faulty) {
            metrics.put(Metric.FAULTS, 1L);
        }
        if (cold) {
            metrics.put(Metric.COLD_STARTS, 1L);
        }
        return metrics;
    }

    private static void write(Throwable fault, JsonGenerator out) throws IOException {
        var code = DynamoDbErrorCode.of(fault);
        if (code.isPresent()) {
            out.writeStringField("awsCode", code.get());
        }
        out.writeArrayFieldStart("fault");
        Optional<Throwable> each = Optional.of(fault);
        while (each.isPresent()) {
            out.writeString(each.get().getClass().getName());
            var frames = each.get().getStackTrace();
            for (var i = 0; i < Math.min(frames.length, FRAMES); i++) {
                out.writeString("  at " + frames[i]);
            }
            each = Optional.ofNullable(each.get().getCause());
        }
        out.writeEndArray();
    }
}
