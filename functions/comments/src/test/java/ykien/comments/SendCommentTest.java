package ykien.comments;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import ykien.challenge.Challenges.Issued;
import ykien.cloud.HttpRequest;
import ykien.cloud.HttpResponse;

@ExtendWith(Newspaper.Opening.class)
class SendCommentTest {
    private final Newspaper newspaper;

    SendCommentTest(Newspaper newspaper) {
        this.newspaper = newspaper;
    }

    @Nested
    class A_form_answered_by_the_sound {
        private final Issued issued = newspaper.challenge();

        @Test
        void is_a_comment_that_is_marked_for_the_newsroom() {
            var response = newspaper.send(Newspaper.form(Typed.comment().hearing(issued), issued));

            assertThat(response.status()).isEqualTo(303);
            assertThat(newspaper.onlyComment().texts())
                    .containsEntry("answeredBy", "sound")
                    .containsEntry("state", "waiting");
        }

        @Test
        void may_have_its_digits_parted_as_people_part_them() {
            var digits = issued.challenge().spoken().digits();
            var typed = Typed.comment().with("answer", digits.substring(0, 3) + "-" + digits.substring(3) + " ");

            assertThat(newspaper.send(Newspaper.form(typed, issued)).status()).isEqualTo(303);
        }

        @Test
        void takes_the_challenge_with_it_picture_and_all() {
            newspaper.send(Newspaper.form(Typed.comment().hearing(issued), issued));
            var again = Typed.comment().with("content", "Thêm một ý.").answering(issued);

            assertThat(newspaper.send(Newspaper.form(again, issued)).status()).isEqualTo(422);
            assertThat(newspaper.comments()).hasSize(1);
        }

        @Test
        void sent_again_by_the_picture_is_still_one_comment_that_sound_let_in() {
            newspaper.send(Newspaper.form(Typed.comment().hearing(issued), issued));
            var again = newspaper.send(Newspaper.form(Typed.comment().answering(issued), issued));

            assertThat(again.status()).isEqualTo(303);
            assertThat(newspaper.onlyComment().text("answeredBy")).isEqualTo("sound");
        }

        @Test
        void is_marked_nowhere_else_than_answers_by_the_picture_are() {
            newspaper.send(Newspaper.form(Typed.comment().answering(issued), issued));

            assertThat(newspaper.onlyComment().text("answeredBy")).isEqualTo("picture");
            assertThat(newspaper
                            .tables()
                            .scan(r -> r.tableName("CommentsTable").indexName("piles"))
                            .items())
                    .isNotEmpty()
                    .allSatisfy(item -> assertThat(item).doesNotContainKey("answeredBy"));
        }
    }

    @Nested
    class A_form_without_a_fault {
        @Test
        void is_answered_with_the_way_back_to_the_article() {
            var response = send(Typed.comment());

            assertThat(response.status()).isEqualTo(303);
            assertThat(response.header("location")).contains("/articles/duong-hoa-xom-dinh?sent=pending#gui-y-kien");
            assertThat(response.header("cache-control")).contains("no-store");
            assertThat(response.body()).isEmpty();
        }

        @Test
        void takes_the_cookie_of_its_challenge_away_and_remembers_it_as_sent() {
            var issued = newspaper.challenge();
            var response = newspaper.send(Newspaper.form(Typed.comment().answering(issued), issued));

            assertThat(response.cookies())
                    .containsExactly(
                            "captcha=; Path=/articles/duong-hoa-xom-dinh; Max-Age=0; HttpOnly; SameSite=Lax; Secure",
                            "captcha-sent=" + issued.seal()
                                    + "; Path=/articles/duong-hoa-xom-dinh; Max-Age=1200; HttpOnly; SameSite=Lax; Secure");
        }

        @Test
        void is_one_waiting_comment_with_all_that_was_typed() {
            send(Typed.comment());

            assertThat(newspaper.onlyComment().texts())
                    .containsEntry("article", "duong-hoa-xom-dinh")
                    .containsEntry("state", "waiting")
                    .containsEntry("submittedAt", "2026-11-23T02:14:30.500Z")
                    .containsEntry("title", "Một lời cảm ơn")
                    .containsEntry("name", "Nguyễn Thị Hoa")
                    .containsEntry("email", "hoa.nguyen@vidu.vn")
                    .containsEntry("phone", "0912 345 678")
                    .containsEntry("content", "Bài viết rất hay.\nTôi đã đọc hai lần.");
        }

