package ykien.comment;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbIndex;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import ykien.article.Slug;
import ykien.listing.Cursor;
import ykien.listing.Page;
import ykien.listing.Timestamp;

/// Approved comments in the index `byArticle` of the table `Comments`; the table itself is never asked.
final class DynamoDbPublicComments implements PublicComments {
    private final DynamoDbIndex<ShownItem> index;

    DynamoDbPublicComments(DynamoDbEnhancedClient dynamoDb, String commentsTable) {
        this.index = dynamoDb.table(commentsTable, ShownItem.SCHEMA).index(ShownItem.BY_ARTICLE);
    }

    @Override
    public Page<PublicComment> under(Slug article, Optional<Cursor> after) {
        var query = QueryEnhancedRequest.builder()
                .queryConditional(QueryConditional.keyEqualTo(
                        Key.builder().partitionValue(article.value()).build()))
                .scanIndexForward(false)
                .limit(PAGE + 1);
        after.ifPresent(cursor -> query.exclusiveStartKey(Map.of(
                "article", AttributeValue.fromS(article.value()),
                "shownAt", AttributeValue.fromS(Timestamp.format(cursor.at())),
                "id", AttributeValue.fromS(cursor.id()))));
        var comments = index.query(query.build()).iterator().next().items().stream()
                .map(ShownItem::comment)
                .toList();
        return Page.of(comments, PAGE, ShownItem::place);
    }

    /// Several may be of the same millisecond; more of them than a page holds are nobody's who types.
    @Override
    public Optional<PublicComment> one(Slug article, CommentId id, Instant at) {
        var moment = Key.builder()
                .partitionValue(article.value())
                .sortValue(Timestamp.format(at))
                .build();
        var query = QueryEnhancedRequest.builder()
                .queryConditional(QueryConditional.keyEqualTo(moment))
                .limit(PAGE);
        return index.query(query.build()).iterator().next().items().stream()
                .filter(item -> item.id().equals(id.value()))
                .map(ShownItem::comment)
                .findFirst();
    }
}
