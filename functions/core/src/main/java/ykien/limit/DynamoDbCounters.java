package ykien.limit;

import static ykien.limit.Tallies.TOTAL;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// Counts in the table `Limits`, an item a window: `id`, `expiresAt`, the total `n` and cells; or numbers of any other
/// name and the set `marks`. Numbers are added by DynamoDB itself, so that none is lost however many come at once.
final class DynamoDbCounters implements Counters {
    private static final String MARKS = "marks";

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final AwsRequestOverrideConfiguration bounded;

    DynamoDbCounters(DynamoDbClient dynamoDb, String table, Duration patience) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.bounded = AwsRequestOverrideConfiguration.builder()
                .apiCallTimeout(patience)
                .apiCallAttemptTimeout(patience.dividedBy(2)) // what is lost on the way is sent once more
                .build();
    }

    @Override
    public Optional<Tally> count(Count count, long many) {
        var cells = count.cells();
        var added = cells.stream().map(cell -> cell + " :many").collect(Collectors.joining(", "));
        var anyCellHasRoom = cells.stream()
                .map(cell -> "attribute_not_exists(" + cell + ") OR " + cell + " <= :own")
                .collect(Collectors.joining(" OR "));
        var update = update(count.item())
                .updateExpression("SET expiresAt = :expiresAt ADD " + TOTAL + " :many, " + added)
                .conditionExpression("(attribute_not_exists(" + TOTAL + ") OR " + TOTAL + " <= :network) AND ("
                        + anyCellHasRoom + ")")
                .expressionAttributeValues(Map.of(
                        ":many", number(many),
                        ":own", number(count.ceilings().own() - many),
                        ":network", number(count.ceilings().network() - many),
                        ":expiresAt", number(count.expiresAt().getEpochSecond())))
                .returnValues(ReturnValue.UPDATED_NEW)
                .build();
        return available(() -> {
            try {
                return Optional.of(tally(dynamoDb.updateItem(update).attributes(), cells));
            } catch (ConditionalCheckFailedException _) {
                return Optional.empty();
            }
        });
    }

    private static Tally tally(Map<String, AttributeValue> attributes, List<String> cells) {
        var own = cells.stream().mapToLong(cell -> number(attributes, cell)).min();
        return new Tally(own.orElseThrow(), number(attributes, TOTAL));
    }

    @Override
    public void add(String item, Tallies tallies, Instant expiresAt) {
        var values = new HashMap<String, AttributeValue>();
        values.put(":expiresAt", number(expiresAt.getEpochSecond()));
        tallies.numbers().forEach((name, number) -> values.put(":" + name, number(number)));
        if (!tallies.marks().isEmpty()) {
            values.put(":" + MARKS, AttributeValue.fromSs(List.copyOf(tallies.marks())));
        }
        var added = values.keySet().stream()
                .filter(value -> !value.equals(":expiresAt"))
                .map(value -> value.substring(1) + " " + value)
                .collect(Collectors.joining(", "));
        var update = update(item)
                .updateExpression("SET expiresAt = :expiresAt ADD " + added)
                .expressionAttributeValues(values)
                .build();
        available(() -> dynamoDb.updateItem(update));
    }

    @Override
    public Map<String, Tallies> read(List<String> items) {
        var keys = KeysAndAttributes.builder()
                .keys(items.stream().map(DynamoDbCounters::key).toList())
                .build();
        var answer = available(() ->
                dynamoDb.batchGetItem(r -> r.requestItems(Map.of(table, keys)).overrideConfiguration(bounded)));
        if (!answer.unprocessedKeys().isEmpty()) {
            throw new CountersUnavailable(new IllegalStateException("throttled: only some of the items came"));
        }
        var found = new HashMap<String, Tallies>();
        for (var attributes : answer.responses().getOrDefault(table, List.of())) {
            found.put(attribute(attributes, "id").s(), tallies(attributes));
        }
        return found;
    }

    private static Tallies tallies(Map<String, AttributeValue> attributes) {
        var numbers = new HashMap<String, Long>();
        attributes.forEach((name, value) -> {
            if (value.n() != null && !name.equals("expiresAt")) {
                numbers.put(name, Long.valueOf(value.n()));
            }
        });
        var marks = attributes.get(MARKS);
        return new Tallies(numbers, marks == null ? Set.of() : Set.copyOf(marks.ss()));
    }

    private UpdateItemRequest.Builder update(String item) {
        return UpdateItemRequest.builder().tableName(table).key(key(item)).overrideConfiguration(bounded);
    }

    private static <T> T available(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw new CountersUnavailable(e);
        }
    }

    private static Map<String, AttributeValue> key(String item) {
        return Map.of("id", AttributeValue.fromS(item));
    }

    private static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    private static long number(Map<String, AttributeValue> attributes, String name) {
        return Long.parseLong(attribute(attributes, name).n());
    }

    private static AttributeValue attribute(Map<String, AttributeValue> attributes, String name) {
        return Objects.requireNonNull(attributes.get(name), name);
    }
}
