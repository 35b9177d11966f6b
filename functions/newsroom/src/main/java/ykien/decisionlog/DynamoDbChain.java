package ykien.decisionlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import ykien.comment.CommentId;

/// The end of the chain of entries in the table `DecisionLog`, for stores whose transactions are logged. Whoever
/// finds his number taken was overtaken: the end is another one now, and the same acts go on from there.
public final class DynamoDbChain {
    private final DynamoDbClient dynamoDb;
    private final String table;

    /// The chain in this table.
    public DynamoDbChain(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /// The last entry.
    ///
    /// @param number 0 where there is no entry
    public record End(long number, String hash) {}

    /// Entries that go on from an end.
    ///
    /// @param puts a put for each, on the condition that its number is free; for a transaction
    /// @param end the last entry, once the transaction is through
    public record Continuation(List<TransactWriteItem> puts, End end) {
        /// With a list of its own.
        public Continuation {
            puts = List.copyOf(puts);
        }
    }

    /// Where the chain ends now: one consistent read.
    public End end() {
        var newest = dynamoDb.query(r -> r.tableName(table)
                .keyConditionExpression("#chain = :chain")
                .projectionExpression("#number, #hash")
                .expressionAttributeNames(
                        Map.of("#chain", EntryItem.CHAIN, "#number", EntryItem.NUMBER, "#hash", EntryItem.HASH))
                .expressionAttributeValues(Map.of(":chain", AttributeValue.fromS(CanonicalEntry.CHAIN)))
                .scanIndexForward(false)
                .limit(1)
                .consistentRead(true));
        return newest.items().stream().findFirst().map(DynamoDbChain::end).orElse(new End(0, CanonicalEntry.NO_HASH));
    }

    private static End end(Map<String, AttributeValue> item) {
        return new End(
                EntryItem.number(item).orElseThrow(),
                Optional.ofNullable(item.get(EntryItem.HASH))
                        .map(AttributeValue::s)
                        .orElseThrow());
    }

    /// The acts as entries after this end, in their order.
    public Continuation after(End end, List<Act> acts) {
        var puts = new ArrayList<TransactWriteItem>(acts.size());
        var last = end;
        for (var act : acts) {
            var entry = entry(act, last);
            puts.add(TransactWriteItem.builder().put(put(entry)).build());
            last = new End(entry.number(), entry.hash());
        }
        return new Continuation(puts, last);
    }

    private Put put(Entry entry) {
        return Put.builder()
                .tableName(table)
                .item(EntryItem.of(entry))
                .conditionExpression("attribute_not_exists(#chain)")
                .expressionAttributeNames(Map.of("#chain", EntryItem.CHAIN))
                .build();
    }

    private static Entry entry(Act act, End end) {
        var unsigned = new Entry(
                end.number() + 1,
                act.at(),
                act.by(),
                act.what().key(),
                act.comment().map(CommentId::value),
                act.article().map(slug -> slug.value()),
                new TreeMap<>(act.before()),
                new TreeMap<>(act.after()),
                end.hash(),
                CanonicalEntry.NO_HASH);
        return unsigned.withHash(CanonicalEntry.hash(unsigned));
    }
}
