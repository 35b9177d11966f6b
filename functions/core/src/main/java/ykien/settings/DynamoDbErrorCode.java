package ykien.settings;

import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// What AWS calls an error, for the log: its code, never its message, which may quote an item.
public final class DynamoDbErrorCode {
    private DynamoDbErrorCode() {}

    /// Of the exception, or of the first one below it that has a code, such as `ThrottlingException`. A cancelled
    /// transaction also says why, for each of its writes: `TransactionCanceledException: None, ThrottlingError`.
    public static Optional<String> of(Throwable fault) {
        return own(fault).or(() -> Optional.ofNullable(fault.getCause()).flatMap(DynamoDbErrorCode::of));
    }

    private static Optional<String> own(Throwable fault) {
        return switch (fault) {
            case TransactionCanceledException canceled ->
                Optional.of(canceled.cancellationReasons().stream()
                        .map(CancellationReason::code)
                        .collect(Collectors.joining(", ", "TransactionCanceledException: ", "")));
            case AwsServiceException aws ->
                Optional.ofNullable(aws.awsErrorDetails()).map(AwsErrorDetails::errorCode);
            default -> Optional.empty();
        };
    }
}
