package ykien.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Takes the README's pictures anew, into the folder that `-Dykien.screenshots=` names.
@EnabledIfSystemProperty(named = "ykien.screenshots", matches = ".+")
class ScreenshotsTest {
    /// In bytes. Whoever clones the project gets them all.
    private static final long LARGEST = 400_000;

    /// Six bits of each colour: nobody sees the others go, and the file is a third smaller.
    private static final int KEPT = 0xFCFCFC;

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
        "article-wide.png, /articles/duong-hoa-xom-dinh, 1280, 1500",
        "article-narrow.png, /articles/duong-hoa-xom-dinh, 360, 1500",
        "send-wide.png, /articles/duong-hoa-xom-dinh#gui-y-kien, 1280, 1050",
        "front-wide.png, /, 1280, 1100"
    })
    void the_pictures_of_the_README_are_taken(String name, String path, int width, int height) throws IOException {
        try (var reader = chromium.reader(width, height, ColorScheme.LIGHT)) {
            var page = reader.newPage();
            page.navigate(newspaper.at(path));
            save(name, page);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "newsroom-queue.png, /newsroom, 1280, 1250",
        "newsroom-narrow.png, /newsroom, 360, 1250",
        "newsroom-comment.png, /newsroom?state=approved, 1280, 1000"
    })
    void the_pictures_of_the_newsroom_are_taken(String name, String path, int width, int height) throws IOException {
        try (var person = chromium.reader(width, height, ColorScheme.LIGHT)) {
            var desk = DeskPage.signedIn(person, newspaper, DeskPage.EDITOR);
            desk.open(path);
            if (name.contains("comment")) {
                desk.comment("Có thể in bài này").locator("time").first().click();
                desk.page.getByLabel("Nội dung trả lời").fill("Được ạ. Báo gửi kèm bản in ở cuối bài.");
            }
            save(name, desk.page);
        }
    }

    private static void save(String name, Page page) throws IOException {
        var picture = ImageIO.read(new ByteArrayInputStream(page.screenshot()));
        simplify(picture);
        var file = Path.of(System.getProperty("ykien.screenshots")).resolve(name);
        ImageIO.write(picture, "png", file.toFile());
        assertThat(Files.size(file)).isLessThan(LARGEST);
    }

    private static void simplify(BufferedImage picture) {
        for (var y = 0; y < picture.getHeight(); y++) {
            for (var x = 0; x < picture.getWidth(); x++) {
                var colour = picture.getRGB(x, y) & KEPT;
                picture.setRGB(x, y, 0xFF000000 | colour | (colour >> 6 & 0x030303));
            }
        }
    }
}
