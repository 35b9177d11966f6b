package ykien.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.SAXException;
import ykien.article.Article;
import ykien.article.Card;
import ykien.article.Html;
import ykien.article.Slug;
import ykien.comment.CommentId;

/// Every page of the newsroom is valid, accessible and fits a narrow phone, in both languages: those that are opened,
/// and those that answer a form.
class NewsroomPagesAreValidTest {
    private static final int NARROWEST = 360;

    @AutoClose
    private static Chromium chromium;

    @AutoClose
    private static RunningNewspaper newspaper;

    private static int tours = 0;

    @BeforeAll
    static void the_newspaper_runs_and_has_more_of_all_than_a_page_has() throws IOException {
        chromium = Chromium.open();
        newspaper = RunningNewspaper.withSamples();
        IntStream.range(0, 22).forEach(i -> waiting("Một câu chờ, thứ " + i + "."));
        IntStream.range(0, 25).forEach(i -> newspaper.approve(waiting("Một câu được duyệt, thứ " + i + ".")));
    }

    private static CommentId waiting(String content) {
        return newspaper.waiting("phien-cho-cuoi-tuan", "Lan", "", content);
    }

    /// One person's way past every kind of page. Each has an article of their own, so that none meets what another one
    /// left.
    private static final class Tour {
        private static final String CONTENT = "Vào https://example.com/vay-tien hoặc gọi 0900 000 000!!!!!!!!!!";

        private final DeskPage desk;
        private final Page page;
        private final Consumer<String> look;
        private final String slug = "bai-cua-chuyen-" + ++tours;
        private final String list = "/newsroom?article=" + slug;

        Tour(DeskPage desk, Consumer<String> look) {
            this.desk = desk;
            this.page = desk.page;
            this.look = look;
            newspaper.publish(new Article(
                    new Card(
                            new Slug(slug),
                            "Một tiêu đề dài, như tiêu đề của các bài điều tra vẫn thường dài, về chuyến đi thứ "
                                    + tours,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Instant.parse("2026-11-20T00:00:00Z"),
                            0),
                    Optional.empty(),
                    new Html("<p>Một đoạn ngắn.</p>"),
                    Optional.empty(),
                    true));
        }

        private CommentId waiting(String title) {
            return newspaper.waiting(slug, "Trần Thị Mây", title, CONTENT);
        }

        private void see(String path) {
            desk.open(path);
            look.accept(path);
        }

        private void press(String selector) {
            page.locator(selector).first().click();
        }

        /// Presses it and looks at the page that answers.
        private void press(String selector, String what) {
            press(selector);
            look.accept(what);
        }

        void everything() {
            lists();
            refusals();
            several();
            late();
            oneComment();
            phrases();
            log();
            errors();
            signingIn();
        }

        private void lists() {
            see("/newsroom");
            desk.open(page.locator("a[rel=next]").getAttribute("href"));
            look.accept("second page");
            see(list);
            waiting("");
            var second = waiting("Tiêu đề");
            see(list);
            see("/newsroom?sender-of=" + second);
            see(list + "&q=vay+tien");
            see(list + "&q=khong+co+dau");
            see("/newsroom?state=refused");
            press("nav.states li:nth-child(2) a", "approved comments");
            see("/newsroom?article=phien-cho-cuoi-tuan&state=approved");
            desk.open(list);
            press("button[name=open]", "article closed");
            press("button[name=open]", "article open again");
        }

        private void refusals() {
            desk.open(list);
            press("article summary", "reasons for a refusal");
            press("article button[value=refuse]", "refusal without a reason");
            page.locator("article select").first().selectOption("other");
            press("article button[value=refuse]", "another reason without words");
            page.locator("article input[name=note]").first().fill("Vì thế.");
            press("article button[value=refuse]", "refused");
            press(".done button[value=undo]", "refusal undone");
        }

        private void several() {
            waiting("Nữa");
            desk.open(list);
            press("#bulk button[value=approve]", "nothing ticked");
            page.locator("article input[type=checkbox]").first().check();
            look.accept("something ticked");
            press("#bulk button[value=refuse]", "several without a reason");
            press("#bulk button[value=approve]", "several approved");
            desk.open(list + "&state=approved");
            page.locator("article input[type=checkbox]").first().check();
            press("#bulk button[value=undo]", "several undone");
        }

