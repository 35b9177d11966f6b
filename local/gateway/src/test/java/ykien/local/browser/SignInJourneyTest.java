package ykien.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One of the newspaper's people on the way into the newsroom and out again, in Chromium, with scripts and without.
class SignInJourneyTest {
    private static final String CHIEF = "Tổng biên tập mẫu";

    @AutoClose
    private static Chromium chromium;

    @AutoClose
    private static RunningNewspaper newspaper;

    @BeforeAll
    static void the_newspaper_runs() throws IOException {
        chromium = Chromium.open();
        newspaper = RunningNewspaper.withSamples();
    }

    @ParameterizedTest
    @CsvSource({
        "Người duyệt mẫu,   kiểm duyệt viên, true",
        "Người duyệt mẫu,   kiểm duyệt viên, false",
        "Biên tập viên mẫu, biên tập viên,   true",
        "Biên tập viên mẫu, biên tập viên,   false",
        "Tổng biên tập mẫu, tổng biên tập,   true",
        "Tổng biên tập mẫu, tổng biên tập,   false",
    })
    void a_press_on_a_sample_persons_button_signs_in_as_that_person(String name, String role, boolean scripts) {
        try (var person = person(scripts)) {
            var page = person.newPage();
            signIn(page, name);

            assertThat(page).hasURL(newspaper.at("/newsroom"));
            assertThat(page.getByText(name)).isVisible();
            assertThat(page.locator("body")).containsText(role);
        }
    }

    /// The form leads to another site by and by, which Chromium follows only if it is not a redirect.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void signing_out_ends_at_the_providers_page_and_makes_a_copied_cookie_worthless(boolean scripts) {
        try (var person = person(scripts);
                var thief = person(scripts)) {
            var page = person.newPage();
            signIn(page, CHIEF);
            thief.addCookies(person.cookies().stream()
                    .map(c -> new Cookie(c.name, c.value)
                            .setDomain(c.domain)
                            .setPath(c.path)
                            .setHttpOnly(true))
                    .toList());
            var stolen = thief.newPage();
            stolen.navigate(newspaper.at("/newsroom"));
            assertThat(stolen.getByText(CHIEF)).isVisible();

            press(page, "Đăng xuất");
            assertThat(page.getByRole(AriaRole.BUTTON, named(CHIEF))).isVisible();
            assertThat(newsroomCookies(person)).isEmpty();

            stolen.navigate(newspaper.at("/newsroom"));
            assertThat(stolen.getByRole(AriaRole.BUTTON, named(CHIEF))).isVisible();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whose_session_has_ended_comes_back_to_where_they_were(boolean scripts) {
        try (var person = person(scripts)) {
            var page = person.newPage();
            signIn(page, CHIEF);
            newspaper.endAllSessions();
            var where = newspaper.at("/newsroom?state=refused&q=%C4%91%C6%B0%E1%BB%9Dng");
            page.navigate(where);
            press(page, CHIEF);

            assertThat(page).hasURL(where);
            assertThat(page.getByText(CHIEF)).isVisible();
        }
    }

    @Test
    void no_script_reads_the_session() {
        try (var person = person(true)) {
            var page = person.newPage();
            signIn(page, CHIEF);

            assertThat(newsroomCookies(person)).hasSize(1).allMatch(cookie -> cookie.httpOnly);
            assertThat(page.evaluate("document.cookie")).isEqualTo("");
        }
    }

    @Test
    void the_page_of_sample_people_is_accessible_valid_and_works_by_keyboard() throws Exception {
        try (var person = person(true)) {
            var page = person.newPage();
            var html = page.navigate(newspaper.at("/newsroom")).text();
            assertThat(HtmlChecker.complaints(html)).isEmpty();
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            for (var i = 0; i < 3; i++) {
                page.keyboard().press("Tab");
            }
            assertThat(page.getByRole(AriaRole.BUTTON, named(CHIEF))).isFocused();
            page.keyboard().press("Enter");

            assertThat(page).hasURL(newspaper.at("/newsroom"));
        }
    }

    private static BrowserContext person(boolean scripts) {
        return scripts ? chromium.reader() : chromium.readerWithoutScripts();
    }

    private static void signIn(Page page, String name) {
        page.navigate(newspaper.at("/newsroom"));
        press(page, name);
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, named(name)).click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(Pattern.compile("^" + name));
    }

    private static List<Cookie> newsroomCookies(BrowserContext person) {
        return person.cookies().stream()
                .filter(cookie -> cookie.name.equals("newsroom"))
                .toList();
    }
}
