package ykien.comments;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import ykien.challenge.Challenges;
import ykien.challenge.Strength;
import ykien.cloud.HttpRequest;
import ykien.cloud.HttpResponse;

/// A challenge has exactly one outcome, whatever is sent how often and how fast.
@ExtendWith(Newspaper.Opening.class)
class OneOutcomeTest {
    private static final int AT_ONCE = 50;

    private final Newspaper newspaper;

    OneOutcomeTest(Newspaper newspaper) {
        this.newspaper = newspaper;
    }

    @Nested
    class The_same_form_sent_twice {
        @Test
        void is_one_comment_with_one_answer() {
            var issued = newspaper.challenge();
            var form = Newspaper.form(Typed.comment().answering(issued), issued);

            assertThat(told(newspaper.send(form))).isEqualTo(told(newspaper.send(form)));
            assertThat(newspaper.comments()).hasSize(1);
        }

        @Test
        void is_one_comment_with_one_id_for_programs() {
            var issued = newspaper.challenge();
            var json = Newspaper.json(Typed.comment().answering(issued).carrying(issued));
            var first = newspaper.send(json);
            newspaper.clock().advance(Duration.ofMinutes(3));
            var retry = newspaper.send(json);

            assertThat(retry.status()).isEqualTo(201);
            assertThat(retry.json()).isEqualTo(first.json());
            assertThat(newspaper.onlyComment().text("submittedAt")).isEqualTo("2026-11-23T02:14:30.500Z");
        }

        @Test
        void may_differ_in_white_space_that_is_trimmed_and_in_how_it_is_composed() {
            var issued = newspaper.challenge();
            var typed = Typed.comment().answering(issued);
            newspaper.send(Newspaper.form(typed, issued));
            var again = newspaper.send(Newspaper.form(
                    typed.with("content", " " + typed.get("content").replace("\n", "\r\n") + "\r\n")
                            .with("name", Normalizer.normalize(typed.get("name"), Normalizer.Form.NFD)),
                    issued));

            assertThat(again.status()).isEqualTo(303);
            assertThat(newspaper.comments()).hasSize(1);
        }

        /// The first answer has taken the picture's cookie away before the second press.
        @Test
        void by_a_slow_double_click_is_one_comment_with_one_answer() {
            var issued = newspaper.challenge();
            var typed = Typed.comment().answering(issued);
            var first = newspaper.send(Newspaper.form(typed, issued));
            var again = newspaper.send(Newspaper.form(typed).cookie("captcha-sent", sent(first)));

            assertThat(again.status()).isEqualTo(303);
            assertThat(again.header("location")).isEqualTo(first.header("location"));
            assertThat(newspaper.comments()).hasSize(1);
        }

        /// The page that the first answer led to has fetched another picture, and Back shows the old code.
        @Test
        void by_back_and_send_again_is_one_comment_and_leaves_the_next_picture_good() {
            var issued = newspaper.challenge();
            var typed = Typed.comment().answering(issued);
            var first = newspaper.send(Newspaper.form(typed, issued));
            var next = newspaper.challenge();
            var again = newspaper.send(Newspaper.form(typed, next).cookie("captcha-sent", sent(first)));

            assertThat(again.status()).isEqualTo(303);
            assertThat(newspaper.comments()).hasSize(1);
            assertThat(newspaper
                            .send(Newspaper.form(
                                    Typed.comment().with("content", "Khác.").answering(next), next))
                            .status())
                    .isEqualTo(303);
            assertThat(newspaper.comments()).hasSize(2);
        }

        @Test
        void with_other_content_and_no_new_picture_is_not_let_in() {
            var issued = newspaper.challenge();
            var typed = Typed.comment().answering(issued);
            var first = newspaper.send(Newspaper.form(typed, issued));
            var other = newspaper.send(
                    Newspaper.form(typed.with("content", "Khác.")).cookie("captcha-sent", sent(first)));

            assertThat(other.status()).isEqualTo(422);
            assertThat(newspaper.comments()).hasSize(1);
        }

