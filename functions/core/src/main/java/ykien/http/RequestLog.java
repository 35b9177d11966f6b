package ykien.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// One line of JSON a request. It holds nothing that a reader sent: no address, query, header or body; and of an
/// exception its types and places, not its messages, which may quote an item.
final class RequestLog {
    /// Deep enough to reach our own code through the SDK's.
    private static final int FRAMES = 40;

    private final JsonFactory json = new JsonFactory();
    private final PrintStream to;
    private boolean cold = true;

    RequestLog(PrintStream to) {
        this.to = to;
    }

    void line(Request request, Response response, long nanos, Optional<Throwable> fault) {
        var line = new ByteArrayOutputStream(256);
        try (var out = json.createGenerator(line)) {
            out.writeStartObject();
            out.writeStringField("level", fault.isPresent() ? "ERROR" : "INFO");
            out.writeStringField("requestId", request.id());
            out.writeStringField("route", request.routeKey());
            out.writeStringField("method", request.method());
            out.writeNumberField("status", response.status());
            out.writeNumberField("bytes", response.body().size());
            out.writeNumberField("ms", nanos / 1_000_000);
            out.writeBooleanField("cold", cold);
            if (fault.isPresent()) {
                write(fault.get(), out);
            }
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("JSON into memory", e);
        }
        cold = false;
        to.println(line.toString(StandardCharsets.UTF_8));
    }

    private static void write(Throwable fault, JsonGenerator out) throws IOException {
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
