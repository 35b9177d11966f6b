package ykien.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ykien.cloud.HttpRequest;
import ykien.cloud.HttpResponse;
import ykien.comment.CommentId;

/// What the newspaper's people see and do at the desk: forms in, pages out.
class NewsroomDeskTest {
    private final WholeSite site = new WholeSite();
    private final NewsroomBrowser moderator = site.newsroom();
    private final NewsroomBrowser editor = site.newsroom();
    private final NewsroomBrowser chief = site.newsroom();

    @BeforeEach
    void everybody_is_at_work() {
        site.publish("mua-he", true);
        site.publish("mua-thu", true);
        moderator.signIn("moderator");
        editor.signIn("editor");
        chief.signIn("chief");
    }

    private static Document page(HttpResponse response) {
        return Jsoup.parse(response.text());
    }

    private static Document page(NewsroomBrowser browser, String path) {
        var response = browser.get(path);
        assertThat(response.status()).as(path).isEqualTo(200);
        return page(response);
    }

    private CommentId waiting(String title) {
        site.wait(Duration.ofSeconds(1));
        return site.waitingComment("mua-he", title);
    }

    private static String path(CommentId comment) {
        return "/newsroom/comments/" + comment;
    }

    private static HttpResponse decide(
            NewsroomBrowser browser, CommentId comment, long version, Map<String, String> more) {
        var fields = new LinkedHashMap<>(more);
        fields.put("version", Long.toString(version));
        return browser.post(path(comment) + "/decisions", fields);
    }

    private static HttpResponse approve(NewsroomBrowser browser, CommentId comment) {
        return decide(browser, comment, 0, Map.of("decision", "approve"));
    }

    private static List<String> titles(Document page) {
        return page.select("article h2").eachText();
    }

    private Document article() {
        return page(site.send(HttpRequest.get("/articles/mua-he")));
    }

    private static String done(NewsroomBrowser browser, HttpResponse response) {
        assertThat(response.status()).as(response.text()).isEqualTo(303);
        return page(browser, response.header("location").orElseThrow().replaceAll("#.*", ""))
                .select(".done")
                .text();
    }

    @Nested
    class The_queue {
        @Test
        void lists_what_waits_oldest_first_each_with_a_button_that_approves() {
            var first = waiting("Một");
            waiting("Hai");

            var page = page(moderator, "/newsroom");

            assertThat(titles(page)).containsExactly("Một", "Hai");
            var article = page.selectFirst("article");
            assertThat(article).isNotNull();
            assertThat(requireNonNull(article).text()).contains("Hay: Một", "Lan", "Bài mua-he", "mã bằng hình");
            assertThat(article.select("form button[value=approve]").eachText()).containsExactly("Duyệt");
            assertThat(article.select("form").attr("action")).isEqualTo(path(first) + "/decisions");
        }

        @Test
        void shows_no_address_to_who_does_not_ask_for_it() {
            waiting("Một");

            assertThat(moderator.get("/newsroom").text()).doesNotContain("lan@example.com");
        }

        @Test
        void is_empty_in_words() {
            assertThat(page(moderator, "/newsroom").select(".none").text()).contains("Không còn ý kiến nào chờ duyệt");
        }

        @Test
        void goes_on_page_by_page() {
            IntStream.range(0, 21).forEach(i -> waiting("Ý " + i));
            var first = page(moderator, "/newsroom");

            var next = page(moderator, first.select("a[rel=next]").attr("href"));

            assertThat(titles(first)).hasSize(20).contains("Ý 0");
            assertThat(titles(next)).containsExactly("Ý 20");
        }

        @Test
        void marks_what_the_checker_found_and_says_why() {
            editor.post("/newsroom/phrases", Map.of("version", "0", "phrases", "!góp gạch"));
            site.wait(Duration.ofSeconds(10));
            waiting("Góp gạch");

            var article = page(moderator, "/newsroom").selectFirst("article");

            assertThat(article).isNotNull();
            assertThat(requireNonNull(article).select("mark").eachText()).containsExactly("Góp gạch", "Góp gạch");
            assertThat(article.select(".findings li").text()).contains("Cụm từ cấm “góp gạch”");
        }