        @Test
        void stands_in_the_moderation_queue_and_not_where_readers_see_it() {
            send(Typed.comment());

            var comment = newspaper.onlyComment();
            assertThat(comment.texts()).doesNotContainKeys("shownAt", "shown");
            assertThat(queued(comment.text("pile"))).containsExactly(comment.text("id"));
            assertThat(newspaper
                            .tables()
                            .scan(r -> r.tableName("CommentsTable").indexName("byArticle"))
                            .items())
                    .isEmpty();
        }

        @Test
        void may_leave_title_and_phone_out() {
            send(Typed.comment().with("title", " ").with("phone", ""));

            assertThat(newspaper.onlyComment().texts()).doesNotContainKeys("title", "phone");
        }

        @Test
        void leaves_the_outcome_of_its_challenge_behind() {
            send(Typed.comment());

            assertThat(newspaper.outcomes()).hasSize(1);
            var outcome = newspaper.outcomes().getFirst();
            assertThat(outcome.text("spentOn"))
                    .isEqualTo(newspaper.onlyComment().text("id"));
            assertThat(outcome.text("hash")).matches("[0-9a-f]{64}");
            // issued at 02:14:00, alive for 20 minutes, kept for 24 hours more
            assertThat(outcome.text("expiresAt"))
                    .isEqualTo(
                            Long.toString(Instant.parse("2026-11-24T02:34:00Z").getEpochSecond()));
        }

        @Test
        void may_be_answered_in_lower_case_and_with_spaces() {
            var issued = newspaper.challenge();
            var typed = issued.challenge()
                    .answer()
                    .symbols()
                    .toLowerCase(Locale.ROOT)
                    .replace("", " ");

            assertThat(newspaper
                            .send(Newspaper.form(Typed.comment().with("answer", typed), issued))
                            .status())
                    .isEqualTo(303);
        }

        @Test
        void may_be_as_long_as_five_thousand_characters_of_four_bytes() {
            send(Typed.comment().with("content", "😀".repeat(5000)));

            assertThat(newspaper.onlyComment().text("content")).isEqualTo("😀".repeat(5000));
        }

        private Iterable<String> queued(String shard) {
            return newspaper
                    .tables()
                    .query(r -> r.tableName("CommentsTable")
                            .indexName("piles")
                            .keyConditionExpression("pile = :shard")
                            .expressionAttributeValues(Map.of(":shard", AttributeValue.fromS(shard))))
                    .items()
                    .stream()
                    .map(item -> Item.of(item).text("id"))
                    .toList();
        }
    }

    @Nested
    class A_programs_comment {
        @Test
        void is_answered_with_its_id_and_state() {
            var issued = newspaper.challenge();
            var response = newspaper.send(
                    Newspaper.json(Typed.comment().answering(issued).carrying(issued)));

            assertThat(response.status()).isEqualTo(201);
            assertThat(response.header("content-type")).contains("application/json");
            assertThat(response.json())
                    .isEqualTo(Map.of(
                            "id", newspaper.onlyComment().text("id"),
                            "state", "waiting",
                            "article", "duong-hoa-xom-dinh"));
        }

        @Test
        void without_a_token_is_told_where_to_get_one() {
            var response = newspaper.send(Newspaper.json(Typed.comment().with("answer", "ACDEF")));

            assertThat(response.status()).isEqualTo(422);
            assertThat(response.header("content-type")).contains("application/problem+json");
            assertThat(response.text()).contains("\"pointer\":\"#/token\"", "POST /captcha");
        }

        @Test
        void with_faults_and_without_a_token_is_told_both() {
            var response = newspaper.send(Newspaper.json(Typed.comment().with("email", "hoa")));

            assertThat(response.text()).contains("\"field\":\"email\"", "\"field\":\"answer\"", "\"field\":\"token\"");
        }

