package ykien.articles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ykien.cloud.HttpRequest;

class ShowArticleTest {
    private final Newspaper paper = new Newspaper();

    private static SampleArticle whole() {
        return SampleArticle.of("mua-he")
                .title("Mùa hè ở quê")
                .dek("Nắng và gió.")
                .category("doi-song", "Đời sống")
                .photo(900, 600, "Cánh đồng lúa", "Lúa chín đầu hạ")
                .publishedAt(Instant.parse("2017-05-24T17:00:00Z"))
                .byline("Lê Na")
                .body("<p>Đoạn <em>một</em>.</p>\n<p>Đoạn hai.</p>")
                .source("Theo Báo Mẫu");
    }

    @Nested
    class The_article {
        @Test
        void has_all_its_parts_in_the_order_of_a_newspaper() {
            paper.publish(whole());

            var page = paper.page("/articles/mua-he");
            assertThat(page.select("html").attr("lang")).isEqualTo("vi");
            assertThat(page.title()).isEqualTo("Mùa hè ở quê – Báo Mẫu");
            var article = page.select("main > article");
            assertThat(article.select("> *").eachAttr("class"))
                    .containsExactly("kicker", "dek", "byline", "body", "source");
            assertThat(article.select("> *").stream().map(Element::tagName))
                    .containsExactly("p", "h1", "p", "p", "figure", "div", "p");
            assertThat(article.select(".kicker a").attr("href")).isEqualTo("/categories/doi-song");
            assertThat(article.select("h1").text()).isEqualTo("Mùa hè ở quê");
            assertThat(article.select(".dek").text()).isEqualTo("Nắng và gió.");
            assertThat(article.select(".byline").text()).isEqualTo("(25/05/2017) · Lê Na");
            assertThat(article.select(".body em").text()).isEqualTo("một");
            assertThat(article.select(".body p").eachText()).containsExactly("Đoạn một.", "Đoạn hai.");
            assertThat(article.select(".source").text()).isEqualTo("Nguồn: Theo Báo Mẫu");
        }

        /// 17:00 in Greenwich is the next day in Vietnam.
        @Test
        void has_its_date_in_the_time_zone_of_the_newspaper() {
            paper.publish(whole());

            var time = paper.page("/articles/mua-he").select("main > article time");
            assertThat(time.text()).isEqualTo("(25/05/2017)");
            assertThat(time.attr("datetime")).isEqualTo("2017-05-25");
        }

        @Test
        void has_its_photo_with_size_alt_and_caption() {
            paper.publish(whole());

            var figure = paper.page("/articles/mua-he").select("figure");
            var photo = figure.select("img");
            assertThat(photo.attr("src")).isEqualTo("/photos/mua-he.0123456789abcdef.jpg");
            assertThat(List.of(photo.attr("width"), photo.attr("height"), photo.attr("alt")))
                    .containsExactly("900", "600", "Cánh đồng lúa");
            assertThat(figure.select("figcaption").text()).isEqualTo("Lúa chín đầu hạ");
        }

        @Test
        void has_nothing_in_the_place_of_what_it_lacks() {
            paper.publish(SampleArticle.of("ngan"));

            var page = paper.page("/articles/ngan");
            assertThat(page.select("main > article > *").stream().map(Element::tagName))
                    .containsExactly("h1", "p", "div");
            assertThat(page.select("main > article .byline").text()).isEqualTo("(23/11/2026)");
            assertThat(page.text()).doesNotContain("Nguồn:");
        }

        @Test
        void tells_search_engines_and_shared_links_where_it_is() {
            paper.publish(whole());

            var head = paper.page("/articles/mua-he?sent=pending").head();
            var origin = "https://a1b2c3d4e5.execute-api.ap-southeast-1.amazonaws.com";
            assertThat(head.select("link[rel=canonical]").attr("href")).isEqualTo(origin + "/articles/mua-he");
            assertThat(head.select("meta[name=description]").attr("content")).isEqualTo("Nắng và gió.");
            assertThat(head.select("meta[property=og:image]").attr("content"))
                    .isEqualTo(origin + "/photos/mua-he.0123456789abcdef.jpg");
            assertThat(head.select("meta[name=robots]")).isEmpty();
        }

        @Test
        void stands_at_the_address_that_the_settings_give() {
            var known = new Newspaper(Map.of("SiteUrl", "https://bao.example", "SiteName", "Tin Làng"), Map.of());
            known.publish(SampleArticle.of("ngan"));

            var page = known.page("/articles/ngan");
            assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo("https://bao.example/articles/ngan");
            assertThat(page.title()).isEqualTo("ngan – Tin Làng");
        }

