package ykien.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ykien.article.Slug;
import ykien.comment.Report;
import ykien.comment.ReportReason;

/// A reader reports a comment, in Chromium: with scripts off, with the keyboard alone.
class ReportJourneyTest {
    private static final Slug ARTICLE = new Slug("duong-hoa-xom-dinh");
    private static final Slug BY_KEYBOARD = new Slug("nhung-bong-den-trong-ngo");
    private static final String THANKS = "Tòa soạn đã nhận được báo vi phạm";

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

    @Test
    void without_scripts_a_reader_reports_a_comment_once_and_still_sees_it() {
        var comment = newspaper.newestComment(ARTICLE);
        try (var reader = chromium.readerWithoutScripts()) {
            var page = reader.newPage();
            var form = new SendForm(page);
            page.navigate(newspaper.at("/articles/" + ARTICLE));
            var reported = page.locator(".comments li").first();
            var text = reported.locator(".text").first().textContent();
            reported.getByText("Báo vi phạm").click();

            assertThat(page.getByRole(AriaRole.HEADING).filter(saying("Báo vi phạm")))
                    .isVisible();
            assertThat(page.locator("blockquote .text")).hasText(text);
            form.field("Lý do").selectOption("personal-data");
            form.field("Lời giải thích").fill("Có số điện thoại\ncủa người khác.");
            form.answerWrongly();
            form.press("Gửi báo vi phạm");

            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Mã bảo vệ chưa đúng.");
            assertThat(form.field("Lý do")).hasValue("personal-data");
            assertThat(form.field("Lời giải thích")).hasValue("Có số điện thoại\ncủa người khác.");
            form.answerThePicture();
            form.button("Gửi báo vi phạm").dblclick();

            assertThat(page).hasURL(newspaper.at("/articles/" + ARTICLE + "?sent=report#y-kien"));
            assertThat(page.getByRole(AriaRole.STATUS)).containsText(THANKS);
            assertThat(page.locator(".comments li").first().locator(".text").first())
                    .hasText(text);
        }
        assertThat(newspaper.reportsOf(comment)).hasSize(1).first().satisfies(report -> {
            assertThat(report.reason()).isEqualTo(ReportReason.PERSONAL_DATA);
            assertThat(report.words()).hasValue("Có số điện thoại\ncủa người khác.");
        });
    }

    @Test
    void by_the_keyboard_alone_a_reader_reports_a_comment() {
        var comment = newspaper.newestComment(BY_KEYBOARD);
        try (var reader = chromium.readerWithoutScripts()) {
            var page = reader.newPage();
            var form = new SendForm(page);
            page.navigate(newspaper.at("/articles/" + BY_KEYBOARD));
            var link = page.locator(".comments li").first().getByText("Báo vi phạm");
            tabTo(page, link);
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/report[?]at=.*"));

            tabTo(page, form.field("Lý do"));
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Tab");
            page.keyboard().insertText("Chê bai người khác.");
            tabTo(page, form.field("Nhập mã bảo vệ"));
            page.waitForTimeout(2_100);
            page.keyboard().insertText(form.answer());
            page.keyboard().press("Tab");
            assertThat(form.button("Gửi báo vi phạm")).isFocused();
            page.keyboard().press("Enter");

            assertThat(page.getByRole(AriaRole.STATUS)).containsText(THANKS);
        }
        assertThat(newspaper.reportsOf(comment))
                .extracting(Report::reason, Report::words)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ReportReason.INSULT, Optional.of("Chê bai người khác.")));
    }

    private static void tabTo(Page page, Locator target) {
        for (var pressed = 0; pressed < 80 && !isFocused(target); pressed++) {
            page.keyboard().press("Tab");
        }
        assertThat(target).isFocused();
    }

    private static boolean isFocused(Locator target) {
        return (Boolean) target.evaluate("it => it === document.activeElement");
    }

    private static Locator.FilterOptions saying(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }
}