        @ParameterizedTest
        @CsvSource({"gop, 1", "góp, 1", "gộp, 0", "Lan, 2", "khong co, 0"})
        void is_searched_with_and_without_marks(String words, int found) {
            waiting("Góp ý");
            waiting("Khen");

            var page = page(moderator, "/newsroom?q=" + URLEncoder.encode(words, UTF_8));

            assertThat(page.select("article")).hasSize(found);
            assertThat(page.select("[role=status]").text()).contains("Đã xem 2 ý kiến, khớp " + found);
        }

        @Test
        void is_filtered_by_article_and_by_sender() {
            waiting("Một");
            var other = site.waitingComment("mua-thu", "Khác");

            assertThat(titles(page(moderator, "/newsroom?article=mua-thu"))).containsExactly("Khác");
            assertThat(titles(page(moderator, "/newsroom?sender-of=" + other)))
                    .containsExactlyInAnyOrder("Một", "Khác");
        }

        @Test
        void speaks_English_to_who_chooses_it_and_Vietnamese_to_everybody_else() {
            waiting("Một");
            var english = HttpRequest.get("/newsroom").header("Accept-Language", "en");
            assertThat(page(moderator.send(english))
                            .select("article button[value=approve]")
                            .text())
                    .isEqualTo("Duyệt");

            var chosen = moderator.get(
                    page(moderator, "/newsroom").select("a[hreflang=en]").attr("href"));
            assertThat(chosen.status()).isEqualTo(303);
            var page = page(moderator, chosen.header("location").orElseThrow());

            assertThat(page.select("html").attr("lang")).isEqualTo("en");
            assertThat(page.select("h1").text()).isEqualTo("Waiting comments");
            assertThat(page.select("article button[value=approve]").text()).isEqualTo("Approve");
            assertThat(page.select("article .text").attr("lang")).isEqualTo("vi");

            moderator.get(page.select("a[hreflang=vi]").attr("href"));
            assertThat(page(moderator, "/newsroom").select("h1").text()).isEqualTo("Ý kiến chờ duyệt");
        }

        @ParameterizedTest
        @ValueSource(strings = {"?state=x", "?article=-", "?sender-of=x", "?after=x", "?state=waiting&state=waiting"})
        void has_no_other_addresses(String query) {
            assertThat(moderator.get("/newsroom" + query).status()).isEqualTo(400);
        }

