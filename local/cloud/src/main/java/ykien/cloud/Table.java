package ykien.cloud;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A DynamoDB table of the template.
///
/// @param name its logical id, which is its name on this machine
/// @param attributes the type (`S`, `N`, `B`) of every attribute that is part of a key
/// @param timeToLive the attribute after whose time an item may be deleted
public record Table(
        String name, Key key, Map<String, String> attributes, List<Index> indexes, Optional<String> timeToLive) {
    /// The attributes that a table's or an index's items are found by.
    public record Key(String partition, Optional<String> sort) {}

    /// A global secondary index.
    ///
    /// @param projection `ALL`, `KEYS_ONLY` or `INCLUDE`
    /// @param included with `INCLUDE`, the attributes that the index holds beside the keys
    public record Index(String name, Key key, String projection, List<String> included) {
        /// With its own copy of the attributes.
        public Index {
            included = List.copyOf(included);
        }
    }

    /// With its own copies of attributes and indexes.
    public Table {
        attributes = Map.copyOf(attributes);
        indexes = List.copyOf(indexes);
    }

    Table withoutExpiry() {
        return new Table(name, key, attributes, indexes, Optional.empty());
    }

    static Table from(String id, Map<String, Object> properties, String place) {
        var at = new Reading(properties, place);
        var attributes = new java.util.TreeMap<String, String>();
        for (var attribute : at.maps("AttributeDefinitions")) {
            attributes.put(attribute.text("AttributeName"), attribute.text("AttributeType"));
        }
        var indexes =
                at.maps("GlobalSecondaryIndexes").stream().map(Table::index).toList();
        var timeToLive = at.map("TimeToLiveSpecification")
                .filter(ttl -> ttl.text("Enabled").equals("true"))
                .map(ttl -> ttl.text("AttributeName"));
        return new Table(id, key(at), attributes, indexes, timeToLive);
    }

    private static Index index(Reading index) {
        var projection = index.map("Projection").orElseThrow(() -> index.wrong("an index needs a Projection"));
        return new Index(
                index.text("IndexName"),
                key(index),
                projection.text("ProjectionType"),
                projection.texts("NonKeyAttributes"));
    }

    private static Key key(Reading at) {
        var schema = at.maps("KeySchema");
        return new Key(
                part(schema, "HASH").orElseThrow(() -> at.wrong("KeySchema needs a HASH key")), part(schema, "RANGE"));
    }

    private static Optional<String> part(List<Reading> schema, String type) {
        return schema.stream()
                .filter(part -> part.text("KeyType").equals(type))
                .map(part -> part.text("AttributeName"))
                .findFirst();
    }
}
