package ykien.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import ykien.comment.Moderation.Approval;

@ExtendWith(Tables.Opening.class)
class ModerationTest {
    private final Tables tables;

    ModerationTest(Tables tables) {
        this.tables = tables;
    }

    @Nested
    class A_waiting_comment {
        @Test
        void once_approved_is_where_readers_see_it() {
            var comment = tables.waiting(Tables.ARTICLE, 1).getFirst();

            assertThat(tables.publicComments()
                            .under(Tables.ARTICLE, Optional.empty())
                            .items())
                    .isEmpty();
            assertThat(tables.moderation().approve(comment.id())).isEqualTo(Approval.APPROVED);
            assertThat(tables.publicComments()
                            .under(Tables.ARTICLE, Optional.empty())
                            .items())
                    .containsExactly(new PublicComment(
                            comment.id(), "Hoa", comment.title(), "Ý kiến thứ 0", comment.submittedAt()));
        }

        @Test
        void once_approved_is_out_of_the_queue() {
            var two = tables.waiting(Tables.ARTICLE, 2);
            tables.moderation().approve(two.getFirst().id());

            assertThat(tables.idsIn("queue")).containsExactly(two.getLast().id().value());
            assertThat(tables.idsIn("byArticle"))
                    .containsExactly(two.getFirst().id().value());
        }

        @Test
        void once_approved_is_counted_for_its_article_alone() {
            tables.waiting(Tables.ARTICLE, 3)
                    .forEach(comment -> tables.moderation().approve(comment.id()));

            assertThat(tables.commentCount(Tables.ARTICLE)).isEqualTo(3);
            assertThat(tables.commentCount(Tables.OTHER_ARTICLE)).isZero();
        }

        @Test
        void once_approved_keeps_all_that_the_reader_sent() {
            var comment = tables.waiting(Tables.ARTICLE, 1).getFirst();
            var before = tables.item(comment.id());
            tables.moderation().approve(comment.id());
            var after = tables.item(comment.id());

            assertThat(List.of("article", "submittedAt", "name", "email", "phone", "content", "answeredBy", "work"))
                    .allSatisfy(name -> assertThat(after.get(name)).isNotNull().isEqualTo(before.get(name)));
            assertThat(Tables.text(after, "state")).isEqualTo("approved");
            assertThat(after).doesNotContainKey("queue");
        }

        /// What the public may see is all that the index of approved comments holds.
        @Test
        void once_approved_shows_neither_email_nor_phone() {
            var comment = tables.waiting(Tables.ARTICLE, 1).getFirst();
            tables.moderation().approve(comment.id());

            assertThat(tables.itemsIn("byArticle")).singleElement().satisfies(item -> {
                assertThat(item).containsOnlyKeys("id", "article", "shownAt", "shown");
                assertThat(item.toString()).doesNotContain("vidu.vn", "0912345678");
            });
        }
    }

    @Nested
    class A_comment_that_is_approved_already {
        @Test
        void is_not_waiting_and_not_counted_again() {
            var comment = tables.waiting(Tables.ARTICLE, 1).getFirst();
            tables.moderation().approve(comment.id());

            assertThat(tables.moderation().approve(comment.id())).isEqualTo(Approval.NOT_WAITING);
            assertThat(tables.commentCount(Tables.ARTICLE)).isEqualTo(1);
        }

        @Test
        void is_counted_once_by_twenty_editors_at_once() {
            var comment = tables.waiting(Tables.ARTICLE, 1).getFirst();
            var approvals = atOnce(Collections.nCopies(20, comment.id()));

            assertThat(approvals)
                    .containsOnlyOnce(Approval.APPROVED)
                    .containsOnly(Approval.APPROVED, Approval.NOT_WAITING);
            assertThat(tables.commentCount(Tables.ARTICLE)).isEqualTo(1);
        }
    }

    @Nested
    class Twenty_comments_of_one_article {
        @Test
        void approved_at_once_are_all_counted() {
            var comments = tables.waiting(Tables.ARTICLE, 20);
            var approvals = atOnce(comments.stream().map(Comment::id).toList());

            assertThat(approvals).containsOnly(Approval.APPROVED);
            assertThat(tables.commentCount(Tables.ARTICLE)).isEqualTo(20);
        }
    }

    @Nested
    class An_unknown_comment {
        @Test
        void is_told_so() {
            assertThat(tables.moderation().approve(CommentId.random())).isEqualTo(Approval.UNKNOWN);
        }
    }

    @Nested
    class An_article_published_again {
        @Test
        void keeps_its_number_of_comments() {
            tables.waiting(Tables.ARTICLE, 2)
                    .forEach(comment -> tables.moderation().approve(comment.id()));
            tables.articles().publish(Tables.article(Tables.ARTICLE));

            assertThat(tables.commentCount(Tables.ARTICLE)).isEqualTo(2);
        }
    }

    private List<Approval> atOnce(List<CommentId> ids) {
        var moderation = tables.moderation();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var approvals = ids.stream()
                    .map(id -> (Callable<Approval>) () -> moderation.approve(id))
                    .toList();
            return threads.invokeAll(approvals).stream().map(Future::resultNow).toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
