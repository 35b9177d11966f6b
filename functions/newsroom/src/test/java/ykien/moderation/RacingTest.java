package ykien.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ykien.article.Slug;
import ykien.comment.CommentId;
import ykien.decisionlog.Actor;
import ykien.decisionlog.Entry;
import ykien.decisionlog.Verification;
import ykien.moderation.Decision.Approve;
import ykien.moderation.Decision.Refuse;
import ykien.moderation.Decision.Spam;
import ykien.moderation.Outcome.Already;
import ykien.moderation.Outcome.Busy;
import ykien.moderation.Outcome.Decided;

/// Moderators who decide about the same comments at the same time, each as another process of the function. Every
/// decision is kept or told: none is lost, and none overwrites another.
class RacingTest {
    private final Newsroom newsroom = new Newsroom();

    /// What a moderator was told about a comment.
    private record Told(Actor by, CommentId comment, Decision decision, Outcome outcome) {}

    @ParameterizedTest(name = "{0} moderators, {1} comments, {2} at once")
    @CsvSource({"2, 1000, 20", "4, 200, 1"}) // pages of the queue; one by one, as fast as they can
    void Every_decision_is_kept_or_told(int moderators, int comments, int atOnce) {
        var ids = newsroom.fill(comments);
        var start = System.nanoTime();
        var told = atOnce(IntStream.range(0, moderators)
                .mapToObj(i -> new Actor("s-" + i, "Người " + i))
                .<Callable<List<Told>>>map(by -> () -> work(by, ids, atOnce))
                .toList());
        var seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%d moderators raced over %d comments, %d at once: %.0f decisions kept a second; %d transactions tried%n",
                moderators,
                comments,
                atOnce,
                kept(told).size() / seconds,
                newsroom.asked.operations().get("TransactWriteItems"));