        @Test
        void lets_scripts_of_its_own_run_and_no_others() {
            assertThat(moderator.get("/newsroom").header("content-security-policy"))
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .contains("script-src 'self'")
                            .containsOnlyOnce("script-src")
                            .doesNotContain("unsafe"));
            assertThat(moderator.get("/newsroom").header("cache-control")).hasValue("no-store");
        }
    }

    @Nested
    class A_decision {
        @Test
        void to_approve_shows_the_comment_to_readers_and_can_be_undone() {
            var comment = waiting("Một");

            assertThat(done(moderator, approve(moderator, comment))).contains("Đã duyệt ý kiến của Lan", "Hoàn tác");
            assertThat(article().select(".comments li").text()).contains("Hay: Một");

            var undone = decide(moderator, comment, 1, Map.of("decision", "undo"));
            assertThat(done(moderator, undone)).contains("Đã hoàn tác");
            assertThat(article().select(".comments li")).isEmpty();
            assertThat(titles(page(moderator, "/newsroom"))).containsExactly("Một");
        }

        @Test
        void to_refuse_takes_a_reason_and_keeps_what_was_typed() {
            var comment = waiting("Một");
            var back = "/newsroom?article=mua-he";

            var refused = decide(moderator, comment, 0, Map.of("decision", "refuse", "note", "", "back", back));

            var page = page(refused);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(page.select("details[open] .fault").text()).contains("Chưa có lý do");
            assertThat(page.select("details [name=back]").attr("value")).isEqualTo(back);

            var other = decide(moderator, comment, 0, Map.of("decision", "refuse", "reason", "other", "note", "  "));
            assertThat(page(other).select("select option[selected]").attr("value"))
                    .isEqualTo("other");
            assertThat(page(other).select("details .fault").text()).contains("phải viết ra");
        }

        @Test
        void to_refuse_takes_words_of_ones_own() {
            var comment = waiting("Một");

            var refused = decide(
                    moderator, comment, 0, Map.of("decision", "refuse", "reason", "", "note", "Không hợp ở đây"));

            assertThat(done(moderator, refused)).contains("Đã từ chối");
            assertThat(page(moderator, "/newsroom?state=refused")
                            .select("article")
                            .text())
                    .contains("Lý do khác", "Không hợp ở đây", "Người duyệt mẫu");
        }

        @Test
        void is_counted_for_its_sender() {
            approve(moderator, waiting("Một"));
            decide(moderator, waiting("Hai"), 0, Map.of("decision", "spam"));
            waiting("Ba");

            assertThat(page(moderator, "/newsroom").select("article").text()).contains("1 đã duyệt, 0 từ chối, 1 spam");
        }

        @Test
        void of_who_comes_second_changes_nothing_and_tells_what_the_first_did() {
            var comment = waiting("Một");
            approve(editor, comment);

            var late = decide(moderator, comment, 0, Map.of("decision", "refuse", "reason", "insult"));

            assertThat(late.status()).isEqualTo(409);
            assertThat(page(late).select("main").text())
                    .contains("Đã có người làm trước bạn", "Biên tập viên mẫu: duyệt, lúc");
            assertThat(article().select(".comments li").text()).contains("Hay: Một");
        }

        @Test
        void sent_twice_is_one_decision() {
            var comment = waiting("Một");

            assertThat(approve(moderator, comment).status()).isEqualTo(303);
            assertThat(approve(moderator, comment).status()).isEqualTo(303);
            assertThat(page(chief, "/newsroom/log").select(".log > li")).hasSize(1);
        }

        @Test
        void leads_back_to_where_the_form_stood() {
            var comment = waiting("Một");
            var next = waiting("Hai");

            var response = decide(
                    moderator,
                    comment,
                    0,
                    Map.of("decision", "approve", "back", "/newsroom?article=mua-he", "next", next.value()));

            assertThat(response.header("location")).hasValue("/newsroom?article=mua-he&done=" + comment + "#c-" + next);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"https://evil.example/", "//evil.example", "/newsroom?state=x", "/newsroom/comments/..", "/"
                })
        void leads_nowhere_else(String back) {
            var comment = waiting("Một");

            var response = decide(moderator, comment, 0, Map.of("decision", "approve", "back", back));

            assertThat(response.header("location")).hasValue("/newsroom?done=" + comment);
        }

        @Test
        void needs_the_token_of_the_sessions_own_forms() {
            var comment = waiting("Một");

            var response = moderator.send(HttpRequest.post(path(comment) + "/decisions")
                    .form(Map.of("decision", "approve", "version", "0", "csrf", "x")));

            assertThat(response.status()).isEqualTo(403);
            assertThat(titles(page(moderator, "/newsroom"))).containsExactly("Một");
        }

        @ParameterizedTest
        @CsvSource({"approve, x, 400", "approve, -1, 400", "approve, '', 400", "publish, 0, 400"})
        void that_cannot_be_read_is_refused(String decision, String version, int status) {
            var fields = Map.of("decision", decision, "version", version);

            assertThat(moderator
                            .post(path(waiting("Một")) + "/decisions", fields)
                            .status())
                    .isEqualTo(status);
        }

        @Test
        void about_no_comment_is_a_404() {
            assertThat(approve(moderator, CommentId.random()).status()).isEqualTo(404);
            assertThat(moderator.get("/newsroom/comments/x").status()).isEqualTo(404);
        }
    }

    @Nested
    class Several_comments_at_once {
        private HttpResponse decide(List<String> comments, Map<String, String> more) {
            var fields = new StringBuilder();
            comments.forEach(comment -> fields.append("&comment=").append(comment));
            more.forEach(
                    (name, value) -> fields.append('&').append(name).append('=').append(value));
            return moderator.send(HttpRequest.post("/newsroom/decisions")
                    .body(
                            "application/x-www-form-urlencoded",
                            "csrf="
                                    + page(moderator, "/newsroom")
                                            .select("[name=csrf]")
                                            .attr("value") + fields));
        }

        @Test
        void are_decided_alike() {
            var one = waiting("Một");
            var two = waiting("Hai");

            var response = decide(List.of(one + ".0", two + ".0"), Map.of("decision", "approve"));

            assertThat(done(moderator, response)).contains("Đã xong 2 ý kiến");
            assertThat(article().select(".comments li")).hasSize(2);
        }

        @Test
        void are_decided_one_by_one_and_those_of_others_are_told() {
            var one = waiting("Một");
            var two = waiting("Hai");
            NewsroomDeskTest.decide(editor, two, 0, Map.of("decision", "spam"));

            var response = decide(List.of(one + ".0", two + ".0"), Map.of("decision", "approve"));

            assertThat(response.status()).isEqualTo(409);
            assertThat(page(response).select("main").text())
                    .contains("Đã xong 1 ý kiến", "Còn 1 ý kiến đã có người làm trước", "Biên tập viên mẫu");
            assertThat(titles(page(response))).containsExactly("Hai");
            assertThat(article().select(".comments li")).hasSize(1);
        }

        @Test
        void have_to_be_ticked() {
            waiting("Một");

            var response = decide(List.of(), Map.of("decision", "refuse", "reason", "insult"));

            assertThat(response.status()).isEqualTo(422);
            assertThat(page(response).select("[role=alert]").text()).contains("Chưa chọn ý kiến nào");
            assertThat(page(response).select("#bulk-reason option[selected]").attr("value"))
                    .isEqualTo("insult");
        }

        @Test
        void are_refused_for_a_reason_and_stay_ticked_without() {
            var one = waiting("Một");

            var response = decide(List.of(one + ".0"), Map.of("decision", "refuse", "reason", ""));

            assertThat(response.status()).isEqualTo(422);
            assertThat(page(response).select("article input[checked]")).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"x", "0123456789abcdef0123456789abcdef", "0123456789abcdef0123456789abcdef.x"})
        void have_to_be_ours(String choice) {
            assertThat(decide(List.of(choice), Map.of("decision", "approve")).status())
                    .isEqualTo(400);
        }
    }

    @Nested
    class How_to_reach_a_sender {
        @Test
        void is_shown_to_who_asks_and_that_is_logged() {
            var comment = waiting("Một");

            var response = moderator.post(path(comment) + "/contact", Map.of());

            assertThat(page(response).select("dl").text()).contains("lan@example.com");
            assertThat(page(chief, "/newsroom/log").select(".log li").text())
                    .contains("xem email và điện thoại", "Người duyệt mẫu")
                    .doesNotContain("lan@example.com");
            assertThat(page(moderator, path(comment)).text()).doesNotContain("lan@example.com");
        }
    }

    @Nested
    class An_editor {
        @Test
        void answers_below_a_comment_changes_the_answer_and_takes_it_away() {
            var comment = waiting("Một");
            approve(editor, comment);

            var written = editor.post(
                    path(comment) + "/reply", Map.of("version", "1", "text", "Cảm ơn bạn.", "back", path(comment)));
            assertThat(done(editor, written)).contains("Đã ghi trả lời");
            assertThat(article().select(".comments .reply").text()).contains("Trả lời của tòa soạn", "Cảm ơn bạn.");

            editor.post(path(comment) + "/reply", Map.of("version", "2", "text", "Cảm ơn bạn nhiều."));
            assertThat(article().select(".comments .reply .text").text()).isEqualTo("Cảm ơn bạn nhiều.");

            editor.post(path(comment) + "/reply", Map.of("version", "3", "do", "remove"));
            assertThat(article().select(".comments .reply")).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"0, Trả lời còn trống", "2001, Trả lời dài 2.001 ký tự"})
        void is_told_what_is_wrong_with_an_answer_and_has_it_back(int length, String wrong) {
            var comment = waiting("Một");
            var text = "a".repeat(length);

            var response = editor.post(path(comment) + "/reply", Map.of("version", "0", "text", text));

            assertThat(response.status()).isEqualTo(422);
            assertThat(page(response).select("#text-fault").text()).contains(wrong);
            assertThat(page(response).select("#text").text()).isEqualTo(text);
        }

        @Test
        void who_is_late_with_an_answer_has_it_back() {
            var comment = waiting("Một");
            approve(moderator, comment);

            var response = editor.post(path(comment) + "/reply", Map.of("version", "0", "text", "Cảm ơn bạn."));

            assertThat(response.status()).isEqualTo(409);
            assertThat(page(response).select("#text").text()).isEqualTo("Cảm ơn bạn.");
            assertThat(page(response).select("form:has(#text) [name=version]").attr("value"))
                    .isEqualTo("1");
        }

        @Test
        void picks_a_comment_out_and_takes_that_back() {
            var comment = waiting("Một");
            approve(editor, comment);

            editor.post(path(comment) + "/pick", Map.of("version", "1", "pick", "yes"));
            assertThat(article().select(".comments .picked").text()).isEqualTo("Ý kiến chọn lọc");

            editor.post(path(comment) + "/pick", Map.of("version", "2", "pick", "no"));
            assertThat(article().select(".comments .picked")).isEmpty();
        }

        @Test
        void closes_an_articles_comments_and_opens_them_again() {
            var filtered = "/newsroom?article=mua-he";

            var closed = editor.post("/newsroom/articles/mua-he/comments-open", Map.of("open", "no", "back", filtered));
            assertThat(closed.header("location")).hasValue(filtered);
            assertThat(page(editor, filtered).select(".filters").text()).contains("không nhận thêm ý kiến");
            assertThat(article().select("#gui-y-kien ~ form")).isEmpty();

            editor.post("/newsroom/articles/mua-he/comments-open", Map.of("open", "yes", "back", filtered));
            assertThat(article().select("#gui-y-kien ~ form")).hasSize(1);
            assertThat(editor.post("/newsroom/articles/khong-co/comments-open", Map.of("open", "no"))
                            .status())
                    .isEqualTo(404);
        }

        @Test
        void changes_the_phrase_list_and_sees_who_did_it_last() {
            var saved = editor.post("/newsroom/phrases", Map.of("version", "0", "phrases", "# ghi chú\n!đồ ngu"));

            assertThat(done(editor, saved)).contains("Đã lưu danh sách");
            var page = page(editor, "/newsroom/phrases");
            assertThat(page.select("#phrases").text()).contains("# ghi chú").contains("!đồ ngu");
            assertThat(page.select(".who").text()).contains("Biên tập viên mẫu sửa lần cuối");
        }

        @Test
        void is_told_the_lines_that_are_wrong_and_has_them_back() {
            var typed = "!đồ ngu\n!\nx";

            var response = editor.post("/newsroom/phrases", Map.of("version", "0", "phrases", typed));

            assertThat(response.status()).isEqualTo(422);
            assertThat(page(response).select("#faults li").eachText())
                    .satisfiesExactly(
                            second -> assertThat(second).startsWith("Dòng 2:"),
                            third -> assertThat(third).startsWith("Dòng 3:"));
            assertThat(requireNonNull(page(response).selectFirst("#phrases")).wholeText())
                    .isEqualTo(typed);
        }

        @Test
        void overwrites_no_list_that_they_have_not_seen() {
            chief.post("/newsroom/phrases", Map.of("version", "0", "phrases", "của sếp"));

            var late = editor.post("/newsroom/phrases", Map.of("version", "0", "phrases", "của tôi"));

            assertThat(late.status()).isEqualTo(409);
            assertThat(page(late).select("#phrases").text()).isEqualTo("của tôi");
            assertThat(page(late).select(".theirs").text()).isEqualTo("của sếp");
            assertThat(page(editor, "/newsroom/phrases").select("#phrases").text())
                    .isEqualTo("của sếp");

            var version = page(late).select("form.phrases [name=version]").attr("value");
            editor.post("/newsroom/phrases", Map.of("version", version, "phrases", "của cả hai"));
            assertThat(page(editor, "/newsroom/phrases").select("#phrases").text())
                    .isEqualTo("của cả hai");
        }

        @Test
        void cannot_write_a_list_that_is_too_long() {
            var line = "một cụm từ bị cấm trong tòa soạn của báo này\n";

            var response = editor.post(
                    "/newsroom/phrases", Map.of("version", "0", "phrases", "# " + "ế".repeat(49_000) + "\n" + line));

            assertThat(response.status()).isEqualTo(422);
            assertThat(page(response).select("#faults").text()).contains("Danh sách dài");
        }
    }

    @Nested
    class The_chief {
        @Test
        void sees_every_decision_newest_first_and_filters_them() {
            var comment = waiting("Một");
            approve(moderator, comment);
            decide(editor, comment, 1, Map.of("decision", "undo"));

            var log = page(chief, "/newsroom/log");

            assertThat(log.select(".log > li").eachText())
                    .satisfiesExactly(
                            undo -> assertThat(undo)
                                    .contains("hoàn tác", "Biên tập viên mẫu", "Trạng thái: Đã duyệt → Chờ duyệt"),
                            approve -> assertThat(approve)
                                    .contains("duyệt", "Người duyệt mẫu", "Trạng thái: Chờ duyệt → Đã duyệt"));
            for (var filter : List.of("what=undo", "who=bi%C3%AAn", "comment=" + comment + "&what=undo")) {
                assertThat(page(chief, "/newsroom/log?" + filter).select(".log > li"))
                        .as(filter)
                        .hasSize(1);
            }
            assertThat(page(chief, "/newsroom/log?article=mua-thu")
                            .select(".none")
                            .text())
                    .contains("Không có mục nào");
            assertThat(chief.get("/newsroom/log?what=x").status()).isEqualTo(400);
        }

        @Test
        void reads_there_what_changed_in_the_language_of_the_page() {
            var comment = waiting("Một");
            decide(editor, comment, 0, Map.of("decision", "refuse", "reason", "insult", "note", "Câu cuối."));
            decide(editor, comment, 1, Map.of("decision", "spam"));

            assertThat(newestEntries())
                    .satisfiesExactly(
                            spam -> assertThat(spam.select(".changes > li").eachText())
                                    .containsExactly(
                                            "Spam: có",
                                            "Lý do: Xúc phạm, công kích cá nhân → không còn",
                                            "Ghi thêm: Câu cuối. → không còn"),
                            refusal -> assertThat(
                                            refusal.select(".changes > li").eachText())
                                    .containsExactly(
                                            "Trạng thái: Chờ duyệt → Từ chối",
                                            "Lý do: Xúc phạm, công kích cá nhân",
                                            "Ghi thêm: Câu cuối."));

            chief.get("/newsroom?language=en");
            assertThat(newestEntries().getFirst().select(".changes > li").eachText())
                    .startsWith("Spam: yes", "Reason: Insult, personal attack → none");
            assertThat(newestEntries().getFirst().select(".trace").text()).contains("Version: 1 → 2");
        }

        private List<Element> newestEntries() {
            return page(chief, "/newsroom/log").select(".log > li");
        }

        @Test
        void sees_which_lines_of_the_phrase_list_came_and_went_one_below_the_other() {
            editor.post("/newsroom/phrases", Map.of("version", "0", "phrases", "một\nhai\nba\nbốn"));
            editor.post("/newsroom/phrases", Map.of("version", "1", "phrases", "một\nhai\nba\nnăm"));

            assertThat(newestEntries())
                    .satisfiesExactly(
                            second -> {
                                assertThat(second.select("details[open] summary")
                                                .eachText())
                                        .containsExactly("Bỏ đi: 1 dòng", "Thêm vào: 1 dòng");
                                assertThat(second.select("pre").eachText()).containsExactly("bốn", "năm");
                            },
                            first -> {
                                assertThat(first.select("details:not([open]) summary")
                                                .eachText())
                                        .containsExactly("Thêm vào: 4 dòng");
                                assertThat(requireNonNull(first.selectFirst("pre"))
                                                .wholeText())
                                        .isEqualTo("một\nhai\nba\nbốn");
                            });
        }

        @Test
        void takes_the_log_home_as_lines_of_JSON() {
            approve(moderator, waiting("Một"));
            approve(moderator, waiting("Hai"));

            var all = chief.get("/newsroom/log.ndjson");

            assertThat(all.header("content-type")).hasValue("application/x-ndjson");
            assertThat(all.text().lines()).hasSize(2).allMatch(line -> line.startsWith("{"));
            assertThat(chief.get("/newsroom/log.ndjson?after=1").text().lines()).hasSize(1);
            assertThat(chief.get("/newsroom/log.ndjson?after=x").status()).isEqualTo(400);
        }

        @Test
        void verifies_it() {
            approve(moderator, waiting("Một"));

            assertThat(page(chief, "/newsroom/log/verification")
                            .select("[role=status]")
                            .text())
                    .contains("mục");
        }
    }

    @Nested
    class A_refusal {
        @Test
        void leads_on_and_says_who_is_signed_in() {
            for (var path : List.of("/newsroom/comments/x", "/newsroom?state=x", "/newsroom/phrases")) {
                var page = page(moderator.get(path));

                assertThat(page.select("header nav a[href=/newsroom]")).as(path).hasSize(1);
                assertThat(page.select("header form").text()).as(path).contains("Người duyệt mẫu", "Đăng xuất");
                assertThat(page.select("main a[href=/newsroom]")).as(path).hasSize(1);
            }
        }

        @Test
        void of_who_is_not_signed_in_any_more_keeps_what_was_typed_and_leads_back_after_signing_in() {
            var comment = waiting("Một");
            var stranger = site.newsroom();
            var form = Map.of("version", "0", "text", "Một câu\ntrả lời.", "back", path(comment), "csrf", "x");

            var response =
                    stranger.send(HttpRequest.post(path(comment) + "/reply").form(form));

            assertThat(response.status()).isEqualTo(403);
            assertThat(requireNonNull(page(response).selectFirst("textarea[readonly]"))
                            .wholeText())
                    .isEqualTo("Một câu\ntrả lời.");
            assertThat(page(response).select("main a").eachAttr("href"))
                    .containsExactly("/newsroom/sign-in?to=" + URLEncoder.encode(path(comment), UTF_8));
        }

        @ParameterizedTest
        @ValueSource(strings = {"https://evil.example/", "//evil.example/", "/newsroom/../"})
        void leads_nowhere_else_after_signing_in(String back) {
            var form = Map.of("version", "0", "back", back);

            var response =
                    site.newsroom().send(HttpRequest.post("/newsroom/decisions").form(form));

            assertThat(page(response).select("main a").eachAttr("href"))
                    .containsExactly("/newsroom/sign-in?to=%2Fnewsroom");
        }

        @Test
        void of_another_sites_form_repeats_nothing_of_it() {
            var response = moderator.send(HttpRequest.post("/newsroom/phrases")
                    .header("Sec-Fetch-Site", "cross-site")
                    .form(Map.of("phrases", "gọi 0900 000 000")));

            assertThat(response.status()).isEqualTo(403);
            assertThat(response.text()).doesNotContain("0900");
        }

        @Test
        void of_a_form_that_cannot_be_read_is_a_page_too() {
            var response = site.newsroom()
                    .send(HttpRequest.post("/newsroom/phrases").body("application/x-www-form-urlencoded", "phrases=%"));

            assertThat(response.status()).isEqualTo(403);
            assertThat(page(response).select("h1").text()).isEqualTo("Bạn chưa đăng nhập");
        }
    }

    @Nested
    class What_a_role_may_not_do {
        @ParameterizedTest
        @CsvSource({
            "/newsroom/phrases, moderator",
            "/newsroom/log, moderator",
            "/newsroom/log, editor",
            "/newsroom/log.ndjson, editor",
            "/newsroom/log/verification, editor",
        })
        void is_not_linked_to_and_refused(String path, String role) {
            var browser = role.equals("moderator") ? moderator : editor;

            assertThat(browser.get(path).status()).isEqualTo(403);
            assertThat(page(browser, "/newsroom").select("a[href=" + path + "]"))
                    .isEmpty();
        }

        @Test
        void has_no_form_and_is_refused() {
            var comment = waiting("Một");
            approve(moderator, comment);
            var page = page(moderator, path(comment));

            for (var form : List.of("reply", "pick")) {
                assertThat(page.select("form[action$=/" + form + "]")).isEmpty();
                assertThat(page(editor, path(comment)).select("form[action$=/" + form + "]"))
                        .hasSize(1);
                assertThat(moderator
                                .post(path(comment) + "/" + form, Map.of("version", "1", "text", "x", "pick", "yes"))
                                .status())
                        .isEqualTo(403);
            }
            assertThat(moderator
                            .post("/newsroom/articles/mua-he/comments-open", Map.of("open", "no"))
                            .status())
                    .isEqualTo(403);
            assertThat(moderator
                            .post("/newsroom/phrases", Map.of("version", "0", "phrases", ""))
                            .status())
                    .isEqualTo(403);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"/newsroom", "/newsroom/comments/0123456789abcdef0123456789abcdef", "/newsroom/log?what=undo"
                })
        void without_signing_in_is_anything(String path) {
            var response = site.newsroom().get(path);

            assertThat(response.status()).isEqualTo(303);
            assertThat(response.header("location").orElseThrow()).startsWith("/newsroom/sign-in");
        }
    }

    @Nested
    class A_program {
        private HttpResponse ask(SamplePerson person, HttpRequest request) {
            return site.ask(request.header("Authorization", "Bearer " + WholeSite.PEOPLE.accessToken(person)));
        }

        private Map<?, ?> json(HttpResponse response) {
            assertThat(response.status()).as(response.text()).isEqualTo(200);
            return (Map<?, ?>) response.json();
        }

        @Test
        void lists_decides_and_answers() {
            var comment = waiting("Một");
            var api = "/newsroom/api/comments";

            var listed = json(ask(SamplePerson.MODERATOR, HttpRequest.get(api)));
            assertThat(listed.toString()).contains(comment.value(), "Hay: Một").doesNotContain("lan@example.com");

            var decision = HttpRequest.post(api + "/" + comment + "/decisions")
                    .json("{\"decision\":\"approve\",\"version\":0}");
            assertThat(json(ask(SamplePerson.MODERATOR, decision)).get("state")).isEqualTo("approved");

            var reply = HttpRequest.post(api + "/" + comment + "/reply").json("{\"text\":\"Cảm ơn.\",\"version\":1}");
            assertThat(String.valueOf(json(ask(SamplePerson.EDITOR, reply)).get("reply")))
                    .contains("Cảm ơn.");
            assertThat(ask(SamplePerson.MODERATOR, reply).status()).isEqualTo(403);
            assertThat(article().select(".comments .reply .text").text()).isEqualTo("Cảm ơn.");
        }

        @Test
        void is_told_that_somebody_was_faster() {
            var comment = waiting("Một");
            approve(moderator, comment);

            var late = ask(
                    SamplePerson.EDITOR,
                    HttpRequest.post("/newsroom/api/comments/" + comment + "/decisions")
                            .json("{\"decision\":\"refuse\",\"reason\":\"insult\",\"version\":0}"));

            assertThat(late.status()).isEqualTo(409);
            assertThat(late.text()).contains("urn:ykien:problem:decided-already");
        }

        @Test
        void is_answered_in_English_if_it_says_so() {
            var unknown = HttpRequest.get("/newsroom/api/comments/x").header("Accept-Language", "en");

            assertThat(ask(SamplePerson.MODERATOR, unknown).text()).contains("No such comment");
        }

        @Test
        void without_a_token_is_refused_whatever_its_cookies() {
            var response = moderator.send(HttpRequest.get("/newsroom/api/comments"));

            assertThat(response.status()).isEqualTo(401);
            assertThat(response.header("content-type")).hasValue("application/problem+json");
            assertThat(response.header("www-authenticate")).isPresent();
        }
    }

    @Test
    void What_readers_write_stays_text() {
        waiting("<script>alert(1)</script>");

        var page = page(moderator, "/newsroom");

        assertThat(page.select("article script")).isEmpty();
        assertThat(page.select("article h2").eachText()).containsExactly("<script>alert(1)</script>");
        assertThat(page.select("article").stream().map(Element::id)).allMatch(id -> id.startsWith("c-"));
    }
}
