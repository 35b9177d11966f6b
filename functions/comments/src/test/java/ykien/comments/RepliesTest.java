package ykien.comments;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ykien.cloud.HttpRequest;

@ExtendWith(Newspaper.Opening.class)
class RepliesTest {
    private static final String NASTY =
            "</textarea></form><script>alert('x')</script>\"'><img src=x onerror=alert(1)>&amp;";

    private final Newspaper newspaper;

    RepliesTest(Newspaper newspaper) {
        this.newspaper = newspaper;
    }

    @Nested
    class The_page_of_a_refusal {
        @ParameterizedTest
        @ValueSource(strings = {"title", "name", "email", "phone", "answer", "content"})
        void shows_html_in_a_field_as_what_was_typed(String field) {
            var issued = newspaper.challenge();
            var typed = Typed.comment().answering(issued).with("email", "hoa").with(field, NASTY);
            var page = FormPage.of(newspaper.send(Newspaper.form(typed, issued)));

            assertThat(page.value(field)).isEqualTo(NASTY);
            assertThat(page.document().select("script:not([src^=/assets/form.]), [onerror]"))
                    .isEmpty();
            assertThat(page.document().select("form")).hasSize(1);
            assertThat(page.document().select("img")).hasSize(1);
        }

        @Test
        void keeps_line_breaks_at_the_beginning_of_the_text() {
            var issued = newspaper.challenge();
            var typed = Typed.comment().answering(issued).with("email", "hoa").with("content", "\n\nMột\n\n hai");

            assertThat(FormPage.of(newspaper.send(Newspaper.form(typed, issued)))
                            .value("content"))
                    .isEqualTo("\n\nMột\n\n hai");
        }

        @Test
        void names_the_article_and_escapes_its_title() {
            var issued = newspaper.challenge();
            var page = FormPage.of(newspaper.send(Newspaper.form(Typed.NOTHING, issued)));

            assertThat(page.document().title()).contains("Đường hoa <xóm> Đình & \"những\" người trồng");
            assertThat(page.document().expectFirst(".about a").attr("href")).isEqualTo("/articles/duong-hoa-xom-dinh");
        }

        @Test
        void ties_each_fault_to_its_field() {
            var issued = newspaper.challenge();
            var page = FormPage.of(newspaper.send(Newspaper.form(Typed.NOTHING, issued)));

            assertThat(page.faultyFields()).isNotEmpty().allSatisfy(field -> {
                var input = page.document().expectFirst("#" + field);
                assertThat(input.attr("aria-invalid")).isEqualTo("true");
                assertThat(input.attr("aria-describedby").split(" ")).contains(field + "-fault");
                assertThat(page.fault(field)).isNotEmpty();
            });
            assertThat(page.document().expectFirst("#title").hasAttr("aria-invalid"))
                    .isFalse();
        }

        @Test
        void is_never_stored_and_says_what_a_browser_must_refuse() {
            var issued = newspaper.challenge();

            assertThat(newspaper.send(Newspaper.form(Typed.NOTHING, issued)).headers())
                    .containsEntry("cache-control", "no-store")
                    .containsEntry("content-type", "text/html; charset=utf-8")
                    .containsEntry("x-content-type-options", "nosniff")
                    .containsEntry("referrer-policy", "same-origin")
                    .containsKeys("content-security-policy", "permissions-policy", "strict-transport-security")
                    .doesNotContainKeys("etag", "set-cookie");
        }
    }

    @Nested
    class A_fault_inside {
        @Test
        void brings_the_form_back_with_all_that_was_typed() {
            var issued = newspaper.challenge();
            var typed = Typed.comment().answering(issued).carrying(issued);
            var response = newspaper.withoutTables().send(Newspaper.form(typed));

            assertThat(response.status()).isEqualTo(500);
            var page = FormPage.of(response);
            assertThat(page.typed()).isEqualTo(typed.shown());
            assertThat(page.token()).contains(issued.seal());
            assertThat(page.document().select("[role=alert]").text()).contains("Có lỗi trong hệ thống");
        }

