package ykien.settings;

import java.util.Set;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.metrics.CoreMetric;
import software.amazon.awssdk.http.HttpMetric;
import software.amazon.awssdk.metrics.MetricCollection;
import software.amazon.awssdk.metrics.MetricPublisher;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import ykien.metric.Meter;
import ykien.metric.Metric;

/// Counts what the SDK meets on its way to DynamoDB, what it tries again and then says nothing of included. The SDK's
/// own metrics tell of each attempt; that a transaction was cancelled because an item's partition was busy, only its
/// exception says.
final class DynamoDbTroubles implements MetricPublisher, ExecutionInterceptor {
    /// Attempts that no answer came to ("ErrorType", service client metrics, AWS SDK for Java Developer Guide). An
    /// answer
    /// that says no, such as a condition that does not hold, is a `ServerError` there, but none here.
    private static final Set<String> NO_ANSWER = Set.of("ConfiguredTimeout", "IO");

    private static final Set<String> THROTTLES = Set.of("ThrottlingError", "ProvisionedThroughputExceeded");

    private final Meter meter;

    DynamoDbTroubles(Meter meter) {
        this.meter = meter;
    }

    @Override
    public void publish(MetricCollection call) {
        for (var attempt : call.children()) {
            var errors = attempt.metricValues(CoreMetric.ERROR_TYPE);
            var statuses = attempt.metricValues(HttpMetric.HTTP_STATUS_CODE);
            if (errors.contains("Throttling")) {
                meter.count(Metric.DYNAMODB_THROTTLES);
            } else if (errors.stream().anyMatch(NO_ANSWER::contains)
                    || statuses.stream().anyMatch(status -> status >= 500)) {
                meter.count(Metric.DYNAMODB_FAILURES);
            }
        }
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution failed, ExecutionAttributes attributes) {
        if (failed.exception() instanceof TransactionCanceledException canceled
                && canceled.cancellationReasons().stream().anyMatch(reason -> THROTTLES.contains(reason.code()))) {
            meter.count(Metric.DYNAMODB_THROTTLES);
        }
    }

    @Override
    public void close() {
        // nothing is kept open
    }
}
