package ykien.comments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import ykien.challenge.Challenges.Issued;
import ykien.challenge.Strength;
import ykien.cloud.HttpRequest;
import ykien.cloud.HttpResponse;

/// The clock starts at 02:14:00.5, so the first window of ten minutes ends at 02:20.
@ExtendWith(Newspaper.Opening.class)
class LimitsTest {
    /// Answers within a source's budget in ten minutes, and past which nothing is taken.
    private static final int BUDGET = 200;

    private static final int MOST = 2_000;
    private static final String FLOODER = "198.51.100.7";

    private final Newspaper newspaper;

    LimitsTest(Newspaper newspaper) {
        this.newspaper = newspaper;
    }

    @Nested
    class A_source_within_its_budget {
        @Test
        void is_asked_for_no_more_than_the_others() {
            flood(BUDGET - 1);
            assertThat(comment(Strength.STROKES).status()).isEqualTo(303);
        }
    }

    @Nested
    class A_source_past_its_budget {
        @Test
        void gets_a_harder_picture_and_keeps_all_that_was_typed() {
            flood(BUDGET);
            var issued = newspaper.challenge();
            var typed = Typed.comment().answering(issued);
            var response = newspaper.send(Newspaper.form(typed, issued).from(FLOODER));

            assertThat(response.status()).isEqualTo(422);
            var page = FormPage.of(response);
            assertThat(page.typed()).isEqualTo(typed.shown().with("answer", ""));
            assertThat(page.fault("answer")).contains("mã phải khó hơn", "Hãy nhập mã trong hình mới");
            assertThat(newspaper.strengthOf(page.token().orElseThrow())).isEqualTo(Strength.FULL);
            assertThat(newspaper.comments()).isEmpty();
        }

        @Test
        void does_not_learn_whether_its_answer_was_right_and_spends_nothing() {
            flood(BUDGET);
            var outcomes = newspaper.outcomes().size();
            var issued = newspaper.challenge();
            var right = newspaper.send(
                    Newspaper.json(Typed.comment().answering(issued).carrying(issued))
                            .from(FLOODER));
            var wrong = newspaper.send(
                    Newspaper.json(Typed.comment().mistaking(issued).carrying(issued))
                            .from(FLOODER));

            assertThat(right.text()).contains("urn:ykien:problem:weak-challenge", "POST /captcha");
            assertThat(wrong.text().replaceAll("request:[^\"]*", ""))
                    .isEqualTo(right.text().replaceAll("request:[^\"]*", ""));
            assertThat(newspaper.outcomes()).hasSize(outcomes);
        }

        @Test
        void is_let_in_by_the_harder_picture() {
            flood(BUDGET);
            assertThat(comment(Strength.FULL).status()).isEqualTo(303);
        }

        @Test
        void still_gets_the_first_answer_to_what_it_sends_again() {
            var issued = newspaper.challenge();
            var form = Newspaper.form(Typed.comment().answering(issued), issued).from(FLOODER);
            newspaper.send(form);
            flood(BUDGET);

            assertThat(newspaper.send(form).status()).isEqualTo(303);
            assertThat(newspaper.comments()).hasSize(1);
        }

        @Test
        void is_no_burden_to_others_even_of_its_own_network() {
            flood(BUDGET);
            var issued = newspaper.challenge();

            assertThat(newspaper
                            .send(Newspaper.form(Typed.comment().answering(issued), issued)
                                    .from("198.51.100.8"))
                            .status())
                    .isEqualTo(303);
        }
    }

    @Nested
    class A_source_at_ten_times_its_budget {
        @Test
        void has_to_wait_until_the_window_ends_and_keeps_all_that_was_typed() {
            flood(MOST);
            newspaper.clock().advance(Duration.ofSeconds(60)); // 02:15:00.5
            var issued = newspaper.challenge(Strength.FULL); // 02:15:30.5
            var typed = Typed.comment().answering(issued).carrying(issued);
            var response = newspaper.send(Newspaper.form(typed).from(FLOODER));

            assertThat(response.status()).isEqualTo(429);
            assertThat(response.header("retry-after")).contains("270");
            assertThat(response.header("cache-control")).contains("no-store");
            var page = FormPage.of(response);
            assertThat(page.typed()).isEqualTo(typed.shown());
            assertThat(page.token()).contains(issued.seal());
            assertThat(page.document().select("[role=alert]").text())
                    .contains("quá nhiều ý kiến", "Hãy gửi lại sau 5 phút", "những gì đã nhập vẫn còn");
            assertThat(newspaper.comments()).isEmpty();
        }

        @Test
        void is_told_so_as_a_program() {
            flood(MOST);
            var issued = newspaper.challenge(Strength.FULL);
            var response = newspaper.send(
                    Newspaper.json(Typed.comment().answering(issued).carrying(issued))
                            .from(FLOODER));

            assertThat(response.status()).isEqualTo(429);
            assertThat(response.header("content-type")).contains("application/problem+json");
            assertThat(response.header("retry-after")).contains("330");
            assertThat(response.text()).contains("urn:ykien:problem:too-many", "\"status\":429");
        }

