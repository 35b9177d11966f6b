package ykien.local.browser;

import static java.awt.image.BufferedImage.TYPE_BYTE_INDEXED;
import static java.awt.image.BufferedImage.TYPE_INT_RGB;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Collectors;
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

    /// In colours.
    private static final int PALETTE = 256;

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

    /// The log comes last: what is done for it is no longer in the queue.
    @ParameterizedTest
    @CsvSource({
        "newsroom-queue.png, /newsroom, 1280, 1250",
        "newsroom-narrow.png, /newsroom, 360, 1250",
        "newsroom-comment.png, /newsroom?state=approved, 1280, 1000",
        "newsroom-log.png, /newsroom, 1280, 1000"
    })
    void the_pictures_of_the_newsroom_are_taken(String name, String path, int width, int height) throws IOException {
        try (var person = chromium.reader(width, height, ColorScheme.LIGHT)) {
            var desk = DeskPage.signedIn(person, newspaper, name.contains("log") ? DeskPage.CHIEF : DeskPage.EDITOR);
            desk.open(path);
            if (name.contains("comment")) {
                desk.comment("Có thể in bài này").locator("time").first().click();
                desk.page.getByLabel("Nội dung trả lời").fill("Được ạ. Báo gửi kèm bản in ở cuối bài.");
            }
            if (name.contains("log")) {
                fillTheLog(desk);
                desk.open("/newsroom/log");
            }
            save(name, desk.page);
        }
    }

    private static void fillTheLog(DeskPage desk) {
        desk.refuse(desk.comment("VIỆC NHẸ"), "Từ chối…", "advertisement", "Từ chối");
        DeskPage.button(desk.comment("Cảm ơn các bạn đã trả lời"), "Duyệt").click();
        desk.comment("Ngõ tôi vừa dọn xong").locator("time").first().click();
        DeskPage.button(desk.page.locator("article"), "Duyệt").click();
        desk.page.getByLabel("Nội dung trả lời").fill("Cảm ơn bạn. Báo hẹn về ngõ chụp ảnh vào tuần tới.");
        desk.button("Đăng trả lời").click();
        desk.button("Chọn làm ý kiến chọn lọc").click();
        desk.button("Xem email và điện thoại").click();
    }

    private static void save(String name, Page page) throws IOException {
        var picture = ImageIO.read(new ByteArrayInputStream(page.screenshot()));
        var file = Path.of(System.getProperty("ykien.screenshots")).resolve(name);
        ImageIO.write(smaller(picture), "png", file.toFile());
        assertThat(Files.size(file)).isLessThan(LARGEST);
    }

    /// With a palette where so few colours are left: without a photo nobody sees that the others went.
    private static BufferedImage smaller(BufferedImage picture) {
        for (var kept : List.of(KEPT, 0xF8F8F8)) {
            var colours = colours(picture, kept);
            if (colours.size() <= PALETTE) {
                return indexed(picture, kept, colours);
            }
        }
        return drawn(picture, KEPT, new BufferedImage(picture.getWidth(), picture.getHeight(), TYPE_INT_RGB));
    }

    private static SequencedSet<Integer> colours(BufferedImage picture, int kept) {
        var pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return Arrays.stream(pixels)
                .map(colour -> simplified(colour, kept))
                .boxed()
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static BufferedImage indexed(BufferedImage picture, int kept, SequencedSet<Integer> colours) {
        var palette = colours.stream().mapToInt(Integer::intValue).toArray();
        var model = new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
        return drawn(
                picture, kept, new BufferedImage(picture.getWidth(), picture.getHeight(), TYPE_BYTE_INDEXED, model));
    }

    private static BufferedImage drawn(BufferedImage picture, int kept, BufferedImage on) {
        for (var y = 0; y < picture.getHeight(); y++) {
            for (var x = 0; x < picture.getWidth(); x++) {
                on.setRGB(x, y, simplified(picture.getRGB(x, y), kept));
            }
        }
        return on;
    }

    /// The highest bits stand for those that went, so that white stays white.
    private static int simplified(int colour, int kept) {
        var high = (colour & 0xFFFFFF) >> (kept == KEPT ? 6 : 5);
        return 0xFF000000 | (colour & kept) | (high & ~kept & 0xFFFFFF);
    }
}
