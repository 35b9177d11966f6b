package ykien.challenge;

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
import ykien.settings.DynamoDbConflicts;

/// Outcomes in the table `Captchas`.
public final class DynamoDbOutcomes implements Outcomes {
    private static final Expression IS_NEW =
            Expression.builder().expression("attribute_not_exists(id)").build();

    private final DynamoDbTable<OutcomeItem> outcomes;

    /// The outcomes in this table.
    public DynamoDbOutcomes(DynamoDbEnhancedClient dynamoDb, String captchasTable) {
        this.outcomes = dynamoDb.table(captchasTable, OutcomeItem.SCHEMA);
    }

    @Override
    public Outcome settle(Challenge challenge, Outcome outcome) {
        var put = PutItemEnhancedRequest.builder(OutcomeItem.class)
                .item(OutcomeItem.of(challenge, outcome))
                .conditionExpression(IS_NEW)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
        return DynamoDbConflicts.outlast(() -> {
            try {
                outcomes.putItem(put);
                return outcome;
            } catch (ConditionalCheckFailedException e) { // ALL_OLD brings the first outcome along: no second read
                return first(e.item()).orElseThrow(() -> e);
            }
        });
    }

    @Override
    public Optional<Outcome> of(Challenge challenge) {
        var item = outcomes.getItem(r -> r.consistentRead(true)
                .key(Key.builder().partitionValue(challenge.id().hex()).build()));
        return Optional.ofNullable(item).map(OutcomeItem::outcome);
    }

    /// Has the transaction put this outcome as well, or nothing at all if the challenge has one already; the reason
    /// of the cancellation then brings the [#first] one along.
    public void putIn(TransactWriteItemsEnhancedRequest.Builder transaction, Challenge challenge, Outcome outcome) {
        transaction.addPutItem(
                outcomes,
                TransactPutItemEnhancedRequest.builder(OutcomeItem.class)
                        .item(OutcomeItem.of(challenge, outcome))
                        .conditionExpression(IS_NEW)
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build());
    }

    /// Has the transaction put that this text came in now, or nothing at all if it has within the last day; the reason
    /// of the cancellation then brings the [#first] one along.
    ///
    /// @param text its keyed hash
    public void putTextIn(
            TransactWriteItemsEnhancedRequest.Builder transaction, String text, Outcome.Spent outcome, Instant now) {
        transaction.addPutItem(
                outcomes,
                TransactPutItemEnhancedRequest.builder(OutcomeItem.class)
                        .item(OutcomeItem.ofText(text, outcome.on(), outcome.hash(), now))
                        .conditionExpression(isNewOrExpired(now))
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build());
    }

    /// DynamoDB deletes an item some time after it has expired; until then it is there, and does not count.
    private static Expression isNewOrExpired(Instant now) {
        return Expression.builder()
                .expression("attribute_not_exists(id) OR expiresAt <= :now")
                .expressionValues(Map.of(":now", AttributeValue.fromN(Long.toString(now.getEpochSecond()))))
                .build();
    }

    /// The outcome that kept another from being put, as DynamoDB sent it along; empty where it sent none, because
    /// something else was the reason.
    public static Optional<Outcome> first(Map<String, AttributeValue> item) {
        return item.isEmpty()
                ? Optional.empty()
                : Optional.of(OutcomeItem.SCHEMA.mapToItem(item).outcome());
    }
}
