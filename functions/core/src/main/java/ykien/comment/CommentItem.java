package ykien.comment;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;
import ykien.challenge.Medium;
import ykien.challenge.Proof;
import ykien.listing.Timestamp;

/// A comment as one item of the table `Comments`. Two indexes are sparse: `queue` has the waiting ones, by the
/// attribute `queue`, which only these have; `byArticle` the approved ones, by `shownAt`.
///
/// @param state [#WAITING] or [#APPROVED]
/// @param submittedAt a [Timestamp]
/// @param queue the shard of the moderation queue
/// @param shownAt the sort key among an article's approved comments: when it was submitted
/// @param shown all that the public may see
/// @param answeredBy the [Medium] of the challenge's answer, in lower case, for the newsroom alone: sound is easier
/// for machines; none: it was not noted yet when the comment came
/// @param work the [Proof]'s mark, for the newsroom alone: whether the work was done that is asked for under attack;
/// none: it was not asked for
record CommentItem(
        String id,
        String article,
        String state,
        String submittedAt,
        @Nullable String queue,
        @Nullable String shownAt,
        @Nullable ShownMap shown,
        @Nullable String title,
        String name,
        String email,
        @Nullable String phone,
        String content,
        @Nullable String answeredBy,
        @Nullable String work) {

    static final String WAITING = "waiting";
    static final String APPROVED = "approved";
    /// Shards of the moderation queue: a partition of an index takes 1,000 writes a second.
    private static final int SHARDS = 8;

    static final TableSchema<CommentItem> SCHEMA = StaticImmutableTableSchema.builder(CommentItem.class, Draft.class)
            .newItemBuilder(Draft::new, Draft::item)
            .addAttribute(
                    String.class,
                    a -> a.name("id")
                            .getter(CommentItem::id)
                            .setter((d, v) -> d.id = v)
                            .tags(StaticAttributeTags.primaryPartitionKey()))
            .addAttribute(
                    String.class,
                    a -> a.name("article").getter(CommentItem::article).setter((d, v) -> d.article = v))
            .addAttribute(
                    String.class,
                    a -> a.name("state").getter(CommentItem::state).setter((d, v) -> d.state = v))
            .addAttribute(
                    String.class,
                    a -> a.name("submittedAt").getter(CommentItem::submittedAt).setter((d, v) -> d.submittedAt = v))
            .addAttribute(
                    String.class,
                    a -> a.name("queue").getter(CommentItem::queue).setter((d, v) -> d.queue = v))
            .addAttribute(
                    String.class,
                    a -> a.name("shownAt").getter(CommentItem::shownAt).setter((d, v) -> d.shownAt = v))
            .addAttribute(
                    EnhancedType.documentOf(ShownMap.class, ShownMap.SCHEMA, d -> d.ignoreNulls(true)),
                    a -> a.name("shown").getter(CommentItem::shown).setter((d, v) -> d.shown = v))
            .addAttribute(
                    String.class,
                    a -> a.name("title").getter(CommentItem::title).setter((d, v) -> d.title = v))
            .addAttribute(
                    String.class, a -> a.name("name").getter(CommentItem::name).setter((d, v) -> d.name = v))
            .addAttribute(
                    String.class,
                    a -> a.name("email").getter(CommentItem::email).setter((d, v) -> d.email = v))
            .addAttribute(
                    String.class,
                    a -> a.name("phone").getter(CommentItem::phone).setter((d, v) -> d.phone = v))
            .addAttribute(
                    String.class,
                    a -> a.name("content").getter(CommentItem::content).setter((d, v) -> d.content = v))
            .addAttribute(
                    String.class,
                    a -> a.name("answeredBy").getter(CommentItem::answeredBy).setter((d, v) -> d.answeredBy = v))
            .addAttribute(
                    String.class, a -> a.name("work").getter(CommentItem::work).setter((d, v) -> d.work = v))
            .build();

    /// A comment that no editor has decided about.
    static CommentItem waiting(Comment comment, Medium answeredBy, Proof work) {
        var author = comment.author();
        return new CommentItem(
                comment.id().value(),
                comment.article().value(),
                WAITING,
                Timestamp.format(comment.submittedAt()),
                shard(comment.id()),
                null,
                null,
                comment.title().orElse(null),
                author.name(),
                author.email().value(),
                author.phone().map(PhoneNumber::value).orElse(null),
                comment.content(),
                answeredBy.name().toLowerCase(Locale.ROOT),
                work.mark().orElse(null));
    }

    /// The same comment, where readers see it and out of the queue.
    CommentItem approved() {
        return new CommentItem(
                id,
                article,
                APPROVED,
                submittedAt,
                null,
                submittedAt,
                new ShownMap(name, title, content),
                title,
                name,
                email,
                phone,
                content,
                answeredBy,
                work);
    }

    boolean isWaiting() {
        return state.equals(WAITING);
    }

    /// An id's first digit is random: it spreads comments evenly over the shards.
    private static String shard(CommentId id) {
        return Integer.toString(Character.digit(id.value().charAt(0), 16) % SHARDS);
    }

    @Override
    public String toString() {
        return "CommentItem[" + id + "]";
    }

    /// What the Enhanced Client fills, attribute by attribute.
    static final class Draft {
        private String id = "";
        private String article = "";
        private String state = "";
        private String submittedAt = "";
        private @Nullable String queue;
        private @Nullable String shownAt;
        private @Nullable ShownMap shown;
        private @Nullable String title;
        private String name = "";
        private String email = "";
        private @Nullable String phone;
        private String content = "";
        private @Nullable String answeredBy;
        private @Nullable String work;

        CommentItem item() {
            return new CommentItem(
                    id,
                    article,
                    state,
                    submittedAt,
                    queue,
                    shownAt,
                    shown,
                    title,
                    name,
                    email,
                    phone,
                    content,
                    answeredBy,
                    work);
        }
    }
}
