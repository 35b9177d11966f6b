package ykien.article;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbIndex;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import ykien.listing.Cursor;
import ykien.listing.Page;
import ykien.listing.Timestamp;

/// Readers' view of the table `Articles`.
final class DynamoDbPublishedArticles implements PublishedArticles {
    private final DynamoDbTable<ArticleItem> table;
    private final CommentPeriod open;
    private final InstantSource clock;

    DynamoDbPublishedArticles(
            DynamoDbEnhancedClient dynamoDb, String articlesTable, CommentPeriod open, InstantSource clock) {
        this.table = dynamoDb.table(articlesTable, ArticleItem.SCHEMA);
        this.open = open;
        this.clock = clock;
    }

    @Override
    public Optional<Article> find(Slug slug) {
        var item = table.getItem(Key.builder().partitionValue(slug.value()).build());
        var now = clock.instant();
        return Optional.ofNullable(item)
                .map(it -> it.article(open, now))
                .filter(a -> !a.card().publishedAt().isAfter(now));
    }

    @Override
    public Page<Card> latest(Optional<Cursor> after) {
        return page(table.index(ArticleItem.LATEST), ArticleItem.EDITION, ArticleItem.FRONT, after);
    }

    @Override
    public Page<Card> inCategory(Slug category, Optional<Cursor> after) {
        return page(table.index(ArticleItem.BY_CATEGORY), ArticleItem.CATEGORY, category.value(), after);
    }

    private Page<Card> page(
            DynamoDbIndex<ArticleItem> index, String partitionKey, String partition, Optional<Cursor> after) {
        var until = Key.builder()
                .partitionValue(partition)
                .sortValue(Timestamp.format(clock.instant()))
                .build();
        var query = QueryEnhancedRequest.builder()
                .queryConditional(QueryConditional.sortLessThanOrEqualTo(until))
                .scanIndexForward(false)
                .limit(PAGE + 1);
        // A cursor into the future would let a reader start among scheduled articles: there is nothing before now.
        after.filter(cursor -> !cursor.at().isAfter(clock.instant()))
                .ifPresent(cursor -> query.exclusiveStartKey(Map.of(
                        partitionKey,
                        AttributeValue.fromS(partition),
                        ArticleItem.PUBLISHED_AT,
                        AttributeValue.fromS(Timestamp.format(cursor.at())),
                        ArticleItem.SLUG,
                        AttributeValue.fromS(cursor.id()))));
        var cards = index.query(query.build()).iterator().next().items().stream()
                .map(ArticleItem::toCard)
                .toList();
        return Page.of(cards, PAGE, Card::place);
    }
}
