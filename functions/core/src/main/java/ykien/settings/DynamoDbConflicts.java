package ykien.settings;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/// Two writes of one item at the very same time make DynamoDB give one of them up without saying what the other wrote,
/// and the SDK does not try a cancelled transaction again by itself. A little later the other is through.
public final class DynamoDbConflicts {
    private static final int ATTEMPTS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(15);

    private DynamoDbConflicts() {}

    /// What the attempt gives, once it meets no conflict; it is made at most [#ATTEMPTS] times, within about a second.
    public static <T> T outlast(Supplier<T> attempt) {
        var pause = FIRST_PAUSE;
        for (var i = 1; ; i++) {
            try {
                return attempt.get();
            } catch (TransactionCanceledException | TransactionConflictException e) {
                if (i == ATTEMPTS || !isConflict(e)) {
                    throw e;
                }
                sleep(pause);
                pause = pause.multipliedBy(2);
            }
        }
    }

    private static boolean isConflict(DynamoDbException e) {
        return !(e instanceof TransactionCanceledException canceled)
                || canceled.cancellationReasons().stream().anyMatch(r -> "TransactionConflict".equals(r.code()));
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted between two attempts", e);
        }
    }
}
