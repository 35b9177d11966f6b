package ykien.comment;

import java.util.Map;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactUpdateItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactWriteItemsEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import ykien.settings.DynamoDbConflicts;

/// Moderation in the tables `Comments` and `Articles`.
final class DynamoDbModeration implements Moderation {
    private static final int COMMENT = 0;

    private static final Expression IS_WAITING = Expression.builder()
            .expression("#state = :waiting")
            .expressionNames(Map.of("#state", "state"))
            .expressionValues(Map.of(":waiting", AttributeValue.fromS(CommentItem.WAITING)))
            .build();
    private static final Expression EXISTS =
            Expression.builder().expression("attribute_exists(slug)").build();

    private final DynamoDbEnhancedClient dynamoDb;
    private final DynamoDbTable<CommentItem> comments;
    private final DynamoDbTable<CommentCount> articles;

    DynamoDbModeration(DynamoDbEnhancedClient dynamoDb, String articlesTable, String commentsTable) {
        this.dynamoDb = dynamoDb;
        this.comments = dynamoDb.table(commentsTable, CommentItem.SCHEMA);
        this.articles = dynamoDb.table(articlesTable, CommentCount.SCHEMA);
    }

    /// What a comment says never changes, so it may be read first; that it is still waiting, the transaction checks.
    @Override
    public Approval approve(CommentId id) {
        var comment = comments.getItem(r -> r.consistentRead(true)
                .key(Key.builder().partitionValue(id.value()).build()));
        if (comment == null) {
            return Approval.UNKNOWN;
        }
        return comment.isWaiting() ? DynamoDbConflicts.outlast(() -> approve(comment)) : Approval.NOT_WAITING;
    }

    private Approval approve(CommentItem comment) {
        try {
            dynamoDb.transactWriteItems(TransactWriteItemsEnhancedRequest.builder()
                    .addUpdateItem(
                            comments,
                            TransactUpdateItemEnhancedRequest.builder(CommentItem.class)
                                    .item(comment.approved())
                                    .conditionExpression(IS_WAITING)
                                    .build())
                    .addUpdateItem(
                            articles,
                            TransactUpdateItemEnhancedRequest.builder(CommentCount.class)
                                    .item(new CommentCount(comment.article()))
                                    .conditionExpression(EXISTS)
                                    .build())
                    .build());
            return Approval.APPROVED;
        } catch (TransactionCanceledException e) {
            if ("ConditionalCheckFailed"
                    .equals(e.cancellationReasons().get(COMMENT).code())) {
                return Approval.NOT_WAITING;
            }
            throw e;
        }
    }
}
