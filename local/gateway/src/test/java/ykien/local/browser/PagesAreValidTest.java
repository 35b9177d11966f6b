package ykien.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;
import ykien.local.browser.EveryPage.Shown;

/// Every page is valid, accessible, safe, and fits a narrow phone.
class PagesAreValidTest {
    private static final int NARROWEST = 360;

    /// WCAG 2.2's rules at levels A and AA, and axe-core's own advice.
    static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    @AutoClose
    private static RunningNewspaper newspaper;

    private static List<Shown> pages = List.of();

    @BeforeAll
    static void every_page_is_asked_for() throws IOException, InterruptedException {
        newspaper = RunningNewspaper.withSamples();
        pages = EveryPage.of(newspaper);
    }

    static List<Shown> pages() {
        return pages;
    }

    @Test
    void every_kind_of_page_is_among_them() {
        var statuses = pages.stream().collect(Collectors.groupingBy(Shown::status, Collectors.counting()));
        assertThat(statuses)
                .isEqualTo(Map.of(
                        200, 15L, 400, 1L, 403, 1L, 404, 3L, 405, 1L, 409, 1L, 413, 1L, 415, 1L, 422, 6L, 500, 2L));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void it_is_valid_HTML(Shown page) throws IOException, SAXException {
        assertThat(HtmlChecker.complaints(page.html())).isEmpty();
        assertThat(page.document().select("html").attr("lang")).isEqualTo("vi");
        assertThat(page.document().select("h1")).hasSize(1);
        assertThat(page.document().select("style, [style]")).isEmpty();
        assertThat(page.document().select("script")).allSatisfy(PagesAreValidTest::isAFileOfOurs);
        assertThat(page.document().select("script"))
                .hasSameSizeAs(page.document().select("form[data-work]"));
        assertThat(page.document().select("img")).allSatisfy(PagesAreValidTest::keepsItsPlace);
    }

    /// Nothing of it is inline.
    private static void isAFileOfOurs(Element script) {
        assertThat(script.attr("src")).matches("/assets/form\\.[0-9a-f]{12}\\.js");
        assertThat(script.attr("type")).isEqualTo("module");
        assertThat(script.data()).isEmpty();
    }

    /// Nothing jumps when the picture arrives.
    private static void keepsItsPlace(Element picture) {
        assertThat(picture.attr("width")).matches("[1-9]\\d*");
        assertThat(picture.attr("height")).matches("[1-9]\\d*");
        assertThat(picture.attr("alt")).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void it_tells_the_browser_what_to_refuse(Shown page) {
        assertThat(page.header("content-security-policy"))
                .contains(
                        "default-src 'none'",
                        "script-src 'self'",
                        "connect-src 'self'",
                        "frame-ancestors 'none'",
                        "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(page.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(page.header("referrer-policy")).isEqualTo("same-origin");
        assertThat(page.header("permissions-policy")).contains("camera=()", "geolocation=()");
        assertThat(page.header("content-type")).isEqualToIgnoringCase("text/html; charset=utf-8");
        if (page.status() != 200) {
            assertThat(page.header("cache-control"))
                    .isEqualTo(page.status() == 404 ? "public, max-age=10" : "no-store");
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class In_Chromium {
        @AutoClose
        private Chromium chromium;

        @BeforeAll
        void it_is_open() {
            chromium = Chromium.open();
        }

        @ParameterizedTest
        @CsvSource({"360, LIGHT", "360, DARK", "1280, LIGHT", "1280, DARK"})
        void no_page_breaks_a_rule_of_accessibility_or_its_own_policy(int width, ColorScheme colours) {
            try (var reader = chromium.reader(width, 800, colours)) {
                var page = reader.newPage();
                var broken = new ArrayList<String>();
                page.onConsoleMessage(message -> broken.add(message.text()));
                for (var shown : pages) {
                    show(page, shown);
                    new AxeBuilder(page)
                            .setLegacyMode(true) // no page has frames
                            .withTags(RULES)
                            .analyze()
                            .getViolations()
                            .forEach(violation -> broken.add(shown + ": " + violation.getId() + " "
                                    + violation.getNodes().stream()
                                            .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                            .toList()));
                }
                assertThat(broken)
                        .filteredOn(line -> !line.startsWith("Failed to load resource"))
                        .isEmpty();
            }
        }

        @Test
        void every_page_fits_a_narrow_phone() {
            try (var reader = chromium.reader(NARROWEST, 800, ColorScheme.LIGHT)) {
                var page = reader.newPage();
                assertThat(pages).allSatisfy(shown -> {
                    show(page, shown);
                    assertThat(page.evaluate("document.scrollingElement.scrollWidth"))
                            .isEqualTo(NARROWEST);
                    assertThat(tooSmallToPress(page)).isEmpty();
                });
            }
        }

        /// What is pressed with a finger and stands in no sentence is 44 pixels high at least.
        private static List<?> tooSmallToPress(Page page) {
            return (List<?>) page.evaluate("""
                    [...document.querySelectorAll('button, .press, input:not([type=hidden]), select, textarea, nav a, .note a, .act a')]
                        .filter(it => it.getBoundingClientRect().height < 44)
                        .map(it => it.outerHTML)""");
        }

        /// Shows the very answer that was given, headers and all; style and pictures come from the newspaper.
        private static void show(Page page, Shown shown) {
            page.unrouteAll();
            page.route(
                    shown.url(),
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setStatus(shown.status())
                            .setHeaders(headers(shown))
                            .setBody(shown.html())));
            page.navigate(shown.url());
        }

        private static Map<String, String> headers(Shown shown) {
            return shown.headers().entrySet().stream()
                    .filter(header -> !header.getKey().startsWith(":"))
                    .filter(header -> !List.of("content-length", "set-cookie").contains(header.getKey()))
                    .collect(Collectors.toMap(Map.Entry::getKey, header -> String.join(", ", header.getValue())));
        }
    }
}
