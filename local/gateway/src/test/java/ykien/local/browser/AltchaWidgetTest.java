package ykien.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// /captcha/altcha against what it is for: ALTCHA's own solver, and its own widget in a browser, both from npm and
/// unchanged (local/altcha).
class AltchaWidgetTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CODE = "x-ykien-captcha-answer"; // which a running newspaper with an open captcha tells

    /// A page of the site that the newspaper does not have: a form of somebody's own, with the widget in it.
    private static final String PAGE = """
            <!doctype html><html lang="vi"><meta charset="utf-8"><title>Liên hệ</title>
            <script type="module" src="/altcha.js"></script>
            <form><altcha-widget challenge="/captcha/altcha?form=contact"></altcha-widget></form>
            """;

    private static NpmPackages altcha;

    @AutoClose
    private static Chromium chromium;

    @AutoClose
    private static RunningNewspaper newspaper;

    @BeforeAll
    static void the_newspaper_runs() throws IOException, InterruptedException {
        altcha = NpmPackages.of(RunningNewspaper.root().resolve("local/altcha"));
        newspaper = RunningNewspaper.withSamples();
        chromium = Chromium.open();
    }

    @Test
    void altchas_own_solver_does_the_work() throws Exception {
        var said = JSON.readTree(altcha.run("solve.mjs", newspaper.at("/captcha/altcha?form=contact"), CODE));

        assertThat(said.at("/solution/counter").asInt()).isBetween(1, 10_000);
        assertThat(said.at("/unsolved/verified").asBoolean()).isFalse();
        assertThat(said.at("/solved/verified").asBoolean()).as(said.toString()).isTrue();
        try (var reader = chromium.reader()) {
            var payload = said.at("/solved/payload").asText();
            assertThat(asked(reader, payload).toString())
                    .isEqualTo("{\"right\":true,\"medium\":\"picture\",\"worked\":true}");
            assertThat(asked(reader, payload).at("/type").asText()).isEqualTo("urn:ykien:problem:spent-challenge");
        }
    }

    @Test
    void altchas_own_widget_shows_our_picture_and_takes_its_code() {
        try (var reader = chromium.reader()) {
            var code = new AtomicReference<>("");
            var page = contactPage(reader, code);
            page.getByRole(AriaRole.CHECKBOX).press("Space");

            var picture = page.locator("altcha-widget img");
            assertThat(picture).isVisible();
            assertThat(picture.evaluate("it => it.complete && it.naturalWidth")).isEqualTo(240);
            answer(page, code.get());
            page.waitForFunction("document.querySelector('altcha-widget').getState() === 'verified'");

            var payload = page.locator("input[name=altcha]").inputValue();
            assertThat(asked(reader, payload).toString())
                    .isEqualTo("{\"right\":true,\"medium\":\"picture\",\"worked\":true}");
        }
    }

    @Test
    void altchas_own_widget_says_that_a_code_was_wrong_and_gets_another_picture() {
        try (var reader = chromium.reader()) {
            var code = new AtomicReference<>("");
            var page = contactPage(reader, code);
            page.getByRole(AriaRole.CHECKBOX).press("Space");
            var first = page.locator("altcha-widget img").getAttribute("src");
            answer(page, code.get().equals("22222") ? "33333" : "22222");
            page.waitForFunction("document.querySelector('altcha-widget').getState() === 'error'");

            page.getByRole(AriaRole.CHECKBOX).press("Space");
            assertThat(page.locator("altcha-widget img")).not().hasAttribute("src", first);
            answer(page, code.get());
            page.waitForFunction("document.querySelector('altcha-widget').getState() === 'verified'");
        }
    }

    private static Page contactPage(BrowserContext reader, AtomicReference<String> code) {
        var page = reader.newPage();
        page.route(
                newspaper.at("/contact"),
                route -> route.fulfill(
                        new Route.FulfillOptions().setContentType("text/html").setBody(PAGE)));
        page.route(
                newspaper.at("/altcha.js"),
                route -> route.fulfill(
                        new Route.FulfillOptions().setPath(altcha.file("altcha/dist/main/altcha.min.js"))));
        page.onResponse(response -> code.set(response.headers().getOrDefault(CODE, code.get())));
        page.navigate(newspaper.at("/contact"));
        return page;
    }

    /// Not before two seconds are over: nobody reads faster.
    private static void answer(Page page, String code) {
        page.waitForTimeout(2_000);
        var field = page.locator("altcha-widget input[type=text]");
        field.fill(code);
        field.press("Enter");
    }

    /// What the form's back end is told about what the widget put into the form.
    private static JsonNode asked(BrowserContext reader, String payload) {
        try {
            var receipt = JSON.readTree(Base64.getDecoder().decode(payload));
            var answer = reader.request()
                    .post(
                            newspaper.at("/captcha/answers"),
                            RequestOptions.create()
                                    .setHeader("Authorization", "AWS4-HMAC-SHA256 Credential=any")
                                    .setData(Map.of(
                                            "form", "contact",
                                            "token", receipt.get("token").asText(),
                                            "answer", receipt.get("answer").asText())));
            return JSON.readTree(answer.text());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
