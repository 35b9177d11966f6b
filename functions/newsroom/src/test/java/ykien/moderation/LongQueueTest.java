package ykien.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import ykien.comment.CommentId;
import ykien.listing.Cursor;

/// What a page costs where many comments wait: as many reads as where few do. `-Dykien.waiting=100000` for as many
/// as a newspaper gets in a bad week; by default fewer, as it takes minutes to put them there.
class LongQueueTest {
    private static final int WAITING = Integer.getInteger("ykien.waiting", 3_000);
    private static final Listing QUEUE = new Listing.Whole(State.WAITING);

    private static Newsroom newsroom = new Newsroom();

    @BeforeAll
    static void fill() {
        newsroom = new Newsroom();
        var start = System.nanoTime();
        newsroom.fill(WAITING);
        System.out.printf(
                "%,d comments wait; putting them there took %s%n",
                WAITING, Duration.ofNanos(System.nanoTime() - start));
    }

    @Nested
    class A_page_of_the_queue {
        /// A query a shard; the comments; their articles and senders.
        @Test
        void is_eight_queries_and_two_batches_wherever_it_is() {
            for (var part = 0; part < 10; part++) {
                var cursor = new Cursor(
                        Newsroom.START.plusSeconds((long) WAITING * part / 10),
                        CommentId.random().value());
                newsroom.asked.forget();
                var page = newsroom.piles.page(QUEUE, part == 0 ? Optional.empty() : Optional.of(cursor));

                assertThat(page.items()).hasSize(20);
                assertThat(newsroom.asked.operations()).isEqualTo(Map.of("Query", 8, "BatchGetItem", 2));
                assertThat(newsroom.asked.items()).isBetween(20 + 2, 20 + 2 + 20);
            }
        }

        @Test
        void of_an_article_is_one_query_and_two_batches() {
            newsroom.asked.forget();
            var page = newsroom.piles.page(new Listing.Under(Newsroom.ARTICLE, State.WAITING), Optional.empty());

            assertThat(page.items()).hasSize(20);
            assertThat(newsroom.asked.operations()).isEqualTo(Map.of("Query", 1, "BatchGetItem", 2));
        }

        @Test
        void of_a_sender_is_one_query_and_three_batches() {
            var comment = newsroom.piles.page(QUEUE, Optional.empty()).items().getFirst();
            newsroom.asked.forget();
            var page = newsroom.piles.page(new Listing.FromSenderOf(comment.id()), Optional.empty());

            assertThat(page.items()).hasSize(20);
            assertThat(newsroom.asked.operations()).isEqualTo(Map.of("Query", 1, "BatchGetItem", 3));
        }
    }

    @Nested
    class Going_through_the_whole_queue {
        @Test
        void meets_every_comment_once_at_the_same_cost_a_page() {
            var met = new HashSet<CommentId>();
            var pages = 0;
            Optional<Cursor> next = Optional.empty();
            do {
                newsroom.asked.forget();
                var page = newsroom.piles.page(QUEUE, next);
                assertThat(newsroom.asked.operations()).isEqualTo(Map.of("Query", 8, "BatchGetItem", 2));
                page.items()
                        .forEach(comment -> assertThat(met.add(comment.id())).isTrue());
                next = page.next();
                pages++;
            } while (next.isPresent());

            assertThat(met).hasSize(WAITING);
            assertThat(pages).isEqualTo((WAITING + 19) / 20);
        }
    }
}
