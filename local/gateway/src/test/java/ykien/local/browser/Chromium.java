package ykien.local.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// A Chromium that this machine has, driven by Playwright. None is ever downloaded.
final class Chromium implements AutoCloseable {
    /// The environment variable that names one that is in no usual place.
    private static final String ELSEWHERE = "YKIEN_CHROMIUM";

    private static final List<Path> USUAL_PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    /// It runs as root and without a screen in CI, and asks nobody on the internet for anything.
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Path program;
    private final Playwright playwright;
    private final Browser browser;

    /// @param without flags that Playwright would start it with
    private Chromium(Path program, List<String> without) {
        this.program = program;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setIgnoreDefaultArgs(without)
                        .setArgs(FLAGS));
    }

    /// Starts it; where there is none, the test is skipped and says how to get one.
    static Chromium open() {
        return open(List.of());
    }

    /// The same, keeping a page that is left as it was, for Back: readers' browsers do, Playwright switches it off.
    static Chromium openWithPagesKept() {
        return open(List.of("--disable-back-forward-cache"));
    }

    private static Chromium open(List<String> without) {
        var program = installed();
        Assumptions.assumeTrue(
                program.isPresent(),
                () -> "no Chromium here: install one (Debian: chromium), or name one in " + ELSEWHERE);
        return new Chromium(program.orElseThrow(), without);
    }

    private static Optional<Path> installed() {
        return Stream.concat(Stream.ofNullable(System.getenv(ELSEWHERE)).map(Path::of), USUAL_PLACES.stream())
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// A reader with a new profile.
    BrowserContext reader() {
        return browser.newContext();
    }

    /// A reader with a new profile, with scripts switched off.
    BrowserContext readerWithoutScripts() {
        return browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    }

    /// A reader with a window of this size in pixels.
    BrowserContext reader(int width, int height, ColorScheme colours) {
        return browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(colours));
    }

    /// A reader with scripts switched off, whose settings say that no site may keep a cookie.
    ///
    /// @param profile an empty folder
    BrowserContext readerWithoutCookies(Path profile) throws IOException {
        Files.createDirectories(profile.resolve("Default"));
        Files.writeString(
                profile.resolve("Default/Preferences"),
                "{\"profile\": {\"default_content_setting_values\": {\"cookies\": 2}}}");
        return playwright
                .chromium()
                .launchPersistentContext(
                        profile,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(program)
                                .setArgs(FLAGS)
                                .setJavaScriptEnabled(false));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