        @Test
        void is_one_JSON_object_for_programs() {
            paper.publish(whole());
            paper.comment("mua-he", Newspaper.NOW, "Lan", "", "Hay.");

            assertThat(paper.json("/articles/mua-he"))
                    .isEqualTo(Map.ofEntries(
                            Map.entry("slug", "mua-he"),
                            Map.entry("path", "/articles/mua-he"),
                            Map.entry("title", "Mùa hè ở quê"),
                            Map.entry("dek", "Nắng và gió."),
                            Map.entry("category", Map.of("slug", "doi-song", "name", "Đời sống")),
                            Map.entry(
                                    "photo",
                                    Map.of(
                                            "path", "/photos/mua-he.0123456789abcdef.jpg",
                                            "width", 900,
                                            "height", 600,
                                            "alt", "Cánh đồng lúa",
                                            "caption", "Lúa chín đầu hạ")),
                            Map.entry("publishedAt", "2017-05-25T00:00:00+07:00"),
                            Map.entry("commentCount", 1),
                            Map.entry("byline", "Lê Na"),
                            Map.entry("body", "<p>Đoạn <em>một</em>.</p>\n<p>Đoạn hai.</p>"),
                            Map.entry("source", "Theo Báo Mẫu"),
                            Map.entry("commentsOpen", true),
                            Map.entry("comments", "/articles/mua-he/comments")));
        }

        @Test
        void leaves_out_in_JSON_what_it_lacks() {
            paper.publish(SampleArticle.of("ngan").closed());

            assertThat(paper.json("/articles/ngan").keySet())
                    .extracting(Object::toString)
                    .containsExactlyInAnyOrder(
                            "slug", "path", "title", "publishedAt", "commentCount", "body", "commentsOpen", "comments");
            assertThat(paper.json("/articles/ngan").get("commentsOpen")).isEqualTo(false);
        }
    }

    @Nested
    class Its_comments {
        @Test
        void stand_newest_first_with_name_title_date_and_every_line_break() {
            paper.publish(whole());
            paper.comment("mua-he", Newspaper.NOW.minusSeconds(3600), "Lan", "", "Cũ hơn.");
            paper.comment("mua-he", Newspaper.NOW, "Hà", "Góp ý", "Dòng một\n\nDòng  hai\r\nDòng ba");

            var section = paper.page("/articles/mua-he").select("section.comments");
            assertThat(section.select("h2").text()).isEqualTo("Danh sách ý kiến (2)");
            var comments = section.select("ol > li");
            assertThat(comments.eachText())
                    .containsExactly(
                            "Góp ý Hà · 10:00, 23/11/2026 Dòng một Dòng hai Dòng ba Báo vi phạm",
                            "Lan · 09:00, 23/11/2026 Cũ hơn. Báo vi phạm");
            var newest = paper.page("/articles/mua-he").expectFirst("section.comments li");
            assertThat(newest.select("h3").text()).isEqualTo("Góp ý");
            assertThat(newest.select("b").text()).isEqualTo("Hà");
            assertThat(newest.select("time").attr("datetime")).isEqualTo("2026-11-23T10:00:00+07:00");
            assertThat(newest.expectFirst(".text").wholeText()).isEqualTo("Dòng một\n\nDòng  hai\nDòng ba");
        }

        @Test
        void never_show_email_or_phone() {
            paper.publish(whole());
            paper.comment("mua-he", Newspaper.NOW, "Hà", "Góp ý", "Hay.");

            for (var type : List.of("text/html", "application/json")) {
                for (var path : List.of("/articles/mua-he", "/articles/mua-he/comments")) {
                    assertThat(paper.send(HttpRequest.get(path).header("Accept", type))
                                    .text())
                            .doesNotContain("lan@example.com", "0912");
                }
            }
        }

        @Test
        void are_not_shown_before_an_editor_approves() {
            paper.publish(whole());
            paper.waitingComment("mua-he", Newspaper.NOW, "Hà", "", "Chưa duyệt.");

            assertThat(paper.page("/articles/mua-he").select("section.comments").text())
                    .isEqualTo("Danh sách ý kiến Chưa có ý kiến nào.");
        }

        @Test
        void of_another_article_are_not_among_them() {
            paper.publish(whole(), SampleArticle.of("bai-khac"));
            paper.comment("bai-khac", Newspaper.NOW, "Hà", "", "Của bài khác.");

            assertThat(paper.page("/articles/mua-he").text()).doesNotContain("Của bài khác.");
        }

