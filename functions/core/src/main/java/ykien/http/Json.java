package ykien.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// JSON bodies, written as a stream.
public final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /// Something that writes itself as JSON.
    @FunctionalInterface
    public interface Writer {
        /// Writes one JSON value.
        ///
        /// @throws IOException never, in memory
        void write(JsonGenerator to) throws IOException;
    }

    /// What the writer wrote.
    public static Body body(Writer writer) {
        var bytes = new ByteArrayOutputStream(1024);
        try (var json = FACTORY.createGenerator(bytes)) {
            writer.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("JSON into memory", e);
        }
        return Body.of(bytes.toByteArray());
    }

    /// The answer that holds what the writer wrote.
    public static Response response(Writer writer) {
        return Response.ok(MediaTypes.JSON, body(writer));
    }

    /// A problem detail (RFC 9457). Its type is a URN of ours: it names the problem and leads nowhere.
    public static Response problem(Request request, Problem problem) {
        var body = body(to -> {
            to.writeStartObject();
            to.writeStringField("type", "urn:ykien:problem:" + problem.type());
            to.writeStringField("title", problem.title());
            to.writeNumberField("status", problem.status());
            to.writeStringField("detail", problem.detail());
            to.writeStringField("instance", "urn:ykien:request:" + request.id());
            if (!problem.faults().isEmpty()) {
                to.writeArrayFieldStart("faults");
                for (var fault : problem.faults()) {
                    to.writeStartObject();
                    to.writeStringField("field", fault.field());
                    to.writeStringField("pointer", "#/" + fault.field());
                    to.writeStringField("detail", fault.wrong());
                    to.writeStringField("remedy", fault.remedy());
                    to.writeEndObject();
                }
                to.writeEndArray();
            }
            to.writeEndObject();
        });
        return Response.ok(MediaTypes.PROBLEM, body).withStatus(problem.status());
    }
}
