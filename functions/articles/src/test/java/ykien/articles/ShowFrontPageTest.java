package ykien.articles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ykien.cloud.HttpRequest;

class ShowFrontPageTest {
    private final Newspaper paper = new Newspaper();

    @Test
    void The_newest_article_stands_first() {
        paper.publish(
                SampleArticle.of("hom-qua").publishedAt(Newspaper.NOW.minus(Duration.ofDays(1))),
                SampleArticle.of("hom-nay"),
                SampleArticle.of("hom-kia").publishedAt(Newspaper.NOW.minus(Duration.ofDays(2))));

        assertThat(paper.page("/").select("main h2").eachText()).containsExactly("hom-nay", "hom-qua", "hom-kia");
    }

    @Test
    void A_card_shows_photo_title_date_dek_category_and_number_of_comments() {
        paper.publish(SampleArticle.of("mua-he")
                .title("Mùa hè ở quê")
                .dek("Nắng và gió.")
                .category("doi-song", "Đời sống")
                .photo(900, 600, "Cánh đồng"));
        paper.comment("mua-he", Newspaper.NOW, "Lan", "", "Hay.");
        paper.comment("mua-he", Newspaper.NOW, "Hà", "", "Hay lắm.");

        var page = paper.page("/");
        var card = page.expectFirst("article.lead");
        assertThat(card.select("h2 a").attr("href")).isEqualTo("/articles/mua-he");
        assertThat(card.select("h2 a").text()).isEqualTo("Mùa hè ở quê");
        assertThat(card.select(".dek").text()).isEqualTo("Nắng và gió.");
        assertThat(card.select(".kicker").text()).isEqualTo("Đời sống");
        assertThat(card.select("time").attr("datetime")).isEqualTo("2026-11-23");
        assertThat(card.select(".byline").text()).isEqualTo("23/11/2026 · 2 ý kiến");
        var photo = card.select("img");
        assertThat(photo.attr("src")).isEqualTo("/photos/mua-he.0123456789abcdef.jpg");
        assertThat(List.of(photo.attr("width"), photo.attr("height"), photo.attr("alt")))
                .containsExactly("900", "600", "Cánh đồng");
        assertThat(page.select("nav a[href=/categories/doi-song]").text()).isEqualTo("Đời sống");
    }

    @Test
    void Without_any_article_it_says_so() {
        assertThat(paper.page("/").select("main").text()).contains("Chưa có bài nào.");
        assertThat(paper.json("/")).isEqualTo(Map.of("articles", List.of()));
    }

    @Nested
    class A_scheduled_article {
        @Test
        void is_not_there_before_its_time() {
            paper.publish(
                    SampleArticle.of("ngay-mai").publishedAt(Newspaper.NOW.plus(Duration.ofDays(1))),
                    SampleArticle.of("hom-nay"));

            assertThat(paper.page("/").select("main h2").eachText()).containsExactly("hom-nay");
            assertThat(paper.get("/articles/ngay-mai").status()).isEqualTo(404);
            assertThat(paper.get("/articles/ngay-mai/comments").status()).isEqualTo(404);
        }

        @Test
        void is_there_from_its_very_moment_on() {
            paper.publish(SampleArticle.of("sap-dang").publishedAt(Newspaper.NOW.plusMillis(1)));
            paper.clock.advance(Duration.ofMillis(1));

            assertThat(paper.page("/").select("main h2").eachText()).containsExactly("sap-dang");
            assertThat(paper.get("/articles/sap-dang").status()).isEqualTo(200);
        }

        @Test
        void is_not_reached_by_a_cursor_into_the_future() {
            var later = Newspaper.NOW.plus(Duration.ofDays(2));
            paper.publish(
                    SampleArticle.of("ngay-mai").publishedAt(Newspaper.NOW.plus(Duration.ofDays(1))),
                    SampleArticle.of("hom-nay"));

            var token = new ykien.listing.Cursor(later, "bat-ky").token();
            assertThat(paper.page("/?after=" + token).select("main h2").eachText())
                    .containsExactly("hom-nay");
        }
    }

    @Nested
    class Long_lists {
        @Test
        void are_parted_into_pages_of_12_up_to_the_last_article() {
            paper.publish(30);

            var pages = new ArrayList<List<String>>();
            var next = "/";
            while (!next.isEmpty()) {
                var page = paper.page(next);
                pages.add(page.select("main h2").eachText());
                next = page.select("a[rel=next]").attr("href");
            }
            assertThat(pages).containsExactly(titles(1, 12), titles(13, 24), titles(25, 30));
        }

        @Test
        void end_without_an_empty_page() {
            paper.publish(12);

            assertThat(paper.page("/").select("a[rel=next]")).isEmpty();
        }

        @Test
        void lead_programs_through_them_by_next() {
            paper.publish(13);

            var first = paper.json("/");
            assertThat((List<?>) first.get("articles")).hasSize(12);
            var second = paper.json(String.valueOf(first.get("next")));
            assertThat(Newspaper.members(second, "articles", "slug")).isEqualTo(List.of("bai-13"));
            assertThat(second.containsKey("next")).isFalse();
        }

        @Test
        void lead_back_to_the_first_page_from_every_other() {
            paper.publish(13);

            var second = paper.page(paper.page("/").select("a[rel=next]").attr("href"));
            assertThat(second.select("nav.paging a[href=/]").text()).isEqualTo("Tin mới nhất");
            assertThat(second.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        }

        @Test
        void have_a_large_first_article_and_the_papers_own_title_on_the_first_page_alone() {
            paper.publish(13);

            var first = paper.page("/");
            var second = paper.page(first.select("a[rel=next]").attr("href"));
            assertThat(first.select(".lead h2").text()).isEqualTo("bai-1");
            assertThat(second.select(".lead")).isEmpty();
            assertThat(first.title()).isEqualTo("Báo Mẫu");
            assertThat(second.title()).isEqualTo("Tin cũ hơn – Báo Mẫu");
        }

        @Test
        void name_their_categories_in_one_order_whatever_was_published_last() {
            paper.publish(
                    SampleArticle.of("mot").category("van-hoa", "Văn hóa"),
                    SampleArticle.of("hai").category("an-ninh", "An ninh"),
                    SampleArticle.of("ba").category("van-hoa", "Văn hóa"));

            assertThat(paper.page("/").select("nav[aria-label=Chuyên mục] li").eachText())
                    .containsExactly("Trang nhất", "An ninh", "Văn hóa");
        }

        private static List<String> titles(int from, int to) {
            return IntStream.rangeClosed(from, to).mapToObj(i -> "bai-" + i).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?after=",
                "/?after=1",
                "/?after=MjAyNi0xMS0yM1QwMzowMDowMC4wMDBaL0E",
                "/?after=%00",
                "/?after=a&after=b",
                "/?after=%FF",
                "/categories/doi-song?after=x",
                "/articles/mua-he/comments?after=x",
            })
    void A_cursor_that_is_none_is_refused(String target) {
        paper.publish(SampleArticle.of("mua-he").category("doi-song", "Đời sống"));

        assertThat(Newspaper.page(paper.get(target), 400).select("main").text()).contains("Lỗi 400");
        var response = paper.send(HttpRequest.get(target).header("Accept", "application/json"));
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.header("content-type")).hasValue("application/problem+json");
    }
}
