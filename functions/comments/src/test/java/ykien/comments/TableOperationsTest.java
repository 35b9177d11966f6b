package ykien.comments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import ykien.comment.CommentId;

/// What a send costs in the tables: the same, whether they are empty or not.
///
/// The copy that says how hard a new picture has to be, a `BatchGetItem` of eight small items, is read at most once in
/// ten seconds; here the clock goes on by more between any two requests. So is a source's item, where the write that
/// would have counted it hands in what was counted of the site. Of items that are not there DynamoDB Local
/// counts no units; AWS counts half a one each.
@ExtendWith(Newspaper.Opening.class)
class TableOperationsTest {
    private static final String COPY = "BatchGetItem";

    private final Newspaper newspaper;

    TableOperationsTest(Newspaper newspaper) {
        this.newspaper = newspaper;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2_000})
    void a_comment_is_one_read_two_counts_and_one_transaction(int before) {
        fill(before);
        var issued = newspaper.challenge();
        send(Typed.comment().answering(issued).carrying(issued));

        assertThat(newspaper.operations().names())
                .containsExactly("GetItem", "UpdateItem", "UpdateItem", "TransactWriteItems");
        // an eventually consistent read of up to 4 KB: 0.5; a transactional write of up to 1 KB: 2, and as much again
        // for its entry in each of the three indexes that the newsroom finds it by; a count: 1;
        // of Captchas the outcome and the text, which DynamoDB Local rounds up together, and AWS each for itself: 4
        assertThat(newspaper.operations().units())
                .isEqualTo(
                        Map.of("ArticlesTable", 0.5, "CommentsTable", 8.0, "CaptchasTable", 2.0, "LimitsTable", 2.0));
    }

    /// Whether work is asked for stands in the challenge, and whether it was done follows from its seal.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_comment_under_attack_is_no_more_with_its_work_or_without(boolean worked) {
        var issued = newspaper.challengeUnderAttack();
        var typed = Typed.comment().answering(issued).carrying(issued);
        send(worked ? typed.with("work", Solver.solve(newspaper.work(issued))) : typed);

        assertThat(newspaper.onlyComment().text("work")).isEqualTo(worked ? "done" : "missing");
        assertThat(newspaper.operations().names())
                .containsExactly("GetItem", "UpdateItem", "UpdateItem", "TransactWriteItems");
        assertThat(newspaper.operations().units())
                .isEqualTo(
                        Map.of("ArticlesTable", 0.5, "CommentsTable", 8.0, "CaptchasTable", 2.0, "LimitsTable", 2.0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2_000})
    void a_form_with_faults_is_one_read(int before) {
        fill(before);
        var issued = newspaper.challenge();
        send(Typed.comment().answering(issued).carrying(issued).with("email", ""));

        assertThat(newspaper.operations().names()).containsExactly("GetItem");
        assertThat(newspaper.operations().units()).isEqualTo(Map.of("ArticlesTable", 0.5));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2_000})
    void a_wrong_answer_is_one_read_and_two_writes(int before) {
        fill(before);
        var issued = newspaper.challenge();
        send(Typed.comment().mistaking(issued).carrying(issued));

        assertThat(newspaper.operations().names()).containsExactly("GetItem", "UpdateItem", "PutItem", COPY);
        assertThat(newspaper.operations().units())
                .isEqualTo(Map.of("ArticlesTable", 0.5, "CaptchasTable", 1.0, "LimitsTable", 1.0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2_000})
    void a_repeat_is_one_read_and_one_transaction_that_writes_nothing(int before) {
        fill(before);
        var issued = newspaper.challenge();
        var typed = Typed.comment().answering(issued).carrying(issued);
        send(typed);
        send(typed);

        assertThat(newspaper.operations().names())
                .containsExactly("GetItem", "UpdateItem", "UpdateItem", "TransactWriteItems");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2_000})
    void an_expired_challenge_is_two_reads(int before) {
        fill(before);
        var issued = newspaper.challenge();
        newspaper.clock().advance(Duration.ofHours(1));
        send(Typed.comment().answering(issued).carrying(issued));

        assertThat(newspaper.operations().names()).containsExactly("GetItem", "GetItem", COPY);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2_000})
    void a_repeat_whose_cookie_went_is_two_reads(int before) {
        fill(before);
        var issued = newspaper.challenge();
        var typed = Typed.comment().answering(issued);
        newspaper.send(Newspaper.form(typed, issued));
        newspaper.operations().forget();
        newspaper.send(Newspaper.form(typed).cookie("captcha-sent", issued.seal()));

        assertThat(newspaper.operations().names()).containsExactly("GetItem", "GetItem");
    }

    @Test
    void a_form_without_a_challenge_is_one_read() {
        send(Typed.comment().with("answer", "ACDEF"));

        assertThat(newspaper.operations().names()).containsExactly("GetItem", COPY);
    }

    @Test
    void a_forged_challenge_is_one_read_and_one_write() {
        send(Typed.comment().with("answer", "ACDEF").with("token", "AAAA"));

        assertThat(newspaper.operations().names()).containsExactly("GetItem", "UpdateItem", COPY);
        assertThat(newspaper.operations().units()).isEqualTo(Map.of("ArticlesTable", 0.5, "LimitsTable", 1.0));
    }

    /// What was counted of the site is handed in with the next answer once it is ten seconds old: instead of counting
    /// its source, whose counts are only read.
    @Test
    void a_wrong_answer_that_hands_in_for_the_site_is_one_read_more_and_still_two_writes() {
        miss();
        miss();

        assertThat(newspaper.operations().names()).containsExactly("GetItem", COPY, "UpdateItem", "PutItem", COPY);
        assertThat(newspaper.counts()).extracting(item -> item.text("id")).anyMatch(id -> id.startsWith("site:"));
    }

    @Test
    void a_forged_challenge_that_hands_in_for_the_site_is_still_one_write() {
        miss();
        newspaper.clock().advance(Duration.ofSeconds(10));
        send(Typed.comment().with("answer", "ACDEF").with("token", "AAAA"));

        assertThat(newspaper.operations().names()).containsExactly("GetItem", COPY, "UpdateItem", COPY);
    }

    @Test
    void a_comment_that_hands_in_for_the_site_is_still_two_counts_and_one_transaction() {
        miss();
        var issued = newspaper.challenge();
        send(Typed.comment().answering(issued).carrying(issued));

        assertThat(newspaper.operations().names())
                .containsExactly("GetItem", COPY, "UpdateItem", "UpdateItem", "TransactWriteItems");
    }

    @Test
    void no_wrong_answer_of_a_hundred_is_more_than_two_writes() {
        for (var i = 0; i < 100; i++) {
            miss();

            assertThat(newspaper.operations().names())
                    .filteredOn(name -> !name.endsWith("GetItem"))
                    .containsExactly("UpdateItem", "PutItem");
        }
    }

    @Test
    void thirty_wrong_answers_within_ten_seconds_are_one_copy_and_no_more_writes_than_two_each() {
        var forms = IntStream.range(0, 50)
                .mapToObj(_ -> newspaper.challenge())
                .map(issued -> Newspaper.form(Typed.comment().mistaking(issued).carrying(issued)))
                .toList();
        newspaper.operations().forget();
        forms.stream().skip(20).forEach(newspaper::send); // the others have expired

        assertThat(newspaper.operations().names()).filteredOn(COPY::equals).hasSize(1);
        assertThat(newspaper.operations().names())
                .filteredOn("UpdateItem"::equals)
                .hasSize(30);
        assertThat(newspaper.operations().names()).filteredOn("PutItem"::equals).hasSize(30);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2_000})
    void another_picture_is_one_read(int before) {
        fill(before);
        send(Typed.comment().with("do", "renew"));

        assertThat(newspaper.operations().names()).containsExactly("GetItem", COPY);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2_000})
    void a_report_is_one_read_one_count_and_one_transaction(int before) {
        fill(before);
        var comment = newspaper.approvedComment(Newspaper.ARTICLE);
        report(comment, Typed.report());

        assertThat(newspaper.operations().names()).containsExactly("GetItem", "UpdateItem", "TransactWriteItems");
        // a transactional write of up to 1 KB: 2, of the comment and as much for each entry that it leaves or gets in
        // the indexes of its pile and its article's; a count: 1
        assertThat(newspaper.operations().units())
                .isEqualTo(Map.of(
                        "ArticlesTable", 0.5,
                        "CommentsTable", 10.0,
                        "ReportsTable", 2.0,
                        "CaptchasTable", 2.0,
                        "LimitsTable", 1.0));
    }

    @Test
    void a_second_report_moves_nothing_and_costs_less() {
        var comment = newspaper.approvedComment(Newspaper.ARTICLE);
        report(comment, Typed.report());
        report(comment, Typed.report().with("words", "Lần nữa."));

        assertThat(newspaper.operations().names()).containsExactly("GetItem", COPY, "UpdateItem", "TransactWriteItems");
        assertThat(newspaper.operations().units()).containsEntry("CommentsTable", 2.0);
    }

    @Test
    void a_report_of_no_comment_is_two_transactions_that_write_nothing() {
        report(CommentId.random(), Typed.report());

        assertThat(newspaper.operations().names())
                .containsExactly("GetItem", "UpdateItem", "TransactWriteItems", "TransactWriteItems");
        assertThat(newspaper.reports()).isEmpty();
    }

    @Test
    void a_report_with_faults_is_one_read() {
        report(newspaper.approvedComment(Newspaper.ARTICLE), Typed.report().with("reason", ""));

        assertThat(newspaper.operations().names()).containsExactly("GetItem");
    }

    private void report(CommentId comment, Typed typed) {
        var issued = newspaper.challenge();
        var form = Newspaper.report(comment, typed.answering(issued).carrying(issued));
        newspaper.operations().forget();
        newspaper.send(form);
    }

    private void miss() {
        var issued = newspaper.challenge();
        send(Typed.comment().mistaking(issued).carrying(issued));
    }

    private void send(Typed typed) {
        newspaper.operations().forget();
        newspaper.send(Newspaper.form(typed));
    }

    /// Comments of the same article that wait in the same queue, and outcomes.
    private void fill(int items) {
        var batch = new ArrayList<WriteRequest>();
        for (var i = 0; i < items; i++) {
            batch.add(WriteRequest.builder()
                    .putRequest(PutRequest.builder().item(comment(i)).build())
                    .build());
            if (batch.size() == 25) {
                newspaper.tables().batchWriteItem(r -> r.requestItems(Map.of("CommentsTable", List.copyOf(batch))));
                batch.clear();
            }
        }
    }

    private static Map<String, AttributeValue> comment(int i) {
        return Map.of(
                "id", AttributeValue.fromS("%032x".formatted(i)),
                "article", AttributeValue.fromS(Newspaper.ARTICLE.value()),
                "state", AttributeValue.fromS("waiting"),
                "pile", AttributeValue.fromS("waiting." + i % 8),
                "desk", AttributeValue.fromS(Newspaper.ARTICLE.value() + "#waiting"),
                "submittedAt", AttributeValue.fromS("2026-11-23T01:00:00.%03dZ".formatted(i % 1000)),
                "name", AttributeValue.fromS("Một bạn đọc"),
                "email", AttributeValue.fromS("ban-doc@vidu.vn"),
                "content", AttributeValue.fromS("Ý kiến thứ " + i));
    }
}