        private static String sent(HttpResponse response) {
            return response.cookie("captcha-sent").orElseThrow();
        }

        @Test
        void still_gets_the_first_answer_after_the_challenge_has_expired() {
            var issued = newspaper.challenge();
            var form = Newspaper.form(Typed.comment().answering(issued), issued);
            var first = newspaper.send(form);
            newspaper.clock().advance(Duration.ofHours(3));

            assertThat(told(newspaper.send(form))).isEqualTo(told(first));
            assertThat(newspaper.comments()).hasSize(1);
        }

        /// Who sends the very same again has been let in; the answer is not asked for a second time.
        @Test
        void gets_the_first_answer_even_if_the_code_is_mistyped_then() {
            var issued = newspaper.challenge();
            newspaper.send(Newspaper.form(Typed.comment().answering(issued), issued));
            var again = newspaper.send(Newspaper.form(Typed.comment().mistaking(issued), issued));

            assertThat(again.status()).isEqualTo(303);
            assertThat(newspaper.comments()).hasSize(1);
        }
    }

    @Nested
    class The_same_form_sent_fifty_times_at_once {
        @RepeatedTest(3)
        void is_one_comment_and_all_are_told_the_same() {
            var issued = newspaper.challenge();
            var form = Newspaper.form(Typed.comment().answering(issued), issued);
            var answers = atOnce(IntStream.range(0, AT_ONCE).mapToObj(_ -> form).toList());

            assertThat(answers)
                    .map(OneOutcomeTest::told)
                    .containsOnly("303 /articles/duong-hoa-xom-dinh?sent=pending#gui-y-kien"
                            + " [captcha=; Path=/articles/duong-hoa-xom-dinh; Max-Age=0; HttpOnly; SameSite=Lax; Secure,"
                            + " captcha-sent=" + issued.seal() + "; Path=/articles/duong-hoa-xom-dinh; Max-Age=1200;"
                            + " HttpOnly; SameSite=Lax; Secure] ");
            assertThat(newspaper.comments()).hasSize(1);
            assertThat(newspaper.outcomes()).hasSize(1);
        }

        @Test
        void is_one_comment_whose_id_every_program_gets() {
            var issued = newspaper.challenge();
            var json = Newspaper.json(Typed.comment().answering(issued).carrying(issued));
            var answers = atOnce(IntStream.range(0, AT_ONCE).mapToObj(_ -> json).toList());

            assertThat(answers).extracting(HttpResponse::status).containsOnly(201);
            assertThat(answers)
                    .extracting(HttpResponse::text)
                    .containsOnly("{\"id\":\"" + newspaper.onlyComment().text("id")
                            + "\",\"state\":\"waiting\",\"article\":\"duong-hoa-xom-dinh\"}");
        }
    }

    @Nested
    class A_challenge_answered_many_times_at_once {
        @Test
        void lets_one_of_fifty_different_comments_in() {
            var issued = newspaper.challenge();
            var typed = Typed.comment().answering(issued);
            var answers = atOnce(IntStream.range(0, AT_ONCE)
                    .mapToObj(i -> Newspaper.form(typed.with("content", "Ý kiến thứ " + i), issued))
                    .toList());

            assertThat(answers).extracting(HttpResponse::status).containsOnly(303, 422);
            assertThat(answers).filteredOn(a -> a.status() == 303).hasSize(1);
            assertThat(newspaper.comments()).hasSize(1);
        }

