package ykien.comments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ykien.cloud.HttpRequest;
import ykien.cloud.HttpResponse;

/// Whatever is sent, the answer is a 4xx that says why.
@ExtendWith(Newspaper.Opening.class)
class SentFormTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Newspaper newspaper;

    SentFormTest(Newspaper newspaper) {
        this.newspaper = newspaper;
    }

    @Nested
    class A_form {
        @ParameterizedTest
        @CsvSource({
            "name=Hoa&email=%, dấu %",
            "name=Hoa&email=%4, dấu %",
            "name=Hoa&email=%zz, dấu %",
            "name=%C3%28, UTF-8",
            "name=%ED%A0%80, UTF-8",
            "name=%C0%AF, UTF-8",
            "name=%F4%90%80%80, UTF-8",
            "name=%FF, UTF-8",
            "name=Hoa&name=Lan, “name” có mặt nhiều lần",
            "token=a&token=b, “token” có mặt nhiều lần",
            "work=a&work=b, “work” có mặt nhiều lần",
            "do=renew&do=renew, “do” có mặt nhiều lần"
        })
        void that_is_not_well_formed_is_refused_and_told_why(String body, String why) {
            var response = newspaper.send(Newspaper.browser(Newspaper.ARTICLE).form(body));

            assertThat(response.status()).isEqualTo(400);
            assertThat(Jsoup.parse(response.text()).select(".error").text()).contains(why);
            assertThat(newspaper.comments()).isEmpty();
        }

        @Test
        void in_bytes_that_are_not_utf_8_is_refused() {
            var latin1 = "name=Nguy\u00EAn".getBytes(StandardCharsets.ISO_8859_1);
            var response = newspaper.send(Newspaper.browser(Newspaper.ARTICLE).body(FORM, latin1));

            assertThat(response.status()).isEqualTo(400);
            assertThat(response.text()).contains("không phải là UTF-8 hợp lệ");
        }

        @Test
        void in_plain_utf_8_without_percent_encoding_is_taken() {
            var issued = newspaper.challenge();
            var body = "name=Nguyễn Hoa 😀&email=hoa@vidu.vn&content=Đẹp&token=" + issued.seal() + "&answer="
                    + issued.challenge().answer().symbols();

            assertThat(newspaper
                            .send(Newspaper.browser(Newspaper.ARTICLE).body(FORM, body.getBytes(UTF_8)))
                            .status())
                    .isEqualTo(303);
            assertThat(newspaper.onlyComment().text("name")).isEqualTo("Nguyễn Hoa 😀");
        }

        @ParameterizedTest
        @ValueSource(strings = {"name", "title", "email", "phone", "content"})
        void with_a_control_character_is_told_in_which_field(String field) {
            var issued = newspaper.challenge();
            var typed = Typed.comment().answering(issued);
            var response = newspaper.send(Newspaper.form(typed.with(field, typed.get(field) + "\u0000\u001B"), issued));

            assertThat(response.status()).isEqualTo(422);
            assertThat(FormPage.of(response).faultyFields()).containsExactly(field);
            assertThat(FormPage.of(response).value(field)).isEqualTo(typed.get(field) + "\uFFFD\uFFFD");
            assertThat(newspaper.comments()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"title", "name"})
        void with_several_lines_where_one_belongs_is_told_so(String field) {
            var issued = newspaper.challenge();
            var response = newspaper.send(
                    Newspaper.form(Typed.comment().answering(issued).with(field, "Một\r\nHai"), issued));

            assertThat(FormPage.of(response).fault(field)).contains("nhiều dòng");
        }

        @ParameterizedTest
        @CsvSource({"title, 120", "name, 80", "content, 5000"})
        void is_bounded_in_code_points(String field, int longest) {
            var issued = newspaper.challenge();
            var typed = Typed.comment().answering(issued);
            var tooLong = newspaper.send(Newspaper.form(typed.with(field, "😀".repeat(longest + 1)), issued));
            var longEnough = newspaper.send(Newspaper.form(typed.with(field, "😀".repeat(longest)), issued));

            assertThat(FormPage.of(tooLong).faultyFields()).containsExactly(field);
            assertThat(longEnough.status()).isEqualTo(303);
        }

        @Test
        void may_have_fields_that_nobody_knows() {
            var issued = newspaper.challenge();
            var typed =
                    Typed.comment().answering(issued).with("utm_source", "x").with("", "y");

            assertThat(newspaper.send(Newspaper.form(typed, issued)).status()).isEqualTo(303);
        }

        @Test
        void that_is_empty_is_told_what_is_missing() {
            var page = FormPage.of(
                    newspaper.send(Newspaper.browser(Newspaper.ARTICLE).form("")));

            assertThat(page.faultyFields()).containsExactly("name", "email", "answer", "content");
        }
    }

    @Nested
    class A_json_body {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "null",
                    "[]",
                    "\"name\"",
                    "1",
                    "{",
                    "{\"name\":",
                    "{\"name\":\"Hoa\"",
                    "{'name':'Hoa'}",
                    "{\"name\":\"Hoa\",}",
                    "{\"name\":\"a\nb\"}",
                    "{\"name\":\"\\x\"}",
                    "{\"name\":NaN}",
                    "name=Hoa",
                    "{\"name\":\"Hoa\"} {}",
                    "{\"name\":\"Hoa\"}x",
                    "{\"name\":\"Hoa\",\"name\":\"Lan\"}",
                    "{\"x\":1,\"x\":2}",
                    "{\"name\":1}",
                    "{\"email\":true}",
                    "{\"content\":[\"a\"]}",
                    "{\"answer\":{\"a\":1}}",
                    "{\"token\":1e999}",
                    "{\"work\":1}"
                })
        void that_is_not_one_object_of_texts_is_refused_and_told_why(String json) {
            var response = newspaper.send(Newspaper.program().json(json));

            assertThat(response.status()).isEqualTo(400);
            assertThat(response.header("content-type")).contains("application/problem+json");
            assertThat(response.text()).contains("\"type\":\"urn:ykien:problem:bad-request\"", "/openapi.json");
            assertThat(newspaper.comments()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(ints = {500, 5_000, 30_000})
        void that_is_nested_deeply_is_refused(int depth) {
            var json = "{\"x\":" + "[".repeat(depth) + "]".repeat(depth) + ",\"name\":1}";

            assertThat(newspaper.send(Newspaper.program().json(json)).status()).isEqualTo(400);
        }

        @Test
        void with_a_number_of_sixty_thousand_digits_is_no_trouble() {
            var json = "{\"x\":" + "9".repeat(60_000) + "}";

            assertThat(newspaper.send(Newspaper.program().json(json)).status()).isBetween(400, 422);
        }

        /// `"\ud800"` is well-formed JSON for half a character.
        @ParameterizedTest
        @ValueSource(strings = {"title", "name", "email", "phone", "content"})
        void with_half_a_surrogate_pair_is_told_in_which_field(String field) {
            var issued = newspaper.challenge();
            var typed = Typed.comment().answering(issued).carrying(issued);
            var json = typed.with(field, typed.get(field) + "HALF").json().replace("HALF", "\\ud800");
            var response = newspaper.send(Newspaper.program().json(json));

            assertThat(response.status()).isEqualTo(422);
            assertThat(response.text()).contains("\"field\":\"" + field + "\"");
            assertThat(newspaper.comments()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"answer", "token"})
        void with_half_a_surrogate_pair_in_what_is_compared_is_just_wrong(String field) {
            var issued = newspaper.challenge();
            var json = Typed.comment()
                    .answering(issued)
                    .carrying(issued)
                    .with(field, "HALF")
                    .json()
                    .replace("HALF", "\\udfff");

            assertThat(newspaper.send(Newspaper.program().json(json)).status()).isEqualTo(422);
        }

        @Test
        void may_have_members_that_are_null_or_that_nobody_knows() {
            var issued = newspaper.challenge();
            var json = Typed.comment()
                    .without("title")
                    .answering(issued)
                    .carrying(issued)
                    .json()
                    .replaceFirst("\\{", "{\"title\":null,\"x\":{\"y\":[1,2,{}]},");

            assertThat(newspaper.send(Newspaper.program().json(json)).status()).isEqualTo(201);
        }

        @Test
        void that_is_not_utf_8_is_refused_and_never_stored() {
            var issued = newspaper.challenge();
            var whole = Typed.comment().answering(issued).carrying(issued).json();
            var latin1 = whole.replace("Nguyễn", "Nguy\u00EAn").getBytes(StandardCharsets.ISO_8859_1);

            assertThat(newspaper
                            .send(Newspaper.program().body("application/json", latin1))
                            .status())
                    .isBetween(400, 422);
            assertThat(newspaper.comments()).isEmpty();
        }
    }

    @Nested
    class The_media_type {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "text/plain",
                    "multipart/form-data; boundary=x",
                    "application/xml",
                    "application/jsonx",
                    "application/x-www-form-urlencoded; charset=iso-8859-1",
                    "application/json; charset=utf-16",
                    "",
                    ";",
                    "nonsense"
                })
        void that_is_neither_form_nor_json_in_utf_8_is_refused(String type) {
            var response = newspaper.send(Newspaper.browser(Newspaper.ARTICLE).body(type, "name=Hoa"));

            assertThat(response.status()).isEqualTo(415);
            assertThat(Jsoup.parse(response.text()).select(".error").text()).contains(FORM, "application/json");
        }

        @Test
        void of_what_is_compressed_does_not_help() {
            var response = newspaper.send(Newspaper.program()
                    .header("Content-Encoding", "gzip")
                    .json(Typed.comment().json()));

            assertThat(response.status()).isEqualTo(415);
            assertThat(response.text()).contains("không nén");
        }

        @Test
        void that_is_missing_is_refused() {
            assertThat(newspaper
                            .send(Newspaper.browser(Newspaper.ARTICLE).body("name=Hoa".getBytes(UTF_8)))
                            .status())
                    .isEqualTo(415);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "application/json;charset=utf-8",
                    "application/json; charset=\"UTF-8\"",
                    "Application/JSON ; charset=utf8"
                })
        void may_say_utf_8_in_any_way(String type) {
            var issued = newspaper.challenge();
            var json = Typed.comment().answering(issued).carrying(issued).json();

            assertThat(newspaper.send(Newspaper.program().body(type, json)).status())
                    .isEqualTo(201);
        }
    }

    @Nested
    class A_body_that_is_too_large {
        @Test
        void is_refused_with_what_it_has_and_what_it_may_have() {
            var response = newspaper.send(
                    Newspaper.browser(Newspaper.ARTICLE).form("content=" + "x".repeat(64 * 1024 - 8 + 1)));

            assertThat(response.status()).isEqualTo(413);
            var page = Jsoup.parse(response.text());
            assertThat(page.select(".error").text()).contains("Nội dung dài 65 KB, nhiều nhất là 64 KB");
            assertThat(page.expectFirst(".text").text()).as("it is not lost").hasSize(64 * 1024 - 8 + 1);
        }

        @Test
        void may_just_not_be_as_large_as_this() {
            var response =
                    newspaper.send(Newspaper.browser(Newspaper.ARTICLE).form("content=" + "x".repeat(64 * 1024 - 8)));

            assertThat(response.status()).isEqualTo(422);
        }

        /// About the most that fits into an event. Shown on the page and escaped it would not fit into an answer.
        @ParameterizedTest
        @ValueSource(strings = {"\"", "x", "%22", "%FF"})
        void is_refused_up_to_the_most_that_a_function_can_get(String repeated) {
            var body = "content=" + repeated.repeat(4_600_000 / repeated.length());
            var response = newspaper.send(Newspaper.browser(Newspaper.ARTICLE).form(body));

            assertThat(response.status()).isEqualTo(413);
            assertThat(response.text()).contains("Nội dung gửi lên quá dài");
        }

        @Test
        void is_refused_by_the_gateway_beyond_that() {
            var body = "content=" + "x".repeat(10 * 1024 * 1024);

            assertThat(newspaper
                            .send(Newspaper.browser(Newspaper.ARTICLE).form(body))
                            .status())
                    .isEqualTo(413);
        }
    }

    @Nested
    class Noise {
        /// Bytes, valid forms with bytes flipped, and JSON with bytes flipped: from a seed, so that a failure repeats.
        @Test
        void of_any_kind_is_never_a_fault_inside() {
            var issued = newspaper.freshChallenge(Newspaper.ARTICLE);
            var typed = Typed.comment().answering(issued).carrying(issued);
            for (var seed = 0; seed < 150; seed++) {
                refuses(new Random(seed), seed, typed);
            }
        }

        private void refuses(Random random, int seed, Typed typed) {
            assertThat(List.of(
                            newspaper.send(Newspaper.browser(Newspaper.ARTICLE).body(FORM, bytes(random))),
                            newspaper.send(spoilt(Newspaper.form(typed), FORM, random)),
                            newspaper.send(spoilt(Newspaper.json(typed), "application/json", random))))
                    .as("seed %d", seed)
                    .extracting(HttpResponse::status)
                    .allMatch(status -> status >= 400 && status < 500);
        }

        private static byte[] bytes(Random random) {
            var bytes = new byte[random.nextInt(2000)];
            random.nextBytes(bytes);
            return bytes;
        }

        private static HttpRequest spoilt(HttpRequest request, String type, Random random) {
            var bytes = request.body();
            for (var i = random.nextInt(8); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            return HttpRequest.of(request.method(), request.target()).body(type, bytes);
        }
    }
}