        @Test
        void are_20_with_a_link_to_the_older_ones() {
            paper.publish(whole());
            paper.comments("mua-he", 21);

            var section = paper.page("/articles/mua-he").select("section.comments");
            assertThat(section.select("li .text").eachText())
                    .hasSize(20)
                    .startsWith("Ý kiến 1")
                    .endsWith("Ý kiến 20");
            var older = section.select("a[rel=next]");
            assertThat(older.text()).isEqualTo("Ý kiến cũ hơn");
            assertThat(older.attr("href")).startsWith("/articles/mua-he/comments?after=");
            assertThat(paper.page(older.attr("href")).select("li .text").eachText())
                    .containsExactly("Ý kiến 21");
        }

        @Test
        void have_no_such_link_where_20_are_all() {
            paper.publish(whole());
            paper.comments("mua-he", 20);

            assertThat(paper.page("/articles/mua-he").select("a[rel=next]")).isEmpty();
        }
    }

    @Nested
    class The_form {
        private Document page() {
            paper.publish(whole());
            return paper.page("/articles/mua-he");
        }

        @Test
        void is_sent_to_the_comments_of_the_article() {
            var form = page().select("section.send form");
            assertThat(form.attr("method")).isEqualTo("post");
            assertThat(form.attr("action")).isEqualTo("/articles/mua-he/comments");
        }

        @Test
        void has_the_fields_of_the_original_in_its_order_with_its_words() {
            assertThat(page().select("form label, form .label, form button").eachText())
                    .containsExactly(
                            "Tiêu đề (không bắt buộc)",
                            "Người gửi (bắt buộc)",
                            "Email (bắt buộc, không hiện trên báo)",
                            "Số điện thoại (không bắt buộc, không hiện trên báo)",
                            "Mã bảo vệ",
                            "Nhập mã bảo vệ (bắt buộc)",
                            "Nội dung (bắt buộc)",
                            "Gửi ý kiến",
                            "Đổi mã khác");
        }

        @ParameterizedTest
        @CsvSource({
            "title,   Tiêu đề,        text,     off,   '',    false, ''",
            "name,    Người gửi,      text,     name,  '',    true,  ''",
            "email,   Email,          email,    email, email, true,  ''",
            "phone,   Số điện thoại,  tel,      tel,   tel,   false, ''",
            "answer,  Nhập mã bảo vệ, text,     off,   text,  true,  answer-hint",
            "content, Nội dung,       textarea, '',    '',    true,  content-hint",
        })
        void has_each_field_labelled_hinted_and_known_to_autofill(
                String name,
                String label,
                String type,
                String autofill,
                String keyboard,
                boolean required,
                String hint) {
            var page = page();
            var field = page.expectFirst("form [name=" + name + "]");
            assertThat(field.id()).isEqualTo(name);
            assertThat(page.select("label[for=" + name + "]").text())
                    .startsWith(label + " (")
                    .contains(required ? "(bắt buộc" : "(không bắt buộc");
            assertThat(field.tagName().equals("textarea") ? "textarea" : type(field))
                    .isEqualTo(type);
            assertThat(field.attr("autocomplete")).isEqualTo(autofill);
            assertThat(field.attr("inputmode")).isEqualTo(keyboard);
            assertThat(field.hasAttr("required")).isEqualTo(required);
            assertThat(field.attr("aria-describedby")).isEqualTo(hint);
            if (!hint.isEmpty()) {
                assertThat(page.select("#" + hint).text()).isNotEmpty();
            }
            assertThat(field.hasAttr("aria-invalid")).isFalse();
        }

        private static String type(Element input) {
            return input.hasAttr("type") ? input.attr("type") : "text";
        }

        @Test
        void shows_the_picture_of_the_challenge_with_words_for_it() {
            var picture = page().select("form img");
            assertThat(picture.attr("src")).isEqualTo("/articles/mua-he/captcha.png");
            assertThat(picture.attr("alt")).startsWith("Mã xác nhận");
            assertThat(picture.hasAttr("width") && picture.hasAttr("height")).isTrue();
        }

        @Test
        void offers_the_sound_of_the_challenge_to_players_and_as_a_link() {
            var player = page().select("form audio");
            assertThat(player.attr("src")).isEqualTo("/articles/mua-he/captcha.wav");
            assertThat(player.attr("preload")).isEqualTo("none");
            assertThat(player.hasAttr("controls")).isTrue();
            assertThat(player.attr("aria-label")).startsWith("Mã xác nhận");
            assertThat(page().select("form a[href='/articles/mua-he/captcha.wav']")
                            .text())
                    .contains("Nghe");
        }

        @Test
        void asks_for_another_picture_without_its_fields_being_checked() {
            var button = page().select("button[name=do]");
            assertThat(button.attr("value")).isEqualTo("renew");
            assertThat(button.hasAttr("formnovalidate")).isTrue();
        }