        /// Guessing 50 codes at once is one guess.
        @Test
        void is_missed_or_spent_but_never_both() {
            var issued = newspaper.challenge();
            var right = Newspaper.form(Typed.comment().answering(issued), issued);
            var wrong = Newspaper.form(Typed.comment().with("content", "khác").mistaking(issued), issued);
            var answers = atOnce(IntStream.range(0, AT_ONCE)
                    .mapToObj(i -> i % 2 == 0 ? wrong : right)
                    .toList());

            assertThat(newspaper.outcomes()).hasSize(1);
            var spent = newspaper.outcomes().getFirst().texts().containsKey("spentOn");
            assertThat(newspaper.comments()).hasSize(spent ? 1 : 0);
            assertThat(answers).filteredOn(a -> a.status() == 303).hasSize(spent ? AT_ONCE / 2 : 0);
            assertThat(answers).filteredOn(a -> a.status() == 422).hasSize(spent ? AT_ONCE / 2 : AT_ONCE);
        }
    }

    @Nested
    class The_same_text_under_another_challenge {
        private final Challenges.Issued first = newspaper.challenge();
        private final HttpResponse told =
                newspaper.send(Newspaper.json(Typed.comment().answering(first).carrying(first)));

        private HttpResponse again(UnaryOperator<Typed> change) {
            var issued = newspaper.challenge();
            return newspaper.send(Newspaper.json(
                    change.apply(Typed.comment()).answering(issued).carrying(issued)));
        }

        @Test
        void is_the_first_comment_and_gets_its_answer() {
            var again = again(typed -> typed);

            assertThat(again.status()).isEqualTo(201);
            assertThat(again.json()).isEqualTo(told.json());
            assertThat(newspaper.comments()).hasSize(1);
        }

        @Test
        void may_differ_in_name_phone_title_and_the_letters_of_the_email_address() {
            var again = again(typed -> typed.with("name", "Hoa")
                    .with("phone", "")
                    .with("title", "")
                    .with("email", "Hoa.Nguyen@VIDU.vn"));

            assertThat(again.json()).isEqualTo(told.json());
            assertThat(newspaper.comments()).hasSize(1);
        }

        @Test
        void by_another_email_address_or_with_another_word_is_another_comment() {
            again(typed -> typed.with("email", "khac@vidu.vn"));
            again(typed -> typed.with("content", "Bài viết rất hay!"));

            assertThat(newspaper.comments()).hasSize(3);
        }

        @Test
        void under_another_article_is_another_comment() {
            var issued = newspaper.challenge(Newspaper.OTHER_ARTICLE);
            newspaper.send(Newspaper.form(
                    Newspaper.OTHER_ARTICLE, Typed.comment().answering(issued).carrying(issued)));

            assertThat(newspaper.comments()).hasSize(2);
        }

        /// The item of the text is still there: nothing expires under tests, as DynamoDB may take days to delete.
        @Test
        void a_day_later_is_another_comment_and_just_before_is_not() {
            newspaper.clock().advance(Duration.ofDays(1).minusSeconds(61));
            again(typed -> typed); // 30 s later
            assertThat(newspaper.comments()).hasSize(1);
            newspaper.clock().advance(Duration.ofSeconds(1));
            again(typed -> typed);
            assertThat(newspaper.comments()).hasSize(2);
            again(typed -> typed);
            assertThat(newspaper.comments()).hasSize(2);
        }

        @Test
        void leaves_that_challenge_good_for_one_more_comment_and_no_two() {
            var issued = newspaper.challenge();
            var typed = Typed.comment().answering(issued).carrying(issued);
            assertThat(newspaper.send(Newspaper.json(typed)).json()).isEqualTo(told.json());
            assertThat(newspaper.outcomes()).hasSize(1); // the first challenge's

            assertThat(newspaper
                            .send(Newspaper.json(typed.with("content", "Một ý khác.")))
                            .status())
                    .isEqualTo(201);
            assertThat(newspaper
                            .send(Newspaper.json(typed.with("content", "Một ý nữa.")))
                            .status())
                    .isEqualTo(422);
            assertThat(newspaper.comments()).hasSize(2);
        }

