package ykien.articles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ykien.listing.Cursor;

class ListCommentsTest {
    private final Newspaper paper = new Newspaper();

    @Test
    void It_is_the_list_alone() {
        paper.publish(SampleArticle.of("mua-he").title("Mùa hè").body("<p>Chữ của bài.</p>"));
        paper.comment("mua-he", Newspaper.NOW, "Lan", "Góp ý", "Hay.");

        var page = paper.page("/articles/mua-he/comments");
        assertThat(page.select("h1").text()).isEqualTo("Danh sách ý kiến (1)");
        assertThat(page.select("li h2").text()).isEqualTo("Góp ý");
        assertThat(page.select(".about a").attr("href")).isEqualTo("/articles/mua-he");
        assertThat(page.text()).doesNotContain("Chữ của bài.");
        assertThat(page.select("form")).isEmpty();
    }

    @Test
    void It_is_not_for_search_engines() {
        paper.publish(SampleArticle.of("mua-he"));

        assertThat(paper.get("/articles/mua-he/comments").header("x-robots-tag"))
                .hasValue("noindex");
    }

    @Test
    void It_leads_to_the_form_as_long_as_comments_are_taken() {
        paper.publish(SampleArticle.of("mua-he"), SampleArticle.of("da-dong").closed());

        assertThat(paper.page("/articles/mua-he/comments").select("a[href=/articles/mua-he#gui-y-kien]"))
                .hasSize(1);
        assertThat(paper.page("/articles/da-dong/comments").select("a[href$=#gui-y-kien]"))
                .isEmpty();
        assertThat(paper.page("/articles/da-dong/comments").select(".note").text())
                .startsWith("Tòa soạn đã đóng phần ý kiến");
    }

    @Test
    void It_shows_what_the_newsroom_replied_and_what_it_picked() {
        paper.publish(SampleArticle.of("mua-he"));
        paper.comment("mua-he", Newspaper.NOW.minusSeconds(60), "Hà", "", "Thường.");
        paper.replyAndPick(paper.comment("mua-he", Newspaper.NOW, "Lan", "Góp ý", "Hay."), "Cảm ơn bạn.\nHẹn gặp lại.");

        for (var path : List.of("/articles/mua-he/comments", "/articles/mua-he")) {
            var comments = paper.page(path).select(".comments li");
            assertThat(comments).hasSize(2);
            var picked = comments.getFirst();
            assertThat(picked.select(".picked").text()).isEqualTo("Ý kiến chọn lọc");
            var reply = picked.expectFirst("[role=group]");
            var label = picked.expectFirst("#" + reply.attr("aria-labelledby"));
            assertThat(label.text()).isEqualTo("Trả lời của tòa soạn");
            assertThat(reply.select("time").attr("datetime")).isEqualTo("2026-11-23T10:00:00+07:00");
            assertThat(reply.expectFirst(".text").wholeText()).isEqualTo("Cảm ơn bạn.\nHẹn gặp lại.");
            assertThat(comments.getLast().select(".picked, [role=group]")).isEmpty();
        }
    }

    @Test
    void Each_comment_leads_to_where_it_can_be_reported_and_says_whose_it_is() {
        paper.publish(SampleArticle.of("mua-he"), SampleArticle.of("da-dong").closed());
        var id = paper.comment("mua-he", Newspaper.NOW.plusMillis(5), "Lan & <b>", "", "Hay.");
        paper.comment("da-dong", Newspaper.NOW, "Hà", "", "Cũng hay.");

        for (var path : List.of("/articles/mua-he/comments", "/articles/mua-he")) {
            var link = paper.page(path).expectFirst(".comments li a");
            assertThat(link.text()).isEqualTo("Báo vi phạm");
            assertThat(link.attr("aria-label")).isEqualTo("Báo vi phạm: ý kiến của Lan & <b>");
            assertThat(link.attr("rel")).isEqualTo("nofollow");
            assertThat(link.attr("href"))
                    .isEqualTo("/articles/mua-he/comments/" + id + "/report?at=2026-11-23T03:00:00.005Z");
            assertThat(paper.page(link.attr("href")).select("blockquote .text").text())
                    .isEqualTo("Hay.");
        }
        assertThat(paper.page("/articles/da-dong").select(".comments li a")).hasSize(1);
    }

