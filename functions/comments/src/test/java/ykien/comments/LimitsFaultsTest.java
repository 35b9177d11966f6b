package ykien.comments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ykien.challenge.Challenges.Issued;
import ykien.challenge.Strength;
import ykien.cloud.HttpApi;
import ykien.cloud.HttpResponse;
import ykien.comments.FaultyDynamoDb.Fault;

/// What is done without the counts: nothing that was typed is lost, no more is let in than a process can answer for,
/// and nobody is told of a fault inside.
@ExtendWith(Newspaper.Opening.class)
class LimitsFaultsTest {
    /// How many answers a process takes in a minute without counts.
    private static final int STOPGAP = 30;

    /// How long a count may take here; a machine that is busy takes longer than AWS.
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Newspaper newspaper;
    private final FaultyDynamoDb dynamoDb;
    private final HttpApi site;

    LimitsFaultsTest(Newspaper newspaper) {
        this.newspaper = newspaper;
        this.dynamoDb = new FaultyDynamoDb(newspaper.endpoint());
        this.site = newspaper.behind(dynamoDb.endpoint(), PATIENCE);
    }

    @AfterEach
    void close() {
        dynamoDb.close();
    }

    @Nested
    class Without_counts {
        @ParameterizedTest
        @EnumSource(names = {"THROTTLED", "BROKEN", "SILENT", "CUT"})
        void a_comment_to_the_harder_picture_is_taken(Fault fault) {
            dynamoDb.meetAtLimits(fault);

            assertThat(comment(Strength.FULL).status()).isEqualTo(303);
            assertThat(newspaper.onlyComment().texts())
                    .as("nobody was told to do any work")
                    .doesNotContainKey("work");
        }

        @ParameterizedTest
        @EnumSource(names = {"THROTTLED", "BROKEN", "SILENT", "CUT"})
        void any_other_gets_the_harder_picture_and_keeps_all_that_was_typed(Fault fault) {
            dynamoDb.meetAtLimits(fault);
            var issued = newspaper.challenge();
            var typed = Typed.comment().answering(issued);
            var response = site.send(Newspaper.form(typed, issued));

            assertThat(response.status()).isEqualTo(422);
            var page = FormPage.of(response);
            assertThat(page.typed()).isEqualTo(typed.shown().with("answer", ""));
            var token = page.token().orElseThrow();
            assertThat(newspaper.strengthOf(token)).isEqualTo(Strength.FULL);
            newspaper.clock().advance(Duration.ofSeconds(2));

            var again = typed.with("token", token).with("answer", newspaper.answerOf(token));
            assertThat(site.send(Newspaper.form(again)).status()).isEqualTo(303);
        }

        @Test
        void no_more_is_taken_than_a_process_can_answer_for() {
            dynamoDb.meetAtLimits(Fault.THROTTLED);
            var forms = IntStream.range(0, STOPGAP + 1)
                    .mapToObj(i -> typed("Ý kiến thứ " + i, newspaper.freshChallenge(Strength.FULL)))
                    .toList();
            newspaper.clock().advance(Duration.ofSeconds(30)); // 02:14:30.5
            for (var form : forms.subList(0, STOPGAP)) {
                assertThat(site.send(Newspaper.form(form)).status()).isEqualTo(303);
            }
            var refused = site.send(Newspaper.form(forms.getLast()));

            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("retry-after")).contains("30");
            assertThat(FormPage.of(refused).typed()).isEqualTo(forms.getLast().shown());
            newspaper.clock().advance(Duration.ofSeconds(30));
            assertThat(site.send(Newspaper.form(forms.getLast())).status()).isEqualTo(303);
        }

        @Test
        void guesses_are_bounded_like_comments() {
            dynamoDb.meetAtLimits(Fault.THROTTLED);
            var forged = Newspaper.form(Typed.comment().with("answer", "ACDEF").with("token", "x"));
            var answers =
                    IntStream.range(0, 100).mapToObj(_ -> site.send(forged)).toList();

            assertThat(answers).extracting(HttpResponse::status).containsOnly(422, 429);
            assertThat(answers).filteredOn(a -> a.status() == 422).hasSize(STOPGAP);
        }

        @Test
        void nobody_waits_again_for_what_has_just_failed() {
            var calls = new AtomicInteger();
            dynamoDb.meet((_, body) -> {
                if (body.contains("LimitsTable")) {
                    calls.incrementAndGet();
                    return Fault.THROTTLED;
                }
                return Fault.NONE;
            });
            var forged = Newspaper.form(Typed.comment().with("answer", "ACDEF").with("token", "x"));
            site.send(forged);
            var first = calls.get();
            for (var i = 0; i < 10; i++) {
                site.send(forged);
            }
            assertThat(first).isPositive();
            assertThat(calls.get()).isEqualTo(first);
        }

        @Test
        void a_repeat_still_gets_its_first_answer() {
            var issued = newspaper.challenge();
            var json = Newspaper.json(Typed.comment().answering(issued).carrying(issued));
            var first = site.send(json);
            assertThat(first.status()).isEqualTo(201);
            dynamoDb.meetAtLimits(Fault.THROTTLED);

            assertThat(site.send(json).text()).isEqualTo(first.text());
        }

