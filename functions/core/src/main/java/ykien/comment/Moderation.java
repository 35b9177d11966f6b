package ykien.comment;

import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;

/// What the newsroom decides about comments.
public interface Moderation {
    /// What became of an approval.
    enum Approval {
        /// Readers see it from now on.
        APPROVED,
        /// It was not waiting: somebody has decided already. Nothing was changed.
        NOT_WAITING,
        /// There is no such comment.
        UNKNOWN
    }

    /// Shows a waiting comment to readers and counts it for its article: both or neither, in one transaction.
    Approval approve(CommentId id);

    /// Moderation of the comments in these tables.
    static Moderation in(DynamoDbEnhancedClient dynamoDb, String articlesTable, String commentsTable) {
        return new DynamoDbModeration(dynamoDb, articlesTable, commentsTable);
    }
}