        @Test
        void may_send_the_same_form_once_the_window_has_ended() {
            flood(MOST);
            var issued = newspaper.challenge(Strength.FULL);
            var form = Newspaper.form(Typed.comment().answering(issued), issued).from(FLOODER);
            var wait = newspaper
                    .send(form)
                    .header("retry-after")
                    .map(Long::parseLong)
                    .orElseThrow();
            newspaper.clock().advance(Duration.ofSeconds(wait - 1));
            assertThat(newspaper.send(form).status()).isEqualTo(429);
            newspaper.clock().advance(Duration.ofSeconds(1));

            assertThat(newspaper.send(form).status()).isEqualTo(303);
        }

        @Test
        void still_gets_the_first_answer_to_what_it_sends_again() {
            var issued = newspaper.challenge();
            var json = Newspaper.json(Typed.comment().answering(issued).carrying(issued))
                    .from(FLOODER);
            var first = newspaper.send(json);
            flood(MOST);

            assertThat(newspaper.send(json).text()).isEqualTo(first.text());
        }

        @Test
        void is_counted_no_further_so_that_its_network_is_not_muted() {
            flood(MOST - 10);
            for (var i = 0; i < 60; i++) {
                newspaper.send(forged());
            }

            assertThat(newspaper.counts()).hasSize(1);
            assertThat(newspaper.counts().getFirst().text("n")).isEqualTo(Integer.toString(MOST));
        }

        /// Else the refusal would tell which seals open.
        @Test
        void looks_alike_for_forged_and_for_true_challenges() {
            flood(MOST);
            var issued = newspaper.challenge(Strength.FULL);
            var typed = Typed.comment().mistaking(issued).carrying(issued);
            var seen =
                    newspaper.send(Newspaper.form(typed).from(FLOODER)).text().replace(issued.seal(), "");

            assertThat(newspaper
                            .send(Newspaper.form(typed.with("token", "A".repeat(74)))
                                    .from(FLOODER))
                            .text()
                            .replace("A".repeat(74), ""))
                    .isEqualTo(seen);
        }
    }

    @Nested
    class An_email_address {
        @Test
        void past_two_hundred_comments_a_day_is_asked_for_a_harder_picture_from_wherever_they_come() {
            for (var i = 0; i < BUDGET; i++) {
                assertThat(comment("203.0." + i + ".1", "Ý kiến thứ " + i, Strength.STROKES)
                                .status())
                        .isEqualTo(303);
            }
            assertThat(comment("192.0.2.77", "Một ý nữa", Strength.STROKES).status())
                    .isEqualTo(422);
            assertThat(comment("192.0.2.77", "Một ý nữa", Strength.FULL).status())
                    .isEqualTo(303);
        }

        @Test
        void is_the_same_in_upper_case() {
            for (var i = 0; i < BUDGET; i++) {
                comment("203.0." + i + ".1", "Ý kiến thứ " + i, Strength.STROKES);
            }
            var issued = newspaper.challenge();
            var typed = Typed.comment().with("email", "HOA.Nguyen@vidu.vn").answering(issued);

            assertThat(newspaper.send(Newspaper.form(typed, issued)).status()).isEqualTo(422);
        }

        @Test
        void is_counted_for_right_answers_only() {
            var issued = newspaper.challenge();
            newspaper.send(Newspaper.form(Typed.comment().mistaking(issued), issued));

            assertThat(newspaper.counts()).extracting(item -> item.text("id")).noneMatch(id -> id.startsWith("email"));
        }
    }

    @Nested
    class Counts {
        @Test
        void are_exact_however_many_come_at_once() throws Exception {
            var forms = IntStream.range(0, 50)
                    .mapToObj(i -> Newspaper.form(
                                    Typed.comment().with("answer", "ACDEF").with("token", "x" + i))
                            .from(FLOODER))
                    .toList();
            assertThat(atOnce(forms)).extracting(HttpResponse::status).containsOnly(422);

            assertThat(newspaper.counts()).hasSize(1);
            assertThat(newspaper.counts().getFirst().texts().values())
                    .hasSize(5) // with id and expiresAt
                    .filteredOn("50"::equals)
                    .hasSize(3); // the network's, and both cells
        }

        @Test
        void let_exactly_as_many_through_at_once_as_there_is_room_for() throws Exception {
            flood(MOST - 20);
            var forms = IntStream.range(0, 50)
                    .mapToObj(i -> Newspaper.form(
                                    Typed.comment().with("answer", "ACDEF").with("token", "x" + i))
                            .from(FLOODER))
                    .toList();
            var answers = atOnce(forms);

            assertThat(answers).filteredOn(a -> a.status() == 422).hasSize(20);
            assertThat(answers).filteredOn(a -> a.status() == 429).hasSize(30);
        }

