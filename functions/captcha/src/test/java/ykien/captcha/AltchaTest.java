package ykien.captcha;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ykien.captcha.picture.CaptchaPicture;
import ykien.challenge.Challenge;
import ykien.challenge.Strength;
import ykien.cloud.HttpRequest;
import ykien.cloud.HttpResponse;

class AltchaTest {
    private static final String WRONG =
            "{\"verified\":false,\"reason\":\"Mã bảo vệ chưa đúng. Hãy thử lại với hình mới.\"}";

    private final ContactForm form = new ContactForm();

    @Nested
    class A_challenge_for_the_widget {
        @Test
        void is_work_and_our_picture_and_says_where_to_have_them_verified() {
            var response = form.send(HttpRequest.get("/captcha/altcha?form=contact"));
            var json = (Map<?, ?>) response.json();
            var widget = new Widget(form, json);
            var challenge = form.challenge(widget.token());
            var png = CaptchaPicture.draw(
                    challenge.answer().symbols(), challenge.id().bytes(), challenge.strength());

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.headers())
                    .containsEntry("content-type", "application/json")
                    .containsEntry("cache-control", "no-store");
            assertThat(json.get("configuration")).isEqualTo(Map.of("verifyUrl", "/captcha/altcha/verify"));
            assertThat(json.get("codeChallenge"))
                    .isEqualTo(Map.of(
                            "image",
                            "data:image/png;base64," + Base64.getEncoder().encodeToString(png),
                            "audio",
                            "/captcha/sound?form=contact&token=" + widget.token()));
            assertThat(form.send(HttpRequest.get("/captcha/sound?form=contact&language=vi&token=" + widget.token()))
                            .header("content-type"))
                    .contains("audio/wav");
            assertThat(widget.parameter("algorithm")).isEqualTo("PBKDF2/SHA-256");
            assertThat(widget.parameter("expiresAt")).isEqualTo("1795401240"); // 02:34:00, 20 minutes on
            assertThat(widget.parameters().get("data"))
                    .isEqualTo(Map.of("form", "form:contact", "token", widget.token()));
            assertThat(List.of("nonce", "salt", "keyPrefix"))
                    .allSatisfy(name -> assertThat(widget.parameter(name)).matches("[0-9a-f]{32}"));
            assertThat(List.of(widget.parameter("keySignature"), String.valueOf(json.get("signature"))))
                    .allSatisfy(signature -> assertThat(signature).matches("[0-9a-f]{64}"));
            assertThat(form.asked()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "?form=",
                    "?form=A",
                    "?form=article:mua-he",
                    "?article=",
                    "?article=a--b",
                    "?form=contact&article=mua-he",
                    "?form=a&form=b",
                    "?form=%FF"
                })
        void is_refused_where_the_address_names_no_form(String query) {
            assertThat(form.send(HttpRequest.get("/captcha/altcha" + query)).status())
                    .isEqualTo(400);
        }
    }

    @Nested
    class Work_that_is_done_and_a_right_code {
        private final Widget widget = Widget.of(form);
        private final String key = widget.solved();
        private final String code = form.answer(widget.token());

        Work_that_is_done_and_a_right_code() {
            form.wait(Duration.ofSeconds(30));
        }

        @Test
        void get_a_receipt_that_lets_one_form_in() {
            var verified = widget.verify(key, code);
            var receipt = Widget.receipt(verified);

            assertThat(verified.status()).isEqualTo(200);
            assertThat(((Map<?, ?>) verified.json()).get("verified")).isEqualTo(true);
            assertThat(form.asked()).containsExactly("UpdateItem", "PutItem");
            assertThat(redeemed(receipt, "one").text())
                    .isEqualTo("{\"right\":true,\"medium\":\"picture\",\"worked\":true}");
            assertThat(redeemed(receipt, "one").status()).isEqualTo(200);
            assertThat(redeemed(receipt, "another").status()).isEqualTo(422);
        }

        @Test
        void may_be_the_code_of_the_sound() {
            var digits = form.challenge(widget.token()).spoken().digits();

            assertThat(redeemed(Widget.receipt(widget.verify(key, digits)), "one")
                            .text())
                    .contains("\"medium\":\"sound\"");
        }

        /// Verifying once more makes no second form of one picture.
        @Test
        void get_receipts_for_the_same_single_form_however_often_they_are_sent() {
            var receipts = atOnce(20, _ -> widget.verify(key, code)).stream()
                    .map(Widget::receipt)
                    .toList();
            var forms = IntStream.range(0, receipts.size())
                    .filter(i -> redeemed(receipts.get(i), "form " + i).status() == 200)
                    .count();

            assertThat(forms).isOne();
            assertThat(form.outcomes()).hasSize(2);
        }

        @Test
        void spend_the_challenge_for_any_other_call() {
            widget.verify(key, code);

            assertThat(widget.verify(key, form.wrong(widget.token())).text()).contains("đã dùng rồi");
            assertThat(widget.verify(
                                    key, form.challenge(widget.token()).spoken().digits())
                            .text())
                    .contains("đã dùng rồi");
            assertThat(form.validate(widget.token(), code).status()).isEqualTo(422);
        }

        /// Or else nobody would have to work.
        @Test
        void are_told_from_an_answer_without_work() {
            assertThat(form.validate(widget.token(), code).text()).contains("\"worked\":false");
        }

        @Test
        void come_too_late_after_twenty_minutes() {
            form.wait(Challenge.LIFETIME);

            assertThat(widget.verify(key, code).text()).contains("đã hết hạn");
            assertThat(form.outcomes()).isEmpty();
        }

        private HttpResponse redeemed(Map<?, ?> receipt, String content) {
            return form.validate(String.valueOf(receipt.get("token")), String.valueOf(receipt.get("answer")), content);
        }
    }

    @Nested
    class A_source {
        private final Widget first = Widget.of(form);

        A_source() {
            form.wait(Duration.ofSeconds(30));
            first.verify(first.solved(), form.wrong(first.token()));
            form.asked();
        }

        @Test
        void is_counted_with_its_network_and_named_by_no_address() {
            assertThat(form.counts()).hasSize(1);
            assertThat(form.counts().getFirst().toString())
                    .contains("answers:", "n=AttributeValue(N=1)")
                    .doesNotContain("127.0.0", "7f0000");
        }

        @Test
        void past_its_budget_is_asked_for_a_harder_picture_and_learns_nothing() {
            form.flood(200);
            var right = attempt();
            var wrong = attempt();

            var refused = right.widget.verify(right.key, right.code);
            assertThat(refused.status()).isEqualTo(200);
            assertThat(refused.text()).contains("\"verified\":false", "mã phải khó hơn", "sau 20 giây");
            assertThat(wrong.widget
                            .verify(wrong.key, form.wrong(wrong.widget.token()))
                            .text())
                    .isEqualTo(refused.text());
            assertThat(form.outcomes()).hasSize(1);
        }

        @Test
        void past_its_budget_is_verified_by_the_harder_picture() {
            form.flood(200);
            form.ask(Strength.FULL);
            var attempt = attempt();

            assertThat(attempt.widget.verify(attempt.key, attempt.code).text()).startsWith("{\"verified\":true,");
        }

        @Test
        void at_ten_times_its_budget_has_to_wait_and_learns_nothing() {
            form.flood(2_000);
            form.ask(Strength.FULL);
            var right = attempt();
            var wrong = attempt();
            form.asked();

            var refused = right.widget.verify(right.key, right.code);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("content-type")).contains("application/problem+json");
            assertThat(refused.header("retry-after")).contains("270"); // 02:15:30 until 02:20
            assertThat(refused.text()).contains("urn:ykien:problem:too-many", "Hãy gửi lại sau 5 phút");
            assertThat(form.asked()).containsExactly("BatchGetItem", "UpdateItem", "GetItem"); // hands in for the site
            var other = wrong.widget.verify(wrong.key, form.wrong(wrong.widget.token()));
            assertThat(other.text().replaceAll("request:[^\"]*", ""))
                    .isEqualTo(refused.text().replaceAll("request:[^\"]*", ""));
            assertThat(form.outcomes()).hasSize(1);

            form.wait(Duration.ofSeconds(270));
            assertThat(right.widget.verify(right.key, right.code).text()).startsWith("{\"verified\":true,");
        }

        @Test
        void at_ten_times_its_budget_still_gets_the_receipt_that_it_got_before_and_for_no_other_code() {
            var attempt = attempt();
            var before = Widget.receipt(attempt.widget.verify(attempt.key, attempt.code));
            form.flood(2_000);

            var again = Widget.receipt(attempt.widget.verify(attempt.key, attempt.code));
            assertThat(form.validate(token(again), attempt.code, "one").status())
                    .isEqualTo(200);
            assertThat(form.validate(token(before), attempt.code, "another").status())
                    .isEqualTo(422);
            assertThat(attempt.widget
                            .verify(attempt.key, form.wrong(attempt.widget.token()))
                            .status())
                    .isEqualTo(429);
        }

        @Test
        void at_ten_times_its_budget_is_no_burden_to_another() {
            form.flood(2_000);
            var attempt = attempt();
            var response = form.send(Widget.verification(attempt.widget.payload(attempt.key), attempt.code)
                    .from("198.51.100.8"));

            assertThat(response.text()).startsWith("{\"verified\":true,");
        }

        /// The work that it takes to look is less than a count.
        @Test
        void is_not_counted_for_what_is_not_worked_for_has_expired_or_comes_too_early() {
            var early = Widget.of(form);
            early.verify(early.solved(), form.answer(early.token()));
            var attempt = attempt();
            attempt.widget.verify("00", attempt.code);
            form.wait(Challenge.LIFETIME);
            attempt.widget.verify(attempt.key, attempt.code);

            assertThat(form.asked()).isEmpty();
        }

        private String token(Map<?, ?> receipt) {
            return String.valueOf(receipt.get("token"));
        }
    }

    /// All that a reader and a browser need for a challenge, half a minute later.
    private Attempt attempt() {
        var widget = Widget.of(form);
        form.wait(Duration.ofSeconds(30));
        return new Attempt(widget, widget.solved(), form.answer(widget.token()));
    }

    private record Attempt(Widget widget, String key, String code) {}

    @Test
    void Whoever_is_faster_than_anybody_reads_has_to_wait_and_spends_nothing() {
        var widget = Widget.of(form);
        var key = widget.solved();
        var code = form.answer(widget.token());

        assertThat(widget.verify(key, code).text()).contains("quá nhanh");
        assertThat(form.asked()).isEmpty();
        form.wait(Duration.ofSeconds(2));
        assertThat(widget.verify(key, code).text()).startsWith("{\"verified\":true,");
    }

    @Test
    void A_wrong_code_ends_the_challenge() {
        var widget = Widget.of(form);
        var key = widget.solved();
        form.wait(Duration.ofSeconds(30));

        assertThat(widget.verify(key, form.wrong(widget.token())).text()).isEqualTo(WRONG);
        assertThat(widget.verify(key, form.answer(widget.token())).text()).isEqualTo(WRONG);
        assertThat(form.outcomes()).hasSize(1);
    }

    /// So each guess at a code costs work, and nothing tells what was wrong.
    @Test
    void What_is_forged_altered_or_not_worked_for_looks_like_a_wrong_code_and_is_not_compared() {
        var widget = Widget.of(form);
        var other = Widget.of(form);
        var key = widget.solved();
        var code = form.answer(widget.token());
        form.wait(Duration.ofSeconds(30));
        var data = Map.of("form", "form:newsletter", "token", widget.token());
        var unworked = Stream.of(
                        "",
                        "00",
                        widget.parameter("keyPrefix"),
                        key.substring(2),
                        key.toUpperCase(java.util.Locale.ROOT),
                        other.parameter("keySignature"))
                .map(widget::payload);
        var altered = Stream.of(
                        widget.with("cost", 1),
                        widget.with("keyPrefix", "00"),
                        widget.with("nonce", other.parameter("nonce")),
                        widget.with("salt", other.parameter("salt")),
                        widget.with("expiresAt", 4_000_000_000L),
                        widget.with("keyLength", 16),
                        widget.with("keySignature", other.parameter("keySignature")),
                        widget.with("data", data),
                        widget.with("data", Map.of("form", "form:contact", "token", other.token())),
                        widget.with("more", "x"))
                .map(it -> it.payload(key));
        var noise = Stream.of(
                "",
                "x",
                "e30=",
                "W10=",
                "bnVsbA==",
                Base64.getEncoder()
                        .encodeToString("{\"challenge\":{\"parameters\":{\"data\":{\"token\":[[[[".getBytes(UTF_8)));

        assertThat(Stream.of(unworked, altered, noise).flatMap(it -> it))
                .hasSize(22)
                .allSatisfy(payload -> {
                    var response = widget.verifyPayload(payload, code);
                    assertThat(response.status()).isEqualTo(200);
                    assertThat(response.text()).isEqualTo(WRONG);
                });
        assertThat(form.asked()).isEmpty();
        assertThat(widget.verify(key, code).text()).startsWith("{\"verified\":true,");
    }

    @Test
    void Every_bit_of_a_found_key_counts() {
        var widget = Widget.of(form);
        var key = HexFormat.of().parseHex(widget.solved());
        form.wait(Duration.ofSeconds(30));

        for (var bit = 0; bit < key.length * 8; bit++) {
            var changed = key.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(widget.verify(HexFormat.of().formatHex(changed), "22222").text())
                    .isEqualTo(WRONG);
        }
        assertThat(form.asked()).isEmpty();
    }

    @Test
    void A_body_that_is_none_is_told_so() {
        assertThat(form.send(HttpRequest.post("/captcha/altcha/verify").json("{"))
                        .status())
                .isEqualTo(400);
        assertThat(form.send(HttpRequest.post("/captcha/altcha/verify").form("payload=x"))
                        .status())
                .isEqualTo(415);
    }

    @Test
    void Other_methods_are_told_which_there_are() {
        var methods = new TreeMap<String, String>();
        for (var path : List.of("/captcha/altcha", "/captcha/altcha/verify")) {
            var response = form.send(HttpRequest.of("DELETE", path));
            methods.put(path, response.status() + " " + response.header("allow").orElse(""));
        }

        assertThat(methods).isEqualTo(Map.of("/captcha/altcha", "405 GET, HEAD", "/captcha/altcha/verify", "405 POST"));
    }

    private static <T> List<T> atOnce(int times, java.util.function.IntFunction<T> call) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, times)
                    .mapToObj(i -> (Callable<T>) () -> call.apply(i))
                    .toList();
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
