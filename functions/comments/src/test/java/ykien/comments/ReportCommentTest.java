package ykien.comments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ykien.challenge.Strength;
import ykien.cloud.HttpRequest;
import ykien.cloud.HttpResponse;
import ykien.comment.CommentId;

@ExtendWith(Newspaper.Opening.class)
class ReportCommentTest {
    private static final String FLOODER = "198.51.100.7";

    private final Newspaper newspaper;
    private final CommentId comment;

    ReportCommentTest(Newspaper newspaper) {
        this.newspaper = newspaper;
        this.comment = newspaper.approvedComment(Newspaper.ARTICLE);
    }

    @Nested
    class A_report {
        @Test
        void is_kept_and_its_reader_thanked_on_the_articles_page() {
            var issued = newspaper.challenge();
            var response =
                    newspaper.send(Newspaper.report(comment, Typed.report().answering(issued), issued));

            assertThat(response.status()).isEqualTo(303);
            assertThat(response.header("location")).hasValue("/articles/" + Newspaper.ARTICLE + "?sent=report#y-kien");
            assertThat(response.header("cache-control")).hasValue("no-store");
            assertThat(response.cookie("captcha")).hasValue("");
            assertThat(newspaper.reports()).hasSize(1).first().satisfies(report -> {
                assertThat(report.text("comment")).isEqualTo(comment.value());
                assertThat(report.text("article")).isEqualTo(Newspaper.ARTICLE.value());
                assertThat(report.text("reason")).isEqualTo("personal-data");
                assertThat(report.text("words")).isEqualTo("Có số điện thoại\ncủa người khác.");
                assertThat(report.texts())
                        .as("nothing about who sent it")
                        .containsOnlyKeys("comment", "id", "article", "at", "reason", "words", "expiresAt");
            });
        }

        @Test
        void moves_its_comment_into_the_queue_and_leaves_it_visible() {
            var before = new HashMap<>(newspaper.onlyComment().texts());
            send(Typed.report());

            var after = new HashMap<>(newspaper.onlyComment().texts());
            assertThat(after.get("state")).isEqualTo("approved");
            assertThat(after.remove("pile")).startsWith("waiting.");
            assertThat(after.remove("desk")).isEqualTo(Newspaper.ARTICLE + "#waiting");
            assertThat(after.remove("reports")).isEqualTo("1");
            before.keySet().removeAll(List.of("pile", "desk"));
            assertThat(after).isEqualTo(before);
        }

        @Test
        void is_taken_by_sound_too() {
            var issued = newspaper.challenge();

            assertThat(newspaper
                            .send(Newspaper.report(comment, Typed.report().hearing(issued), issued))
                            .status())
                    .isEqualTo(303);
        }

        @Test
        void is_taken_under_a_closed_article() {
            var closed = newspaper.approvedComment(Newspaper.CLOSED_ARTICLE);
            var issued = newspaper.challenge(Newspaper.CLOSED_ARTICLE);
            var typed = Typed.report().answering(issued).carrying(issued);

            assertThat(newspaper
                            .send(Newspaper.report(Newspaper.CLOSED_ARTICLE, closed, typed))
                            .status())
                    .isEqualTo(303);
        }

        @Test
        void tells_a_program_its_id() {
            var issued = newspaper.challenge();
            var response = newspaper.send(Newspaper.jsonReport(
                    comment, Typed.report().answering(issued).carrying(issued)));

            assertThat(response.status()).isEqualTo(201);
            assertThat(response.json())
                    .isEqualTo(Map.of(
                            "id", newspaper.reports().getFirst().text("id"),
                            "comment", comment.value(),
                            "article", Newspaper.ARTICLE.value()));
        }

        @Test
        void leaves_nothing_of_it_or_of_its_comment_in_the_log_or_the_answer() {
            var response = send(Typed.report().with("words", "Anh Ba ở xóm Đình"));

            assertThat(newspaper.log()).isNotEmpty().noneMatch(line -> line.contains("xóm"));
            assertThat(newspaper.log()).noneMatch(line -> line.contains("ba.tran"));
            assertThat(response.text() + response.headers()).doesNotContain("ba.tran", "Đình");
        }
    }

    @Nested
    class The_same_report_sent_again {
        @Test
        void by_a_double_click_is_one_report_with_one_answer() {
            var issued = newspaper.challenge();
            var form = Newspaper.report(comment, Typed.report().answering(issued), issued);
            var first = newspaper.send(form);

            assertThat(told(newspaper.send(form))).isEqualTo(told(first));
            assertThat(newspaper.reports()).hasSize(1);
            assertThat(newspaper.onlyComment().text("reports")).isEqualTo("1");
        }

