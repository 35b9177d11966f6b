package ykien.comment;

import java.time.Instant;
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
import ykien.challenge.KeyedHash;

/// Comments in the tables `Comments` and `Captchas`.
final class DynamoDbComments implements Comments {
    /// Where the outcome stands among a transaction's items, and so among its cancellation reasons.
    private static final int OUTCOME = 1;

    /// Where the text stands.
    private static final int TEXT = 2;

    private static final Expression IS_NEW =
            Expression.builder().expression("attribute_not_exists(id)").build();

    private final DynamoDbEnhancedClient dynamoDb;
    private final KeyedHash names;
    private final DynamoDbTable<CommentItem> comments;
    private final DynamoDbTable<OutcomeItem> outcomes;

    DynamoDbComments(DynamoDbEnhancedClient dynamoDb, String commentsTable, String captchasTable, KeyedHash names) {
        this.dynamoDb = dynamoDb;
        this.names = names;
        this.comments = dynamoDb.table(commentsTable, CommentItem.SCHEMA);
        this.outcomes = dynamoDb.table(captchasTable, OutcomeItem.SCHEMA);
    }

    @Override
    public Submission submit(Comment comment, Challenge challenge) {
        var hash = ContentHash.of(comment);
        var all = TransactWriteItemsEnhancedRequest.builder()
                .addPutItem(
                        comments,
                        TransactPutItemEnhancedRequest.builder(CommentItem.class)
                                .item(CommentItem.waiting(comment))
                                .conditionExpression(IS_NEW)
                                .build())
                .addPutItem(
                        outcomes,
                        TransactPutItemEnhancedRequest.builder(OutcomeItem.class)
                                .item(OutcomeItem.spent(challenge, comment.id(), hash))
                                .conditionExpression(IS_NEW)
                                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                                .build())
                .addPutItem(
                        outcomes,
                        TransactPutItemEnhancedRequest.builder(OutcomeItem.class)
                                .item(OutcomeItem.ofText(comment, names))
                                .conditionExpression(isNewOrExpired(comment.submittedAt()))
                                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                                .build())
                .build();
        return DynamoDbConflicts.outlast(() -> {
            try {
                dynamoDb.transactWriteItems(all);
                return new Submission.Accepted(comment.id());
            } catch (TransactionCanceledException e) { // ALL_OLD brings the first outcome along: no second read
                var reasons = e.cancellationReasons();
                return told(reasons.get(OUTCOME).item(), hash)
                        .or(() -> sameText(reasons.get(TEXT).item()))
                        .orElseThrow(() -> e);
            }
        });
    }

    /// DynamoDB deletes an item some time after it has expired; until then it is there, and does not count.
    private static Expression isNewOrExpired(Instant now) {
        return Expression.builder()
                .expression("attribute_not_exists(id) OR expiresAt <= :now")
                .expressionValues(Map.of(":now", AttributeValue.fromN(Long.toString(now.getEpochSecond()))))
                .build();
    }

    private static Optional<Submission> sameText(Map<String, AttributeValue> first) {
        return Optional.of(first)
                .filter(item -> !item.isEmpty())
                .map(item -> OutcomeItem.SCHEMA.mapToItem(item).comment())
                .map(id -> new Submission.Repeated(new CommentId(id)));
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