        @Test
        void with_a_wrong_answer_gets_a_problem_detail() {
            var issued = newspaper.challenge();
            var response = newspaper.send(
                    Newspaper.json(Typed.comment().mistaking(issued).carrying(issued)));

            assertThat(response.status()).isEqualTo(422);
            assertThat(response.text()).contains("\"type\":\"urn:ykien:problem:wrong-answer\"", "\"field\":\"answer\"");
            assertThat(newspaper.comments()).isEmpty();
        }
    }

    @Nested
    class Text {
        @Test
        void typed_in_nfd_is_stored_in_nfc() {
            var content = "Đường làng nở hoa, ai cũng thấy đẹp.";
            send(Typed.comment()
                    .with("content", Normalizer.normalize(content, Normalizer.Form.NFD))
                    .with("name", Normalizer.normalize("Đặng Thị Mỹ Ước", Normalizer.Form.NFD)));

            assertThat(newspaper.onlyComment().texts())
                    .containsEntry("content", content)
                    .containsEntry("name", "Đặng Thị Mỹ Ước");
        }

        @Test
        void is_trimmed_and_its_lines_are_parted_by_line_feeds() {
            send(Typed.comment().with("content", "\r\n  Một.\r\nHai.\rBa.\n\nBốn.\t\r\n"));

            assertThat(newspaper.onlyComment().text("content")).isEqualTo("Một.\nHai.\nBa.\n\nBốn.");
        }

        @Test
        void is_otherwise_kept_as_it_was_typed() {
            var content = "<script>alert('x')</script> & &amp; %41 + \\u0041 \"“”\" 1\u00A0000 👨‍👩‍👧 مرحبا";
            send(Typed.comment().with("content", content));

            assertThat(newspaper.onlyComment().text("content")).isEqualTo(content);
        }
    }

    @Nested
    class A_wrong_answer {
        @Test
        void is_refused_with_all_that_was_typed_but_the_answer() {
            var issued = newspaper.challenge();
            var typed = Typed.comment().mistaking(issued);
            var response = newspaper.send(Newspaper.form(typed, issued));

            assertThat(response.status()).isEqualTo(422);
            assertThat(response.header("cache-control")).contains("no-store");
            var page = FormPage.of(response);
            assertThat(page.typed()).isEqualTo(typed.shown().with("answer", ""));
            assertThat(page.faultyFields()).containsExactly("answer");
            assertThat(page.fault("answer")).contains("Mã bảo vệ chưa đúng.");
            assertThat(newspaper.comments()).isEmpty();
        }

        @Test
        void brings_a_new_picture_in_the_form_and_in_the_cookie() {
            var issued = newspaper.challenge();
            var response = newspaper.send(Newspaper.form(Typed.comment().mistaking(issued), issued));

            var token = FormPage.of(response).token().orElseThrow();
            assertThat(token).hasSize(74).isNotEqualTo(issued.seal());
            assertThat(FormPage.of(response).picture())
                    .isEqualTo("/articles/duong-hoa-xom-dinh/captcha.png?token=" + token);
            assertThat(FormPage.of(response).sounds())
                    .containsOnly("/articles/duong-hoa-xom-dinh/captcha.wav?token=" + token)
                    .hasSize(2);
            assertThat(response.cookies())
                    .containsExactly("captcha=" + token
                            + "; Path=/articles/duong-hoa-xom-dinh; Max-Age=1200; HttpOnly; SameSite=Lax; Secure");
        }

        @Test
        void is_the_challenges_outcome() {
            var issued = newspaper.challenge();
            newspaper.send(Newspaper.form(Typed.comment().mistaking(issued), issued));

            assertThat(newspaper.outcomes()).hasSize(1);
            assertThat(newspaper.outcomes().getFirst().text("id"))
                    .isEqualTo(issued.challenge().id().hex());
            assertThat(newspaper.outcomes().getFirst().texts()).doesNotContainKeys("spentOn", "hash");
        }