        @Test
        void twenty_times_at_once_is_one_report_with_one_answer() {
            var issued = newspaper.challenge();
            var form = Newspaper.report(comment, Typed.report().answering(issued), issued);
            var all = atOnce(IntStream.range(0, 20).mapToObj(_ -> form).toList());

            assertThat(all.stream().map(ReportCommentTest::told).distinct()).hasSize(1);
            assertThat(all.getFirst().status()).isEqualTo(303);
            assertThat(newspaper.reports()).hasSize(1);
            assertThat(newspaper.onlyComment().text("reports")).isEqualTo("1");
        }

        /// The first answer has taken the picture's cookie away before the second press.
        @Test
        void by_a_slow_double_click_is_one_report() {
            var issued = newspaper.challenge();
            var typed = Typed.report().answering(issued);
            var first = newspaper.send(Newspaper.report(comment, typed, issued));
            var sent = first.cookie("captcha-sent").orElseThrow();

            assertThat(newspaper
                            .send(Newspaper.report(comment, typed).cookie("captcha-sent", sent))
                            .header("location"))
                    .isEqualTo(first.header("location"));
            assertThat(newspaper.reports()).hasSize(1);
        }

        @Test
        void still_gets_the_first_answer_after_the_challenge_has_expired() {
            var issued = newspaper.challenge();
            var form = Newspaper.report(comment, Typed.report().answering(issued), issued);
            var first = newspaper.send(form);
            newspaper.clock().advance(Duration.ofHours(3));

            assertThat(told(newspaper.send(form))).isEqualTo(told(first));
        }

        @Test
        void with_another_reason_needs_another_picture_and_keeps_what_was_chosen() {
            var issued = newspaper.challenge();
            var typed = Typed.report().answering(issued).carrying(issued);
            newspaper.send(Newspaper.report(comment, typed));
            var other = newspaper.send(Newspaper.report(comment, typed.with("reason", "insult")));

            assertThat(other.status()).isEqualTo(422);
            var page = FormPage.of(other);
            assertThat(page.fault("answer")).contains("đã dùng cho một lần gửi khác");
            assertThat(page.value("reason")).isEqualTo("insult");
            assertThat(page.value("words")).isEqualTo(typed.get("words"));
            assertThat(newspaper.reports()).hasSize(1);
        }
    }

    @Nested
    class A_challenge {
        @Test
        void that_a_comment_has_spent_lets_no_report_in() {
            var issued = newspaper.challenge();
            newspaper.send(Newspaper.form(Typed.comment().answering(issued).carrying(issued)));

            assertThat(FormPage.of(newspaper.send(Newspaper.report(
                                    comment, Typed.report().answering(issued).carrying(issued))))
                            .fault("answer"))
                    .contains("đã dùng");
            assertThat(newspaper.reports()).isEmpty();
        }

        @Test
        void that_a_report_has_spent_lets_no_comment_in() {
            var issued = newspaper.challenge();
            newspaper.send(
                    Newspaper.report(comment, Typed.report().answering(issued).carrying(issued)));
            var response = newspaper.send(
                    Newspaper.form(Typed.comment().answering(issued).carrying(issued)));

            assertThat(FormPage.of(response).fault("answer")).contains("đã dùng");
            assertThat(newspaper.comments()).hasSize(1);
        }

        @Test
        void that_is_answered_wrongly_is_over_and_another_picture_comes() {
            var issued = newspaper.challenge();
            var typed = Typed.report().mistaking(issued);
            var response = newspaper.send(Newspaper.report(comment, typed, issued));

            assertThat(response.status()).isEqualTo(422);
            var page = FormPage.of(response);
            assertThat(page.fault("answer")).contains("chưa đúng");
            assertThat(page.value("reason")).isEqualTo("personal-data");
            assertThat(page.value("words")).isEqualTo(typed.get("words"));
            assertThat(page.value("answer")).isEmpty();
            assertThat(page.token()).isPresent().get().isNotEqualTo(issued.seal());
            assertThat(newspaper
                            .send(Newspaper.report(comment, Typed.report().answering(issued), issued))
                            .status())
                    .isEqualTo(422);
            assertThat(newspaper.reports()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"AAAA", "x"})
        void that_was_forged_looks_like_one_that_was_missed(String token) {
            var issued = newspaper.challenge();
            var missed = newspaper.send(Newspaper.jsonReport(
                    comment, Typed.report().mistaking(issued).carrying(issued)));
            var forged = newspaper.send(Newspaper.jsonReport(
                    comment, Typed.report().mistaking(issued).with("token", token)));

            assertThat(forged.status()).isEqualTo(missed.status()).isEqualTo(422);
            assertThat(forged.text().replaceAll("urn:ykien:request:[^\"]+", ""))
                    .isEqualTo(missed.text().replaceAll("urn:ykien:request:[^\"]+", ""));
        }

