package ykien.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ykien.comment.CommentId;

class QueueAgeTest {
    private final Newsroom newsroom = new Newsroom();
    private final QueueAge queue = QueueAge.in(newsroom.client, "CommentsTable");

    @Test
    void Where_nobody_waits_there_is_none() {
        assertThat(queue.oldest()).isEmpty();
    }

    @Test
    void It_is_when_the_oldest_came_of_those_that_wait() {
        var comments = newsroom.comments(3);
        assertThat(queue.oldest()).hasValue(Newsroom.START.plusSeconds(1));

        newsroom.decide(comments.getFirst(), new Decision.Approve(), Newsroom.LAN);
        assertThat(queue.oldest()).hasValue(Newsroom.START.plusSeconds(2));

        newsroom.decide(comments.get(1), new Decision.Spam(), Newsroom.LAN);
        newsroom.decide(comments.get(2), new Decision.Approve(), Newsroom.LAN);
        assertThat(queue.oldest()).isEmpty();
    }

    /// It is shown, however long ago it was sent; nobody waits for it.
    @Test
    void A_comment_that_readers_reported_is_none_of_them() {
        var comments = newsroom.comments(2);
        newsroom.decide(comments.getFirst(), new Decision.Approve(), Newsroom.LAN);
        newsroom.report(comments.getFirst(), 3);

        assertThat(newsroom.find(comments.getFirst()).standing().pile()).isEqualTo(State.WAITING);
        assertThat(queue.oldest()).hasValue(Newsroom.START.plusSeconds(2));
    }

    @Test
    void It_looks_past_many_reported_ones() {
        var comments = newsroom.fill(70);
        reported(comments.subList(0, 60));

        assertThat(queue.oldest()).hasValue(Newsroom.START.plusSeconds(60));
    }

    @Test
    void It_looks_no_further_than_five_hundred_and_then_errs_on_the_side_of_the_alarm() {
        var comments = newsroom.fill(510);
        reported(comments.subList(0, 505));

        assertThat(queue.oldest()).hasValue(Newsroom.START.plusSeconds(499));
    }

    @Test
    void It_takes_a_query_a_shard_and_one_batch_however_many_wait() {
        newsroom.fill(200);
        newsroom.asked.forget();
        queue.oldest();

        assertThat(newsroom.asked.operations()).isEqualTo(Map.of("Query", 8, "BatchGetItem", 1));
        assertThat(newsroom.asked.items()).isEqualTo(25);
    }

    /// As an approval and a report leave them, without the work of either.
    private void reported(List<CommentId> comments) {
        comments.forEach(id -> newsroom.set(id, "state", "approved"));
    }
}