        /// Enter in a field presses the first button of a form.
        @Test
        void is_sent_by_Enter_and_does_not_change_the_picture() {
            assertThat(page().select("form button").eachText()).startsWith("Gửi ý kiến");
        }

        @Test
        void is_not_there_where_no_comments_are_taken() {
            paper.publish(whole().closed());

            var page = paper.page("/articles/mua-he");
            assertThat(page.select("form")).isEmpty();
            assertThat(page.select("section.send").text())
                    .isEqualTo(
                            "Gửi ý kiến Tòa soạn đã đóng phần ý kiến của bài này. Những ý kiến đã đăng vẫn đọc được ở trên.");
        }
    }

    @Nested
    class Where_articles_close_after_30_days {
        private final Newspaper closing = new Newspaper(Map.of("CommentsCloseAfterDays", "30"), Map.of());

        @Test
        void one_of_30_days_is_closed_for_people_and_for_programs() {
            closing.publish(
                    SampleArticle.of("cu").publishedAt(Newspaper.NOW.minus(Duration.ofDays(30))),
                    SampleArticle.of("moi").publishedAt(Newspaper.NOW.minus(Duration.ofDays(29))));

            assertThat(closing.page("/articles/cu").select("form")).isEmpty();
            assertThat(closing.page("/articles/cu").select("section.send .note").text())
                    .startsWith("Tòa soạn đã đóng phần ý kiến của bài này.");
            assertThat(closing.page("/articles/moi").select("form")).hasSize(1);
            assertThat(Optional.ofNullable(closing.json("/articles/cu").get("commentsOpen")))
                    .hasValue(false);
            assertThat(Optional.ofNullable(closing.json("/articles/moi").get("commentsOpen")))
                    .hasValue(true);
        }

        @Test
        void and_by_default_none_ever_does() {
            paper.publish(SampleArticle.of("cu").publishedAt(Newspaper.NOW.minus(Duration.ofDays(10_000))));

            assertThat(paper.page("/articles/cu").select("form")).hasSize(1);
        }
    }

    @Nested
    class After_reporting {
        @Test
        void the_page_thanks_at_the_head_of_the_comments() {
            paper.publish(whole());

            var page = paper.page("/articles/mua-he?sent=report");
            assertThat(page.select("#y-kien[tabindex=-1] + [role=status]").text())
                    .isEqualTo("Cảm ơn bạn. Tòa soạn đã nhận được báo vi phạm và sẽ xem lại ý kiến đó.");
            assertThat(page.title()).startsWith("Đã báo vi phạm – ");
            assertThat(page.select("#gui-y-kien[tabindex]")).isEmpty();
        }
    }

    @Nested
    class After_sending {
        @Test
        void the_page_says_that_the_comment_waits() {
            paper.publish(whole());

            var page = paper.page("/articles/mua-he?sent=pending");
            assertThat(page.select("#gui-y-kien[tabindex=-1] + [role=status]").text())
                    .isEqualTo("Ý kiến của bạn đã được gửi và đang chờ duyệt.");
            assertThat(page.title()).startsWith("Đã gửi ý kiến – ");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "?sent=", "?sent=x", "?sent=%3Cb%3E", "?khac=pending"})
        void and_else_it_does_not(String query) {
            paper.publish(whole());

            assertThat(paper.page("/articles/mua-he" + query).select("[role=status]"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "khong-co",
                "Mua-He",
                "a--b",
                "-a",
                "a_b",
                "%22%3E%3Cscript%3E",
                "%C4%91",
                "..%2f",
                "%00",
                "a%20b"
            })
    void An_article_that_nobody_published_is_unknown(String slug) {
        paper.publish(whole());

        for (var path : List.of("/articles/" + slug, "/articles/" + slug + "/comments")) {
            var response = paper.get(path);
            assertThat(response.status()).isEqualTo(404);
            assertThat(response.header("cache-control")).hasValue("public, max-age=10");
            assertThat(Newspaper.page(response, 404).select("h1").text()).startsWith("Không tìm thấy");
            assertThat(Optional.ofNullable(paper.json(path).get("status"))).hasValue(404);
        }
    }

    @Test
    void A_slug_of_120_characters_is_found_and_a_longer_one_is_not() {
        var longest = "a".repeat(120);
        paper.publish(SampleArticle.of(longest));

        assertThat(paper.get("/articles/" + longest).status()).isEqualTo(200);
        assertThat(paper.get("/articles/" + longest + "a").status()).isEqualTo(404);
    }

    @Test
    void A_page_is_no_longer_found_once_its_time_is_put_off() {
        paper.publish(whole());
        paper.publish(whole().publishedAt(Newspaper.NOW.plus(Duration.ofHours(1))));

        assertThat(paper.get("/articles/mua-he").status()).isEqualTo(404);
    }
}
