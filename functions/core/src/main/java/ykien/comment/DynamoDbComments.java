package ykien.comment;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.PutItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactPutItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactWriteItemsEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import ykien.challenge.Challenge;
import ykien.challenge.Medium;

/// Comments in the tables `Comments` and `Captchas`.
final class DynamoDbComments implements Comments {
    /// Where the outcome stands among a transaction's items, and so among its cancellation reasons.
    private static final int OUTCOME = 1;

    private static final Expression IS_NEW =
            Expression.builder().expression("attribute_not_exists(id)").build();

    private final DynamoDbEnhancedClient dynamoDb;
    private final DynamoDbTable<CommentItem> comments;
    private final DynamoDbTable<OutcomeItem> outcomes;

    DynamoDbComments(DynamoDbEnhancedClient dynamoDb, String commentsTable, String captchasTable) {
        this.dynamoDb = dynamoDb;
        this.comments = dynamoDb.table(commentsTable, CommentItem.SCHEMA);
        this.outcomes = dynamoDb.table(captchasTable, OutcomeItem.SCHEMA);
    }

    @Override
    public Submission submit(Comment comment, Challenge challenge, Medium answeredBy) {
        var hash = ContentHash.of(comment);
        var both = TransactWriteItemsEnhancedRequest.builder()
                .addPutItem(
                        comments,
                        TransactPutItemEnhancedRequest.builder(CommentItem.class)
                                .item(CommentItem.waiting(comment, answeredBy))
                                .conditionExpression(IS_NEW)
                                .build())
                .addPutItem(
                        outcomes,
                        TransactPutItemEnhancedRequest.builder(OutcomeItem.class)
                                .item(OutcomeItem.spent(challenge, comment.id(), hash))
                                .conditionExpression(IS_NEW)
                                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                                .build())
                .build();
        return DynamoDbConflicts.outlast(() -> {
            try {
                dynamoDb.transactWriteItems(both);
                return new Submission.Accepted(comment.id());
            } catch (TransactionCanceledException e) { // ALL_OLD brings the first outcome along: no second read
                return told(e.cancellationReasons().get(OUTCOME).item(), hash).orElseThrow(() -> e);
            }
        });
    }

    @Override
    public Submission miss(Comment comment, Challenge challenge) {
        var missed = PutItemEnhancedRequest.builder(OutcomeItem.class)
                .item(OutcomeItem.missed(challenge))
                .conditionExpression(IS_NEW)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
        return DynamoDbConflicts.outlast(() -> {
            try {
                outcomes.putItem(missed);
                return new Submission.Missed();
            } catch (ConditionalCheckFailedException e) {
                return told(e.item(), ContentHash.of(comment)).orElseThrow(() -> e);
            }
        });
    }

    @Override
    public Optional<CommentId> earlier(Comment comment, Challenge challenge) {
        var outcome = outcomes.getItem(r -> r.consistentRead(true)
                .key(Key.builder().partitionValue(challenge.id().hex()).build()));
        return Optional.ofNullable(outcome).flatMap(o -> o.commentWith(ContentHash.of(comment)));
    }

    private static Optional<Submission> told(Map<String, AttributeValue> first, ContentHash hash) {
        return first.isEmpty()
                ? Optional.empty()
                : Optional.of(OutcomeItem.SCHEMA.mapToItem(first).toldTo(hash));
    }
}