    @Test
    void Its_pages_have_20_comments_up_to_the_last() {
        paper.publish(SampleArticle.of("mua-he"));
        paper.comments("mua-he", 45);

        var pages = new ArrayList<List<String>>();
        var next = "/articles/mua-he/comments";
        while (!next.isEmpty()) {
            var page = paper.page(next);
            pages.add(page.select("li .text").eachText());
            next = page.select("a[rel=next]").attr("href");
        }
        assertThat(pages).containsExactly(texts(1, 20), texts(21, 40), texts(41, 45));
    }

    private static List<String> texts(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> "Ý kiến " + i).toList();
    }

    @Test
    void Comments_of_the_same_moment_are_parted_without_losing_one() {
        paper.publish(SampleArticle.of("mua-he"));
        for (var i = 0; i < 25; i++) {
            paper.comment("mua-he", Newspaper.NOW, "Lan", "", "Ý " + i);
        }

        var first = paper.page("/articles/mua-he/comments");
        var second = paper.page(first.select("a[rel=next]").attr("href"));
        var all = new ArrayList<>(first.select("li .text").eachText());
        all.addAll(second.select("li .text").eachText());
        assertThat(all).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void Programs_get_it_as_JSON() {
        paper.publish(SampleArticle.of("mua-he"));
        var older = paper.comment("mua-he", Newspaper.NOW.minusSeconds(60), "Lan", "", "Hay.");
        var newer = paper.comment("mua-he", Newspaper.NOW, "Hà", "Góp ý", "Một\nhai");
        paper.replyAndPick(newer, "Cảm ơn bạn.\r\nTòa soạn");

        assertThat(paper.json("/articles/mua-he/comments"))
                .isEqualTo(Map.of(
                        "article",
                        "mua-he",
                        "commentCount",
                        2,
                        "comments",
                        List.of(
                                Map.of(
                                        "id",
                                        newer.value(),
                                        "name",
                                        "Hà",
                                        "title",
                                        "Góp ý",
                                        "content",
                                        "Một\nhai",
                                        "submittedAt",
                                        "2026-11-23T10:00:00+07:00",
                                        "picked",
                                        true,
                                        "reply",
                                        Map.of("text", "Cảm ơn bạn.\nTòa soạn", "at", "2026-11-23T10:00:00+07:00")),
                                Map.of(
                                        "id",
                                        older.value(),
                                        "name",
                                        "Lan",
                                        "content",
                                        "Hay.",
                                        "submittedAt",
                                        "2026-11-23T09:59:00+07:00",
                                        "picked",
                                        false))));
    }

    @Test
    void Programs_follow_next() {
        paper.publish(SampleArticle.of("mua-he"));
        paper.comments("mua-he", 21);

        var first = paper.json("/articles/mua-he/comments");
        assertThat((List<?>) first.get("comments")).hasSize(20);
        var second = paper.json(String.valueOf(first.get("next")));
        assertThat((List<?>) second.get("comments")).hasSize(1);
        assertThat(second.containsKey("next")).isFalse();
    }

    @Test
    void A_cursor_of_another_list_leads_to_no_comment_of_it() {
        paper.publish(SampleArticle.of("mua-he"), SampleArticle.of("mua-dong"));
        paper.comments("mua-he", 3);

        var token = new Cursor(Instant.parse("2030-01-01T00:00:00Z"), "f".repeat(32)).token();
        assertThat(paper.page("/articles/mua-dong/comments?after=" + token)
                        .select(".none")
                        .text())
                .isEqualTo("Không còn ý kiến nào cũ hơn.");
    }
}
