package ykien.moderation;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import ykien.article.CommentPeriod;
import ykien.article.Slug;

/// An article as an item of the table `Articles`, as far as the desk reads and changes it: `deskSays`, which is
/// `open`, `closed` or `nothing`, counts for more than `open`, which comes of the article's file, and than its age; and
/// `commentCount`.
final class ArticleLineItem {
    private static final String SLUG = "slug";
    private static final String OPEN = "open";
    private static final String PUBLISHED_AT = "publishedAt";
    private static final String DESK_SAYS = "deskSays";

    private ArticleLineItem() {}

    /// Asks for what [#line] reads, not for the text.
    static KeysAndAttributes get(Set<Slug> slugs) {
        return KeysAndAttributes.builder()
                .keys(slugs.stream().map(ArticleLineItem::key).toList())
                .projectionExpression("#slug, #card.#title, #open, #published, #says")
                .expressionAttributeNames(Map.of(
                        "#slug", SLUG,
                        "#card", "card",
                        "#title", "title",
                        "#open", OPEN,
                        "#published", PUBLISHED_AT,
                        "#says", DESK_SAYS))
                .build();
    }

    private static Map<String, AttributeValue> key(Slug slug) {
        return Map.of(SLUG, AttributeValue.fromS(slug.value()));
    }

    static ArticleLine line(Map<String, AttributeValue> item, boolean open) {
        var card = Optional.ofNullable(item.get("card")).map(AttributeValue::m).orElse(Map.of());
        return new ArticleLine(new Slug(text(item, SLUG).orElseThrow()), text(card, "title"), open);
    }

    static ArticleLine gone(Slug slug) {
        return new ArticleLine(slug, Optional.empty(), false);
    }

    /// Whether it takes comments: so readers see it, too.
    static boolean isOpen(Map<String, AttributeValue> item, CommentPeriod period, Instant now) {
        return switch (text(item, DESK_SAYS).orElse("nothing")) {
            case "open" -> true;
            case "closed" -> false;
            default ->
                Optional.ofNullable(item.get(OPEN)).map(AttributeValue::bool).orElse(false)
                        && text(item, PUBLISHED_AT)
                                .filter(at -> period.isOver(Instant.parse(at), now))
                                .isEmpty();
        };
    }

    /// Has the desk say that it is open, or closed, if nobody said something else since the item was read.
    static TransactWriteItem saying(String table, Map<String, AttributeValue> read, boolean open) {
        var said = text(read, DESK_SAYS);
        var values = new HashMap<String, AttributeValue>();
        values.put(":says", AttributeValue.fromS(open ? "open" : "closed"));
        said.ifPresent(it -> values.put(":said", AttributeValue.fromS(it)));
        return TransactWriteItem.builder()
                .update(r -> r.tableName(table)
                        .key(key(new Slug(text(read, SLUG).orElseThrow())))
                        .updateExpression("SET " + DESK_SAYS + " = :says")
                        .conditionExpression("attribute_exists(" + SLUG + ") AND "
                                + (said.isPresent()
                                        ? DESK_SAYS + " = :said"
                                        : "attribute_not_exists(" + DESK_SAYS + ")"))
                        .expressionAttributeValues(values))
                .build();
    }

    /// Adds to the number of comments that readers see, if the article is there.
    static TransactWriteItem counting(String table, Slug article, long more) {
        return TransactWriteItem.builder()
                .update(r -> r.tableName(table)
                        .key(key(article))
                        .updateExpression("ADD commentCount :more")
                        .conditionExpression("attribute_exists(" + SLUG + ")")
                        .expressionAttributeValues(Map.of(":more", AttributeValue.fromN(Long.toString(more)))))
                .build();
    }

    private static Optional<String> text(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
    }
}
