package ykien.comment;

import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;
import ykien.listing.Cursor;

/// An approved comment as one item of the index `byArticle`: keys and what is shown, nothing else.
record ShownItem(String id, String article, String shownAt, ShownMap shown) {
    static final String BY_ARTICLE = "byArticle";

    static final TableSchema<ShownItem> SCHEMA = StaticImmutableTableSchema.builder(ShownItem.class, Draft.class)
            .newItemBuilder(Draft::new, Draft::item)
            .addAttribute(
                    String.class,
                    a -> a.name("id")
                            .getter(ShownItem::id)
                            .setter((d, v) -> d.id = v)
                            .tags(StaticAttributeTags.primaryPartitionKey()))
            .addAttribute(
                    String.class,
                    a -> a.name("article")
                            .getter(ShownItem::article)
                            .setter((d, v) -> d.article = v)
                            .tags(StaticAttributeTags.secondaryPartitionKey(BY_ARTICLE)))
            .addAttribute(
                    String.class,
                    a -> a.name("shownAt")
                            .getter(ShownItem::shownAt)
                            .setter((d, v) -> d.shownAt = v)
                            .tags(StaticAttributeTags.secondarySortKey(BY_ARTICLE)))
            .addAttribute(
                    EnhancedType.documentOf(ShownMap.class, ShownMap.SCHEMA, d -> d.ignoreNulls(true)),
                    a -> a.name("shown").getter(ShownItem::shown).setter((d, v) -> d.shown = v))
            .build();

    PublicComment comment() {
        return new PublicComment(
                new CommentId(id),
                shown.name(),
                Optional.ofNullable(shown.title()),
                shown.content(),
                Instant.parse(shownAt),
                shown.toReply(),
                Boolean.TRUE.equals(shown.picked()));
    }

    /// A comment's place in the list.
    static Cursor place(PublicComment comment) {
        return new Cursor(comment.at(), comment.id().value());
    }

    /// What the Enhanced Client fills, attribute by attribute.
    static final class Draft {
        private String id = "";
        private String article = "";
        private String shownAt = "";
        private ShownMap shown = ShownMap.EMPTY;

        ShownItem item() {
            return new ShownItem(id, article, shownAt, shown);
        }
    }
}