        @Test
        void can_not_be_put_right_afterwards() {
            var issued = newspaper.challenge();
            newspaper.send(Newspaper.form(Typed.comment().mistaking(issued), issued));
            var response = newspaper.send(Newspaper.form(Typed.comment().answering(issued), issued));

            assertThat(response.status()).isEqualTo(422);
            assertThat(FormPage.of(response).fault("answer")).contains("Mã bảo vệ chưa đúng.");
            assertThat(newspaper.comments()).isEmpty();
        }
    }

    @Nested
    class A_form_with_faults {
        @Test
        void is_told_all_of_them_at_once_in_the_order_of_the_form() {
            var issued = newspaper.challenge();
            var typed = Typed.NOTHING
                    .with("title", "x".repeat(121))
                    .with("email", "hoa.vidu.vn")
                    .with("phone", "12");
            var page = FormPage.of(newspaper.send(Newspaper.form(typed, issued)));

            assertThat(page.faultyFields()).containsExactly("title", "name", "email", "phone", "answer", "content");
            assertThat(page.fault("title")).contains("dài 121 ký tự, nhiều nhất là 120");
            assertThat(page.fault("name")).contains("Người gửi còn trống.");
            assertThat(page.fault("email")).contains("Email thiếu ký tự @.");
            assertThat(page.fault("phone")).contains("2 chữ số");
            assertThat(page.fault("answer")).contains("Mã bảo vệ còn trống.");
            assertThat(page.fault("content")).contains("Nội dung còn trống.");
        }

        @Test
        void keeps_its_picture_and_the_typed_answer() {
            var issued = newspaper.challenge();
            var typed = Typed.comment().answering(issued).with("email", "hoa");
            var response = newspaper.send(Newspaper.form(typed, issued));

            assertThat(response.status()).isEqualTo(422);
            var page = FormPage.of(response);
            assertThat(page.token()).contains(issued.seal());
            assertThat(page.typed()).isEqualTo(typed.shown());
            assertThat(response.cookies()).isEmpty();
        }

        @Test
        void does_not_spend_its_challenge() {
            var issued = newspaper.challenge();
            newspaper.send(Newspaper.form(Typed.comment().answering(issued).with("email", "hoa"), issued));
            assertThat(newspaper.outcomes()).isEmpty();

            var again = newspaper.send(Newspaper.form(Typed.comment().answering(issued), issued));
            assertThat(again.status()).isEqualTo(303);
        }

        @Test
        void does_not_tell_whether_the_answer_is_right() {
            var issued = newspaper.challenge();
            var right = Typed.comment().answering(issued).with("email", "hoa");
            var wrong = Typed.comment().mistaking(issued).with("email", "hoa");

            var told = newspaper.send(Newspaper.form(right, issued)).text();
            assertThat(newspaper.send(Newspaper.form(wrong, issued)).text().replace(wrong.get("answer"), "?"))
                    .isEqualTo(told.replace(right.get("answer"), "?"));
        }

        @Test
        void whose_picture_has_expired_gets_a_new_one_at_once() {
            var issued = newspaper.challenge();
            newspaper.clock().advance(Duration.ofMinutes(20));
            var response = newspaper.send(
                    Newspaper.form(Typed.comment().answering(issued).with("email", "hoa"), issued));

            var page = FormPage.of(response);
            assertThat(page.faultyFields()).containsExactly("email", "answer");
            assertThat(page.value("answer")).isEmpty();
            assertThat(page.token()).isPresent().isNotEqualTo(Optional.of(issued.seal()));
        }
    }

    @Nested
    class The_time {
        @Test
        void within_two_seconds_of_the_picture_is_too_early_and_keeps_all() {
            var issued = newspaper.freshChallenge(Newspaper.ARTICLE);
            newspaper.clock().advance(Duration.ofMillis(1_499)); // the picture is of 02:14:00.000
            var typed = Typed.comment().answering(issued);
            var response = newspaper.send(Newspaper.form(typed, issued));

            assertThat(response.status()).isEqualTo(422);
            assertThat(response.header("retry-after")).contains("2");
            var page = FormPage.of(response);
            assertThat(page.fault("answer")).contains("quá nhanh");
            assertThat(page.token()).contains(issued.seal());
            assertThat(page.typed()).isEqualTo(typed.shown());
            assertThat(newspaper.outcomes()).isEmpty();
        }

