package ykien.comments;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// An item of a table as plain text: attributes that are text, a number, or a set of texts.
record Item(Map<String, String> texts) {
    static Item of(Map<String, AttributeValue> attributes) {
        var texts = new TreeMap<String, String>();
        attributes.forEach((name, value) -> texts.put(name, text(value)));
        return new Item(texts);
    }

    private static String text(AttributeValue value) {
        if (value.hasSs()) {
            return String.join(" ", value.ss());
        }
        return value.n() == null ? value.s() : value.n();
    }

    String text(String name) {
        return Optional.ofNullable(texts.get(name))
                .orElseThrow(() -> new AssertionError("no attribute " + name + " in " + texts.keySet()));
    }
}
