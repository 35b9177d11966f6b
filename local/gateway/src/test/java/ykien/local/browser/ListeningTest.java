package ykien.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A reader who can't see the picture listens to the sound instead, in Chromium, with scripts off.
class ListeningTest {
    private static final String ARTICLE = "/articles/duong-hoa-xom-dinh";
    private static final String SENT = "Ý kiến của bạn đã được gửi và đang chờ duyệt";

    @AutoClose
    private static Chromium chromium;

    @AutoClose
    private static RunningNewspaper newspaper;

    @BeforeAll
    static void the_newspaper_runs() throws IOException {
        chromium = Chromium.open();
        newspaper = RunningNewspaper.withSamples();
    }

    @Test
    void nothing_is_fetched_before_play_is_pressed_and_then_the_digits_let_a_comment_in() {
        try (var reader = chromium.readerWithoutScripts()) {
            var page = reader.newPage();
            var sounds = new ArrayList<String>();
            page.onRequest(request -> {
                if (request.url().contains("captcha.wav")) {
                    sounds.add(request.url());
                }
            });
            page.navigate(newspaper.at(ARTICLE));
            page.waitForLoadState();
            fill(page, "Tôi nghe mã chứ không nhìn.");
            assertThat(sounds).isEmpty();

            var sound = play(page);
            assertThat(sound.status()).isEqualTo(206);
            assertThat(sound.request().headers()).containsEntry("range", "bytes=0-");
            assertThat(sound.headers()).containsEntry("content-range", "bytes 0-57643/57644");
            assertThat(sound.headers()).as("the picture's challenge is kept").doesNotContainKey("set-cookie");
            send(page, digits(sound));

            assertThat(page.getByRole(AriaRole.STATUS)).containsText(SENT);
            assertThat(answeredBy("Tôi nghe mã chứ không nhìn.")).containsExactly("sound");
        }
    }

    @Test
    void after_a_wrong_answer_the_sound_is_that_of_the_new_picture() {
        try (var reader = chromium.readerWithoutScripts()) {
            var page = reader.newPage();
            page.navigate(newspaper.at(ARTICLE));
            fill(page, "Tôi nghe nhầm một lần.");
            send(page, "không nghe rõ");

            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Mã bảo vệ chưa đúng.");
            assertThat(Objects.requireNonNull(player(page).getAttribute("src"))).contains("/captcha.wav?token=");
            send(page, digits(play(page)));

            assertThat(page.getByRole(AriaRole.STATUS)).containsText(SENT);
            assertThat(answeredBy("Tôi nghe nhầm một lần.")).containsExactly("sound");
        }
    }

    /// As a text browser does, which hands the file to a player and never sees the picture.
    @Test
    void whoever_opens_the_link_alone_has_the_cookie_that_the_digits_go_with() {
        try (var reader = chromium.readerWithoutScripts()) {
            var page = reader.newPage();
            page.route("**/captcha.png", route -> route.abort());
            page.navigate(newspaper.at(ARTICLE));
            fill(page, "Trình duyệt của tôi chỉ có chữ.");
            var link = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Nghe mã"));
            assertThat(link).isVisible();
            var file = reader.request().get(newspaper.at(Objects.requireNonNull(link.getAttribute("href"))));
            assertThat(file.status()).isEqualTo(200);
            assertThat(file.body()).hasSize(57_644);
            send(page, Objects.requireNonNull(file.headers().get("x-ykien-captcha-spoken")));

            assertThat(page.getByRole(AriaRole.STATUS)).containsText(SENT);
            assertThat(answeredBy("Trình duyệt của tôi chỉ có chữ.")).containsExactly("sound");
        }
    }

    private static void fill(Page page, String content) {
        new SendForm(page).fill(Map.of("Người gửi", "Nguyễn Thị Lan", "Email", "lan@vidu.vn", "Nội dung", content));
    }

    private static void send(Page page, String answer) {
        page.waitForTimeout(2_100); // a challenge that is younger can't be answered
        var form = new SendForm(page);
        form.field("Nhập mã bảo vệ").fill(answer);
        form.press("Gửi ý kiến");
    }

    /// Presses play, and waits until something is heard.
    private static Response play(Page page) {
        var player = player(page);
        var sound = page.waitForResponse(
                response -> response.url().contains("captcha.wav"),
                () -> player.click(new Locator.ClickOptions().setPosition(22, 22)));
        for (var waited = 0; waited < 100 && position(player) == 0; waited++) {
            page.waitForTimeout(100);
        }
        assertThat(position(player)).as("it plays").isPositive();
        return sound;
    }

    private static double position(Locator player) {
        return ((Number) player.evaluate("player => player.currentTime")).doubleValue();
    }

    private static Locator player(Page page) {
        return page.locator("form audio");
    }

    private static String digits(Response sound) {
        return Objects.requireNonNull(sound.headers().get("x-ykien-captcha-spoken"));
    }

    private static List<String> answeredBy(String content) {
        return newspaper.commentsThatSay(content).stream()
                .map(newspaper::answeredBy)
                .toList();
    }
}