        @Test
        void after_two_seconds_is_late_enough() {
            var issued = newspaper.freshChallenge(Newspaper.ARTICLE);
            newspaper.clock().advance(Duration.ofMillis(1_500));

            assertThat(newspaper
                            .send(Newspaper.form(Typed.comment().answering(issued), issued))
                            .status())
                    .isEqualTo(303);
        }

        @Test
        void just_short_of_twenty_minutes_is_early_enough() {
            var issued = newspaper.freshChallenge(Newspaper.ARTICLE);
            newspaper.clock().advance(Duration.ofMinutes(20).minusMillis(501));

            assertThat(newspaper
                            .send(Newspaper.form(Typed.comment().answering(issued), issued))
                            .status())
                    .isEqualTo(303);
        }

        @Test
        void twenty_minutes_after_the_picture_is_too_late() {
            var issued = newspaper.freshChallenge(Newspaper.ARTICLE);
            newspaper.clock().advance(Duration.ofMinutes(20).minusMillis(500));
            var typed = Typed.comment().answering(issued);
            var response = newspaper.send(Newspaper.form(typed, issued));

            assertThat(response.status()).isEqualTo(422);
            var page = FormPage.of(response);
            assertThat(page.fault("answer")).contains("đã hết hạn");
            assertThat(page.typed()).isEqualTo(typed.shown().with("answer", ""));
            assertThat(response.cookie("captcha")).isEqualTo(page.token());
            assertThat(newspaper.comments()).isEmpty();
            assertThat(newspaper.outcomes()).isEmpty();
        }
    }

    @Nested
    class A_token {
        @Test
        void that_is_forged_or_malformed_looks_like_a_wrong_answer_to_the_byte() {
            assertLookAlike(Newspaper::form);
        }

        @Test
        void that_is_forged_or_malformed_looks_like_a_wrong_answer_to_programs_too() {
            assertLookAlike(Newspaper::json);
        }

        private void assertLookAlike(Function<Typed, HttpRequest> client) {
            var issued = newspaper.challenge();
            var typed = Typed.comment().mistaking(issued);
            var wrong = newspaper.send(client.apply(typed.carrying(issued)));
            var untouched = newspaper.challenge();
            var token = untouched.seal();
            var other = newspaper.challenge(Newspaper.OTHER_ARTICLE);

            assertThat(Stream.of(
                            "x",
                            "<không phải mã>",
                            "A".repeat(74),
                            token.substring(0, 73),
                            token + "A",
                            "0" + token.substring(1),
                            token.substring(0, 40) + (token.charAt(40) == 'A' ? "B" : "A") + token.substring(41),
                            other.seal(),
                            issued.seal())) // missed before
                    .map(it -> newspaper.send(client.apply(typed.with("token", it))))
                    .allSatisfy(it -> {
                        assertThat(it.status()).isEqualTo(422);
                        assertThat(it.body()).hasSameSizeAs(wrong.body());
                        assertThat(seen(it)).isEqualTo(seen(wrong));
                    });
            assertThat(newspaper.outcomes()).hasSize(1);
        }

        @Test
        void of_another_article_is_no_good_here() {
            var other = newspaper.challenge(Newspaper.OTHER_ARTICLE);
            var response = newspaper.send(
                    Newspaper.form(Typed.comment().answering(other).carrying(other)));

            assertThat(response.status()).isEqualTo(422);
            assertThat(FormPage.of(response).fault("answer")).contains("Mã bảo vệ chưa đúng.");
            assertThat(newspaper.comments()).isEmpty();
        }

        /// However often the work was verified, its receipts have one outcome.
        @Test
        void that_is_a_receipt_for_work_lets_one_comment_in() {
            var issued = newspaper.challenge();
            var typed = Typed.comment().answering(issued);
            var first = newspaper.send(Newspaper.json(typed.with("token", newspaper.receipt(issued))));
            var again = newspaper.send(Newspaper.json(typed.with("token", newspaper.receipt(issued))));
            var other = newspaper.send(Newspaper.json(
                    typed.with("token", newspaper.receipt(issued)).with("content", "Khác hẳn.")));

            assertThat(first.status()).isEqualTo(201);
            assertThat(again.text()).isEqualTo(first.text());
            assertThat(other.status()).isEqualTo(422);
            assertThat(newspaper.comments()).hasSize(1);
        }

