package ykien.decisionlog;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import ykien.listing.Timestamp;

/// An entry as an item of the table `DecisionLog`.
final class EntryItem {
    static final String CHAIN = "chain";
    static final String NUMBER = "number";
    static final String HASH = "hash";

    private EntryItem() {}

    static Map<String, AttributeValue> of(Entry entry) {
        var item = new HashMap<String, AttributeValue>();
        item.put(CHAIN, AttributeValue.fromS(CanonicalEntry.CHAIN));
        item.put(NUMBER, number(entry.number()));
        item.put("at", AttributeValue.fromS(Timestamp.format(entry.at())));
        item.put("subject", AttributeValue.fromS(entry.by().subject()));
        item.put("name", AttributeValue.fromS(entry.by().name()));
        item.put("what", AttributeValue.fromS(entry.what()));
        entry.comment().ifPresent(comment -> item.put("comment", AttributeValue.fromS(comment)));
        entry.article().ifPresent(article -> item.put("article", AttributeValue.fromS(article)));
        item.put("before", map(entry.before()));
        item.put("after", map(entry.after()));
        item.put("previous", AttributeValue.fromS(entry.previous()));
        item.put(HASH, AttributeValue.fromS(entry.hash()));
        return item;
    }

    static Map<String, AttributeValue> key(long number) {
        return Map.of(CHAIN, AttributeValue.fromS(CanonicalEntry.CHAIN), NUMBER, number(number));
    }

    static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    /// The number of an item; empty if it is none that we would give, such as a fraction.
    static OptionalLong number(Map<String, AttributeValue> item) {
        try {
            var number = item.get(NUMBER);
            return number == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(number.n()));
        } catch (NumberFormatException _) {
            return OptionalLong.empty();
        }
    }

    static Link link(Map<String, AttributeValue> item) {
        return new Link(number(item), read(item));
    }

    /// The entry that this item is; empty if we would not write such an item, whoever did.
    static Optional<Entry> read(Map<String, AttributeValue> item) {
        try {
            var entry = new Entry(
                    number(item).orElseThrow(),
                    Instant.parse(text(item, "at")),
                    new Actor(text(item, "subject"), text(item, "name")),
                    text(item, "what"),
                    Optional.ofNullable(item.get("comment")).map(AttributeValue::s),
                    Optional.ofNullable(item.get("article")).map(AttributeValue::s),
                    texts(item, "before"),
                    texts(item, "after"),
                    text(item, "previous"),
                    text(item, HASH));
            return of(entry).equals(item) ? Optional.of(entry) : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException | NoSuchElementException _) {
            return Optional.empty();
        }
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s).orElseThrow();
    }

    private static SortedMap<String, String> texts(Map<String, AttributeValue> item, String name) {
        var texts = new TreeMap<String, String>();
        var map =
                Optional.ofNullable(item.get(name)).filter(AttributeValue::hasM).orElseThrow();
        map.m()
                .forEach((key, value) ->
                        texts.put(key, Optional.ofNullable(value.s()).orElseThrow()));
        return texts;
    }

    private static AttributeValue map(Map<String, String> texts) {
        var map = new HashMap<String, AttributeValue>();
        texts.forEach((name, text) -> map.put(name, AttributeValue.fromS(text)));
        return AttributeValue.fromM(map);
    }
}