        @Test
        void that_did_not_come_along_or_is_over_or_too_young_is_told_so() {
            assertThat(FormPage.of(newspaper.send(
                                    Newspaper.report(comment, Typed.report().with("answer", "ACDEF"))))
                            .fault("answer"))
                    .contains("không nhận hoặc không lưu");
            var young = newspaper.freshChallenge(Newspaper.ARTICLE);
            var early = newspaper.send(Newspaper.report(comment, Typed.report().answering(young), young));
            assertThat(early.header("retry-after")).hasValue("2");
            assertThat(FormPage.of(early).fault("answer")).contains("quá nhanh");
            newspaper.clock().advance(Duration.ofHours(1));
            assertThat(FormPage.of(newspaper.send(
                                    Newspaper.report(comment, Typed.report().answering(young), young)))
                            .fault("answer"))
                    .contains("đã hết hạn");
            assertThat(newspaper.reports()).isEmpty();
        }
    }

    @Nested
    class A_form_with_faults {
        @Test
        void comes_back_with_all_of_them_and_its_picture_stays() {
            var issued = newspaper.challenge();
            var response = newspaper.send(Newspaper.report(
                    comment,
                    Typed.report().with("reason", "other").with("words", " ").answering(issued),
                    issued));

            assertThat(response.status()).isEqualTo(422);
            var page = FormPage.of(response);
            assertThat(page.faultyFields()).containsExactly("words");
            assertThat(page.document().expectFirst("#words").attr("aria-describedby"))
                    .isEqualTo("words-fault words-hint");
            assertThat(page.value("reason")).isEqualTo("other");
            assertThat(page.value("answer"))
                    .isEqualTo(issued.challenge().answer().symbols());
            assertThat(page.token()).contains(issued.seal());
            assertThat(page.document().expectFirst("form").attr("action"))
                    .isEqualTo("/articles/" + Newspaper.ARTICLE + "/comments/" + comment + "/reports");
            assertThat(page.document().select("h1").text()).isEqualTo("Báo vi phạm");
            assertThat(page.document().select("[role=alert][autofocus]")).hasSize(1);
            assertThat(newspaper.outcomes()).isEmpty();
        }

        @Test
        void names_them_all_at_once_in_its_order() {
            var page = FormPage.of(newspaper.send(Newspaper.report(comment, Typed.NOTHING)));

            assertThat(page.faultyFields()).containsExactly("reason", "answer");
        }

        @Test
        void shows_html_as_what_was_typed() {
            var nasty = "</textarea></form><script>alert('x')</script>";
            var page = FormPage.of(newspaper.send(Newspaper.report(
                    comment, Typed.report().with("words", nasty).with("reason", "\"><b>"))));

            assertThat(page.value("words")).isEqualTo(nasty);
            assertThat(page.document().select("script, b b, form form")).isEmpty();
            assertThat(page.document().select("option[selected]")).isEmpty();
        }
    }

    @Test
    void Another_picture_keeps_what_was_chosen_and_typed() {
        var response = newspaper.send(Newspaper.report(comment, Typed.report().with("do", "renew")));

        assertThat(response.status()).isEqualTo(200);
        var page = FormPage.of(response);
        assertThat(page.document().select("[role=status]").text()).contains("Đã đổi mã");
        assertThat(page.value("reason")).isEqualTo("personal-data");
        assertThat(page.value("words")).isEqualTo(Typed.report().get("words"));
        assertThat(page.document().select("#answer[autofocus]")).hasSize(1);
    }

    @Nested
    class A_comment {
        @ParameterizedTest
        @ValueSource(strings = {"waiting", "refused"})
        void that_readers_do_not_see_is_as_unknown_as_none(String state) {
            var hidden = report(newspaper.comment(Newspaper.ARTICLE, state));
            var none = report(CommentId.random());

            assertThat(hidden.status()).isEqualTo(none.status()).isEqualTo(404);
            assertThat(hidden.text()).isEqualTo(none.text());
            assertThat(none.text()).contains("Không tìm thấy ý kiến", "của người khác.");
            assertThat(Jsoup.parse(none.text()).select("a.press").eachAttr("href"))
                    .contains("/articles/" + Newspaper.ARTICLE.value());
            assertThat(newspaper.reports()).isEmpty();
        }

        @Test
        void under_another_article_is_unknown_here() {
            assertThat(report(newspaper.approvedComment(Newspaper.OTHER_ARTICLE))
                            .status())
                    .isEqualTo(404);
        }

        @ParameterizedTest
        @ValueSource(strings = {"x", "0123456789ABCDEF0123456789ABCDEF", "%22%3E", "0123"})
        void of_no_possible_id_is_unknown(String id) {
            var response =
                    newspaper.send(HttpRequest.post("/articles/" + Newspaper.ARTICLE + "/comments/" + id + "/reports")
                            .header("Accept", "application/json")
                            .json("{}"));

            assertThat(response.status()).isEqualTo(404);
            assertThat(response.text()).contains("urn:ykien:problem:unknown-comment");
        }

