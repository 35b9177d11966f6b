package ykien.challenge;

import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;

/// What became of challenges. A challenge has exactly one outcome, which DynamoDB itself decides: whatever comes at
/// once or later, the first one stands. A comment's is put together with the comment: [ykien.comment.Comments].
public interface Outcomes {
    /// Makes this the challenge's outcome, if it has none yet.
    ///
    /// @return the one that it has now: this one, or an earlier one that stands
    Outcome settle(Challenge challenge, Outcome outcome);

    /// The outcome that the challenge has: reads, writes nothing.
    Optional<Outcome> of(Challenge challenge);

    /// The outcomes in this table.
    static Outcomes in(DynamoDbEnhancedClient dynamoDb, String captchasTable) {
        return new DynamoDbOutcomes(dynamoDb, captchasTable);
    }
}
