package ykien.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ykien.cloud.HttpRequest;
import ykien.comment.CommentId;

/// A comment that readers report, from their page to the newsroom's desk and back.
class ReportedCommentTest {
    private final WholeSite site = new WholeSite();
    private final NewsroomBrowser editor = site.newsroom();
    private final NewsroomBrowser moderator = site.newsroom();
    private CommentId comment = CommentId.random();

    @BeforeEach
    void is_seen_and_then_reported() {
        editor.signIn("editor");
        moderator.signIn("moderator");
        site.publish("mua-he", true);
        comment = site.comment("mua-he", "Chê bai");
        report("insult", "Chê <b>người khác</b>.\nHai lần.");
    }

    @Test
    void It_lies_in_the_queue_with_what_was_reported_and_readers_still_see_it() {
        var seen = queue(editor).select("article.case");
        assertThat(seen).hasSize(1);
        assertThat(seen.select(".note a").attr("href")).isEqualTo(path() + "#reports-heading");
        assertThat(readers().select(".comments li")).hasSize(1);

        var page = page(editor);
        assertThat(page.select("article .note a")).isEmpty();
        assertThat(page.select("article .note").text())
                .startsWith("1 lượt báo vi phạm.")
                .contains("cho đến khi bạn quyết định");
        var reports = page.expectFirst("section[aria-labelledby=reports-heading]");
        assertThat(reports.select("h2").text()).isEqualTo("Bạn đọc báo vi phạm");
        assertThat(reports.select("li b").text()).isEqualTo("Xúc phạm, đe dọa người khác");
        assertThat(reports.expectFirst("li .text").wholeText()).isEqualTo("Chê <b>người khác</b>.\nHai lần.");
    }

    @Test
    void In_English_it_lies_there_as_well() {
        editor.get("/newsroom?language=en");

        var page = page(editor);
        assertThat(page.select("article .note").text()).startsWith("Reported 1 time");
        assertThat(page.select("#reports-heading").text()).isEqualTo("What readers reported");
        assertThat(page.select("section[aria-labelledby=reports-heading] li b").text())
                .isEqualTo("Insult or threat");
    }

    @Test
    void It_is_an_editors_to_settle_and_a_moderator_reads_why() {
        assertThat(page(moderator).select("section[aria-labelledby=reports-heading] li"))
                .hasSize(1);
        var seen = queue(moderator).expectFirst("article.case");
        assertThat(seen.text()).contains("biên tập viên sẽ quyết định");
        assertThat(seen.select("[name=decision], input[type=checkbox]")).isEmpty();

        for (var decision : List.of("keep", "spam", "undo", "approve", "refuse")) {
            var fields = Map.of("version", "1", "decision", decision, "reason", "insult");
            assertThat(moderator.post(path() + "/decisions", fields).status())
                    .as(decision)
                    .isEqualTo(403);
        }
        assertThat(queue(editor).select("article.case")).hasSize(1);
        assertThat(readers().select(".comments li")).hasSize(1);
    }

    @Test
    void Kept_it_leaves_the_queue_and_lies_there_again_with_the_next_report_alone() {
        assertThat(queue(editor).select("article button[value=keep]").text()).isEqualTo("Giữ lại");
        editor.post(path() + "/decisions", Map.of("version", "1", "decision", "keep"));
        assertThat(queue(editor).select("article.case")).isEmpty();
        assertThat(readers().select(".comments li")).hasSize(1);
        assertThat(page(editor).select("#reports-heading")).isEmpty();

        site.wait(Duration.ofMinutes(1));
        report("spam", "");
        assertThat(queue(editor).select("article.case")).hasSize(1);
        assertThat(page(editor)
                        .select("section[aria-labelledby=reports-heading] li b")
                        .eachText())
                .containsExactly("Quảng cáo, tin rác");
    }

    @Test
    void Refused_it_is_gone_for_readers_and_can_be_reported_no_more() {
        assertThat(queue(editor).select("article button[value=refuse]").text()).isEqualTo("Gỡ");
        var refusal = Map.of("version", "1", "decision", "refuse", "reason", "insult");
        assertThat(editor.post(path() + "/decisions", refusal).status()).isEqualTo(303);

        assertThat(readers().select(".comments li")).isEmpty();
        assertThat(site.ask(HttpRequest.post("/articles/mua-he/comments/" + comment + "/reports")
                                .form(site.report("mua-he")))
                        .status())
                .isEqualTo(404);
    }

    /// What an editor has seen does not depend on how many report it meanwhile.
    @Test
    void Reports_that_come_in_meanwhile_keep_no_editor_from_deciding() {
        page(editor);
        for (var i = 0; i < 5; i++) {
            report("spam", "Lần " + i);
        }

        assertThat(editor.post(path() + "/decisions", Map.of("version", "1", "decision", "keep"))
                        .status())
                .isEqualTo(303);
        assertThat(queue(editor).select("article.case")).isEmpty();
    }

    private void report(String reason, String words) {
        var fields = site.report("mua-he");
        fields.put("reason", reason);
        fields.put("words", words);
        var response = site.ask(HttpRequest.post("/articles/mua-he/comments/" + comment + "/reports")
                .form(fields));
        assertThat(response.status()).isEqualTo(201);
    }

    private String path() {
        return "/newsroom/comments/" + comment;
    }

    private Document page(NewsroomBrowser person) {
        return Jsoup.parse(person.get(path()).text());
    }

    private static Document queue(NewsroomBrowser person) {
        return Jsoup.parse(person.get("/newsroom").text());
    }

    private Document readers() {
        return Jsoup.parse(site.send(HttpRequest.get("/articles/mua-he").header("Accept", "text/html"))
                .text());
    }
}
