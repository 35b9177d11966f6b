package ykien.articles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShowCategoryTest {
    private final Newspaper paper = new Newspaper();

    @BeforeEach
    void publish() {
        for (var i = 1; i <= 14; i++) {
            paper.publish(SampleArticle.of("bai-" + i)
                    .category("doi-song", "Đời sống")
                    .publishedAt(Newspaper.NOW.minus(Duration.ofHours(i))));
        }
        paper.publish(
                SampleArticle.of("bong-da").category("the-thao", "Thể thao"),
                SampleArticle.of("khong-muc"),
                SampleArticle.of("ngay-mai")
                        .category("doi-song", "Đời sống")
                        .publishedAt(Newspaper.NOW.plus(Duration.ofDays(1))));
    }

    @Test
    void It_has_its_own_published_articles_alone_newest_first() {
        var page = paper.page("/categories/doi-song");

        assertThat(page.select("h1").text()).isEqualTo("Đời sống");
        assertThat(page.select("main h2").eachText())
                .hasSize(12)
                .startsWith("bai-1", "bai-2")
                .endsWith("bai-12");
        assertThat(page.select("link[rel=canonical]").attr("href"))
                .isEqualTo("https://a1b2c3d4e5.execute-api.ap-southeast-1.amazonaws.com/categories/doi-song");
        assertThat(page.select("nav a[aria-current=page]").text()).isEqualTo("Đời sống");
    }

    @Test
    void Its_cursor_leads_to_its_last_article() {
        var next = paper.page("/categories/doi-song").select("a[rel=next]").attr("href");

        assertThat(next).startsWith("/categories/doi-song?after=");
        assertThat(paper.page(next).select("main h2").eachText()).containsExactly("bai-13", "bai-14");
        assertThat(paper.page(next).select("a[rel=next]")).isEmpty();
    }

    @Test
    void Programs_get_it_as_JSON() {
        assertThat(Newspaper.members(paper.json("/categories/the-thao"), "articles", "category"))
                .isEqualTo(List.of(Map.of("slug", "the-thao", "name", "Thể thao")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"khong-co", "Doi-Song", "a--b", "đời", "%22"})
    void One_without_articles_is_unknown(String category) {
        assertThat(Newspaper.page(paper.get("/categories/" + encoded(category)), 404)
                        .select("h1")
                        .text())
                .isEqualTo("Không tìm thấy chuyên mục");
        assertThat(paper.json("/categories/" + encoded(category)).get("type"))
                .isEqualTo("urn:ykien:problem:unknown-category");
    }

    private static String encoded(String category) {
        return category.replace("đ", "%C4%91").replace("ờ", "%E1%BB%9D");
    }
}