        @Test
        void are_let_go_an_hour_after_their_window() {
            var issued = newspaper.challenge();
            newspaper.send(Newspaper.form(Typed.comment().answering(issued), issued));

            assertThat(newspaper.counts())
                    .extracting(item -> Instant.ofEpochSecond(Long.parseLong(item.text("expiresAt"))))
                    .containsExactlyInAnyOrder(
                            Instant.parse("2026-11-23T03:20:00Z"), // the source's, of ten minutes
                            Instant.parse("2026-11-24T01:00:00Z")); // the e-mail address's, of a day
        }

        @Test
        void begin_anew_at_the_edge_of_a_window() {
            flood(BUDGET);
            newspaper.clock().advance(Duration.ofMinutes(6).minusMillis(500 + 30_000)); // a challenge takes 30 s
            var issued = newspaper.challenge(); // 02:20:00
            assertThat(newspaper.clock().instant()).isEqualTo("2026-11-23T02:20:00Z");

            assertThat(newspaper
                            .send(Newspaper.form(Typed.comment().answering(issued), issued)
                                    .from(FLOODER))
                            .status())
                    .isEqualTo(303);
        }

        @ParameterizedTest
        @ValueSource(strings = {"198.51.100.7", "2001:db8:1:2:3:4:5:6", "::ffff:198.51.100.7", "no address", ""})
        void hold_neither_address_nor_email_nor_does_an_answer_or_the_log(String address) {
            var issued = newspaper.challenge();
            var answer = newspaper.send(
                    Newspaper.form(Typed.comment().answering(issued), issued).from(address));

            assertThat(answer.status()).isEqualTo(303);
            var everything = newspaper.counts() + " " + answer.text() + answer.headers() + newspaper.log()
                    + newspaper.outcomes();
            assertThat(everything).doesNotContain("198.51", "c63364", "20010db8", "2001:db8", "hoa.nguyen", "vidu");
        }

        @Test
        void take_an_ipv4_address_in_ipv6s_clothes_for_itself() {
            flood(BUDGET);
            var issued = newspaper.challenge();

            assertThat(newspaper
                            .send(Newspaper.form(Typed.comment().answering(issued), issued)
                                    .from("::ffff:198.51.100.7"))
                            .status())
                    .isEqualTo(422);
        }

        @Test
        void are_not_touched_by_a_form_with_faults_an_expired_picture_or_another_picture() {
            var issued = newspaper.challenge();
            newspaper.send(Newspaper.form(Typed.comment().answering(issued).with("email", ""), issued));
            newspaper.send(Newspaper.form(Typed.comment().with("do", "renew"), issued));
            newspaper.clock().advance(Duration.ofHours(1));
            newspaper.send(Newspaper.form(Typed.comment().answering(issued), issued));

            assertThat(newspaper.counts()).isEmpty();
        }
    }

    @Test
    void The_page_of_a_refusal_escapes_what_was_typed() {
        flood(MOST);
        var issued = newspaper.challenge(Strength.FULL);
        var typed = Typed.comment().answering(issued).with("content", "</textarea><script>alert(1)</script>");
        var page = Jsoup.parse(
                newspaper.send(Newspaper.form(typed, issued).from(FLOODER)).text());

        assertThat(page.select("script:not([src^=/assets/form.])")).isEmpty();
        assertThat(page.expectFirst("textarea").wholeText()).contains("<script>alert(1)</script>");
    }

    /// As if the flooder had sent so many answers: the first he sends, and its count is then set so high.
    private void flood(int answers) {
        newspaper.send(forged());
        var count = newspaper.counts().stream()
                .filter(item -> item.text("id").startsWith("answers:"))
                .reduce((_, newest) -> newest)
                .orElseThrow();
        var item = new HashMap<String, AttributeValue>();
        count.texts().forEach((name, _) -> item.put(name, AttributeValue.fromN(Integer.toString(answers))));
        item.put("id", AttributeValue.fromS(count.text("id")));
        item.put("expiresAt", AttributeValue.fromN(count.text("expiresAt")));
        newspaper.tables().putItem(r -> r.tableName("LimitsTable").item(item));
    }

    /// An answer to a challenge that never was.
    private static HttpRequest forged() {
        return Newspaper.form(Typed.comment().with("answer", "ACDEF").with("token", "x"))
                .from(FLOODER);
    }

    private HttpResponse comment(Strength strength) {
        return comment(FLOODER, "Bài viết rất hay.", strength);
    }

    private HttpResponse comment(String address, String content, Strength strength) {
        Issued issued = newspaper.challenge(strength);
        return newspaper.send(
                Newspaper.form(Typed.comment().with("content", content).answering(issued), issued)
                        .from(address));
    }

    private List<HttpResponse> atOnce(List<HttpRequest> requests) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(requests.size())) {
            var calls = requests.stream()
                    .map(request -> (Callable<HttpResponse>) () -> newspaper.send(request))
                    .toList();
            var answers = new ArrayList<HttpResponse>();
            for (Future<HttpResponse> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
