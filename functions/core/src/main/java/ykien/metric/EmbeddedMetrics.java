package ykien.metric;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/// Metrics as members of a log line, for CloudWatch to take out ("Specification: Embedded metric format", Amazon
/// CloudWatch User Guide). Their one dimension is the function's name: each other would multiply what they cost.
public final class EmbeddedMetrics {
    /// The namespace of all of them. A function's name tells two stacks in one account apart.
    public static final String NAMESPACE = "Ykien";

    /// The dimension, by the name that Lambda's own metrics have for it.
    public static final String DIMENSION = "FunctionName";

    private EmbeddedMetrics() {}

    /// Writes the metrics as members of the object that is open in `out`.
    ///
    /// @param metrics at least one
    public static void write(String function, Instant at, Map<Metric, Long> metrics, JsonGenerator out)
            throws IOException {
        for (var metric : metrics.entrySet()) {
            out.writeNumberField(metric.getKey().word(), metric.getValue());
        }
        out.writeStringField(DIMENSION, function);
        out.writeObjectFieldStart("_aws");
        out.writeNumberField("Timestamp", at.toEpochMilli());
        out.writeArrayFieldStart("CloudWatchMetrics");
        out.writeStartObject();
        out.writeStringField("Namespace", NAMESPACE);
        out.writeFieldName("Dimensions");
        out.writeRawValue("[[\"" + DIMENSION + "\"]]");
        out.writeArrayFieldStart("Metrics");
        for (var metric : metrics.keySet()) {
            out.writeStartObject();
            out.writeStringField("Name", metric.word());
            out.writeStringField("Unit", metric.unit());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
        out.writeEndArray();
        out.writeEndObject();
    }
}
