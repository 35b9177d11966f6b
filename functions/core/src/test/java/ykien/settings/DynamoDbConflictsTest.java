package ykien.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

class DynamoDbConflictsTest {
    private final AtomicInteger attempts = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(strings = {"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"})
    void What_passes_is_outlasted(String reason) {
        assertThat(outlast(cancelled(reason), 3)).isEqualTo("through");
        assertThat(attempts).hasValue(3);
    }

    @Test
    void A_single_write_that_meets_a_transaction_is_tried_again() {
        assertThat(outlast(TransactionConflictException.builder().build(), 2)).isEqualTo("through");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ConditionalCheckFailed", "ValidationError", "ItemCollectionSizeLimitExceeded"})
    void What_stays_is_not_tried_again(String reason) {
        var cancelled = cancelled(reason);

        assertThatThrownBy(() -> outlast(cancelled, 2)).isSameAs(cancelled);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void It_ends_after_six_attempts() {
        var conflict = TransactionConflictException.builder().build();

        assertThatThrownBy(() -> outlast(conflict, 7)).isSameAs(conflict);
        assertThat(attempts).hasValue(6);
    }

    /// Refused with this until the attempt of that number.
    private String outlast(DynamoDbException refusal, int through) {
        return DynamoDbConflicts.outlast(() -> {
            if (attempts.incrementAndGet() < through) {
                throw refusal;
            }
            return "through";
        });
    }

    private static TransactionCanceledException cancelled(String reason) {
        return TransactionCanceledException.builder()
                .cancellationReasons(
                        CancellationReason.builder().code("None").build(),
                        CancellationReason.builder().code(reason).build())
                .build();
    }
}