        @Test
        void is_known_by_a_keyed_hash_that_is_let_go_a_day_later() {
            assertThat(newspaper.texts()).singleElement().satisfies(text -> {
                assertThat(text.text("id")).matches("text:[0-9A-Za-z_-]{22}");
                assertThat(text.texts()).containsOnlyKeys("id", "spentOn", "hash", "expiresAt");
                assertThat(text.text("expiresAt"))
                        .isEqualTo(Long.toString(
                                Instant.parse("2026-11-24T02:14:30Z").getEpochSecond()));
            });
        }

        @Test
        void is_still_no_comment_where_the_answer_is_wrong() {
            var issued = newspaper.challenge();
            var answer = newspaper.send(
                    Newspaper.json(Typed.comment().mistaking(issued).carrying(issued)));

            assertThat(answer.status()).isEqualTo(422);
        }

        @Test
        void thirty_times_at_once_is_one_comment_with_one_answer() {
            var answers = atOnce(
                    IntStream.range(0, AT_ONCE).mapToObj(_ -> newspaper.challenge(Strength.FULL)).toList().stream()
                            .skip(20) // the others have expired
                            .map(issued -> Newspaper.json(Typed.comment()
                                    .with("content", "Cùng một lúc.")
                                    .answering(issued)
                                    .carrying(issued)))
                            .toList());

            assertThat(answers).extracting(HttpResponse::status).containsOnly(201);
            assertThat(answers)
                    .extracting(HttpResponse::json)
                    .hasSize(30)
                    .containsOnly(answers.getFirst().json());
            assertThat(newspaper.comments()).hasSize(2);
        }
    }

    @Nested
    class Other_content_under_a_spent_challenge {
        @Test
        void is_refused_and_keeps_all_that_was_typed() {
            var issued = newspaper.challenge();
            newspaper.send(Newspaper.form(Typed.comment().answering(issued), issued));
            var other = Typed.comment().answering(issued).with("content", "Một ý khác hẳn.");
            var response = newspaper.send(Newspaper.form(other, issued));

            assertThat(response.status()).isEqualTo(422);
            var page = FormPage.of(response);
            assertThat(page.fault("answer")).contains("đã dùng cho một lần gửi khác");
            assertThat(page.typed()).isEqualTo(other.shown().with("answer", ""));
            assertThat(response.cookie("captcha")).isEqualTo(page.token());
            assertThat(newspaper.comments()).hasSize(1);
        }

        @Test
        void is_refused_whichever_field_it_differs_in() {
            var issued = newspaper.challenge();
            var typed = Typed.comment().answering(issued);
            newspaper.send(Newspaper.form(typed, issued));

            assertThat(List.of("title", "name", "phone", "content"))
                    .allSatisfy(field -> assertThat(newspaper
                                    .send(Newspaper.form(typed.with(field, "0987 654 321"), issued))
                                    .status())
                            .isEqualTo(422));
            assertThat(newspaper
                            .send(Newspaper.form(typed.with("email", "khac@vidu.vn"), issued))
                            .status())
                    .isEqualTo(422);
            assertThat(newspaper.comments()).hasSize(1);
        }

        @Test
        void is_expired_like_any_other_once_its_time_is_over() {
            var issued = newspaper.challenge();
            newspaper.send(Newspaper.form(Typed.comment().answering(issued), issued));
            newspaper.clock().advance(Duration.ofMinutes(20));
            var response = newspaper.send(
                    Newspaper.form(Typed.comment().answering(issued).with("content", "khác"), issued));

            assertThat(FormPage.of(response).fault("answer")).contains("đã hết hạn");
            assertThat(newspaper.comments()).hasSize(1);
        }
    }

    private List<HttpResponse> atOnce(List<HttpRequest> requests) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sends = requests.stream()
                    .map(request -> (Callable<HttpResponse>) () -> newspaper.send(request))
                    .toList();
            return threads.invokeAll(sends).stream().map(Future::resultNow).toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// All of an answer but the id that API Gateway gives each request.
    private static String told(HttpResponse response) {
        return response.status() + " " + response.header("location").orElse("") + " " + response.cookies() + " "
                + response.text();
    }
}
