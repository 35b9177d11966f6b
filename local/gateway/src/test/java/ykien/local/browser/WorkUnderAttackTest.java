package ykien.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Proof of work on the newspaper's own form, in Chromium: it turns itself on under attack, and stops nobody.
class WorkUnderAttackTest {
    private static final String ARTICLE = "/articles/duong-hoa-xom-dinh";
    private static final String SENT = "Ý kiến của bạn đã được gửi và đang chờ duyệt";
    private static final String HELD = "Đang gửi ý kiến, có thể mất vài giây.";

    /// The site answers after so many milliseconds.
    private static final String SLOW_SITE =
            "const ask = fetch; fetch = (...it) => new Promise(go => setTimeout(go, 1500)).then(() => ask(...it))";

    /// It never does.
    private static final String SILENT_SITE = "fetch = () => new Promise(() => {})";

    /// As on a page that came without TLS, or in an old browser.
    private static final String WITHOUT_CRYPTOGRAPHY =
            "Object.defineProperty(Crypto.prototype, 'subtle', {value: undefined})";

    private static Chromium chromium;

    @BeforeAll
    static void a_browser_is_open() {
        chromium = Chromium.open();
    }

    @AfterAll
    static void it_is_closed() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class Under_attack {
        private RunningNewspaper newspaper;

        @BeforeAll
        void the_newspaper_is_attacked() throws IOException {
            newspaper = RunningNewspaper.withSamples();
            newspaper.attack();
        }

        @AfterAll
        void the_newspaper_stops() {
            newspaper.close();
        }

        @Test
        void the_work_is_done_while_the_reader_types_and_not_before() {
            try (var reader = chromium.reader()) {
                var page = reader.newPage();
                var asked = asked(page);
                var said = new ArrayList<String>();
                page.onConsoleMessage(message -> said.add(message.text()));
                var form = open(newspaper, page);
                page.waitForLoadState();
                page.waitForTimeout(500);
                assertThat(asked).as("a page view asks for nothing").isEmpty();

                send(form, "Tôi gõ, máy tôi tính.");

                sent(page);
                assertThat(work(newspaper, "Tôi gõ, máy tôi tính.")).containsExactly(Optional.of("done"));
                assertThat(said).as("nothing breaks the page's policy").isEmpty();
            }
        }

        @Test
        void without_scripts_a_comment_is_stored_alike_and_marked_as_missing_it() {
            try (var reader = chromium.readerWithoutScripts()) {
                var page = reader.newPage();
                send(open(newspaper, page), "Tôi không bật JavaScript.");

                sent(page);
                assertThat(work(newspaper, "Tôi không bật JavaScript.")).containsExactly(Optional.of("missing"));
            }
        }

        @Test
        void without_cryptography_too() {
            try (var reader = chromium.reader()) {
                var page = reader.newPage();
                page.addInitScript(WITHOUT_CRYPTOGRAPHY);
                var asked = asked(page);
                send(open(newspaper, page), "Trình duyệt của tôi đã cũ.");

                sent(page);
                assertThat(asked).isEmpty();
                assertThat(work(newspaper, "Trình duyệt của tôi đã cũ.")).containsExactly(Optional.of("missing"));
            }
        }

        @Test
        void another_picture_has_work_of_its_own() {
            try (var reader = chromium.reader()) {
                var page = reader.newPage();
                var form = open(newspaper, page);
                form.fill(comment("Tôi xin đổi mã rồi gửi."));
                form.press("Đổi mã khác");
                assertThat(page.getByText("Đã đổi mã.")).isVisible();
                form.answerThePicture();
                form.press("Gửi ý kiến");

                sent(page);
                assertThat(work(newspaper, "Tôi xin đổi mã rồi gửi.")).containsExactly(Optional.of("done"));
            }
        }

        @Test
        void so_has_the_one_after_a_wrong_code() {
            try (var reader = chromium.reader()) {
                var page = reader.newPage();
                var form = open(newspaper, page);
                form.fill(comment("Tôi gõ nhầm mã một lần."));
                form.answerWrongly();
                form.press("Gửi ý kiến");
                assertThat(page.getByRole(AriaRole.ALERT)).containsText("Mã bảo vệ chưa đúng.");
                form.answerThePicture();
                form.press("Gửi ý kiến");

                sent(page);
                assertThat(work(newspaper, "Tôi gõ nhầm mã một lần.")).containsExactly(Optional.of("done"));
            }
        }

        /// The cookie is then of the other tab's picture, and so is what counts.
        @Test
        void so_has_the_picture_of_another_tab() {
            try (var reader = chromium.reader()) {
                var page = reader.newPage();
                var form = open(newspaper, page);
                form.fill(comment("Tôi mở hai tab."));
                solved(page);
                reader.clearCookies();
                var other = open(newspaper, reader.newPage());
                page.waitForTimeout(2_100);
                form.field("Nhập mã bảo vệ").fill(other.answer());
                form.press("Gửi ý kiến");

                sent(page);
                assertThat(work(newspaper, "Tôi mở hai tab.")).containsExactly(Optional.of("done"));
            }
        }

        @Test
        void a_press_that_comes_too_soon_is_held_back_and_says_so_and_so_is_the_next() {
            try (var reader = chromium.reader()) {
                var page = reader.newPage();
                page.addInitScript(SLOW_SITE);
                var form = fill(open(newspaper, page), "Tôi gửi thật nhanh.");
                form.button("Gửi ý kiến").press("Enter");
                form.button("Gửi ý kiến").press("Enter");

                assertThat(status(page)).containsText(HELD);
                assertThat(form.button("Gửi ý kiến")).isFocused();
                sent(page);
                assertThat(work(newspaper, "Tôi gửi thật nhanh.")).containsExactly(Optional.of("done"));
            }
        }

        @Test
        void a_form_whose_work_never_comes_is_sent_without_it_ten_seconds_later() {
            try (var reader = chromium.reader()) {
                var page = reader.newPage();
                page.addInitScript(SILENT_SITE);
                var form = open(newspaper, page);
                fill(form, "Trang không trả lời.").press("Gửi ý kiến");

                assertThat(status(page)).containsText(HELD);
                sent(page);
                assertThat(work(newspaper, "Trang không trả lời.")).containsExactly(Optional.of("missing"));
            }
        }

        @Test
        void who_asks_for_another_picture_meanwhile_sends_nothing() {
            try (var reader = chromium.reader()) {
                var page = reader.newPage();
                page.addInitScript(SILENT_SITE);
                var form = fill(open(newspaper, page), "Tôi đổi ý.");
                form.press("Gửi ý kiến");
                assertThat(status(page)).containsText(HELD);
                form.press("Đổi mã khác");

                assertThat(page.getByText("Đã đổi mã.")).isVisible();
                page.waitForTimeout(10_500);
                assertThat(form.field("Nội dung")).hasValue("Tôi đổi ý.");
                assertThat(newspaper.commentsThatSay("Tôi đổi ý.")).isEmpty();
            }
        }

        /// The page is then just as it was left, with its script in the middle of what it did.
        @Test
        void who_leaves_meanwhile_and_comes_back_sends_nothing_until_the_next_press() {
            try (var keeping = Chromium.openWithPagesKept();
                    var reader = keeping.reader()) {
                var page = reader.newPage();
                page.addInitScript(SLOW_SITE);
                page.addInitScript("addEventListener('pageshow', shown => (window.isKept = shown.persisted))");
                var form = fill(open(newspaper, page), "Tôi đi rồi quay lại.");
                form.press("Gửi ý kiến");
                assertThat(status(page)).containsText(HELD);
                page.navigate(newspaper.at("/"));
                back(page);
                page.waitForTimeout(3_000);

                assertThat(status(page)).hasText("");
                assertThat(form.field("Nội dung")).hasValue("Tôi đi rồi quay lại.");
                assertThat(newspaper.commentsThatSay("Tôi đi rồi quay lại.")).isEmpty();

                form.press("Gửi ý kiến");
                sent(page);
                assertThat(work(newspaper, "Tôi đi rồi quay lại.")).containsExactly(Optional.of("done"));

                back(page);
                form.press("Gửi ý kiến");
                sent(page);
                assertThat(newspaper.commentsThatSay("Tôi đi rồi quay lại."))
                        .as("the same form, from the page that was kept")
                        .hasSize(1);
            }
        }

        /// A kept page is not loaded again, which is what [Page#goBack] would wait for.
        private static void back(Page page) {
            page.evaluate("setTimeout(() => history.back())");
            page.waitForFunction("window.isKept === true");
        }

        @Test
        void back_and_send_again_is_still_one_comment() {
            try (var reader = chromium.reader()) {
                var page = reader.newPage();
                var form = open(newspaper, page);
                send(form, "Tôi bấm Back rồi gửi lại.");
                sent(page);
                page.goBack();
                send(form, "Tôi bấm Back rồi gửi lại.");

                sent(page);
                assertThat(work(newspaper, "Tôi bấm Back rồi gửi lại.")).containsExactly(Optional.of("done"));
            }
        }

        @Test
        void pressing_twice_in_a_hurry_is_one_comment() {
            try (var reader = chromium.reader()) {
                var page = reader.newPage();
                var form = open(newspaper, page);
                fill(form, "Tôi bấm đúp.").button("Gửi ý kiến").dblclick();

                sent(page);
                assertThat(work(newspaper, "Tôi bấm đúp.")).containsExactly(Optional.of("done"));
            }
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class In_quiet_times {
        private RunningNewspaper newspaper;

        @BeforeAll
        void the_newspaper_runs() throws IOException {
            newspaper = RunningNewspaper.withSamples();
        }

        @AfterAll
        void the_newspaper_stops() {
            newspaper.close();
        }

        @Test
        void the_script_asks_once_and_does_nothing() {
            try (var reader = chromium.reader()) {
                var page = reader.newPage();
                var asked = asked(page);
                var form = open(newspaper, page);
                page.waitForResponse(
                        "**/captcha/work", () -> form.field("Tiêu đề").focus());
                send(form, "Một ngày yên ả.");

                sent(page);
                assertThat(asked).containsExactly(204);
                assertThat(work(newspaper, "Một ngày yên ả.")).containsExactly(Optional.empty());
            }
        }

        @Test
        void the_form_is_as_it_was_and_holds_nothing_more() {
            try (var reader = chromium.reader()) {
                var page = reader.newPage();
                var form = open(newspaper, page);
                var before = page.locator("form").innerHTML();
                page.waitForResponse(
                        "**/captcha/work", () -> form.field("Tiêu đề").focus());
                page.waitForTimeout(500);

                assertThat(page.locator("form").innerHTML()).isEqualTo(before);
            }
        }
    }

    /// The statuses of what the page's script was told.
    private static List<Integer> asked(Page page) {
        var asked = new ArrayList<Integer>();
        page.onResponse(response -> {
            if (response.url().contains("/captcha/work")) {
                asked.add(response.status());
            }
        });
        return asked;
    }

    private static SendForm open(RunningNewspaper newspaper, Page page) {
        var form = new SendForm(page);
        page.navigate(newspaper.at(ARTICLE));
        return form;
    }

    private static void send(SendForm form, String content) {
        fill(form, content).press("Gửi ý kiến");
    }

    private static SendForm fill(SendForm form, String content) {
        form.fill(comment(content));
        form.answerThePicture();
        return form;
    }

    private static Map<String, String> comment(String content) {
        var typed = new LinkedHashMap<String, String>();
        typed.put("Người gửi", "Nguyễn Thị Lan");
        typed.put("Email", "lan@vidu.vn");
        typed.put("Nội dung", content);
        return typed;
    }

    /// Longer than a form is ever held back.
    private static void sent(Page page) {
        assertThat(status(page).filter(new Locator.FilterOptions().setHasText(SENT)))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(20_000));
    }

    private static Locator status(Page page) {
        return page.getByRole(AriaRole.STATUS);
    }

    private static void solved(Page page) {
        page.waitForSelector(
                "form input[name=work]", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
    }

    private static List<Optional<String>> work(RunningNewspaper newspaper, String content) {
        return newspaper.commentsThatSay(content).stream().map(newspaper::work).toList();
    }
}
