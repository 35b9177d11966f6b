package ykien.comment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;
import ykien.article.Slug;
import ykien.listing.Timestamp;

/// A report as one item of the table `Reports`: a comment's reports lie together, in the order in which they came.
///
/// @param at a [Timestamp]
/// @param reason the key of a [ReportReason]
/// @param expiresAt when DynamoDB may delete it, in seconds since 1970
record ReportItem(
        String comment,
        String id,
        String article,
        String at,
        String reason,
        @Nullable String words,
        long expiresAt) {
    /// Words may hold personal data of others, so nobody keeps them for ever: long enough to settle a dispute.
    static final Duration KEPT = Duration.ofDays(180);

    static final TableSchema<ReportItem> SCHEMA = StaticImmutableTableSchema.builder(ReportItem.class, Draft.class)
            .newItemBuilder(Draft::new, Draft::item)
            .addAttribute(
                    String.class,
                    a -> a.name("comment")
                            .getter(ReportItem::comment)
                            .setter((d, v) -> d.comment = v)
                            .tags(StaticAttributeTags.primaryPartitionKey()))
            .addAttribute(
                    String.class,
                    a -> a.name("id")
                            .getter(ReportItem::id)
                            .setter((d, v) -> d.id = v)
                            .tags(StaticAttributeTags.primarySortKey()))
            .addAttribute(
                    String.class,
                    a -> a.name("article").getter(ReportItem::article).setter((d, v) -> d.article = v))
            .addAttribute(String.class, a -> a.name("at").getter(ReportItem::at).setter((d, v) -> d.at = v))
            .addAttribute(
                    String.class,
                    a -> a.name("reason").getter(ReportItem::reason).setter((d, v) -> d.reason = v))
            .addAttribute(
                    String.class, a -> a.name("words").getter(ReportItem::words).setter((d, v) -> d.words = v))
            .addAttribute(
                    Long.class,
                    a -> a.name("expiresAt").getter(ReportItem::expiresAt).setter((d, v) -> d.expiresAt = v))
            .build();

    static ReportItem of(Report report) {
        return new ReportItem(
                report.comment().value(),
                report.id().value(),
                report.article().value(),
                Timestamp.format(report.at()),
                report.reason().key(),
                report.words().orElse(null),
                report.at().plus(KEPT).getEpochSecond());
    }

    Report report() {
        return new Report(
                new ReportId(id),
                new CommentId(comment),
                new Slug(article),
                Instant.parse(at),
                ReportReason.of(reason).orElse(ReportReason.OTHER),
                Optional.ofNullable(words));
    }

    @Override
    public String toString() {
        return "ReportItem[" + id + "]";
    }

    /// What the Enhanced Client fills, attribute by attribute.
    static final class Draft {
        private String comment = "";
        private String id = "";
        private String article = "";
        private String at = "";
        private String reason = "";
        private @Nullable String words;
        private long expiresAt;

        ReportItem item() {
            return new ReportItem(comment, id, article, at, reason, words, expiresAt);
        }
    }
}
