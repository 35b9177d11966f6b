package ykien.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ykien.moderation.Outcome;

/// One reader's way through the newspaper, in Chromium: with scripts off, with the keyboard alone, with cookies
/// blocked.
/// It reads the article that the project began with where that lies beside the project, else one of the samples.
class ReaderJourneyTest {
    private static final String SENT = "Ý kiến của bạn đã được gửi và đang chờ duyệt";
    private static final String ANSWER = "Nhập mã bảo vệ";

    @AutoClose
    private static Chromium chromium;

    @AutoClose
    private static RunningNewspaper newspaper;

    private static FrontMatter article;

    @BeforeAll
    static void the_newspaper_runs() throws IOException {
        chromium = Chromium.open();
        var seed = RunningNewspaper.root().resolveSibling("shared/seed");
        if (Files.isDirectory(seed)) {
            newspaper = RunningNewspaper.with(seed);
            article = theOnlyArticleIn(seed);
        } else {
            newspaper = RunningNewspaper.withSamples();
            article = FrontMatter.of(RunningNewspaper.root().resolve("local/samples/duong-hoa-xom-dinh.md"));
        }
    }

    private static FrontMatter theOnlyArticleIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return FrontMatter.of(files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.endsWith("README.md"))
                    .findFirst()
                    .orElseThrow());
        }
    }

    @Test
    void a_reader_finds_the_article_on_the_front_page_and_reads_it() {
        try (var reader = chromium.readerWithoutScripts()) {
            var page = reader.newPage();
            page.navigate(newspaper.at("/"));
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(article.value("title")))
                    .click();

            assertThat(page).hasURL(newspaper.at("/articles/" + article.slug()));
            assertThat(heading(page, 1)).hasText(article.value("title"));
            assertThat(page.locator("article time")).hasText(article.date());
            assertThat(page.locator("figcaption")).hasText(article.value("caption"));
            assertThat(page.getByText("Nguồn: " + article.value("source"))).isVisible();
            assertThat(heading(page, 2).filter(saying("Danh sách ý kiến"))).isVisible();
            assertThat(heading(page, 2).filter(saying("Gửi ý kiến"))).isVisible();
            assertThat(page.getByAltText(article.value("alt"))
                            .evaluate("photo => photo.complete && photo.naturalWidth"))
                    .isEqualTo(Integer.parseInt(String.valueOf(
                            page.getByAltText(article.value("alt")).getAttribute("width"))));
        }
    }

    @Test
    void another_picture_keeps_all_that_was_typed() {
        try (var reader = chromium.readerWithoutScripts()) {
            var page = reader.newPage();
            var form = new SendForm(page);
            openArticle(page);
            var typed = comment("Xin một hình dễ đọc hơn.\n\nCảm ơn tòa soạn.");
            form.fill(typed);
            var first = form.picture();
            var firstAnswer = form.answer();
            form.press("Đổi mã khác");

            assertThat(page.getByText("Đã đổi mã. Những gì bạn đã nhập vẫn còn."))
                    .isVisible();
            assertThat(form.typed(typed.keySet())).isEqualTo(typed);
            assertThat(form.picture()).isNotEqualTo(first);
            assertThat(form.answer()).isNotEqualTo(firstAnswer).hasSize(5);
            assertThat(form.field(ANSWER)).hasValue("");
            assertThat(form.field(ANSWER)).isFocused();
        }
    }

    @Test
    void another_picture_can_be_had_from_an_empty_form_and_once_more() {
        try (var reader = chromium.readerWithoutScripts()) {
            var page = reader.newPage();
            var form = new SendForm(page);
            openArticle(page);
            form.press("Đổi mã khác");
            var second = form.picture();
            form.press("Đổi mã khác");

            assertThat(page.getByText("Đã đổi mã.")).isVisible();
            assertThat(form.picture()).isNotEqualTo(second);
        }
    }

    @Test
    void faults_stand_together_at_the_top_and_lead_to_their_fields() {
        try (var reader = chromium.readerWithoutScripts()) {
            var page = reader.newPage();
            var form = new SendForm(page);
            openArticle(page);
            var typed = comment("Câu này không được mất.");
            typed.put("Email", "lan@@vidu.vn");
            typed.put("Số điện thoại", "không có");
            form.fill(typed);
            form.answerThePicture();
            var answer = form.answer();
            form.press("Gửi ý kiến");
            pressAgainPastTheBrowsersOwnCheck(page, form);

            var summary = page.getByRole(AriaRole.ALERT);
            assertThat(summary).isVisible();
            assertThat(summary).isFocused();
            assertThat(summary.getByRole(AriaRole.LINK)).hasCount(2);
            assertThat(form.typed(typed.keySet())).isEqualTo(typed);
            assertThat(form.field(ANSWER)).hasValue(answer);
            assertThat(form.answer()).as("the picture stays").isEqualTo(answer);
            assertThat(form.field("Email")).hasAttribute("aria-invalid", "true");

            summary.getByRole(AriaRole.LINK).first().click();
            assertThat(page).hasURL(Pattern.compile("#email$"));
            assertThat(newspaper.commentsThatSay("Câu này không được mất.")).isEmpty();
        }
    }

    /// A browser refuses an address with two @ itself. A text browser does not, and neither does this one any more.
    private static void pressAgainPastTheBrowsersOwnCheck(Page page, SendForm form) {
        assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
        page.locator("form").evaluate("form => form.noValidate = true");
        form.press("Gửi ý kiến");
    }

    @Test
    void a_wrong_code_shows_another_picture_and_keeps_what_was_typed() {
        try (var reader = chromium.readerWithoutScripts()) {
            var page = reader.newPage();
            var form = new SendForm(page);
            openArticle(page);
            var typed = comment("Tôi gõ nhầm mã rồi gửi lại.");
            form.fill(typed);
            var first = form.answer();
            form.answerWrongly();
            form.press("Gửi ý kiến");

            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Mã bảo vệ chưa đúng.");
            assertThat(form.typed(typed.keySet())).isEqualTo(typed);
            assertThat(form.answer()).isNotEqualTo(first).hasSize(5);
            assertThat(newspaper.commentsThatSay("Tôi gõ nhầm mã rồi gửi lại.")).isEmpty();

            form.answerThePicture();
            form.press("Gửi ý kiến");

            assertThat(page.getByRole(AriaRole.STATUS)).containsText(SENT);
            assertThat(newspaper.commentsThatSay("Tôi gõ nhầm mã rồi gửi lại.")).hasSize(1);
        }
    }

    @Test
    void a_comment_waits_until_an_editor_approves_it_and_is_sent_only_once() {
        try (var reader = chromium.readerWithoutScripts()) {
            var page = reader.newPage();
            var form = new SendForm(page);
            openArticle(page);
            var content = "Bài viết rất hay.\nMong báo đăng thêm ảnh: Đặng, Nguyễn, ỵ ễ ằ.";
            form.fill(comment(content));
            form.answerThePicture();
            form.press("Gửi ý kiến");

            assertThat(page).hasURL(newspaper.at("/articles/" + article.slug() + "?sent=pending#gui-y-kien"));
            assertThat(page.getByRole(AriaRole.STATUS)).containsText(SENT);
            assertThat(page.getByText("Mong báo đăng thêm ảnh")).hasCount(0);

            page.goBack();
            form.fill(comment(content));
            form.field(ANSWER).fill("ABCDE");
            form.press("Gửi ý kiến");

            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Chưa gửi được");
            assertThat(newspaper.commentsThatSay(content)).hasSize(1);

            var id = newspaper.commentsThatSay(content).getFirst();
            assertThat(newspaper.approve(id)).isInstanceOf(Outcome.Decided.class);
            page.navigate(newspaper.at("/articles/" + article.slug()));
            page.reload(); // a browser may show the page of half a minute ago
            var shown = page.locator(".comments li").filter(saying("Mong báo đăng thêm ảnh"));
            assertThat(shown).containsText("Nguyễn Thị Lan");
            assertThat(shown.locator(".text").textContent()).isEqualTo(content);
            assertThat(page.getByText("lan@vidu.vn")).hasCount(0);
        }
    }

    @Test
    void pressing_twice_in_a_hurry_is_one_comment() {
        try (var reader = chromium.reader()) {
            var page = reader.newPage();
            var form = new SendForm(page);
            openArticle(page);
            form.fill(comment("Tôi hay bấm hai lần."));
            form.answerThePicture();
            form.button("Gửi ý kiến").dblclick();

            assertThat(page.getByRole(AriaRole.STATUS)).containsText(SENT);
            assertThat(newspaper.commentsThatSay("Tôi hay bấm hai lần.")).hasSize(1);
        }
    }

    @Test
    void the_keyboard_alone_is_enough() {
        try (var reader = chromium.reader()) {
            var page = reader.newPage();
            var form = new SendForm(page);
            openArticle(page);
            page.waitForTimeout(2_100);
            var typed = List.copyOf(comment("Tôi không dùng chuột.").values());
            tabTo(page, "title");
            typeAndLeave(page, "title", typed.get(0));
            typeAndLeave(page, "name", typed.get(1));
            typeAndLeave(page, "email", typed.get(2));
            typeAndLeave(page, "phone", typed.get(3));
            tabTo(page, "listen"); // past the player's own buttons
            page.keyboard().press("Tab");
            assertThat(form.button("Đổi mã khác")).isFocused(); // beside the picture, as the eye finds it
            page.keyboard().press("Tab");
            typeAndLeave(page, "answer", form.answer());
            typeAndLeave(page, "content", typed.get(4));
            assertThat(form.button("Gửi ý kiến")).isFocused();
            page.keyboard().press("Enter");

            assertThat(page.getByRole(AriaRole.STATUS)).containsText(SENT);
            assertThat(newspaper.commentsThatSay("Tôi không dùng chuột.")).hasSize(1);
        }
    }

    @Test
    void enter_in_a_field_sends_the_comment() {
        try (var reader = chromium.reader()) {
            var page = reader.newPage();
            var form = new SendForm(page);
            openArticle(page);
            form.fill(comment("Gõ xong mã thì bấm Enter."));
            form.answerThePicture();
            form.field(ANSWER).press("Enter");

            assertThat(page.getByRole(AriaRole.STATUS)).containsText(SENT);
            assertThat(newspaper.commentsThatSay("Gõ xong mã thì bấm Enter.")).hasSize(1);
        }
    }

    @Test
    void with_cookies_blocked_the_second_try_works(@TempDir Path profile) throws IOException {
        try (var reader = chromium.readerWithoutCookies(profile)) {
            var page = reader.newPage();
            var form = new SendForm(page);
            openArticle(page);
            var typed = comment("Máy tôi không giữ cookie.");
            form.fill(typed);
            form.answerThePicture();
            form.press("Gửi ý kiến");

            assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
            assertThat(form.typed(typed.keySet())).isEqualTo(typed);
            form.answerThePicture();
            form.press("Gửi ý kiến");

            assertThat(page.getByRole(AriaRole.STATUS)).containsText(SENT);
            assertThat(reader.cookies()).isEmpty();
            assertThat(newspaper.commentsThatSay("Máy tôi không giữ cookie.")).hasSize(1);
        }
    }

    private static void openArticle(Page page) {
        page.navigate(newspaper.at("/articles/" + article.slug()));
    }

    private static Locator heading(Page page, int level) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(level));
    }

    private static Locator.FilterOptions saying(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }

    /// What a reader types, by label, in the order of the form.
    private static SequencedMap<String, String> comment(String content) {
        var typed = new LinkedHashMap<String, String>();
        typed.put("Tiêu đề", "Một ý kiến");
        typed.put("Người gửi", "Nguyễn Thị Lan");
        typed.put("Email", "lan@vidu.vn");
        typed.put("Số điện thoại", "0905 123 456");
        typed.put("Nội dung", content);
        return typed;
    }

    private static void tabTo(Page page, String id) {
        for (var pressed = 0; pressed < 60 && !focused(page).equals(id); pressed++) {
            page.keyboard().press("Tab");
        }
    }

    private static void typeAndLeave(Page page, String id, String text) {
        assertThat(focused(page)).isEqualTo(id);
        page.keyboard().insertText(text);
        page.keyboard().press("Tab");
    }

    /// The id of what has the focus.
    private static String focused(Page page) {
        return String.valueOf(page.evaluate("document.activeElement.id"));
    }
}
