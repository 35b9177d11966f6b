package ykien.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import ykien.comment.DeskKeys;
import ykien.listing.Cursor;

/// The front of the index `piles`: a query a shard, and the states of those that stand there. As a rule the first of
/// them waits, so that is all, however long the queue.
final class DynamoDbQueueAge implements QueueAge {
    private static final int LOOKED_AT = 25;

    /// So many times as much is looked at where reported comments stand in front.
    private static final int TIMES = 20;

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final DynamoDbPlaces queue;

    DynamoDbQueueAge(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.queue = new DynamoDbPlaces(
                dynamoDb,
                table,
                new DynamoDbPlaces.Partitions(
                        "piles", DeskItem.PILE, DeskKeys.shards(State.WAITING.word()), /* oldestFirst= */ true));
    }

    /// Where reported comments alone are found, however far it looks, it is the last of them that counts: whoever waits
    /// came after it.
    @Override
    public Optional<Instant> oldest() {
        var after = Optional.<Cursor>empty();
        var last = Optional.<Instant>empty();
        for (var i = 0; i < TIMES; i++) {
            var places = queue.after(after, LOOKED_AT);
            var waiting = waiting(places);
            var oldest = places.stream()
                    .filter(place -> waiting.contains(place.id().value()))
                    .findFirst();
            if (oldest.isPresent() || places.size() < LOOKED_AT) {
                return oldest.map(Place::submittedAt);
            }
            after = Optional.of(places.getLast().cursor());
            last = Optional.of(places.getLast().submittedAt());
        }
        return last;
    }

    /// The ids of those that wait. What DynamoDB leaves out under load counts as waiting: rather a false alarm.
    private Set<String> waiting(List<Place> places) {
        if (places.isEmpty()) {
            return Set.of();
        }
        var wanted = KeysAndAttributes.builder()
                .keys(places.stream().map(place -> DeskItem.key(place.id())).toList())
                .projectionExpression("id, #state")
                .expressionAttributeNames(Map.of("#state", "state"))
                .build();
        var answer = dynamoDb.batchGetItem(r -> r.requestItems(Map.of(table, wanted)));
        var decided = answer.responses().getOrDefault(table, List.of()).stream()
                .map(DeskItem::new)
                .filter(item -> !item.text("state").equals(State.WAITING.word()))
                .map(item -> item.text(DeskItem.ID))
                .collect(Collectors.toSet());
        return places.stream()
                .map(place -> place.id().value())
                .filter(id -> !decided.contains(id))
                .collect(Collectors.toSet());
    }
}
