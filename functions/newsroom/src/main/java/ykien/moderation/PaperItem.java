package ykien.moderation;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import ykien.listing.Timestamp;

/// A text as an item of the table `Desk`.
final class PaperItem {
    private static final String NAME = "name";
    private static final String VERSION = "version";

    private PaperItem() {}

    static Map<String, AttributeValue> key(Paper.Name name) {
        return Map.of(NAME, AttributeValue.fromS(name.key()));
    }

    /// @param item empty where nothing was written yet
    static Paper read(Map<String, AttributeValue> item) {
        return new Paper(
                text(item, "text").orElse(""),
                Optional.ofNullable(item.get(VERSION))
                        .map(version -> Long.parseLong(version.n()))
                        .orElse(0L),
                text(item, "changedBy")
                        .map(by -> new Paper.Change(
                                by, Instant.parse(text(item, "changedAt").orElseThrow()))));
    }

    /// Puts the next one, if this is still the one before.
    static TransactWriteItem put(String table, Paper.Name name, Paper from, Paper to) {
        var item = new HashMap<>(key(name));
        item.put("text", AttributeValue.fromS(to.text()));
        item.put(VERSION, AttributeValue.fromN(Long.toString(to.version())));
        to.change().ifPresent(change -> {
            item.put("changedBy", AttributeValue.fromS(change.by()));
            item.put("changedAt", AttributeValue.fromS(Timestamp.format(change.at())));
        });
        return TransactWriteItem.builder()
                .put(r -> {
                    r.tableName(table).item(item);
                    if (from.version() == 0) {
                        r.conditionExpression("attribute_not_exists(" + VERSION + ")");
                    } else {
                        r.conditionExpression(VERSION + " = :version")
                                .expressionAttributeValues(
                                        Map.of(":version", AttributeValue.fromN(Long.toString(from.version()))));
                    }
                })
                .build();
    }

    private static Optional<String> text(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
    }
}
