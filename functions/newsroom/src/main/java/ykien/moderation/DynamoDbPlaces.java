package ykien.moderation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import ykien.comment.CommentId;
import ykien.comment.DeskKeys;
import ykien.listing.Cursor;
import ykien.listing.Timestamp;

/// A list that stands in some partitions of an index, merged by time: a query each, whatever the list's length.
///
/// Comments of the very same time stand in the order of their partitions, and within one in DynamoDB's own. So a
/// cursor says of each partition how far it was read: those before the cursor's own are through with that time,
/// those after it are not, and its own goes on after the comment itself.
final class DynamoDbPlaces {
    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Partitions partitions;

    DynamoDbPlaces(DynamoDbClient dynamoDb, String table, Partitions partitions) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.partitions = partitions;
    }

    /// Where a list stands.
    ///
    /// @param key the index's partition key
    /// @param values of that key, one for each partition
    record Partitions(String index, String key, List<String> values, boolean oldestFirst) {
        private Comparator<Place> order() {
            var byTime = Comparator.comparing(Place::submittedAt);
            return oldestFirst ? byTime : byTime.reversed();
        }
    }

    /// The next places.
    ///
    /// @param after the last place before; one that was made up leads somewhere in this list
    List<Place> after(Optional<Cursor> after, int limit) {
        var all = new ArrayList<Place>();
        answers(queries(after, limit)).forEach(all::addAll);
        all.sort(partitions.order()); // stable: the order of the partitions stays
        return List.copyOf(all.subList(0, Math.min(limit, all.size())));
    }

    private List<QueryRequest> queries(Optional<Cursor> after, int limit) {
        var queries = new ArrayList<QueryRequest>();
        var own = after.map(this::partition).orElse(0);
        for (var i = 0; i < partitions.values.size(); i++) {
            queries.add(query(i, own, after, limit));
        }
        return queries;
    }

    /// Which partition the cursor's comment stands in.
    private int partition(Cursor cursor) {
        return partitions.values.size() == 1 ? 0 : Math.max(0, partitions.values.indexOf(shard(cursor)));
    }

    /// A shard is named after its pile, a dot and its number: the comment's own number, in this list's pile.
    private String shard(Cursor cursor) {
        var first = partitions.values.getFirst();
        var pile = first.substring(0, first.lastIndexOf('.'));
        return CommentId.parse(cursor.id()).map(id -> DeskKeys.pile(pile, id)).orElse(first);
    }

    private QueryRequest query(int number, int own, Optional<Cursor> after, int limit) {
        var partition = AttributeValue.fromS(partitions.values.get(number));
        var values = new HashMap<>(Map.of(":partition", partition));
        var condition = partitions.key + " = :partition";
        var query = QueryRequest.builder()
                .tableName(table)
                .indexName(partitions.index)
                .projectionExpression("id, submittedAt")
                .scanIndexForward(partitions.oldestFirst)
                .limit(limit);
        if (after.isPresent()) {
            var at = AttributeValue.fromS(Timestamp.format(after.get().at()));
            if (number == own) {
                query.exclusiveStartKey(Map.of(
                        partitions.key, partition,
                        DeskItem.SUBMITTED_AT, at,
                        DeskItem.ID, AttributeValue.fromS(after.get().id())));
            } else {
                var beyond = partitions.oldestFirst ? ">" : "<";
                condition += " AND submittedAt " + beyond + (number < own ? "" : "=") + " :at";
                values.put(":at", at);
            }
        }
        return query.keyConditionExpression(condition)
                .expressionAttributeValues(values)
                .build();
    }

    /// In the order of the queries, which are asked at the same time.
    private List<List<Place>> answers(List<QueryRequest> queries) {
        if (queries.size() == 1) {
            return List.of(ask(queries.getFirst()));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = threads.invokeAll(queries.stream()
                    .map(query -> (Callable<List<Place>>) () -> ask(query))
                    .toList());
            var answers = new ArrayList<List<Place>>();
            for (var answer : asked) {
                answers.add(answer.get());
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while DynamoDB was asked", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a query of the index " + partitions.index + " failed", e.getCause());
        }
    }

    private List<Place> ask(QueryRequest query) {
        return dynamoDb.query(query).items().stream()
                .map(DeskItem::new)
                .map(item -> new Place(item.id(), Instant.parse(item.text(DeskItem.SUBMITTED_AT))))
                .toList();
    }
}
