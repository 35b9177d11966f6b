package ykien.captcha;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ykien.cloud.HttpRequest;
import ykien.cloud.HttpResponse;

class ValidateAnswerTest {
    private static final int AT_ONCE = 50;
    private static final String ID = "urn:ykien:request:[^\"]{16}\"";

    private final ContactForm form = new ContactForm();

    @Nested
    class A_right_answer {
        @Test
        void is_right_and_spends_the_challenge() {
            var token = form.token();
            var response = form.validate(token, form.answer(token));

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.text()).isEqualTo("{\"right\":true,\"medium\":\"picture\",\"worked\":false}");
            assertThat(response.headers())
                    .containsEntry("content-type", "application/json")
                    .containsEntry("cache-control", "no-store");
            assertThat(form.asked()).containsExactly("PutItem");
            assertThat(form.outcomes())
                    .singleElement()
                    .satisfies(outcome -> assertThat(outcome)
                            .containsEntry("id", form.challenge(token).id().hex())
                            .containsEntry("spentOn", "form:contact")
                            // issued at 02:14:00, alive for 20 minutes, kept for 24 hours more
                            .containsEntry("expiresAt", "1795487640"));
        }

        @Test
        void may_be_that_of_the_sound() {
            var token = form.token();

            assertThat(form.validate(token, form.challenge(token).spoken().digits())
                            .text())
                    .isEqualTo("{\"right\":true,\"medium\":\"sound\",\"worked\":false}");
        }

        @Test
        void counts_once() {
            var token = form.token();
            form.validate(token, form.answer(token));

            assertThat(List.of(form.validate(token, form.answer(token)), form.validate(token, form.wrong(token))))
                    .allSatisfy(again -> assertRefused(again, "spent-challenge"));
            assertThat(form.outcomes()).hasSize(1);
        }

        @RepeatedTest(3)
        void counts_once_of_fifty_times_at_once() {
            var token = form.token();
            var answer = form.answer(token);
            var answers = atOnce(_ -> form.validate(token, answer));

            assertThat(answers).filteredOn(a -> a.status() == 200).hasSize(1);
            assertThat(answers).filteredOn(a -> a.status() == 422).hasSize(AT_ONCE - 1);
            assertThat(form.outcomes()).hasSize(1);
        }