        @Test
        void in_the_form_wins_over_the_one_in_the_cookie() {
            var inForm = newspaper.challenge();
            var inCookie = newspaper.challenge();
            var typed = Typed.comment().answering(inForm).carrying(inForm);

            assertThat(newspaper.send(Newspaper.form(typed, inCookie)).status()).isEqualTo(303);
            assertThat(newspaper.outcomes().getFirst().text("id"))
                    .isEqualTo(inForm.challenge().id().hex());
        }

        /// The refusal carries it, so that a browser without cookies comes in at its second try.
        @Test
        void is_handed_out_to_browsers_that_keep_no_cookies() {
            var typed = Typed.comment().with("answer", "ACDEF");
            var first = newspaper.send(Newspaper.form(typed));
            assertThat(first.status()).isEqualTo(422);
            var page = FormPage.of(first);
            assertThat(page.typed()).isEqualTo(typed.shown().with("answer", ""));
            assertThat(page.fault("answer")).contains("không nhận hoặc không lưu mã");
            newspaper.clock().advance(Duration.ofSeconds(30));

            var token = page.token().orElseThrow();
            var second = newspaper.send(
                    Newspaper.form(typed.with("token", token).with("answer", newspaper.answerOf(token))));
            assertThat(second.status()).isEqualTo(303);
        }

        /// All that a client can tell one refusal from another by: the random token alone may differ.
        private static String seen(HttpResponse response) {
            var token = response.cookie("captcha").orElse("");
            var headers = new TreeMap<>(response.headers());
            headers.remove("apigw-requestid");
            var text = response.text().replaceAll("urn:ykien:request:[^\"]*", "urn:…");
            var all = response.status() + " " + headers + " " + response.cookies() + " " + text;
            return token.isEmpty() ? all : all.replace(token, "TOKEN");
        }
    }

    @Nested
    class Another_picture {
        @Test
        void comes_with_all_that_was_typed_and_without_a_fault() {
            var issued = newspaper.challenge();
            var typed = Typed.comment().with("email", "chưa gõ xong").with("answer", "AC");
            var response = newspaper.send(Newspaper.form(typed.with("do", "renew"), issued));

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.header("cache-control")).contains("no-store");
            var page = FormPage.of(response);
            assertThat(page.typed()).isEqualTo(typed.shown().with("answer", ""));
            assertThat(page.faultyFields()).isEmpty();
            assertThat(page.document().select("[role=alert]")).isEmpty();
            assertThat(page.token()).isPresent().isNotEqualTo(Optional.of(issued.seal()));
            assertThat(response.cookies())
                    .as("another tab still shows the cookie's picture")
                    .isEmpty();
        }