        @Test
        void shows_the_request_id_that_the_log_line_has_and_nothing_else_of_it() {
            var issued = newspaper.challenge();
            var response = newspaper
                    .withoutTables()
                    .send(Newspaper.form(Typed.comment().answering(issued), issued));
            var id = response.header("apigw-requestid").orElseThrow();

            assertThat(Jsoup.parse(response.text()).text()).contains(id).doesNotContain("Exception", "localhost");
            assertThat(newspaper.log()).hasSize(1);
            assertThat(newspaper.log().getFirst())
                    .contains(
                            "\"level\":\"ERROR\"",
                            "\"requestId\":\"" + id + "\"",
                            "\"status\":500",
                            "SdkClientException");
        }

        @Test
        void is_a_problem_detail_for_programs() {
            var issued = newspaper.challenge();
            var response = newspaper
                    .withoutTables()
                    .send(Newspaper.json(Typed.comment().answering(issued).carrying(issued)));

            assertThat(response.status()).isEqualTo(500);
            assertThat(response.header("content-type")).contains("application/problem+json");
            assertThat(response.text())
                    .contains(
                            "urn:ykien:problem:internal",
                            "urn:ykien:request:"
                                    + response.header("apigw-requestid").orElseThrow())
                    .doesNotContain("Exception", "localhost");
        }

        @Test
        void can_be_tried_again_with_the_same_picture() {
            var issued = newspaper.challenge();
            var form = Newspaper.form(Typed.comment().answering(issued).carrying(issued));
            newspaper.withoutTables().send(form);

            assertThat(newspaper.send(form).status()).isEqualTo(303);
        }
    }

    @Nested
    class The_log {
        @Test
        void has_one_line_a_request_and_no_personal_data_in_it() {
            var issued = newspaper.challenge();
            var typed = Typed.comment().answering(issued).carrying(issued);
            newspaper.send(Newspaper.form(typed));
            newspaper.send(Newspaper.form(typed.with("content", "khác")));
            newspaper.send(Newspaper.form(typed.with("email", "sai")));
            newspaper.send(Newspaper.json(typed));
            newspaper.send(Newspaper.browser(Newspaper.ARTICLE).form("name=%FF"));
            newspaper.withoutTables().send(Newspaper.form(typed));

            assertThat(newspaper.log()).hasSize(6);
            assertThat(newspaper.log()).allSatisfy(line -> {
                assertThat(line).contains("\"route\":\"POST /articles/{slug}/comments\"", "\"Latency\":");
                assertThat(line)
                        .doesNotContain("Hoa", "hoa", "vidu.vn", "0912", "Bài viết", "cảm ơn")
                        .doesNotContain(
                                issued.seal(), issued.challenge().answer().symbols(), "192.0.2.1");
            });
        }

        @Test
        void says_which_request_met_a_cold_process() {
            newspaper.send(Newspaper.form(Typed.NOTHING));
            newspaper.send(Newspaper.form(Typed.NOTHING));

            assertThat(newspaper.log()).map(RepliesTest::cold).containsExactly(true, false);
        }
    }

    @Nested
    class What_a_client_gets {
        @Test
        void is_json_if_it_prefers_json_though_it_sent_a_form() {
            var response =
                    newspaper.send(path().header("Accept", "application/json").form(Typed.NOTHING.fields()));

            assertThat(response.header("content-type")).contains("application/problem+json");
        }

        @Test
        void is_a_page_if_it_prefers_pages_though_it_sent_json() {
            assertThat(type(path().header("Accept", "text/html").json("{}"))).contains("text/html");
        }

        @Test
        void is_what_it_sent_if_it_prefers_neither() {
            assertThat(type(path().json("{}"))).contains("application/problem+json");
            assertThat(type(path().form("name="))).contains("text/html");
            assertThat(type(path().header("Accept", "*/*").json("{}"))).contains("application/problem+json");
        }

        private String type(HttpRequest request) {
            return newspaper.send(request).header("content-type").orElse("");
        }

        private static HttpRequest path() {
            return HttpRequest.post("/articles/" + Newspaper.ARTICLE + "/comments");
        }
    }

    private static boolean cold(String line) {
        return line.contains("\"cold\":true");
    }
}
