package ykien.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/// Every page of the newsroom is valid, accessible and fits a narrow phone, in both languages: those that are opened,
/// and those that answer a form.
class NewsroomPagesAreValidTest {
    private static final int NARROWEST = 360;

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

    /// One person's way past every kind of page.
    private static void tour(DeskPage desk, Consumer<String> look) {
        desk.open("/newsroom");
        look.accept("queue");
        var page = desk.page;
        page.locator("article summary").first().click();
        look.accept("reasons for a refusal");
        page.locator("article button[value=refuse]").first().click();
        look.accept("refusal without a reason");
        desk.open("/newsroom");
        page.locator(".contact button").first().click();
        look.accept("how to reach a sender");
        bulk(desk, look);
        late(desk, look);
        lists(desk, look);
        papers(desk, look);
        for (var path : List.of("/newsroom/comments/x", "/newsroom?state=x")) {
            desk.open(path);
            look.accept("error at " + path);
        }
    }

    private static void bulk(DeskPage desk, Consumer<String> look) {
        desk.open("/newsroom");
        desk.page.locator("#bulk button[value=approve]").click();
        look.accept("nothing ticked");
        desk.page.locator("article input[type=checkbox]").first().check();
        look.accept("something ticked");
    }

    /// Somebody decides in another tab, and the forms of the first one are out of date.
    private static void late(DeskPage desk, Consumer<String> look) {
        desk.open("/newsroom");
        desk.page.locator("article input[type=checkbox]").first().check();
        var other = desk.page.context().newPage();
        other.navigate(desk.page.url());
        other.locator("article button[value=approve]").first().click();
        other.waitForSelector(".done");
        other.close();
        desk.page.locator("#bulk button[value=spam]").click();
        look.accept("late with several");
        desk.page.goBack();
        desk.page.locator("article button[value=spam]").first().click();
        look.accept("late");
        desk.page.locator("article button[value=undo]").first().click();
        look.accept("undone, after being late");
        desk.open("/newsroom");
        desk.page.locator("article button[value=approve]").first().click();
        look.accept("approved");
        desk.page.locator(".done button[value=undo]").click();
        look.accept("undone");
    }

    private static void lists(DeskPage desk, Consumer<String> look) {
        for (var query : List.of(
                "?state=approved", "?state=refused", "?article=duong-hoa-xom-dinh", "?q=den", "?q=khong+co+dau")) {
            desk.open("/newsroom" + query);
            look.accept("list " + query);
        }
        desk.open("/newsroom?state=approved");
        desk.page.locator("article .who a").first().click();
        look.accept("comment that readers see");
        desk.page.locator("button[value=write]").click();
        look.accept("empty reply");
        desk.page.locator("#text").fill("Cảm ơn bạn.");
        desk.page.locator("button[value=write]").click();
        look.accept("comment with a reply");
        desk.page.locator("button[value=remove]").click();
    }

    private static void papers(DeskPage desk, Consumer<String> look) {
        desk.open("/newsroom/phrases");
        look.accept("phrase list");
        var typed = desk.page.locator("#phrases").inputValue();
        desk.page.locator("#phrases").fill(typed + "\n!\nx");
        desk.page.locator("form.phrases button").click();
        look.accept("faults in the phrase list");
        for (var path : List.of("/newsroom/log", "/newsroom/log?what=undo", "/newsroom/log/verification")) {
            desk.open(path);
            look.accept(path);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "360,  LIGHT, vi",
        "360,  DARK, en",
        "1280, LIGHT, en",
        "1280, DARK, vi",
    })
    void every_page_keeps_the_rules_of_accessibility_and_its_own_policy(
            int width, ColorScheme colours, String language) {
        try (var person = chromium.reader(width, 800, colours)) {
            var desk = DeskPage.signedIn(person, newspaper, DeskPage.CHIEF);
            desk.open("/newsroom?language=" + language);
            var broken = new ArrayList<String>();
            desk.page.onConsoleMessage(message -> broken.add(message.text()));
            tour(desk, kind -> complaints(desk.page).forEach(complaint -> broken.add(kind + ": " + complaint)));

            assertThat(broken)
                    .filteredOn(line -> !line.startsWith("Failed to load resource"))
                    .isEmpty();
        }
    }

    private static List<String> complaints(Page page) {
        return new AxeBuilder(page)
                        .setLegacyMode(true) // no page has frames
                        .withTags(PagesAreValidTest.RULES)
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(violation -> violation.getId() + " "
                                + violation.getNodes().stream()
                                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                        .toList())
                        .toList();
    }

    /// 200 % text is as 180 px of width is to what is laid out in letters.
    @ParameterizedTest
    @ValueSource(strings = {"", "html { font-size: 200% !important; }"})
    void every_page_fits_a_narrow_phone_whatever_the_size_of_its_letters(String style) {
        try (var person = chromium.reader(NARROWEST, 800, ColorScheme.LIGHT)) {
            var desk = DeskPage.signedIn(person, newspaper, DeskPage.CHIEF);
            tour(desk, kind -> {
                if (!style.isEmpty()) {
                    desk.page.evaluate(
                            "style => { const s = new CSSStyleSheet(); s.replaceSync(style); document.adoptedStyleSheets = [s]; }",
                            style);
                }
                assertThat(desk.page.evaluate("document.scrollingElement.scrollWidth"))
                        .as(kind)
                        .isEqualTo(NARROWEST);
                assertThat(tooSmallToPress(desk.page)).as(kind).isEmpty();
            });
        }
    }

    /// WCAG 2.2, 2.5.8: 24 pixels; what is pressed all day long, 44.
    private static List<?> tooSmallToPress(Page page) {
        return (List<?>) page.evaluate("""
                [...document.querySelectorAll('button, summary, select, textarea, input:not([type=hidden])')]
                    .filter(it => it.checkVisibility())
                    .filter(it => it.getBoundingClientRect().height < (it.type === 'checkbox' ? 24 : it.matches('.small') ? 32 : 44))
                    .map(it => it.outerHTML)""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void every_page_is_valid_HTML_in_its_own_language(String language) {
        try (var person = chromium.reader(1280, 800, ColorScheme.LIGHT)) {
            var desk = DeskPage.signedIn(person, newspaper, DeskPage.CHIEF);
            desk.open("/newsroom?language=" + language);
            var sent = new ArrayList<Response>();
            desk.page.onResponse(response -> {
                if (response.request().isNavigationRequest() && response.status() != 303) {
                    sent.add(response);
                }
            });
            var complaints = new ArrayList<String>();
            tour(desk, kind -> {
                var html = sent.getLast().text();
                complaintsAbout(html).forEach(complaint -> complaints.add(kind + ": " + complaint));
                assertThat(desk.page.locator("html").getAttribute("lang"))
                        .as(kind)
                        .isEqualTo(language);
            });

            assertThat(complaints).isEmpty();
        }
    }

    private static List<String> complaintsAbout(String html) {
        try {
            return HtmlChecker.complaints(html);
        } catch (SAXException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
