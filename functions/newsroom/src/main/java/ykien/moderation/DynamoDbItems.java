package ykien.moderation;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import ykien.article.CommentPeriod;
import ykien.article.Slug;
import ykien.comment.CommentId;

/// Items of the newsroom's tables, many at a time: a `BatchGetItem` for up to 100.
///
/// @param period how long an article takes comments, unless the desk says otherwise
record DynamoDbItems(DynamoDbClient dynamoDb, DeskTables tables, CommentPeriod period, InstantSource clock) {
    /// How many items one `BatchGetItem` gets at most.
    static final int BATCH = 100;

    /// Comments, as they are at this moment.
    ///
    /// @param ids at most [#BATCH]
    Map<CommentId, DeskItem> comments(Set<CommentId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var keys = KeysAndAttributes.builder()
                .keys(ids.stream().map(DeskItem::key).toList())
                .consistentRead(true)
                .build();
        return get(Map.of(tables.comments(), keys)).getOrDefault(tables.comments(), List.of()).stream()
                .map(DeskItem::new)
                .collect(Collectors.toMap(DeskItem::id, item -> item));
    }

    /// The comments as a moderator sees them, in the same order, with their articles and senders: one `BatchGetItem`.
    ///
    /// @param comments at most half of [#BATCH]
    List<Moderated> moderated(List<DeskItem> comments) {
        if (comments.isEmpty()) {
            return List.of();
        }
        var slugs = comments.stream().map(DeskItem::article).collect(Collectors.toSet());
        var senders = comments.stream().map(DeskItem::sender).collect(Collectors.toSet());
        var items = get(Map.of(
                tables.articles(),
                ArticleLineItem.get(slugs),
                tables.senders(),
                KeysAndAttributes.builder()
                        .keys(senders.stream().map(SenderItem::key).toList())
                        .build()));
        var lines = items.getOrDefault(tables.articles(), List.of()).stream()
                .map(this::line)
                .collect(Collectors.toMap(ArticleLine::slug, line -> line));
        var counts = items.getOrDefault(tables.senders(), List.of()).stream()
                .collect(Collectors.toMap(item -> new DeskItem(item).text(SenderItem.SENDER), SenderItem::counts));
        return comments.stream()
                .map(comment -> comment.moderated(
                        lines.getOrDefault(comment.article(), ArticleLineItem.gone(comment.article())),
                        counts.getOrDefault(comment.sender(), SenderCounts.NONE)))
                .toList();
    }

    /// An article, as it is at this moment: what the item of its table says of it.
    Optional<Map<String, AttributeValue>> article(Slug slug) {
        var keys = ArticleLineItem.get(Set.of(slug)).toBuilder()
                .consistentRead(true)
                .build();
        return get(Map.of(tables.articles(), keys)).getOrDefault(tables.articles(), List.of()).stream()
                .findFirst();
    }

    /// The article that this item is.
    ArticleLine line(Map<String, AttributeValue> article) {
        return ArticleLineItem.line(article, isOpen(article));
    }

    /// Whether the article that this item is takes comments now.
    boolean isOpen(Map<String, AttributeValue> article) {
        return ArticleLineItem.isOpen(article, period, clock.instant());
    }

    /// What DynamoDB leaves out under load is asked for again.
    private Map<String, List<Map<String, AttributeValue>>> get(Map<String, KeysAndAttributes> wanted) {
        var items = new HashMap<String, List<Map<String, AttributeValue>>>();
        var patience = new Patience();
        var left = wanted;
        while (true) {
            var now = left;
            var answer = dynamoDb.batchGetItem(r -> r.requestItems(now));
            answer.responses().forEach((table, some) -> items.merge(table, some, DynamoDbItems::both));
            left = answer.unprocessedKeys();
            if (left.isEmpty()) {
                return items;
            }
            if (!patience.again()) {
                throw new IllegalStateException("DynamoDB is too busy to give all items; try again later");
            }
        }
    }

    private static <T> List<T> both(Collection<T> some, Collection<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