        /// Somebody else decides while the form is open.
        private void late() {
            var quick = waiting("Có người nhanh hơn");
            desk.open("/newsroom/comments/" + quick);
            newspaper.approve(quick);
            press("article button[value=spam]", "late");
            var several = waiting("Có người nhanh hơn, nhiều ý kiến");
            desk.open(list);
            page.locator("#c-" + several + " input[type=checkbox]").check();
            newspaper.approve(several);
            press("#bulk button[value=spam]", "late with several");
        }

        private void oneComment() {
            var comment = waiting("Một ý kiến");
            see("/newsroom/comments/" + comment);
            press(".contact button", "how to reach a sender");
            desk.open("/newsroom/comments/" + comment);
            press("article button[value=approve]", "approved at its own page");
            press("button[value=write]", "empty reply");
            page.locator("#text").fill("a".repeat(2_001));
            press("button[value=write]", "reply that is too long");
            page.locator("#text").fill("Cảm ơn bạn.\n\nBáo sẽ viết tiếp.");
            press("button[value=write]", "comment with a reply");
            press(".pick button", "picked");
            see("/newsroom/comments/" + comment);
            press("button[value=remove]", "reply removed");
        }

        private void phrases() {
            see("/newsroom/phrases");
            var typed = page.locator("#phrases").inputValue();
            page.locator("#phrases").fill(typed + "\n!\nx");
            press("form.phrases button", "faults in the phrase list");
            page.locator("#phrases").fill(typed + "\n!cụm từ " + slug);
            press("form.phrases button", "phrase list saved");
            page.locator("form.phrases input[name=version]").evaluate("it => it.value = 0");
            page.locator("#phrases").fill(typed);
            press("form.phrases button", "late with the phrase list");
        }

        private void log() {
            see("/newsroom/log");
            press("a[rel=next]", "second page of the log");
            press("details summary", "lines of the phrase list");
            see("/newsroom/log?what=undo");
            see("/newsroom/log?article=khong-co-bai-nay");
            see("/newsroom/log/verification");
        }

        private void errors() {
            see("/newsroom/comments/x");
            see("/newsroom?state=x");
        }

        private void signingIn() {
            waiting("Hết phiên");
            desk.open(list);
            page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("newsroom"));
            press("article summary");
            page.locator("article input[name=note]").first().fill("Vì thế.");
            press("article button[value=refuse]", "session ended");
            see("/newsroom/signed-in?error=access_denied");
            desk.open("/newsroom");
            desk.signIn(DeskPage.CHIEF);
            page.route("**/newsroom/sign-out", Tour::stay);
            press(".desk form button", "signed out");
        }

