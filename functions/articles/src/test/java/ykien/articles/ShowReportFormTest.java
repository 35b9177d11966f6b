package ykien.articles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ykien.comment.CommentId;

class ShowReportFormTest {
    private static final String AT = "?at=2026-11-23T03:00:00Z";

    private final Newspaper paper = new Newspaper();
    private CommentId comment = CommentId.random();

    @BeforeEach
    void publish() {
        paper.publish(SampleArticle.of("mua-he").title("Mùa hè"), SampleArticle.of("mua-dong"));
        comment = paper.comment("mua-he", Newspaper.NOW, "Lan", "Góp ý", "Một\nhai");
    }

    @Test
    void It_shows_what_is_reported_and_says_what_comes_of_it() {
        var page = paper.page(path() + AT);

        assertThat(page.select("h1").text()).isEqualTo("Báo vi phạm");
        assertThat(page.title()).startsWith("Báo vi phạm – Mùa hè – ");
        assertThat(page.select(".about a").attr("href")).isEqualTo("/articles/mua-he");
        assertThat(page.select("blockquote .title").text()).isEqualTo("Góp ý");
        assertThat(page.select("blockquote .who").text()).isEqualTo("Lan · 10:00, 23/11/2026");
        assertThat(page.expectFirst("blockquote .text").wholeText()).isEqualTo("Một\nhai");
        assertThat(page.select(".note").text()).contains("vẫn hiện trên báo");
    }

    @Test
    void Its_form_asks_for_a_reason_words_and_the_articles_captcha_and_for_nothing_about_the_reader() {
        var form = paper.page(path() + AT).expectFirst("form");

        assertThat(form.attr("action")).isEqualTo("/articles/mua-he/comments/" + comment + "/reports");
        assertThat(form.attr("method")).isEqualTo("post");
        assertThat(form.select("[name]").eachAttr("name")).containsExactly("reason", "words", "answer", "do");
        assertThat(form.select("option").eachAttr("value"))
                .containsExactly("", "spam", "insult", "untrue", "personal-data", "other");
        assertThat(form.select("option[selected]")).isEmpty();
        assertThat(form.select("img").attr("src")).isEqualTo("/articles/mua-he/captcha.png");
        assertThat(form.select("audio").attr("src")).isEqualTo("/articles/mua-he/captcha.wav");
        assertThat(form.select("button").eachText()).containsExactly("Gửi báo vi phạm", "Đổi mã khác");
        for (var field : List.of("reason", "words", "answer")) {
            assertThat(form.select("label[for=" + field + "]")).hasSize(1);
        }
    }

    @Test
    void It_is_the_same_for_everyone_and_not_for_search_engines() {
        var response = paper.get(path() + AT);

        assertThat(response.header("cache-control"))
                .hasValue("public, max-age=10, stale-while-revalidate=15, stale-if-error=3600");
        assertThat(response.header("x-robots-tag")).hasValue("noindex");
        assertThat(response.cookies()).isEmpty();
    }

    @Test
    void An_address_without_the_time_has_the_form_alone() {
        var page = paper.page(path());

        assertThat(page.select("form")).hasSize(1);
        assertThat(page.select("blockquote")).isEmpty();
    }

    @Test
    void It_is_there_under_a_closed_article_too() {
        paper.publish(SampleArticle.of("mua-he").closed());

        assertThat(paper.page(path() + AT).select("form")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "2026-11-23T03:00:00.001Z",
                "2026-11-23",
                "-999999999-01-01T00:00:00Z",
                "%2B999999999-12-31T23:59:59Z",
                "%00"
            })
    void What_was_not_sent_at_that_time_is_unknown(String at) {
        assertUnknown(path() + "?at=" + at);
    }

    @Test
    void A_comment_that_waits_and_one_of_another_article_are_as_unknown_as_none() {
        var waits = paper.waitingComment("mua-he", Newspaper.NOW, "Hà", "", "Chờ.");

        assertUnknown("/articles/mua-he/comments/" + waits + "/report" + AT);
        assertUnknown("/articles/mua-dong/comments/" + comment + "/report" + AT);
        assertUnknown("/articles/mua-he/comments/" + "0".repeat(32) + "/report" + AT);
        assertUnknown("/articles/mua-he/comments/" + comment.value().substring(1) + "/report");
        assertUnknown("/articles/khong-co/comments/" + comment + "/report");
    }

    private void assertUnknown(String target) {
        var response = paper.get(target);
        assertThat(Newspaper.page(response, 404).select("h1").text()).startsWith("Không tìm thấy");
        assertThat(response.header("cache-control")).hasValue("public, max-age=10");
        assertThat(Optional.ofNullable(paper.json(target).get("status"))).hasValue(404);
    }

    private String path() {
        return "/articles/mua-he/comments/" + comment + "/report";
    }
}