        @Test
        void writes_nothing_and_leaves_the_old_one_valid() {
            var issued = newspaper.challenge();
            newspaper.send(Newspaper.form(Typed.comment().answering(issued).with("do", "renew"), issued));
            assertThat(newspaper.comments()).isEmpty();
            assertThat(newspaper.outcomes()).isEmpty();
        }
    }

    @Nested
    class An_article {
        @ParameterizedTest
        @ValueSource(strings = {"khong-co-bai-nay", "KHONG-PHAI", "a--b", "%E1%BA%A5"})
        void that_nobody_knows_is_not_found(String slug) {
            var issued = newspaper.challenge();
            var response = newspaper.send(HttpRequest.post("/articles/" + slug + "/comments")
                    .header("Accept", "text/html")
                    .form(Typed.comment().answering(issued).carrying(issued).fields()));

            assertThat(response.status()).isEqualTo(404);
            assertThat(response.text()).contains("Không tìm thấy bài viết", "Tôi đã đọc hai lần.");
        }

        @Test
        void that_is_closed_refuses_and_shows_what_was_written() {
            var issued = newspaper.challenge(Newspaper.CLOSED_ARTICLE);
            var response = newspaper.send(Newspaper.form(
                    Newspaper.CLOSED_ARTICLE, Typed.comment().answering(issued).carrying(issued)));

            assertThat(response.status()).isEqualTo(409);
            var page = Jsoup.parse(response.text());
            assertThat(page.select("h1").text()).isEqualTo("Bài viết không nhận thêm ý kiến");
            assertThat(page.expectFirst(".text").wholeText()).contains("Bài viết rất hay.\nTôi đã đọc hai lần.");
            assertThat(page.expectFirst("a.press").attr("href")).isEqualTo("/articles/" + Newspaper.CLOSED_ARTICLE);
            assertThat(newspaper.comments()).isEmpty();
        }
    }

    @Nested
    class Where_articles_close_after_a_number_of_days {
        @ParameterizedTest
        @CsvSource({"0, 303", "2, 303", "1, 409"})
        void one_of_a_day_and_a_bit_is_open_or_refuses_and_shows_what_was_written(String days, int status) {
            var closing = newspaper.with(Map.of("COMMENTS_CLOSE_AFTER_DAYS", days));
            var issued = closing.challenge();
            var response = closing.send(Newspaper.form(Typed.comment().answering(issued), issued));

            assertThat(response.status()).isEqualTo(status);
            assertThat(closing.comments()).hasSize(status == 303 ? 1 : 0);
            if (status == 409) {
                assertThat(response.text())
                        .contains("Bài viết không nhận thêm ý kiến", "Bài viết rất hay.\nTôi đã đọc hai lần.");
            }
        }

        @Test
        void a_program_is_told_so() {
            var closing = newspaper.with(Map.of("COMMENTS_CLOSE_AFTER_DAYS", "1"));
            var issued = closing.challenge();
            var response = closing.send(
                    Newspaper.json(Typed.comment().answering(issued).carrying(issued)));

            assertThat(response.status()).isEqualTo(409);
            assertThat(response.text()).contains("urn:ykien:problem:comments-closed");
        }
    }

    @Nested
    class A_form_on_another_site {
        @ParameterizedTest
        @ValueSource(strings = {"cross-site", "same-site", "SAME-ORIGIN", ""})
        void is_refused_by_where_the_browser_says_it_comes_from(String site) {
            var refused = sent("Sec-Fetch-Site", site);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text()).doesNotContain("rất hay"); // nor does it put its words onto our page
            assertThat(newspaper.comments()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"same-origin", "none"})
        void is_told_from_the_sites_own(String site) {
            assertThat(sent("Sec-Fetch-Site", site).status()).isEqualTo(303);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://evil.example",
                    "null",
                    "http://a1b2c3d4e5.execute-api.ap-southeast-1.amazonaws.com",
                    "https://a1b2c3d4e5.execute-api.ap-southeast-1.amazonaws.com.evil.example"
                })
        void is_refused_by_its_origin_where_the_browser_is_older(String origin) {
            assertThat(sent("Origin", origin).status()).isEqualTo(403);
            assertThat(newspaper.comments()).isEmpty();
        }

        @Test
        void is_told_from_the_sites_own_by_its_origin() {
            assertThat(sent("Origin", Newspaper.origin()).status()).isEqualTo(303);
        }

        @Test
        void is_not_presumed_where_a_text_browser_says_nothing() {
            assertThat(sent("User-Agent", "Lynx/2.9.2").status()).isEqualTo(303);
        }

        @Test
        void is_refused_before_any_table_is_asked() {
            newspaper.operations().forget();
            sent("Sec-Fetch-Site", "cross-site");

            assertThat(newspaper.operations().names()).isEmpty();
        }

        private HttpResponse sent(String header, String value) {
            var issued = newspaper.challenge();
            return newspaper.send(HttpRequest.post("/articles/" + Newspaper.ARTICLE + "/comments")
                    .header("Accept", "text/html")
                    .header(header, value)
                    .form(Typed.comment().answering(issued).carrying(issued).fields()));
        }
    }

    private HttpResponse send(Typed typed) {
        var issued = newspaper.challenge();
        return newspaper.send(Newspaper.form(typed.answering(issued), issued));
    }
}