        /// The page of who has signed out leads on at once: there would be no time to look at it.
        private static void stay(Route route) {
            var answer = route.fetch();
            var headers = new HashMap<>(answer.headers());
            headers.remove("refresh");
            route.fulfill(new Route.FulfillOptions().setResponse(answer).setHeaders(headers));
        }
    }

    /// Each width, each set of colours and each language once: none of them changes what another one shows.
    @ParameterizedTest
    @CsvSource({"360, LIGHT, vi", "1280, DARK, en"})
    void every_page_is_valid_accessible_and_in_its_own_language(int width, ColorScheme colours, String language) {
        try (var person = chromium.reader(width, 800, colours)) {
            var desk = DeskPage.signedIn(person, newspaper, DeskPage.CHIEF);
            desk.open("/newsroom?language=" + language);
            var check = new Check(desk.page, width);
            var looks = new ArrayList<String>();
            new Tour(desk, kind -> {
                        looks.add(kind);
                        check.look(kind);
                        if (!language.equals(desk.page.locator("html").getAttribute("lang"))) {
                            check.broken.add(kind + " is not in " + language);
                        }
                    })
                    .everything();

            assertThat(check.broken).isEmpty();
            assertThat(looks).hasSizeGreaterThan(45);
        }
    }

    /// Others see less: a page has fewer forms and links, and is another one.
    @ParameterizedTest
    @CsvSource({"Người duyệt mẫu", "Biên tập viên mẫu"})
    void what_the_other_roles_see_is_too(String name) {
        try (var person = chromium.reader(NARROWEST, 800, ColorScheme.LIGHT)) {
            var desk = DeskPage.signedIn(person, newspaper, name);
            var check = new Check(desk.page, NARROWEST);
            var tour = new Tour(desk, check::look);
            tour.see("/newsroom/comments/" + tour.waiting("Vai khác"));
            tour.press("article button[value=approve]", "approved");
            tour.see(tour.list + "&state=approved");
            tour.see("/newsroom/log");

            assertThat(check.broken).isEmpty();
        }
    }

    /// Looks at a page and notes all that is wrong with it.
    private static final class Check {
        final List<String> broken = new ArrayList<>();
        private final Page page;
        private final int width;
        private final List<Response> sent = new ArrayList<>();

        Check(Page page, int width) {
            this.page = page;
            this.width = width;
            page.onConsoleMessage(message -> {
                if (!message.text().startsWith("Failed to load resource")) { // so Chromium calls a refused form
                    broken.add("console: " + message.text());
                }
            });
            page.onResponse(response -> {
                if (response.request().isNavigationRequest() && response.status() != 303) {
                    sent.add(response);
                }
            });
        }

        void look(String kind) {
            accessibility().forEach(complaint -> broken.add(kind + ": " + complaint));
            validity().forEach(complaint -> broken.add(kind + ": " + complaint));
            if (((Number) page.evaluate("document.scrollingElement.scrollWidth")).intValue() > width) {
                broken.add(kind + " is too wide");
            }
            tooSmallToPress(page).forEach(small -> broken.add(kind + ": too small to press: " + small));
            outOfOrder().forEach(jump -> broken.add(kind + ": the focus jumps up to " + jump));
        }

        private List<String> accessibility() {
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

        private List<String> validity() {
            try {
                return HtmlChecker.complaints(sent.getLast().text());
            } catch (SAXException | IOException e) {
                throw new IllegalStateException(e);
            }
        }

        /// The focus goes as the document does; so what comes next must not lie above what came before. Bars that stick
        /// to the window are where they are, and the way past the head lies outside until it has the focus.
        private List<?> outOfOrder() {
            return (List<?>) page.evaluate("""
                    (() => {
                      const stops = [...document.querySelectorAll('a[href], button, summary, select, textarea, input:not([type=hidden]), [tabindex="0"]')]
                          .filter(it => it.checkVisibility() && !it.closest('.skip, .done, .bulk, dialog'));
                      return stops.slice(1)
                          .filter((it, i) => it.getBoundingClientRect().bottom <= stops[i].getBoundingClientRect().top)
                          .map(it => it.outerHTML)
                          .concat([...document.querySelectorAll('[tabindex]')].filter(it => it.tabIndex > 0).map(it => it.outerHTML));
                    })()""");
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

    /// 200 % text is as 180 px of width is to what is laid out in letters. In English, which has the longer words.
    @Test
    void every_page_fits_a_narrow_phone_with_letters_twice_as_large() {
        try (var person = chromium.reader(NARROWEST, 800, ColorScheme.LIGHT)) {
            var desk = DeskPage.signedIn(person, newspaper, DeskPage.CHIEF);
            desk.open("/newsroom?language=en");
            var broken = new ArrayList<String>();
            new Tour(desk, kind -> {
                        desk.page.evaluate(
                                "{ const s = new CSSStyleSheet(); s.replaceSync('html { font-size: 200% !important; }'); document.adoptedStyleSheets = [s]; }");
                        var wide = ((Number) desk.page.evaluate("document.scrollingElement.scrollWidth")).intValue();
                        if (wide > NARROWEST) {
                            broken.add(kind + " is " + wide + " wide");
                        }
                    })
                    .everything();

            assertThat(broken).isEmpty();
        }
    }
}
