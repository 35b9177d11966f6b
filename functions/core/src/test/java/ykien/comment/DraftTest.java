package ykien.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ykien.article.Slug;
import ykien.challenge.ContentHash;
import ykien.challenge.Medium;
import ykien.challenge.Proof;
import ykien.http.Fault;

class DraftTest {
    private static final Slug ARTICLE = new Slug("mua-he");
    private static final Instant NOW = Instant.parse("2026-11-23T02:14:00.123456Z");

    @Nested
    class An_email_address {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "hoa@vidu.vn",
                    "hoa.nguyen+bao@mail.vidu.com.vn",
                    "h@v.vn",
                    "o'hara@vidu.vn",
                    "_hoa-1%x!#$&*/=?^`{|}~@vidu.vn",
                    "hoa@xn--bo-nga.vn",
                    "hoa@báo.vn",
                    "hòa@báo-mẫu.vn",
                    "用户@例子.广告",
                    "hoa@1.2",
                    "  hoa@vidu.vn\t"
                })
        void of_a_shape_that_can_work_is_taken(String email) {
            assertThat(draft().email(email).faults()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "hoa                | Email thiếu ký tự @.",
                    "hoa.vidu.vn        | Email thiếu ký tự @.",
                    "@vidu.vn           | Email thiếu phần trước @.",
                    "hoa@@vidu.vn       | Email có nhiều hơn một ký tự @.",
                    "hoa@lan@vidu.vn    | Email có nhiều hơn một ký tự @.",
                    "hoa@               | Phần sau @ của email chưa đúng.",
                    "hoa@vidu           | Phần sau @ của email chưa đúng.",
                    "hoa@vidu.          | Phần sau @ của email chưa đúng.",
                    "hoa@.vn            | Phần sau @ của email chưa đúng.",
                    "hoa@vi..du.vn      | Phần sau @ của email chưa đúng.",
                    "hoa@-vidu.vn       | Phần sau @ của email chưa đúng.",
                    "hoa@vidu-.vn       | Phần sau @ của email chưa đúng.",
                    "hoa nguyen@vidu.vn | Email có ký tự không dùng được trong địa chỉ.",
                    "'hoa@vidu.vn, lan@vidu.vn' | Email có nhiều hơn một ký tự @.",
                    "'hoa,lan@vidu.vn'  | Email có ký tự không dùng được trong địa chỉ.",
                    "<hoa@vidu.vn>      | Email có ký tự không dùng được trong địa chỉ.",
                    "Hoa <hoa@vidu.vn>  | Email có ký tự không dùng được trong địa chỉ.",
                    "hoa@[127.0.0.1]    | Email có ký tự không dùng được trong địa chỉ.",
                    "mailto:hoa@vidu.vn | Email có ký tự không dùng được trong địa chỉ."
                })
        void of_a_shape_that_can_not_work_is_told_why(String email, String wrong) {
            assertThat(draft().email(email).faults()).extracting(Fault::wrong).containsExactly(wrong);
        }

        /// A line break would let a header of our own mail be written by a reader.
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "hoa@vidu.vn\r\nBcc: lan@vidu.vn", "hoa\nx@vidu.vn", "hoa\u0000@vidu.vn", "hoa@vidu\u200B.vn",
                    "\u202Ehoa@vidu.vn", "hoa\uD800@vidu.vn", "hoa\uFFFE@vidu.vn", "hoa\u00A0@vidu.vn"
                })
        void that_hides_something_is_refused(String email) {
            assertThat(draft().email(email).faults()).extracting(Fault::field).containsExactly("email");
        }

        @Test
        void may_have_254_characters() {
            var local = "h".repeat(254 - "@vidu.vn".length());

            assertThat(draft().email(local + "@vidu.vn").faults()).isEmpty();
            assertThat(draft().email(local + "h@vidu.vn").faults())
                    .extracting(Fault::wrong)
                    .containsExactly("Email dài quá 254 ký tự.");
        }
    }

    @Nested
    class A_phone_number {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "  ",
                    "0912345678",
                    "0912 345 678",
                    "0912.345.678",
                    "0912-345-678",
                    "+84 912 345 678",
                    "(024) 3825 1234",
                    "+84-(0)912-345-678",
                    "12345678",
                    "123456789012345"
                })
        void of_a_shape_that_can_work_is_taken(String phone) {
            assertThat(draft().phone(phone).faults()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "1234567",
                    "1234567890123456",
                    "0912 345 67x",
                    "84+912345678",
                    "++84912345678",
                    "０９１２３４５６７８",
                    "0912\n345678",
                    "không có",
                    "+",
                    "()",
                    "0912345678; DROP",
                    "\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667",
                    "0912345678..............................."
                })
        void of_a_shape_that_can_not_work_is_refused(String phone) {
            assertThat(draft().phone(phone).faults()).extracting(Fault::field).containsExactly("phone");
        }
    }

    @Nested
    class A_required_field {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "\t\r\n",
                    "\u00A0\u3000",
                    "\u200B\u200D\uFEFF",
                    "\u2028\u2029",
                    "\u0000",
                    "\u3164\uFFA0\u2800",
                    "\u115F\u1160",
                    "\u202E"
                })
        void of_which_nothing_can_be_seen_is_empty(String typed) {
            var blank = new Draft(typed, typed, typed, typed, typed, typed, "");

            assertThat(blank.faults())
                    .filteredOn(fault -> fault.wrong().endsWith("còn trống."))
                    .extracting(Fault::field)
                    .containsExactly("name", "email", "answer", "content");
        }

        @ParameterizedTest
        @ValueSource(strings = {"x", "ạ", "😀", ".", "مرحبا", "\u0301"})
        void of_which_something_can_be_seen_is_not(String typed) {
            assertThat(draft().content(typed).faults()).isEmpty();
        }
    }

    @Nested
    class Text {
        @ParameterizedTest
        @ValueSource(
                strings = {"\u0000", "\u0007", "\u001B", "\u007F", "\u0085", "\uD800", "\uDC00", "\uFFFE", "\uFDD0"})
        void with_what_is_no_text_is_refused_and_shown_with_a_mark_in_its_place(String forbidden) {
            var draft = draft().content("trước " + forbidden + " sau");

            assertThat(draft.faults()).extracting(Fault::field).containsExactly("content");
            assertThat(draft.showable().content()).isEqualTo("trước \uFFFD sau");
        }

        @Test
        void is_counted_in_code_points_after_composing() {
            var decomposed = "e\u0302\u0301"; // one ế
            assertThat(draft().title(decomposed.repeat(120)).faults()).isEmpty();
            assertThat(draft().title("ế".repeat(121)).faults())
                    .extracting(Fault::wrong)
                    .containsExactly("Tiêu đề dài 121 ký tự, nhiều nhất là 120.");
        }

        @Test
        void comes_to_the_same_whichever_way_it_is_taken_twice() {
            var random = new Random(11);
            for (var i = 0; i < 2_000; i++) {
                var typed = random.ints(random.nextInt(40), 0, 0x3000)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
                var once = PlainText.of(typed).value();
                assertThat(PlainText.of(once).value()).isEqualTo(once);
            }
        }

        @ParameterizedTest
        @CsvSource(
                nullValues = "-",
                value = {
                    "'  a  ', a",
                    "'a\r\nb', 'a\nb'",
                    "'a\rb', 'a\nb'",
                    "'a\r\r\nb', 'a\n\nb'",
                    "'\ta\tb\t', 'a\tb'"
                })
        void has_its_lines_parted_by_line_feeds_and_no_white_space_around(String typed, String text) {
            assertThat(PlainText.of(typed).value()).isEqualTo(text);
        }
    }

    @Nested
    class A_draft_without_a_fault {
        @Test
        void becomes_a_comment_of_this_millisecond() {
            var id = CommentId.random();
            var comment = new Draft("", " Hoa ", "hoa@vidu.vn ", " ", "x", " Hay.\r\n", "t").comment(id, ARTICLE, NOW);

            assertThat(comment)
                    .isEqualTo(new Comment(
                            id,
                            ARTICLE,
                            Instant.parse("2026-11-23T02:14:00.123Z"),
                            new Author("Hoa", new EmailAddress("hoa@vidu.vn"), Optional.empty()),
                            Optional.empty(),
                            "Hay."));
        }

        @Test
        void is_the_only_one_that_becomes_a_comment() {
            assertThatThrownBy(() -> Draft.EMPTY.comment(CommentId.random(), ARTICLE, NOW))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Nested
    class A_content_hash {
        @Test
        void is_of_all_that_was_typed_and_of_nothing_else() {
            var one = new Draft("a", "b", "c@d.e", "12345678", "x", "f", "t");
            var hash = hash(one, NOW);

            assertThat(hash(one.withAnswer("y"), NOW.plusSeconds(60))).isEqualTo(hash);
            assertThat(List.of(
                            new Draft("", "b", "c@d.e", "12345678", "x", "f", "t"),
                            new Draft("a", "bb", "c@d.e", "12345678", "x", "f", "t"),
                            new Draft("a", "b", "c@d.ee", "12345678", "x", "f", "t"),
                            new Draft("a", "b", "c@d.e", "", "x", "f", "t"),
                            new Draft("a", "b", "c@d.e", "12345678", "x", "ff", "t"),
                            new Draft("f", "b", "c@d.e", "12345678", "x", "a", "t")))
                    .allSatisfy(other -> assertThat(hash(other, NOW)).isNotEqualTo(hash));
        }

        private static ContentHash hash(Draft draft, Instant at) {
            return draft.comment(CommentId.random(), ARTICLE, at).contentHash();
        }
    }

    @Test
    void whatever_holds_personal_data_prints_none_of_it() {
        var draft = new Draft("Tiêu đề", "Hoa", "hoa@vidu.vn", "0912345678", "ACDEF", "Nội dung", "token");
        var comment = draft.comment(CommentId.random(), ARTICLE, NOW);
        var printed =
                draft + " " + comment + comment.author() + comment.author().email()
                        + comment.author().phone() + CommentItem.waiting(comment, Medium.SOUND, Proof.DONE);

        assertThat(printed).doesNotContain("Hoa", "hoa", "0912", "Tiêu đề", "Nội dung", "ACDEF", "token");
    }

    private static Typing draft() {
        return new Typing();
    }

    /// A draft of which one field is of interest.
    private static final class Typing {
        Draft title(String title) {
            return new Draft(title, "Hoa", "hoa@vidu.vn", "", "ACDEF", "Hay.", "");
        }

        Draft email(String email) {
            return new Draft("", "Hoa", email, "", "ACDEF", "Hay.", "");
        }

        Draft phone(String phone) {
            return new Draft("", "Hoa", "hoa@vidu.vn", phone, "ACDEF", "Hay.", "");
        }

        Draft content(String content) {
            return new Draft("", "Hoa", "hoa@vidu.vn", "", "ACDEF", content, "");
        }
    }
}