        assertThat(told).hasSize(moderators * comments);
        assertThat(told).extracting(Told::outcome).allMatch(it -> it instanceof Decided || it instanceof Already);
        assertThat(kept(told)).hasSize(comments).extracting(Told::comment).containsExactlyInAnyOrderElementsOf(ids);
        for (var it : told) {
            if (it.outcome instanceof Already already) {
                assertThat(already.latest().orElseThrow().by()).isNotEqualTo(it.by.name());
                assertThat(already.version()).isEqualTo(1);
            }
        }
        assertEverythingAgrees(kept(told));
    }

    /// The comments, the articles' counts, the senders' counters and the log say what the moderators were told.
    private void assertEverythingAgrees(List<Told> kept) {
        var entries = newsroom.log();
        var log = new HashMap<String, Entry>();
        entries.forEach(entry -> log.put(entry.comment().orElseThrow(), entry));
        assertThat(log).hasSize(kept.size());
        assertThat(entries).hasSize(kept.size());
        var comments = new HashMap<CommentId, DeskItem>();
        newsroom.scan("CommentsTable").stream().map(DeskItem::new).forEach(item -> comments.put(item.id(), item));
        var articles = new HashMap<Slug, Long>();
        for (var it : kept) {
            var comment = Objects.requireNonNull(comments.get(it.comment));
            var standing = comment.dossier().standing();
            var entry = Objects.requireNonNull(log.get(it.comment.value()));
            assertThat(entry.by()).isEqualTo(it.by);
            assertThat(entry.what()).isEqualTo(it.decision.what().key());
            assertThat(standing.latest().orElseThrow().by()).isEqualTo(it.by.name());
            assertThat(standing.state()).isEqualTo(it.decision instanceof Approve ? State.APPROVED : State.REFUSED);
            articles.merge(comment.article(), it.decision instanceof Approve ? 1L : 0L, Long::sum);
        }
        assertThat(newsroom.shownEverywhere())
                .containsExactlyInAnyOrderElementsOf(kept.stream()
                        .filter(it -> it.decision instanceof Approve)
                        .map(it -> it.comment)
                        .toList());
        articles.forEach((slug, count) -> assertThat(newsroom.count(slug)).isEqualTo(count));
        assertThat(counters("approved")).isEqualTo(count(kept, Approve.class));
        assertThat(counters("refused")).isEqualTo(count(kept, Refuse.class));
        assertThat(counters("spam")).isEqualTo(count(kept, Spam.class));
        assertThat(newsroom.verify()).isInstanceOf(Verification.Intact.class);
    }

    private static long count(List<Told> kept, Class<? extends Decision> decision) {
        return kept.stream().filter(it -> decision.isInstance(it.decision)).count();
    }

    private long counters(String counter) {
        return newsroom.scan("SendersTable").stream()
                .flatMap(item -> Optional.ofNullable(item.get(counter)).stream())
                .mapToLong(it -> Long.parseLong(it.n()))
                .sum();
    }

    private static List<Told> kept(List<Told> told) {
        return told.stream().filter(it -> it.outcome instanceof Decided).toList();
    }

    /// One moderator's work: the comments in an order of his own, so many of them at once with the same decision. Who
    /// is
    /// told that it is too busy tries again, as the page says.
    private List<Told> work(Actor by, List<CommentId> ids, int atOnce) {
        var moderation = newsroom.moderation();
        var order = new ArrayList<>(ids);
        var random = new Random(by.subject().hashCode());
        Collections.shuffle(order, random);
        var told = new ArrayList<Told>();
        for (var from = 0; from < order.size(); from += atOnce) {
            var left = new ArrayList<>(order.subList(from, Math.min(from + atOnce, order.size())));
            var decision = decision(random.nextInt(3));
            while (!left.isEmpty()) {
                var seen = left.stream().map(id -> new Seen(id, 0)).toList();
                left.clear();
                for (var outcome : moderation.decide(seen, decision, by)) {
                    if (outcome instanceof Busy) {
                        left.add(outcome.comment());
                    } else {
                        told.add(new Told(by, outcome.comment(), decision, outcome));
                    }
                }
            }
        }
        return told;
    }

    private static Decision decision(int which) {
        return List.of(new Approve(), new Refuse(Reason.OFF_TOPIC, Note.NONE), new Spam())
                .get(which);
    }

    @Test
    void A_comment_that_twenty_approve_at_once_is_approved_once() {
        var id = newsroom.comment("Một.");
        var outcomes = atOnce(IntStream.range(0, 20)
                .mapToObj(i -> new Actor("s-" + i, "Người " + i))
                .<Callable<List<Outcome>>>map(by ->
                        () -> List.of(newsroom.moderation().decide(new Seen(id, 0), new Approve(), by)))
                .toList());

        assertThat(outcomes).filteredOn(Decided.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Already.class::isInstance).hasSize(19);
        assertThat(newsroom.count(Newsroom.ARTICLE)).isEqualTo(1);
        assertThat(newsroom.log()).hasSize(1);
    }

    @Test
    void A_double_click_at_the_very_same_time_is_one_decision() {
        var id = newsroom.comment("Một.");
        var outcomes = atOnce(Collections.<Callable<List<Outcome>>>nCopies(
                8, () -> List.of(newsroom.moderation().decide(new Seen(id, 0), new Approve(), Newsroom.LAN))));

        assertThat(outcomes).containsOnly(new Decided(id, State.APPROVED, 1)).hasSize(8);
        assertThat(newsroom.count(Newsroom.ARTICLE)).isEqualTo(1);
        assertThat(newsroom.log()).hasSize(1);
    }

    @Test
    void Reports_that_come_while_it_is_decided_are_neither_lost_nor_in_the_way() {
        var id = newsroom.comment("Một.");
        newsroom.decide(id, new Approve(), Newsroom.LAN);
        newsroom.report(id, 1);
        var version = newsroom.find(id).standing().version();
        var outcomes = atOnce(List.<Callable<List<Outcome>>>of(
                () -> {
                    for (var i = 0; i < 10; i++) {
                        newsroom.report(id, 1);
                    }
                    return List.of();
                },
                () -> List.of(
                        newsroom.moderation().decide(new Seen(id, version), new Decision.Keep(), Newsroom.MINH))));

        assertThat(outcomes).containsExactly(new Decided(id, State.APPROVED, version + 1));
        var settled = Long.parseLong(
                Objects.requireNonNull(newsroom.log().getLast().before().get("reports")));
        var standing = newsroom.find(id).standing();
        assertThat(settled + standing.reports()).isEqualTo(11);
        assertThat(standing.pile()).isEqualTo(standing.reports() > 0 ? State.WAITING : State.APPROVED);
    }

    private static <T> List<T> atOnce(List<Callable<List<T>>> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(work).stream()
                    .map(Future::resultNow)
                    .flatMap(List::stream)
                    .toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
