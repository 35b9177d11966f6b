package ykien.article;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.UpdateBehavior;
import ykien.listing.Timestamp;

/// An article as one item of the table `Articles`. An item of an index has the keys, the card and the number of
/// comments alone.
///
/// @param open whether it takes comments, as it was published
/// @param deskSays what the newsroom's desk has said of it since: `open`, `closed` or [#NOTHING]; this counts
record ArticleItem(
        String slug,
        String edition,
        @Nullable String category,
        String publishedAt,
        CardMap card,
        @Nullable Long commentCount,
        @Nullable String byline,
        @Nullable String body,
        @Nullable String source,
        @Nullable Boolean open,
        @Nullable String deskSays) {

    static final String SLUG = "slug";
    static final String EDITION = "edition";
    static final String CATEGORY = "category";
    static final String PUBLISHED_AT = "publishedAt";
    static final String LATEST = "latest";
    static final String BY_CATEGORY = "byCategory";
    static final String NOTHING = "nothing";
    /// The one partition of the index `latest`.
    static final String FRONT = "front";

    static final TableSchema<ArticleItem> SCHEMA = StaticImmutableTableSchema.builder(ArticleItem.class, Draft.class)
            .newItemBuilder(Draft::new, Draft::item)
            .addAttribute(
                    String.class,
                    a -> a.name(SLUG)
                            .getter(ArticleItem::slug)
                            .setter((d, v) -> d.slug = v)
                            .tags(StaticAttributeTags.primaryPartitionKey()))
            .addAttribute(
                    String.class,
                    a -> a.name(EDITION)
                            .getter(ArticleItem::edition)
                            .setter((d, v) -> d.edition = v)
                            .tags(StaticAttributeTags.secondaryPartitionKey(LATEST)))
            .addAttribute(
                    String.class,
                    a -> a.name(CATEGORY)
                            .getter(ArticleItem::category)
                            .setter((d, v) -> d.category = v)
                            .tags(StaticAttributeTags.secondaryPartitionKey(BY_CATEGORY)))
            .addAttribute(
                    String.class,
                    a -> a.name(PUBLISHED_AT)
                            .getter(ArticleItem::publishedAt)
                            .setter((d, v) -> d.publishedAt = v)
                            .tags(
                                    StaticAttributeTags.secondarySortKey(LATEST),
                                    StaticAttributeTags.secondarySortKey(BY_CATEGORY)))
            .addAttribute(
                    EnhancedType.documentOf(CardMap.class, CardMap.SCHEMA, d -> d.ignoreNulls(true)),
                    a -> a.name("card").getter(ArticleItem::card).setter((d, v) -> d.card = v))
            .addAttribute(
                    Long.class,
                    a -> a.name("commentCount")
                            .getter(ArticleItem::commentCount)
                            .setter((d, v) -> d.commentCount = v)
                            .tags(StaticAttributeTags.updateBehavior(UpdateBehavior.WRITE_IF_NOT_EXISTS)))
            .addAttribute(
                    String.class,
                    a -> a.name("byline").getter(ArticleItem::byline).setter((d, v) -> d.byline = v))
            .addAttribute(
                    String.class, a -> a.name("body").getter(ArticleItem::body).setter((d, v) -> d.body = v))
            .addAttribute(
                    String.class,
                    a -> a.name("source").getter(ArticleItem::source).setter((d, v) -> d.source = v))
            .addAttribute(
                    Boolean.class, a -> a.name("open").getter(ArticleItem::open).setter((d, v) -> d.open = v))
            .addAttribute(
                    String.class,
                    a -> a.name("deskSays")
                            .getter(ArticleItem::deskSays)
                            .setter((d, v) -> d.deskSays = v)
                            .tags(StaticAttributeTags.updateBehavior(UpdateBehavior.WRITE_IF_NOT_EXISTS)))
            .build();

    static ArticleItem of(Article article) {
        var card = article.card();
        return new ArticleItem(
                card.slug().value(),
                FRONT,
                card.category().map(c -> c.slug().value()).orElse(null),
                Timestamp.format(card.publishedAt()),
                CardMap.of(card),
                card.commentCount(),
                article.byline().orElse(null),
                article.body().value(),
                article.source().orElse(null),
                article.open(),
                NOTHING);
    }

    /// @param period how long it takes comments, unless the desk says otherwise
    Article article(CommentPeriod period, Instant now) {
        return new Article(
                toCard(),
                Optional.ofNullable(byline),
                new Html(Optional.ofNullable(body).orElse("")),
                Optional.ofNullable(source),
                takesComments(period, now));
    }

    /// What the desk says counts: an article that an editor has opened again stays open, however old it is.
    private boolean takesComments(CommentPeriod period, Instant now) {
        return switch (deskSays == null ? NOTHING : deskSays) {
            case "open" -> true;
            case "closed" -> false;
            default -> Boolean.TRUE.equals(open) && !period.isOver(Instant.parse(publishedAt), now);
        };
    }

    Card toCard() {
        return new Card(
                new Slug(slug),
                card.title(),
                Optional.ofNullable(card.dek()),
                card.toCategory(),
                card.photo(),
                Instant.parse(publishedAt),
                Optional.ofNullable(commentCount).orElse(0L));
    }

    /// What the Enhanced Client fills, attribute by attribute.
    static final class Draft {
        private String slug = "";
        private String edition = "";
        private @Nullable String category;
        private String publishedAt = "";
        private CardMap card = CardMap.EMPTY;
        private @Nullable Long commentCount;
        private @Nullable String byline;
        private @Nullable String body;
        private @Nullable String source;
        private @Nullable Boolean open;
        private @Nullable String deskSays;

        ArticleItem item() {
            return new ArticleItem(
                    slug, edition, category, publishedAt, card, commentCount, byline, body, source, open, deskSays);
        }
    }
}
