package ykien.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ykien.comment.CommentId;
import ykien.listing.Cursor;
import ykien.moderation.Decision.Approve;
import ykien.moderation.Decision.Spam;

class PilesTest {
    private static final Listing QUEUE = new Listing.Whole(State.WAITING);

    private final Newsroom newsroom = new Newsroom();

    @Nested
    class A_comment_on_the_desk {
        @Test
        void is_all_that_moderating_takes_but_for_email_and_phone() {
            var id = newsroom.comment(Newsroom.ARTICLE, "hoa@vidu.vn", "Bài hay.");

            var comment = newsroom.piles.page(QUEUE, Optional.empty()).items().getFirst();
            assertThat(comment)
                    .isEqualTo(new Moderated(
                            id,
                            new ArticleLine(Newsroom.ARTICLE, Optional.of("Bài mua-he"), true),
                            Newsroom.START.plusSeconds(1),
                            "Hoa",
                            Optional.of("Về bài báo"),
                            "Bài hay.",
                            Optional.of("picture"),
                            Optional.empty(),
                            SenderCounts.NONE,
                            new Standing(
                                    State.WAITING,
                                    0,
                                    false,
                                    Optional.empty(),
                                    false,
                                    Optional.empty(),
                                    false,
                                    0,
                                    Optional.empty())))
                    .hasToString("Moderated[" + id + "]");
            assertThat(newsroom.piles.find(id)).hasValue(comment);
        }