        @Test
        void is_not_right_for_the_form_under_an_article_nor_for_another() {
            var token = form.token();
            var other = form.validate(Map.of("token", token, "answer", form.answer(token), "form", "newsletter"));
            var issued = form.send(HttpRequest.post("/captcha").json("{\"article\":\"contact\"}"));
            var article = String.valueOf(((Map<?, ?>) issued.json()).get("token"));
            form.wait(Duration.ofSeconds(30));

            assertRefused(other, "wrong-answer");
            assertRefused(form.validate(article, form.answer(token)), "wrong-answer");
            assertThat(form.asked()).isEmpty();
            assertThat(form.validate(token, form.answer(token)).status()).isEqualTo(200);
        }
    }

    @Nested
    class The_very_same_call_again {
        @Test
        void gets_the_first_answer_where_it_says_what_was_sent() {
            var token = form.token();
            var first = form.validate(token, form.answer(token), "a question");

            assertThat(form.validate(token, form.answer(token), "a question").text())
                    .isEqualTo(first.text());
            form.wait(Duration.ofMinutes(30));
            form.asked();
            assertThat(form.validate(token, form.answer(token), "a question").text())
                    .isEqualTo(first.text());
            assertThat(form.asked()).containsExactly("GetItem");
            assertThat(form.outcomes()).hasSize(1);
        }

        @Test
        void is_answered_alike_fifty_times_at_once() {
            var token = form.token();
            var answer = form.answer(token);

            assertThat(atOnce(_ -> form.validate(token, answer, "a question")))
                    .extracting(HttpResponse::text)
                    .containsOnly("{\"right\":true,\"medium\":\"picture\",\"worked\":false}");
            assertThat(form.outcomes()).hasSize(1);
        }

        /// Or one picture that was read would let any number of forms in.
        @Test
        void is_another_with_other_content_or_another_answer() {
            var token = form.token();
            form.validate(token, form.answer(token), "a question");

            assertRefused(form.validate(token, form.answer(token), "another"), "spent-challenge");
            assertRefused(form.validate(token, form.wrong(token), "a question"), "spent-challenge");
            assertRefused(
                    form.validate(token, form.challenge(token).spoken().digits(), "a question"), "spent-challenge");
        }
    }

    @Nested
    class A_wrong_answer {
        @Test
        void ends_the_challenge() {
            var token = form.token();

            assertRefused(form.validate(token, form.wrong(token)), "wrong-answer");
            assertThat(form.asked()).containsExactly("PutItem");
            assertRefused(form.validate(token, form.answer(token)), "wrong-answer");
            assertThat(form.outcomes())
                    .singleElement()
                    .satisfies(outcome -> assertThat(outcome).doesNotContainKeys("spentOn", "hash"));
        }

        /// Guessing 50 codes at once is one guess.
        @RepeatedTest(3)
        void and_a_right_one_at_once_are_one_outcome() {
            var token = form.token();
            var right = form.answer(token);
            var wrong = form.wrong(token);
            var answers = atOnce(i -> form.validate(token, i % 2 == 0 ? wrong : right, "a question"));

            assertThat(form.outcomes()).hasSize(1);
            var spent = form.outcomes().getFirst().containsKey("spentOn");
            assertThat(answers).filteredOn(a -> a.status() == 200).hasSize(spent ? AT_ONCE / 2 : 0);
        }
    }

    @Nested
    class Forged_malformed_and_wrong {
        @Test
        void look_alike_to_the_byte() {
            var token = form.token();
            var wrong = form.validate(token, form.wrong(token));
            var untouched = form.token();
            form.asked();
            var forged = Stream.of(
                            "",
                            " ",
                            "x",
                            "A".repeat(74),
                            untouched.substring(0, 73),
                            untouched + "A",
                            (untouched.startsWith("M") ? "N" : "M") + untouched.substring(1),
                            untouched.substring(0, 40)
                                    + (untouched.charAt(40) == 'A' ? "B" : "A")
                                    + untouched.substring(41),
                            "../../etc/passwd",
                            "\\u0000",
                            "ấ".repeat(74),
                            "A".repeat(60_000))
                    .map(it -> form.validate(it, form.answer(untouched)))
                    .toList();

            assertThat(wrong.status()).isEqualTo(422);
            assertThat(forged).allSatisfy(it -> assertThat(seen(it)).isEqualTo(seen(wrong)));
            assertThat(forged).allSatisfy(it -> assertThat(it.body()).hasSameSizeAs(wrong.body()));
            assertThat(form.asked()).isEmpty();
            assertThat(form.validate(untouched, form.answer(untouched)).status())
                    .isEqualTo(200);
        }

        /// All that a client can see, but for the id that the gateway gives each request.
        private static String seen(HttpResponse response) {
            var headers = new java.util.TreeMap<>(response.headers());
            headers.remove("apigw-requestid");
            return response.status() + " " + headers + " " + response.cookies() + " "
                    + response.text().replaceFirst(ID, "urn:ykien:request:\"");
        }
    }

    @Nested
    class Time {
        @Test
        void that_is_over_is_told_only_where_the_seal_opens() {
            var token = form.token();
            var forged = token.substring(0, 40) + (token.charAt(40) == 'A' ? "B" : "A") + token.substring(41);
            form.wait(Duration.ofMinutes(19).plusSeconds(29));
            assertRefused(form.validate(forged, form.answer(token)), "wrong-answer");
            assertThat(form.asked()).isEmpty();

            form.wait(Duration.ofSeconds(1));
            assertRefused(form.validate(token, form.answer(token)), "expired-challenge");
            assertRefused(form.validate(token, form.wrong(token)), "expired-challenge");
            assertRefused(form.validate(forged, form.answer(token)), "wrong-answer");
            assertThat(form.outcomes()).isEmpty();
        }

        @Test
        void that_no_person_needs_so_little_of_is_waited_for_and_nothing_is_spent() {
            var token = form.freshToken();
            form.wait(Duration.ofMillis(1_499));
            var right = form.validate(token, form.answer(token));
            var wrong = form.validate(token, form.wrong(token));

            assertThat(List.of(right, wrong)).allSatisfy(it -> {
                assertRefused(it, "too-early");
                assertThat(it.headers()).containsEntry("retry-after", "2");
            });
            assertThat(form.asked()).isEmpty();
            form.wait(Duration.ofMillis(1));
            assertThat(form.validate(token, form.answer(token)).status()).isEqualTo(200);
        }
    }

    @Nested
    class A_question_that_makes_no_sense {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "[]",
                    "{}",
                    "{\"token\":\"x\",\"answer\":\"y\"}",
                    "{\"token\":\"x\",\"form\":\"contact\"}",
                    "{\"answer\":\"y\",\"form\":\"contact\"}",
                    "{\"token\":null,\"answer\":\"y\",\"form\":\"contact\"}",
                    "{\"token\":1,\"answer\":\"y\",\"form\":\"contact\"}",
                    "{\"token\":\"x\",\"answer\":\"y\",\"form\":\"\"}",
                    "{\"token\":\"x\",\"answer\":\"y\",\"form\":\"Liên hệ\"}",
                    "{\"token\":\"x\",\"answer\":\"y\",\"form\":\"article:mua-he\"}",
                    "{\"token\":\"x\",\"answer\":\"y\",\"form\":\"form:contact\"}",
                    "{\"token\":\"x\",\"answer\":\"y\",\"form\":\"contact\",\"content\":{}}",
                    "{\"token\":\"x\",\"answer\":\"y\",\"form\":\"contact\"}x"
                })
        void is_told_so(String json) {
            var response = form.send(ContactForm.question().json(json));

            assertThat(response.status()).isEqualTo(400);
            assertThat(response.text()).contains("\"type\":\"urn:ykien:problem:bad-request\"");
            assertThat(form.asked()).isEmpty();
        }

        @Test
        void is_told_so_where_it_is_a_form_or_too_large() {
            assertThat(form.send(ContactForm.question().form("token=x")).status())
                    .isEqualTo(415);
            assertThat(form.validate("x", "y", "z".repeat(70_000)).status()).isEqualTo(413);
        }

        @ParameterizedTest
        @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE"})
        void is_told_which_method_there_is(String method) {
            var response = form.send(HttpRequest.of(method, "/captcha/answers"));

            assertThat(response.status()).isEqualTo(405);
            assertThat(response.headers()).containsEntry("allow", "POST");
        }
    }

    /// API Gateway itself turns away whoever has no right to ask.
    @Test
    void A_question_without_a_signature_is_not_heard() {
        var token = form.token();
        var response = form.send(ContactForm.unsignedQuestion()
                .json("{\"token\":\"" + token + "\",\"answer\":\"" + form.answer(token) + "\",\"form\":\"contact\"}"));

        assertThat(response.status()).isEqualTo(403);
        assertThat(response.text()).isEqualTo("{\"message\":\"Forbidden\"}");
        assertThat(form.asked()).isEmpty();
    }

    @Test
    void Without_its_table_nothing_is_right_and_nothing_spent() {
        var token = form.token();
        var response = form.validateWithoutTables(token, form.answer(token));

        assertThat(response.status()).isEqualTo(500);
        assertThat(response.text()).contains("\"type\":\"urn:ykien:problem:internal\"");
        assertThat(form.validate(token, form.answer(token)).status()).isEqualTo(200);
    }

    @Test
    void The_log_holds_neither_token_nor_answer_nor_content() {
        var token = form.token();
        form.validate(token, form.answer(token), "lan@example.com");

        assertThat(form.log())
                .contains("\"route\":\"POST /captcha/answers\"", "\"status\":200")
                .doesNotContain(token, form.answer(token), "lan@example.com", "contact");
    }

    private static void assertRefused(HttpResponse response, String type) {
        assertThat(response.status()).isEqualTo(422);
        assertThat(response.headers())
                .containsEntry("content-type", "application/problem+json")
                .containsEntry("cache-control", "no-store");
        assertThat(response.text()).contains("\"type\":\"urn:ykien:problem:" + type + "\"", "\"field\":\"answer\"");
    }

    private static List<HttpResponse> atOnce(java.util.function.IntFunction<HttpResponse> call) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, AT_ONCE)
                    .mapToObj(i -> (Callable<HttpResponse>) () -> call.apply(i))
                    .toList();
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
