package ykien.comment;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;
import ykien.challenge.Medium;
import ykien.challenge.Proof;
import ykien.listing.Timestamp;

/// A comment as one item of the table `Comments`, as it comes in: waiting. What the newsroom makes of it, the
/// newsroom adds: readers see it once it has `shownAt` and `shown`, by which the index `byArticle` has it
/// ([ShownItem]).
///
/// @param state what was decided about it: nothing yet
/// @param submittedAt a [Timestamp]
/// @param pile where the index `piles` has it, by [DeskKeys#pile]
/// @param desk where the index `underArticle` has it, by [DeskKeys#underArticle]
/// @param sender where the index `bySender` has it, by [DeskKeys#sender]
/// @param answeredBy the [Medium] of the challenge's answer, in lower case, for the newsroom alone: sound is easier
/// for machines; none: it was not noted yet when the comment came
/// @param work the [Proof]'s mark, for the newsroom alone: whether the work was done that is asked for under attack;
/// none: it was not asked for
record CommentItem(
        String id,
        String article,
        String state,
        String submittedAt,
        String pile,
        String desk,
        String sender,
        @Nullable String title,
        String name,
        String email,
        @Nullable String phone,
        String content,
        @Nullable String answeredBy,
        @Nullable String work) {

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
                    String.class, a -> a.name("pile").getter(CommentItem::pile).setter((d, v) -> d.pile = v))
            .addAttribute(
                    String.class, a -> a.name("desk").getter(CommentItem::desk).setter((d, v) -> d.desk = v))
            .addAttribute(
                    String.class,
                    a -> a.name("sender").getter(CommentItem::sender).setter((d, v) -> d.sender = v))
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
                DeskKeys.WAITING,
                Timestamp.format(comment.submittedAt()),
                DeskKeys.pile(DeskKeys.WAITING, comment.id()),
                DeskKeys.underArticle(comment.article(), DeskKeys.WAITING),
                DeskKeys.sender(author.email()),
                comment.title().orElse(null),
                author.name(),
                author.email().value(),
                author.phone().map(PhoneNumber::value).orElse(null),
                comment.content(),
                answeredBy.name().toLowerCase(Locale.ROOT),
                work.mark().orElse(null));
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
        private String pile = "";
        private String desk = "";
        private String sender = "";
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
                    pile,
                    desk,
                    sender,
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
