package ykien.moderation;

import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The moderation queue, seen from far: how long readers have been waiting. Nothing of what they wrote is read.
public interface QueueAge {
    /// When the oldest comment came that nobody has decided about; empty if none waits. What readers reported lies in
    /// the same pile, but is decided already and shown: it does not count.
    Optional<Instant> oldest();

    /// Of the comments in this table.
    static QueueAge in(DynamoDbClient dynamoDb, String commentsTable) {
        return new DynamoDbQueueAge(dynamoDb, commentsTable);
    }
}