        @Test
        void of_an_unknown_article_is_of_none() {
            var response = newspaper.send(HttpRequest.post("/articles/khong-co/comments/" + comment + "/reports")
                    .header("Accept", "application/json")
                    .json("{}"));

            assertThat(response.status()).isEqualTo(404);
            assertThat(response.text()).contains("urn:ykien:problem:unknown-article");
        }

        private HttpResponse report(CommentId id) {
            var issued = newspaper.challenge();
            return newspaper.send(
                    Newspaper.report(id, Typed.report().answering(issued).carrying(issued)));
        }
    }

    @Nested
    class A_source {
        @Test
        void past_its_budget_needs_a_harder_picture_for_a_report_too() {
            flood(201);
            var easy = newspaper.challenge();
            var held = newspaper.send(Newspaper.report(comment, Typed.report().answering(easy), easy)
                    .from(FLOODER));
            var hard = newspaper.challenge(Strength.FULL);

            assertThat(FormPage.of(held).fault("answer")).contains("phải khó hơn");
            assertThat(newspaper
                            .send(Newspaper.report(comment, Typed.report().answering(hard), hard)
                                    .from(FLOODER))
                            .status())
                    .isEqualTo(303);
        }

        @Test
        void at_ten_times_its_budget_has_to_wait_and_keeps_what_it_typed() {
            flood(2_001);
            var issued = newspaper.challenge(Strength.FULL);
            var response =
                    newspaper.send(Newspaper.report(comment, Typed.report().answering(issued), issued)
                            .from(FLOODER));

            assertThat(response.status()).isEqualTo(429);
            assertThat(response.header("retry-after")).isPresent();
            assertThat(FormPage.of(response).value("words"))
                    .isEqualTo(Typed.report().get("words"));
            assertThat(FormPage.of(response).document().select("[role=alert]").text())
                    .contains("quá nhiều báo vi phạm hoặc ý kiến gửi từ mạng của bạn");
            assertThat(newspaper.reports()).isEmpty();
        }

        /// Each with a seal that was never made: that counts, and nothing else.
        private void flood(int answers) {
            var form = Newspaper.report(
                            comment, Typed.report().with("answer", "ACDEF").with("token", "AAAA"))
                    .from(FLOODER);
            for (var i = 0; i < answers; i++) {
                newspaper.send(form);
            }
        }
    }

    @Nested
    class A_request {
        @Test
        void of_another_sites_page_is_refused_and_its_words_get_onto_no_page() {
            var response =
                    newspaper.send(Newspaper.report(comment, Typed.report()).header("Sec-Fetch-Site", "cross-site"));

            assertThat(response.status()).isEqualTo(403);
            assertThat(response.text()).doesNotContain("của người khác");
        }

        @Test
        void of_another_method_is_told_which_there_is() {
            for (var method : List.of("GET", "HEAD", "PUT", "DELETE")) {
                var response = newspaper.send(
                        HttpRequest.of(method, "/articles/" + Newspaper.ARTICLE + "/comments/" + comment + "/reports"));
                assertThat(response.status()).isEqualTo(405);
                assertThat(response.header("allow")).hasValue("POST");
            }
        }

        @Test
        void that_is_no_form_and_no_JSON_is_refused() {
            var target = "/articles/" + Newspaper.ARTICLE + "/comments/" + comment + "/reports";
            assertThat(newspaper
                            .send(HttpRequest.post(target).body("text/plain", "x"))
                            .status())
                    .isEqualTo(415);
            assertThat(newspaper.send(HttpRequest.post(target).json("{")).status())
                    .isEqualTo(400);
            assertThat(newspaper
                            .send(HttpRequest.post(target).json(" ".repeat(70_000)))
                            .status())
                    .isEqualTo(413);
        }

        @Test
        void that_meets_a_fault_inside_brings_its_form_back() {
            var issued = newspaper.challenge();
            var typed = Typed.report().answering(issued).carrying(issued);
            var response = newspaper.withoutTables().send(Newspaper.report(comment, typed));

            assertThat(response.status()).isEqualTo(500);
            var page = FormPage.of(response);
            assertThat(page.value("reason")).isEqualTo("personal-data");
            assertThat(page.value("words")).isEqualTo(typed.get("words"));
            assertThat(page.token()).contains(issued.seal());
            assertThat(page.document().expectFirst("form").attr("action")).endsWith(comment + "/reports");
        }
    }

    private HttpResponse send(Typed typed) {
        var issued = newspaper.challenge();
        return newspaper.send(Newspaper.report(comment, typed.answering(issued), issued));
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
