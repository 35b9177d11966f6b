package ykien.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import ykien.article.Slug;
import ykien.listing.Cursor;

@ExtendWith(Tables.Opening.class)
class PublicCommentsTest {
    private final Tables tables;

    PublicCommentsTest(Tables tables) {
        this.tables = tables;
    }

    @Nested
    class Forty_five_comments {
        @Test
        void are_pages_of_twenty_twenty_and_five_newest_first_and_each_once() {
            var comments = tables.approved(Tables.ARTICLE, 45);
            var pages = pages(Tables.ARTICLE);

            assertThat(pages).extracting(List::size).containsExactly(20, 20, 5);
            assertThat(pages.stream().flatMap(List::stream).map(PublicComment::id))
                    .containsExactlyElementsOf(comments.stream()
                            .sorted(Comparator.comparing(Comment::submittedAt).reversed())
                            .map(Comment::id)
                            .toList());
        }
    }

    @Nested
    class Comments_of_the_same_moment {
        @Test
        void come_each_once_too() {
            for (var i = 0; i < 25; i++) {
                var comment = tables.waiting(Tables.ARTICLE, Instant.parse("2026-11-23T05:00:00.123Z"), "Ý kiến " + i);
                tables.approve(comment);
            }

            assertThat(pages(Tables.ARTICLE).stream().flatMap(List::stream).map(PublicComment::id))
                    .hasSize(25)
                    .doesNotHaveDuplicates();
        }
    }

    @Nested
    class Twenty_comments {
        @Test
        void are_one_page_with_no_next() {
            tables.approved(Tables.ARTICLE, 20);
            var page = tables.publicComments().under(Tables.ARTICLE, Optional.empty());

            assertThat(page.items()).hasSize(20);
            assertThat(page.next()).isEmpty();
        }
    }

    @Nested
    class A_cursor {
        @Test
        void of_another_article_can_not_lead_into_its_list() {
            tables.approved(Tables.ARTICLE, 5);
            tables.approved(Tables.OTHER_ARTICLE, 25);
            var next = tables.publicComments()
                    .under(Tables.OTHER_ARTICLE, Optional.empty())
                    .next();

            assertThat(tables.publicComments().under(Tables.ARTICLE, next).items())
                    .allSatisfy(comment -> assertThat(comments(Tables.ARTICLE)).contains(comment));
        }

        @Test
        void that_was_made_up_shows_what_is_older_and_nothing_else() {
            tables.approved(Tables.ARTICLE, 5);
            var made = new Cursor(Instant.parse("2026-11-23T05:00:02.500Z"), "khong-co");

            assertThat(tables.publicComments()
                            .under(Tables.ARTICLE, Optional.of(made))
                            .items())
                    .extracting(PublicComment::content)
                    .containsExactly("Ý kiến thứ 2", "Ý kiến thứ 1", "Ý kiến thứ 0");
        }

        private List<PublicComment> comments(Slug article) {
            return pages(article).stream().flatMap(List::stream).toList();
        }
    }

    @Nested
    class One_comment {
        @Test
        void is_found_by_its_time_among_those_of_the_same_moment() {
            var moment = Instant.parse("2026-11-23T05:00:00.123Z");
            var comments = new ArrayList<Comment>();
            for (var i = 0; i < 5; i++) {
                var comment = tables.waiting(Tables.ARTICLE, moment, "Ý kiến " + i);
                tables.approve(comment);
                comments.add(comment);
            }

            assertThat(comments)
                    .allSatisfy(comment -> assertThat(one(Tables.ARTICLE, comment.id(), moment))
                            .hasValueSatisfying(it -> assertThat(it.content()).isEqualTo(comment.content())));
        }

        @Test
        void is_not_found_under_another_article_at_another_time_or_before_its_approval() {
            var shown = tables.approved(Tables.ARTICLE, 1).getFirst();
            var waits = tables.waiting(Tables.ARTICLE, Instant.parse("2026-11-23T06:00:00Z"), "Chờ.");

            assertThat(one(Tables.OTHER_ARTICLE, shown.id(), shown.submittedAt()))
                    .isEmpty();
            assertThat(one(Tables.ARTICLE, shown.id(), shown.submittedAt().plusMillis(1)))
                    .isEmpty();
            assertThat(one(Tables.ARTICLE, waits.id(), waits.submittedAt())).isEmpty();
        }

        private Optional<PublicComment> one(Slug article, CommentId id, Instant at) {
            return tables.publicComments().one(article, id, at);
        }
    }

    private List<List<PublicComment>> pages(Slug article) {
        var pages = new ArrayList<List<PublicComment>>();
        var page = tables.publicComments().under(article, Optional.empty());
        pages.add(page.items());
        while (page.next().isPresent()) {
            var token = page.next().get().token();
            page = tables.publicComments().under(article, Cursor.parse(token));
            pages.add(page.items());
        }
        return pages;
    }
}
