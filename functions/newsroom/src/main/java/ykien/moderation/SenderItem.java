package ykien.moderation;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// A sender as an item of the table `Senders`: how many of the sender's comments are what.
final class SenderItem {
    static final String SENDER = "sender";
    static final String APPROVED = "approved";
    static final String REFUSED = "refused";
    static final String SPAM = "spam";

    private SenderItem() {}

    static Map<String, AttributeValue> key(String sender) {
        return Map.of(SENDER, AttributeValue.fromS(sender));
    }

    static SenderCounts counts(Map<String, AttributeValue> item) {
        return new SenderCounts(count(item, APPROVED), count(item, REFUSED), count(item, SPAM));
    }

    private static long count(Map<String, AttributeValue> item, String counter) {
        var value = item.get(counter);
        return value == null ? 0 : Math.max(0, Long.parseLong(value.n())); // decided before there were counters
    }

    /// Adds to counters: DynamoDB does it itself, so that none is lost however many decide at once.
    ///
    /// @param more what is added, by counter; none of them 0
    static TransactWriteItem adding(String table, String sender, Map<String, Long> more) {
        var values = new HashMap<String, AttributeValue>();
        more.forEach((counter, n) -> values.put(":" + counter, AttributeValue.fromN(Long.toString(n))));
        return TransactWriteItem.builder()
                .update(r -> r.tableName(table)
                        .key(key(sender))
                        .updateExpression(more.keySet().stream()
                                .sorted()
                                .map(counter -> counter + " :" + counter)
                                .collect(Collectors.joining(", ", "ADD ", "")))
                        .expressionAttributeValues(values))
                .build();
    }
}