        @Test
        void fifty_at_once_lose_nothing() throws Exception {
            dynamoDb.meetAtLimits(Fault.THROTTLED);
            var issued = newspaper.challenge(Strength.FULL);
            var form = Newspaper.form(Typed.comment().answering(issued), issued);
            try (var threads = Executors.newFixedThreadPool(50)) {
                var calls = IntStream.range(0, 50)
                        .<Callable<HttpResponse>>mapToObj(_ -> () -> site.send(form))
                        .toList();
                for (var answer : threads.invokeAll(calls)) {
                    assertThat(answer.get().status()).isIn(303, 429);
                }
            }
            assertThat(newspaper.comments()).hasSize(1);
        }

        @Test
        void counting_begins_again_when_it_can() {
            dynamoDb.meetAtLimits(Fault.THROTTLED);
            assertThat(comment(Strength.STROKES).status()).isEqualTo(422);
            dynamoDb.meetAtLimits(Fault.NONE);

            assertThat(comment(Strength.STROKES).status()).isEqualTo(303); // 30 s later
            assertThat(newspaper.counts()).isNotEmpty();
        }
    }

    @Nested
    class A_count {
        /// One more is counted than was sent: nobody is let in by it.
        @Test
        void whose_answer_is_lost_is_counted_again_and_the_comment_is_taken_once() {
            var calls = new AtomicInteger();
            dynamoDb.meet((operation, body) ->
                    operation.equals("UpdateItem") && calls.getAndIncrement() == 0 ? Fault.ANSWER_LOST : Fault.NONE);

            assertThat(comment(Strength.STROKES).status()).isEqualTo(303);
            assertThat(newspaper.comments()).hasSize(1);
        }

        @Test
        void of_the_email_address_alone_may_fail() {
            var calls = new AtomicInteger();
            dynamoDb.meet((operation, _) ->
                    operation.equals("UpdateItem") && calls.getAndIncrement() > 0 ? Fault.CUT : Fault.NONE);
            assertThat(comment(Strength.FULL).status()).isEqualTo(303);
            calls.set(0);
            newspaper.clock().advance(Duration.ofSeconds(10));

            var issued = newspaper.challenge();
            var typed = Typed.comment().with("content", "Một ý khác.").answering(issued);
            var response = site.send(Newspaper.form(typed, issued));
            assertThat(response.status()).isEqualTo(422);
            assertThat(FormPage.of(response).value("content")).isEqualTo("Một ý khác.");
        }
    }

    @Nested
    class The_copy_of_the_counts {
        @ParameterizedTest
        @EnumSource(names = {"THROTTLED", "BROKEN", "SILENT", "CUT", "PARTIAL"})
        void that_can_not_be_had_in_full_makes_new_pictures_harder(Fault fault) {
            dynamoDb.meet((operation, _) -> operation.equals("BatchGetItem") ? fault : Fault.NONE);
            var issued = newspaper.challenge();
            var page = FormPage.of(site.send(Newspaper.form(Typed.comment().with("do", "renew"), issued)));

            assertThat(newspaper.strengthOf(page.token().orElseThrow())).isEqualTo(Strength.FULL);
        }
    }

    @Nested
    class A_conflict {
        @Test
        void is_outlasted() {
            var calls = new AtomicInteger();
            dynamoDb.meet((operation, _) -> operation.equals("TransactWriteItems") && calls.getAndIncrement() < 3
                    ? Fault.CONFLICT
                    : Fault.NONE);

            assertThat(comment(Strength.STROKES).status()).isEqualTo(303);
            assertThat(newspaper.comments()).hasSize(1);
        }
    }

    /// Whatever happens to the counts, in whatever order: as many comments as were promised, and no fault inside.
    @Test
    void Fifty_comments_meet_faults_at_random() {
        var random = new Random(20_261_123);
        var faults = new Fault[] {Fault.NONE, Fault.NONE, Fault.THROTTLED, Fault.BROKEN, Fault.CUT, Fault.ANSWER_LOST};
        dynamoDb.meet((_, body) -> {
            synchronized (random) {
                return body.contains("LimitsTable") ? faults[random.nextInt(faults.length)] : Fault.NONE;
            }
        });
        var taken = 0;
        for (var i = 0; i < 50; i++) {
            var response = send(Strength.FULL, "Ý kiến thứ " + i, Duration.ofSeconds(i % 7));
            assertThat(response.status()).isIn(303, 429);
            taken += response.status() == 303 ? 1 : 0;
        }
        assertThat(newspaper.comments()).hasSize(taken);
        assertThat(taken).isGreaterThan(25);
    }

    private HttpResponse comment(Strength strength) {
        return send(strength, "Bài viết rất hay.", Duration.ofSeconds(30));
    }

    private HttpResponse send(Strength strength, String content, Duration later) {
        var issued = newspaper.freshChallenge(strength);
        newspaper.clock().advance(Duration.ofSeconds(3).plus(later));
        return site.send(Newspaper.form(typed(content, issued)));
    }

    private static Typed typed(String content, Issued issued) {
        return Typed.comment().with("content", content).answering(issued).carrying(issued);
    }
}
