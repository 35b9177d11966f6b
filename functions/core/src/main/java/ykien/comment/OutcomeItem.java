package ykien.comment;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;
import ykien.challenge.Challenge;
import ykien.challenge.KeyedHash;

/// The one outcome of a challenge, as an item of the table `Captchas`: missed, or spent on a comment. A text that is
/// not taken twice stands there alike, as if it were a challenge that its comment had spent.
///
/// @param id the challenge's, in hexadecimal; of a text its keyed hash behind `text:`
/// @param comment the id of the comment that it let in; none: missed
/// @param hash of that comment's content
/// @param expiresAt when DynamoDB may delete it, in seconds since 1970
record OutcomeItem(
        String id, @Nullable String comment, @Nullable String hash, long expiresAt) {
    /// Kept so long past the challenge's expiry, so that a late retry still gets the first answer; a text from its
    /// comment on.
    private static final Duration KEPT = Duration.ofHours(24);

    static final TableSchema<OutcomeItem> SCHEMA = StaticImmutableTableSchema.builder(OutcomeItem.class, Draft.class)
            .newItemBuilder(Draft::new, Draft::item)
            .addAttribute(
                    String.class,
                    a -> a.name("id")
                            .getter(OutcomeItem::id)
                            .setter((d, v) -> d.id = v)
                            .tags(StaticAttributeTags.primaryPartitionKey()))
            .addAttribute(
                    String.class,
                    a -> a.name("comment").getter(OutcomeItem::comment).setter((d, v) -> d.comment = v))
            .addAttribute(
                    String.class, a -> a.name("hash").getter(OutcomeItem::hash).setter((d, v) -> d.hash = v))
            .addAttribute(
                    Long.class,
                    a -> a.name("expiresAt").getter(OutcomeItem::expiresAt).setter((d, v) -> d.expiresAt = v))
            .build();

    static OutcomeItem missed(Challenge challenge) {
        return new OutcomeItem(challenge.id().hex(), null, null, deletable(challenge));
    }

    static OutcomeItem spent(Challenge challenge, CommentId comment, ContentHash hash) {
        return new OutcomeItem(challenge.id().hex(), comment.value(), hash.hex(), deletable(challenge));
    }

    /// The text of a comment, with its article and its author's e-mail address.
    static OutcomeItem ofText(Comment comment, KeyedHash names) {
        var name = names.name(
                "text", comment.article().value(), comment.author().email().normalised(), comment.content());
        var expiresAt = comment.submittedAt().plus(KEPT).getEpochSecond();
        return new OutcomeItem("text:" + name, comment.id().value(), null, expiresAt);
    }

    /// What whoever sends this content now is told.
    Submission toldTo(ContentHash content) {
        if (comment == null) {
            return new Submission.Missed();
        }
        return commentWith(content).<Submission>map(Submission.Repeated::new).orElseGet(Submission.Spent::new);
    }

    /// The comment that the challenge let in, if this is its content.
    Optional<CommentId> commentWith(ContentHash content) {
        return content.hex().equals(hash) ? Optional.ofNullable(comment).map(CommentId::new) : Optional.empty();
    }

    private static long deletable(Challenge challenge) {
        return challenge.expiresAt().plus(KEPT).getEpochSecond();
    }

    /// What the Enhanced Client fills, attribute by attribute.
    static final class Draft {
        private String id = "";
        private @Nullable String comment;
        private @Nullable String hash;
        private long expiresAt;

        OutcomeItem item() {
            return new OutcomeItem(id, comment, hash, expiresAt);
        }
    }
}
