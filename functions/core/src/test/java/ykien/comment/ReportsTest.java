package ykien.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.Update;
import ykien.challenge.Challenge;
import ykien.challenge.Challenges;
import ykien.challenge.FormId;
import ykien.challenge.Medium;
import ykien.challenge.SealKeys;
import ykien.challenge.Seals;
import ykien.challenge.Strength;

@ExtendWith(Tables.Opening.class)
class ReportsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

    private final Tables tables;
    private final Reports reports;
    private final ReceivedReports received;
    private final Comment comment;
    private final AtomicInteger made = new AtomicInteger();

    ReportsTest(Tables tables) {
        this.tables = tables;
        this.reports = Reports.in(tables.client(), "ReportsTable", "CommentsTable", "CaptchasTable");
        this.received = ReceivedReports.in(tables.client(), "ReportsTable");
        this.comment = tables.approved(Tables.ARTICLE, 1).getFirst();
    }

    @Nested
    class A_reported_comment {
        @Test
        void lies_in_the_queue_and_is_still_seen() {
            var seen = tables.publicComments().under(Tables.ARTICLE, Optional.empty());
            var before = tables.item(comment.id());
            assertThat(report("insult", "Chê bai.")).isInstanceOf(Reporting.Accepted.class);

            assertThat(tables.publicComments().under(Tables.ARTICLE, Optional.empty()))
                    .isEqualTo(seen);
            var changed = new HashMap<>(tables.item(comment.id()));
            assertThat(changed.remove("reports")).isEqualTo(AttributeValue.fromN("1"));
            assertThat(changed.remove("pile")).isEqualTo(AttributeValue.fromS(DeskKeys.pile("waiting", comment.id())));
            assertThat(changed.remove("desk")).isEqualTo(AttributeValue.fromS(Tables.ARTICLE.value() + "#waiting"));
            assertThat(changed).as("and nothing else").isEqualTo(without(before, "pile", "desk"));
        }

        @Test
        void lies_there_once_however_often_it_is_reported() {
            for (var i = 0; i < 5; i++) {
                report("spam", "Lần " + i);
            }

            assertThat(tables.itemsIn("piles"))
                    .hasSize(1)
                    .first()
                    .satisfies(it -> assertThat(Tables.text(it, "pile")).startsWith("waiting."));
            assertThat(count()).isEqualTo(5);
            assertThat(received.of(comment.id(), 3))
                    .extracting(Report::words)
                    .containsExactly(Optional.of("Lần 4"), Optional.of("Lần 3"), Optional.of("Lần 2"));
        }

        @Test
        void takes_its_last_words_with_the_hundredth_and_is_counted_on() {
            tables.put(comment.id(), "pile", "approved.0");
            for (var i = 0; i < Reports.MOST_KEPT + 3; i++) {
                assertThat(report("spam", "Lần " + i)).isInstanceOf(Reporting.Accepted.class);
            }

            assertThat(received.of(comment.id(), 1000)).hasSize(Reports.MOST_KEPT);
            assertThat(count()).isEqualTo(Reports.MOST_KEPT + 3);
            assertThat(tables.itemsIn("piles")).hasSize(1);
        }
    }

    @Nested
    class A_report {
        @Test
        void is_kept_as_it_was_made_and_forgotten_after_half_a_year() {
            var draft = draft("other", "Một\nhai").report(comment.id(), Tables.ARTICLE, NOW);
            reports.submit(draft, challenge());

            assertThat(received.of(comment.id(), 10)).containsExactly(draft);
            assertThat(ReportItem.of(draft).expiresAt())
                    .isEqualTo(Instant.parse("2027-05-22T06:00:00Z").getEpochSecond());
        }

        @ParameterizedTest
        @ValueSource(strings = {"waiting", "refused"})
        void of_a_comment_that_readers_do_not_see_is_of_none(String state) {
            var waiting = tables.waiting(Tables.ARTICLE, NOW, "Chưa ai thấy.");
            tables.put(waiting.id(), "state", state);
            var before = tables.item(waiting.id());
            var challenge = challenge();

            assertThat(reports.submit(draft("spam", "").report(waiting.id(), Tables.ARTICLE, NOW), challenge))
                    .isEqualTo(new Reporting.Unknown());
            assertThat(tables.item(waiting.id())).isEqualTo(before);
            assertThat(received.of(waiting.id(), 10)).isEmpty();
            assertThat(reports.submit(draft("spam", "").report(comment.id(), Tables.ARTICLE, NOW), challenge))
                    .as("the challenge is as good as before")
                    .isInstanceOf(Reporting.Accepted.class);
        }

        @Test
        void of_no_comment_at_all_makes_none() {
            var nobodys = CommentId.random();

            assertThat(reports.submit(draft("spam", "").report(nobodys, Tables.ARTICLE, NOW), challenge()))
                    .isEqualTo(new Reporting.Unknown());
            assertThat(tables.item(nobodys)).isEmpty();
            assertThat(received.of(nobodys, 10)).isEmpty();
        }

        @Test
        void of_a_comment_under_another_article_is_of_none() {
            var other = draft("spam", "").report(comment.id(), Tables.OTHER_ARTICLE, NOW);

            assertThat(reports.submit(other, challenge())).isEqualTo(new Reporting.Unknown());
            assertThat(received.of(comment.id(), 10)).isEmpty();
        }
    }

    @Nested
    class The_same_report_sent_twice {
        @Test
        void is_one_report_with_one_answer() {
            var challenge = challenge();
            var first = reports.submit(made("spam", "Rác."), challenge);
            var again = made("spam", "Rác.");

            assertThat(reports.submit(again, challenge))
                    .isEqualTo(new Reporting.Repeated(((Reporting.Accepted) first).id()));
            assertThat(reports.earlier(again, challenge)).hasValue(((Reporting.Accepted) first).id());
            assertThat(reports.miss(again, challenge)).isInstanceOf(Reporting.Repeated.class);
            assertThat(count()).isEqualTo(1);
        }

        @Test
        void fifty_times_at_once_is_one_report() {
            var challenge = challenge();
            var told = atOnce(IntStream.range(0, 50)
                    .mapToObj(_ -> (Callable<Reporting>) () -> reports.submit(made("spam", "Rác."), challenge))
                    .toList());

            assertThat(told).filteredOn(Reporting.Accepted.class::isInstance).hasSize(1);
            assertThat(told).filteredOn(Reporting.Repeated.class::isInstance).hasSize(49);
            assertThat(count()).isEqualTo(1);
            assertThat(received.of(comment.id(), 100)).hasSize(1);
        }

        @Test
        void under_another_challenge_is_another_report() {
            report("spam", "Rác.");
            report("spam", "Rác.");

            assertThat(count()).isEqualTo(2);
        }
    }

    @Nested
    class A_challenge {
        @Test
        void that_was_missed_lets_no_report_in() {
            var challenge = challenge();

            assertThat(reports.miss(made("spam", ""), challenge)).isEqualTo(new Reporting.Missed());
            assertThat(reports.submit(made("spam", ""), challenge)).isEqualTo(new Reporting.Missed());
            assertThat(reports.earlier(made("spam", ""), challenge)).isEmpty();
            assertThat(tables.item(comment.id())).doesNotContainKey("reports");
        }

        @Test
        void lets_one_report_in_and_no_other() {
            var challenge = challenge();
            reports.submit(made("spam", ""), challenge);

            assertThat(reports.submit(made("insult", ""), challenge)).isEqualTo(new Reporting.Spent());
            assertThat(count()).isEqualTo(1);
        }

        @Test
        void that_has_let_a_comment_in_lets_no_report_in_and_the_other_way_round() {
            var spentOnComment = challenge();
            var spentOnReport = challenge();
            tables.comments().submit(another(), spentOnComment, Medium.PICTURE);
            reports.submit(made("spam", ""), spentOnReport);

            assertThat(reports.submit(made("spam", ""), spentOnComment)).isEqualTo(new Reporting.Spent());
            assertThat(tables.comments().submit(another(), spentOnReport, Medium.PICTURE))
                    .isEqualTo(new Submission.Spent());
        }

        private static Comment another() {
            return new Draft("", "Hoa", "hoa@vidu.vn", "", "ACDEF", "Khác " + CommentId.random(), "")
                    .comment(CommentId.random(), Tables.ARTICLE, NOW);
        }
    }

    /// Readers who report the same comment at the same moment are in each other's way, and none is lost.
    @Test
    void Eight_readers_at_once_are_eight_reports() {
        var told = atOnce(IntStream.range(0, 8)
                .mapToObj(i -> (Callable<Reporting>) () -> report("spam", "Bạn đọc " + i))
                .toList());

        assertThat(told).hasOnlyElementsOfType(Reporting.Accepted.class);
        assertThat(count()).isEqualTo(8);
        assertThat(received.of(comment.id(), 100)).hasSize(8);
    }

    /// What the role of the function allows: these attributes of a comment, and never its item back.
    @Test
    void No_request_names_what_the_reader_sent_or_asks_for_the_item_back() {
        var updates = new ArrayList<Update>();
        var watched = Reports.in(watching(updates), "ReportsTable", "CommentsTable", "CaptchasTable");
        watched.submit(made("spam", "Rác."), challenge());
        watched.submit(draft("spam", "").report(CommentId.random(), Tables.ARTICLE, NOW), challenge());

        assertThat(updates).hasSize(3).allSatisfy(update -> {
            assertThat(update.tableName()).isEqualTo("CommentsTable");
            assertThat(update.returnValuesOnConditionCheckFailure())
                    .isIn(null, ReturnValuesOnConditionCheckFailure.NONE);
            var named = new ArrayList<>(update.key().keySet());
            for (var expression : List.of(update.updateExpression(), update.conditionExpression())) {
                for (var word : expression.split("[^#:A-Za-z_0-9]+", -1)) {
                    if (word.startsWith("#")) {
                        named.add(update.expressionAttributeNames().getOrDefault(word, word));
                    } else if (word.matches("[a-z]+")) {
                        named.add(word);
                    }
                }
            }
            named.removeAll(List.of("if_not_exists", "attribute_not_exists"));
            assertThat(named).containsAll(List.of("id", "pile", "desk", "reports", "state", "article"));
            assertThat(List.of("id", "article", "state", "pile", "desk", "reports"))
                    .containsAll(named);
        });
    }

    private DynamoDbEnhancedClient watching(List<Update> updates) {
        var client = DynamoDbClient.builder()
                .endpointOverride(tables.endpoint())
                .region(Region.AP_SOUTHEAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(o -> o.addExecutionInterceptor(new ExecutionInterceptor() {
                    @Override
                    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
                        if (context.request() instanceof TransactWriteItemsRequest all) {
                            all.transactItems().stream()
                                    .map(TransactWriteItem::update)
                                    .filter(it -> it != null)
                                    .forEach(updates::add);
                        }
                    }
                }))
                .build();
        return DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
    }

    private Reporting report(String reason, String words) {
        return reports.submit(made(reason, words), challenge());
    }

    private Report made(String reason, String words) {
        var at = NOW.plusMillis(made.getAndIncrement());
        return draft(reason, words).report(comment.id(), Tables.ARTICLE, at);
    }

    private static ReportDraft draft(String reason, String words) {
        return new ReportDraft(reason, words, "ACDEF", "");
    }

    private static Challenge challenge() {
        var seals = new Seals(SealKeys.parse("{\"current\":\"1\",\"1\":\"" + "k".repeat(64) + "\"}"));
        return new Challenges(seals, InstantSource.fixed(NOW))
                .issue(FormId.under(Tables.ARTICLE), Strength.STROKES)
                .challenge();
    }

    private int count() {
        return Integer.parseInt(Optional.ofNullable(tables.item(comment.id()).get("reports"))
                .map(AttributeValue::n)
                .orElse("0"));
    }

    private static Map<String, AttributeValue> without(Map<String, AttributeValue> item, String... names) {
        var rest = new HashMap<>(item);
        List.of(names).forEach(rest::remove);
        return rest;
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
