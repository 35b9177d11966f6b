package ykien.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A reader's comment on its way through the newsroom, in Chromium: with scripts and without, with the mouse and by the
/// keys, and between two people at once.
class NewsroomJourneyTest {
    private static final String ARTICLE = "/articles/nhung-bong-den-trong-ngo";

    private static Chromium chromium;
    private static RunningNewspaper newspaper;

    @BeforeAll
    static void the_newspaper_runs() throws IOException {
        chromium = Chromium.open();
        newspaper = RunningNewspaper.withSamples();
    }

    @AfterAll
    static void the_newspaper_stops() {
        if (newspaper != null) {
            newspaper.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    private static BrowserContext person(boolean scripts) {
        return scripts ? chromium.reader() : chromium.readerWithoutScripts();
    }

    /// A reader whose e-mail address nobody has seen before sends this.
    private static void send(String content, String email) {
        try (var reader = chromium.readerWithoutScripts()) {
            var page = reader.newPage();
            var form = new SendForm(page);
            page.navigate(newspaper.at(ARTICLE));
            form.fill(Map.of("Người gửi", "Trần Thị Mây", "Email", email, "Nội dung", content));
            form.answerThePicture();
            form.press("Gửi ý kiến");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("đang chờ duyệt");
        }
    }

    /// This waits, whoever sent it.
    private static void waiting(String content) {
        newspaper.waiting("nhung-bong-den-trong-ngo", "Trần Thị Mây", "", content);
    }

    /// What readers see of the comment: another one's browser, which has nothing cached.
    private static void assertReadersSee(String content, int times, String... more) {
        try (var reader = chromium.readerWithoutScripts()) {
            var page = reader.newPage();
            page.navigate(newspaper.at(ARTICLE));
            var shown = page.locator(".comments li").filter(new Locator.FilterOptions().setHasText(content));
            assertThat(shown).hasCount(times);
            for (var words : more) {
                assertThat(shown).containsText(words);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_comment_is_found_approved_answered_taken_down_put_back_and_logged(boolean scripts) throws IOException {
        var content = "Ngõ tôi cũng vừa thay bóng, " + (scripts ? "có" : "không có") + " kịch bản.";
        var email = (scripts ? "may" : "sao") + "@vidu.vn";
        send(content, email);
        assertReadersSee(content, 0);

        try (var moderator = person(scripts);
                var editor = person(scripts);
                var chief = person(scripts)) {
            var desk = DeskPage.signedIn(moderator, newspaper, DeskPage.MODERATOR);
            assertThat(desk.comment(content)).containsText("chưa có ý kiến nào được xét");
            desk.page.getByLabel("Tìm trong danh sách").fill("vua thay bong");
            desk.button("Tìm").click();
            assertThat(desk.page.locator("article")).not().hasCount(0);
            DeskPage.button(desk.comment(content), "Duyệt").click();
            assertThat(desk.told()).containsText("Đã duyệt ý kiến của Trần Thị Mây");
            assertThat(desk.comment(content)).hasCount(0);
            assertReadersSee(content, 1);

            DeskPage.button(desk.told(), "Hoàn tác").click();
            assertThat(desk.told()).containsText("Đã hoàn tác");
            assertReadersSee(content, 0);
            DeskPage.button(desk.comment(content), "Duyệt").click();

            var answering = DeskPage.signedIn(editor, newspaper, DeskPage.EDITOR);
            answering.open("/newsroom?state=approved");
            answering.comment(content).locator("time").first().click();
            answering.page.getByLabel("Nội dung trả lời").fill("Cảm ơn bạn, báo sẽ viết tiếp.");
            answering.button("Đăng trả lời").click();
            assertThat(answering.told()).containsText("Đã ghi trả lời");
            answering.button("Chọn làm ý kiến chọn lọc").click();
            assertThat(answering.told()).containsText("nay là ý kiến chọn lọc");
            assertReadersSee(content, 1, "Trả lời của tòa soạn", "báo sẽ viết tiếp", "Ý kiến chọn lọc");

            answering.refuse(answering.comment(content), "Gỡ…", "off-topic", "Gỡ");
            assertThat(answering.told()).containsText("Đã từ chối");
            assertReadersSee(content, 0);
            DeskPage.button(answering.told(), "Hoàn tác").click();
            assertReadersSee(content, 1, "báo sẽ viết tiếp");

            answering.button("Xem email và điện thoại").click();
            assertThat(answering.page.getByText(email)).isVisible();

            theLogTells(DeskPage.signedIn(chief, newspaper, DeskPage.CHIEF), email);
        }
    }

    private static void theLogTells(DeskPage desk, String email) throws IOException {
        desk.open("/newsroom/log");
        var newest = desk.page.locator(".log > li");
        var what = new String[] {
            "xem email và điện thoại", "hoàn tác", "từ chối", "chọn lọc", "viết trả lời", "duyệt", "hoàn tác", "duyệt",
        };
        for (var i = 0; i < what.length; i++) {
            assertThat(newest.nth(i).locator("b")).hasText(what[i]);
        }
        assertThat(newest.nth(2)).containsText("Trạng thái: Đã duyệt → Từ chối");
        assertThat(newest.nth(2)).containsText("Lý do: Không liên quan đến bài");
        assertThat(newest.nth(4)).containsText("Trả lời: Cảm ơn bạn, báo sẽ viết tiếp.");
        assertThat(newest.nth(7)).containsText("Người duyệt mẫu");
        assertThat(desk.page.locator("body")).not().containsText(email);
        var download =
                desk.page.waitForDownload(() -> desk.button("Tải về (NDJSON)").click());
        assertThat(Files.readAllLines(download.path()))
                .hasSizeGreaterThan(8)
                .allMatch(line -> line.startsWith("{") && !line.contains(email));

        desk.page.getByText("Kiểm tra nhật ký").click();
        assertThat(desk.page.getByRole(AriaRole.STATUS)).containsText("đều nguyên vẹn");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_refusal_without_a_reason_is_told_and_loses_nothing(boolean scripts) {
        var content = "Câu này sẽ bị từ chối, " + scripts + ".";
        waiting(content);
        try (var moderator = person(scripts)) {
            var desk = DeskPage.signedIn(moderator, newspaper, DeskPage.MODERATOR);
            desk.refuse(desk.comment(content), "Từ chối…", "", "Từ chối");

            assertThat(desk.page.getByRole(AriaRole.ALERT)).containsText("Chưa có lý do từ chối");
            assertThat(desk.comment(content).getByLabel("Ghi thêm")).isVisible();
            desk.page.getByLabel("Ghi thêm").fill("Nói chuyện khác.");
            DeskPage.button(desk.comment(content), "Từ chối").click();
            assertThat(desk.told()).containsText("Đã từ chối");
            assertThat(desk.page).hasURL(Pattern.compile("/newsroom\\?done="));
        }
    }

    @Test
    void of_two_people_at_once_the_second_is_told_what_the_first_did() {
        var content = "Hai người cùng xem câu này.";
        waiting(content);
        try (var one = chromium.reader();
                var other = chromium.reader()) {
            var first = DeskPage.signedIn(one, newspaper, DeskPage.MODERATOR);
            var second = DeskPage.signedIn(other, newspaper, DeskPage.EDITOR);
            DeskPage.button(first.comment(content), "Duyệt").click();
            assertThat(first.told()).containsText("Đã duyệt");

            DeskPage.button(second.comment(content), "Spam").click();

            assertThat(second.page.getByRole(AriaRole.ALERT)).containsText("Đã có người làm trước bạn");
            assertThat(second.page.locator(".latest")).containsText("Người duyệt mẫu: duyệt");
            assertThat(DeskPage.button(second.comment(content), "Duyệt")).hasCount(0);
            assertReadersSee(content, 1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void several_comments_are_ticked_and_decided_at_once(boolean scripts) {
        waiting("Chọn câu thứ nhất, " + scripts + ".");
        waiting("Chọn câu thứ hai, " + scripts + ".");
        try (var moderator = person(scripts)) {
            var desk = DeskPage.signedIn(moderator, newspaper, DeskPage.MODERATOR);
            for (var words : new String[] {"Chọn câu thứ nhất, ", "Chọn câu thứ hai, "}) {
                desk.comment(words + scripts).getByRole(AriaRole.CHECKBOX).check();
            }
            desk.button("Duyệt các ý kiến đã chọn").click();

            assertThat(desk.told()).containsText("Đã xong 2 ý kiến");
            assertReadersSee("Chọn câu thứ nhất, " + scripts, 1);
            assertReadersSee("Chọn câu thứ hai, " + scripts, 1);
        }
    }

    @Test
    void the_keys_lead_from_comment_to_comment_and_decide() {
        waiting("Phím: câu đầu.");
        waiting("Phím: câu sau.");
        try (var moderator = chromium.reader()) {
            var desk = DeskPage.signedIn(moderator, newspaper, DeskPage.MODERATOR);
            desk.open("/newsroom?q=ph%C3%ADm+c%C3%A2u");
            var keyboard = desk.page.keyboard();
            keyboard.press("j");
            assertThat(desk.page.locator("article").nth(0)).isFocused();
            keyboard.press("j");
            assertThat(desk.page.locator("article").nth(1)).isFocused();
            keyboard.press("k");
            assertThat(desk.page.locator("article").nth(0)).isFocused();
            assertThat(desk.page.locator("article").nth(0)).hasAttribute("aria-current", "true");

            keyboard.press("a");
            assertThat(desk.told()).containsText("Đã duyệt");
            assertThat(desk.comment("Phím: câu sau.")).isFocused();
            keyboard.press("u");
            assertThat(desk.told()).containsText("Đã hoàn tác");

            desk.comment("Phím: câu đầu.").focus();
            keyboard.press("r");
            assertThat(desk.comment("Phím: câu đầu.").locator("select")).isFocused();
            keyboard.press("Escape");
            assertThat(desk.comment("Phím: câu đầu.").locator("details[open]")).hasCount(0);
        }
    }

    /// The order is that of the eye: what one reads, then what one does with it.
    @Test
    void the_tab_key_leads_through_a_comment_in_the_order_of_the_eye() {
        waiting("Chỉ đi qua bằng phím Tab.");
        try (var moderator = chromium.reader()) {
            var desk = DeskPage.signedIn(moderator, newspaper, DeskPage.MODERATOR);
            desk.open("/newsroom?q=ph%C3%ADm+Tab");
            desk.page.keyboard().press("Tab");
            assertThat(desk.page.getByText("Đến nội dung")).isFocused();
            desk.page.keyboard().press("Enter");
            var comment = desk.comment("Chỉ đi qua bằng phím Tab.");
            comment.getByRole(AriaRole.CHECKBOX).focus();

            comment.getByText("Từ chối…").click();
            comment.getByRole(AriaRole.CHECKBOX).focus();
            for (var next : List.of(
                    comment.locator(".about a").nth(0),
                    comment.locator(".about a").nth(1),
                    comment.locator(".who a").nth(0),
                    comment.locator(".who a").nth(1),
                    DeskPage.button(comment, "Duyệt"),
                    DeskPage.button(comment, "Spam"),
                    comment.locator("summary"),
                    comment.getByLabel("Lý do", new Locator.GetByLabelOptions().setExact(true)),
                    comment.getByLabel("Ghi thêm"),
                    DeskPage.button(comment, "Từ chối"),
                    DeskPage.button(comment, "Xem email và điện thoại"))) {
                desk.page.keyboard().press("Tab");
                assertThat(next).isFocused();
            }
            comment.getByText("Từ chối…").click();
            assertThat(comment.locator("details[open]")).hasCount(0);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whose_session_has_ended_has_back_what_they_wrote_and_signs_in_again(boolean scripts) {
        var content = "Phiên sẽ hết giữa chừng, " + scripts + ".";
        waiting(content);
        try (var editor = person(scripts)) {
            var desk = DeskPage.signedIn(editor, newspaper, DeskPage.EDITOR);
            desk.comment(content).locator("time").first().click();
            desk.page.getByLabel("Nội dung trả lời").fill("Một câu trả lời viết rất lâu.");
            editor.clearCookies(new BrowserContext.ClearCookiesOptions().setName("newsroom"));
            desk.button("Đăng trả lời").click();

            assertThat(desk.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Bạn chưa đăng nhập");
            assertThat(desk.page.getByLabel("Những gì bạn đã viết")).hasValue("Một câu trả lời viết rất lâu.");
            desk.page
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Đăng nhập lại"))
                    .click();
            desk.signIn(DeskPage.EDITOR);
            assertThat(desk.comment(content)).hasCount(1);
            assertThat(desk.page.getByLabel("Nội dung trả lời")).isVisible();
        }
    }

    @Test
    void the_keys_are_letters_where_one_types_and_can_be_switched_off() {
        waiting("Phím tắt mà không tắt.");
        try (var moderator = chromium.reader()) {
            var desk = DeskPage.signedIn(moderator, newspaper, DeskPage.MODERATOR);
            var search = desk.page.getByLabel("Tìm trong danh sách");
            search.focus();
            desk.page.keyboard().type("aurj?");
            assertThat(search).hasValue("aurj?");
            assertThat(desk.page).hasURL(newspaper.at("/newsroom"));

            desk.page.locator("article").first().focus();
            desk.page.keyboard().press("?");
            var help = desk.page.getByRole(AriaRole.DIALOG);
            assertThat(help).isVisible();
            help.getByLabel("Dùng phím tắt").uncheck();
            desk.page.keyboard().press("Escape");
            assertThat(help).isHidden();
            desk.page.locator("article").first().focus();
            desk.page.keyboard().press("a");
            desk.page.waitForTimeout(300);
            assertThat(desk.page).hasURL(newspaper.at("/newsroom"));
            desk.page.reload();
            desk.page
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Phím tắt"))
                    .click();
            assertThat(help.getByLabel("Dùng phím tắt")).not().isChecked();
        }
    }
}
