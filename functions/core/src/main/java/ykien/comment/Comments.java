package ykien.comment;

import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import ykien.challenge.Challenge;
import ykien.challenge.Medium;

/// Every comment on its way in. A challenge has exactly one outcome, which DynamoDB itself decides: whatever is sent
/// twice, at once or later, gets the first answer. Readers' pages get [PublicComments].
public interface Comments {
    /// Puts the comment and the outcome of its challenge: both or neither, in one transaction.
    ///
    /// @param answeredBy in which form the challenge was answered; the newsroom sees it at the comment
    Submission submit(Comment comment, Challenge challenge, Medium answeredBy);

    /// Puts the outcome of a challenge that was answered wrongly: it can't be answered again. Should the challenge
    /// have let this very comment in before, the first answer stands.
    Submission miss(Comment comment, Challenge challenge);

    /// The comment that this challenge has let in, if it has the same content: reads, writes nothing.
    Optional<CommentId> earlier(Comment comment, Challenge challenge);

    /// The comments in these two tables.
    static Comments in(DynamoDbEnhancedClient dynamoDb, String commentsTable, String captchasTable) {
        return new DynamoDbComments(dynamoDb, commentsTable, captchasTable);
    }
}