        @Test
        void that_is_unknown_is_not_found() {
            assertThat(newsroom.piles.find(CommentId.random())).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"done", "missing"})
        void says_whether_the_browser_did_its_work(String work) {
            var id = newsroom.comment("Bài hay.");
            newsroom.set(id, "work", work);

            assertThat(newsroom.find(id).work()).hasValue(work);
        }
    }

    @Nested
    class The_queue {
        @Test
        void is_listed_oldest_first_twenty_a_page() {
            var ids = newsroom.fill(53);

            var first = newsroom.piles.page(QUEUE, Optional.empty());
            assertThat(first.items()).extracting(Moderated::id).isEqualTo(ids.subList(0, 20));
            var second = newsroom.piles.page(QUEUE, first.next());
            assertThat(second.items()).extracting(Moderated::id).isEqualTo(ids.subList(20, 40));
            var third = newsroom.piles.page(QUEUE, second.next());
            assertThat(third.items()).extracting(Moderated::id).isEqualTo(ids.subList(40, 53));
            assertThat(third.next()).isEmpty();
        }

        @Test
        void goes_on_after_a_comment_that_was_decided_about_meanwhile() {
            var ids = newsroom.fill(45);
            var first = newsroom.piles.page(QUEUE, Optional.empty());
            var seen = first.items().stream().map(Moderated::seen).toList();
            newsroom.moderation.decide(seen, new Approve(), Newsroom.LAN);

            assertThat(newsroom.piles.page(QUEUE, first.next()).items())
                    .extracting(Moderated::id)
                    .isEqualTo(ids.subList(20, 40));
        }

        /// An import, or a flood: a page ends anywhere among them.
        @Test
        void leaves_none_out_of_many_that_came_in_the_same_millisecond() {
            var ids = newsroom.fill(150);
            ids.forEach(id -> newsroom.set(id, "submittedAt", "2026-11-23T02:00:00.000Z"));

            assertThat(newsroom.all(QUEUE)).extracting(Moderated::id).containsExactlyInAnyOrderElementsOf(ids);
        }

        /// An index is a moment behind its table.
        @Test
        void leaves_out_what_its_index_still_names_though_it_was_decided_about() {
            var id = newsroom.comment("Bài hay.");
            newsroom.set(id, "state", "approved"); // but not where it lies

            assertThat(newsroom.piles.page(QUEUE, Optional.empty()).items()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"khong-co", "ffffffffffffffffffffffffffffffff", "0"})
        void can_be_entered_by_a_made_up_cursor(String id) {
            newsroom.fill(30);
            var made = new Cursor(Newsroom.START.plusSeconds(9).plusMillis(500), id);

            assertThat(newsroom.piles.page(QUEUE, Optional.of(made)).items())
                    .hasSize(20)
                    .allMatch(comment -> comment.submittedAt().isAfter(made.at()));
        }

        @Test
        void is_empty_where_nothing_waits() {
            assertThat(newsroom.piles.page(QUEUE, Optional.empty()).items()).isEmpty();
            assertThat(newsroom.piles.page(QUEUE, Optional.empty()).next()).isEmpty();
        }
    }

    @Nested
    class What_was_decided {
        @ParameterizedTest
        @EnumSource(names = {"APPROVED", "REFUSED"})
        void is_listed_newest_first(State state) {
            var ids = newsroom.fill(53);
            newsroom.moderation.decide(
                    ids.stream().map(id -> new Seen(id, 0)).toList(),
                    state == State.APPROVED ? new Approve() : new Spam(),
                    Newsroom.LAN);

            assertThat(newsroom.all(new Listing.Whole(state)))
                    .extracting(Moderated::id)
                    .isEqualTo(ids.reversed());
            assertThat(newsroom.all(QUEUE)).isEmpty();
        }

        @Test
        void in_the_same_millisecond_is_all_listed() {
            var ids = newsroom.fill(90);
            ids.forEach(id -> newsroom.set(id, "submittedAt", "2026-11-23T02:00:00.000Z"));
            newsroom.moderation.decide(ids.stream().map(id -> new Seen(id, 0)).toList(), new Spam(), Newsroom.LAN);

            assertThat(newsroom.all(new Listing.Whole(State.REFUSED)))
                    .extracting(Moderated::id)
                    .containsExactlyInAnyOrderElementsOf(ids);
        }
    }

    @Nested
    class What_lies_under_an_article {
        @Test
        void is_listed_by_pile() {
            var ids = newsroom.fill(60);
            newsroom.moderation.decide(
                    ids.subList(0, 10).stream().map(id -> new Seen(id, 0)).toList(), new Approve(), Newsroom.LAN);

            assertThat(newsroom.all(new Listing.Under(Newsroom.ARTICLE, State.WAITING)))
                    .hasSize(25)
                    .allMatch(it -> it.article().slug().equals(Newsroom.ARTICLE))
                    .isSortedAccordingTo(Comparator.comparing(Moderated::submittedAt));
            assertThat(newsroom.all(new Listing.Under(Newsroom.OTHER_ARTICLE, State.APPROVED)))
                    .hasSize(5)
                    .isSortedAccordingTo(
                            Comparator.comparing(Moderated::submittedAt).reversed());
            assertThat(newsroom.all(new Listing.Under(Newsroom.ARTICLE, State.REFUSED)))
                    .isEmpty();
        }
    }

    @Nested
    class What_a_sender_sent {
        @Test
        void is_listed_newest_first_whatever_was_decided() {
            var mine = new ArrayList<CommentId>();
            for (var i = 0; i < 25; i++) {
                mine.add(newsroom.comment(Newsroom.ARTICLE, i % 2 == 0 ? "hoa@vidu.vn" : "HOA@vidu.vn", "Số " + i));
                newsroom.comment(Newsroom.ARTICLE, "khac@vidu.vn", "Số " + i);
            }
            newsroom.decide(mine.get(3), new Approve(), Newsroom.LAN);
            newsroom.decide(mine.get(4), new Spam(), Newsroom.LAN);

            var listed = newsroom.all(new Listing.FromSenderOf(mine.get(7)));
            assertThat(listed).extracting(Moderated::id).isEqualTo(mine.reversed());
            assertThat(listed).extracting(Moderated::sender).containsOnly(new SenderCounts(1, 0, 1));
        }

        @Test
        void of_an_unknown_comment_is_nothing() {
            newsroom.fill(3);

            assertThat(newsroom.all(new Listing.FromSenderOf(CommentId.random())))
                    .isEmpty();
        }
    }

    @Nested
    class A_search {
        @Test
        void finds_words_in_name_title_content_and_reply() {
            var content = newsroom.comment("Một con mèo.");
            var title = newsroom.comment("Hai.");
            newsroom.set(title, "title", "Về mèo");
            var name = newsroom.comment("Ba.");
            newsroom.set(name, "name", "mèo");
            var reply = newsroom.comment("Bốn.");
            newsroom.decide(reply, new Decision.Reply(Note.typed("Không có mèo.")), Newsroom.LAN);
            newsroom.comment("Một con chó.");

            var found = newsroom.piles.search(QUEUE, text -> text.contains("mèo"), Optional.empty());
            assertThat(found.comments()).extracting(Moderated::id).containsExactly(content, title, name, reply);
            assertThat(found.examined()).isEqualTo(5);
            assertThat(found.next()).isEmpty();
        }

        @Test
        void never_looks_at_emails_and_phones() {
            newsroom.comment("Bài hay.");

            assertThat(newsroom.piles
                            .search(QUEUE, text -> text.contains("vidu.vn") || text.contains("0912"), Optional.empty())
                            .comments())
                    .isEmpty();
        }

        @Test
        void looks_at_five_hundred_comments_a_page_says_so_and_goes_on() {
            var ids = newsroom.fill(1_100);
            var sought = List.of("Ý kiến thứ 3", "Ý kiến thứ 510", "Ý kiến thứ 1099");

            var first = newsroom.piles.search(QUEUE, sought::contains, Optional.empty());
            assertThat(first.comments()).extracting(Moderated::id).containsExactly(ids.get(3));
            assertThat(first.examined()).isEqualTo(500);
            newsroom.asked.forget();
            var second = newsroom.piles.search(QUEUE, sought::contains, first.next());
            assertThat(second.comments()).extracting(Moderated::id).containsExactly(ids.get(510));
            assertThat(newsroom.asked.operations()).isEqualTo(Map.of("Query", 8, "BatchGetItem", 5 + 1));
            assertThat(newsroom.asked.items()).isEqualTo(500 + 2);
            var third = newsroom.piles.search(QUEUE, sought::contains, second.next());
            assertThat(third.comments()).extracting(Moderated::id).containsExactly(ids.get(1099));
            assertThat(third.examined()).isEqualTo(100);
            assertThat(third.next()).isEmpty();
        }

        @Test
        void ends_its_page_at_twenty_and_goes_on_right_after() {
            var ids = newsroom.fill(130);
            var found = new ArrayList<CommentId>();
            var page = newsroom.piles.search(QUEUE, text -> text.endsWith("7"), Optional.empty());
            page.comments().forEach(it -> found.add(it.id()));
            assertThat(found).hasSize(13);

            var all = newsroom.piles.search(QUEUE, text -> true, Optional.empty());
            assertThat(all.comments()).extracting(Moderated::id).isEqualTo(ids.subList(0, 20));
            assertThat(all.examined()).isEqualTo(20);
            assertThat(newsroom.piles.search(QUEUE, text -> true, all.next()).comments())
                    .extracting(Moderated::id)
                    .isEqualTo(ids.subList(20, 40));
        }

        @Test
        void is_of_an_article_or_a_pile_alone() {
            newsroom.fill(10);

            assertThat(newsroom.piles
                            .search(new Listing.Under(Newsroom.ARTICLE, State.WAITING), text -> true, Optional.empty())
                            .comments())
                    .hasSize(5);
            assertThat(newsroom.piles
                            .search(new Listing.Whole(State.REFUSED), text -> true, Optional.empty())
                            .comments())
                    .isEmpty();
        }
    }
}
