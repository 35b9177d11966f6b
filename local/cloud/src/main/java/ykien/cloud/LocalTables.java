package ykien.cloud;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;

/// Makes the template's tables in DynamoDB Local.
record LocalTables(DynamoDbClient client) {
    static LocalTables in(DynamoDbClient client) {
        return new LocalTables(client);
    }

    /// @throws IllegalStateException if a table is there with other keys or indexes
    void createMissing(List<Table> tables) {
        var there = client.listTablesPaginator().tableNames().stream().toList();
        for (var table : tables) {
            if (there.contains(table.name())) {
                check(
                        table,
                        client.describeTable(it -> it.tableName(table.name())).table());
            } else {
                create(table);
            }
        }
    }

    void recreate(List<Table> tables) {
        for (var table : tables) {
            client.deleteTable(it -> it.tableName(table.name()));
            create(table);
        }
    }

    private void create(Table table) {
        client.createTable(request(table));
        table.timeToLive()
                .ifPresent(attribute -> client.updateTimeToLive(UpdateTimeToLiveRequest.builder()
                        .tableName(table.name())
                        .timeToLiveSpecification(it -> it.enabled(true).attributeName(attribute))
                        .build()));
    }

    private static CreateTableRequest request(Table table) {
        var request = CreateTableRequest.builder()
                .tableName(table.name())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(key(table.key()))
                .attributeDefinitions(table.attributes().entrySet().stream()
                        .map(attribute -> AttributeDefinition.builder()
                                .attributeName(attribute.getKey())
                                .attributeType(attribute.getValue())
                                .build())
                        .toList());
        if (!table.indexes().isEmpty()) {
            request.globalSecondaryIndexes(
                    table.indexes().stream().map(LocalTables::index).toList());
        }
        return request.build();
    }

    private static GlobalSecondaryIndex index(Table.Index index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(key(index.key()))
                .projection(projection(index))
                .build();
    }

    private static Projection projection(Table.Index index) {
        var projection = Projection.builder().projectionType(index.projection());
        if (!index.included().isEmpty()) {
            projection.nonKeyAttributes(index.included());
        }
        return projection.build();
    }

    private static List<KeySchemaElement> key(Table.Key key) {
        return Stream.concat(
                        Stream.of(part(key.partition(), KeyType.HASH)),
                        key.sort().map(sort -> part(sort, KeyType.RANGE)).stream())
                .toList();
    }

    private static KeySchemaElement part(String attribute, KeyType type) {
        return KeySchemaElement.builder().attributeName(attribute).keyType(type).build();
    }

    /// Data that an older template made is left alone: nobody but its owner knows what it is worth.
    private static void check(Table table, TableDescription there) {
        var indexes = new HashSet<Table.Index>();
        for (var index : there.globalSecondaryIndexes()) {
            indexes.add(index(index));
        }
        if (!key(there.keySchema()).equals(table.key()) || !indexes.equals(sorted(table.indexes()))) {
            throw new IllegalStateException(
                    "its table " + table.name()
                            + " has other keys or indexes than template.yaml; move the folder away, or bring the template back");
        }
    }

    private static HashSet<Table.Index> sorted(List<Table.Index> indexes) {
        var set = new HashSet<Table.Index>();
        for (var index : indexes) {
            set.add(new Table.Index(
                    index.name(),
                    index.key(),
                    index.projection(),
                    index.included().stream().sorted().toList()));
        }
        return set;
    }

    private static Table.Index index(GlobalSecondaryIndexDescription there) {
        return new Table.Index(
                there.indexName(),
                key(there.keySchema()),
                there.projection().projectionTypeAsString(),
                there.projection().nonKeyAttributes().stream().sorted().toList());
    }

    private static Table.Key key(List<KeySchemaElement> schema) {
        var parts = new HashMap<String, String>();
        schema.forEach(part -> parts.put(part.keyTypeAsString(), part.attributeName()));
        return new Table.Key(parts.getOrDefault("HASH", ""), Optional.ofNullable(parts.get("RANGE")));
    }
}
