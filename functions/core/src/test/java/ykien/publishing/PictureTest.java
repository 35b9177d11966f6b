package ykien.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {
    static byte[] drawn(String format, int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    /// A JPEG with what a camera writes before the pixels: how it was held.
    private static byte[] photographed(int width, int height, String tiff) throws IOException {
        var jpeg = drawn("jpg", width, height);
        var exif = HexFormat.of().parseHex("457869660000" + tiff);
        var bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.write(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (exif.length + 2)});
        bytes.write(exif);
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"jpg, 640, 427", "png, 1, 1", "gif, 300, 200", "jpg, 70, 9000", "png, 5000, 3"})
    void says_its_kind_and_size(String kind, int width, int height) throws IOException {
        assertThat(Picture.of(drawn(kind, width, height))).contains(new Picture(kind, width, height));
    }

    @ParameterizedTest
    @CsvSource({
        "upright, 49492A00080000000100120103000100000001000000, 40, 30",
        "on its side, 49492A00080000000100120103000100000006000000, 30, 40",
        "on its side in the other byte order, 4D4D002A0000000800010112000300000001000800000000, 30, 40",
        "nowhere: the directory lies outside, 49492A00FFFFFF7F, 40, 30",
        "nowhere: more entries than bytes, 49492A0008000000FFFF0001, 40, 30",
    })
    void is_as_wide_as_browsers_show_it(String held, String tiff, int width, int height) throws IOException {
        assertThat(Picture.of(photographed(40, 30, tiff))).as(held).contains(new Picture("jpg", width, height));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bmp", "wbmp"})
    void of_another_kind_is_none(String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_BINARY), format, bytes);

        assertThat(Picture.of(bytes.toByteArray())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "gif"})
    void cut_off_anywhere_is_none_or_the_whole_size(String kind) throws IOException {
        var whole = drawn(kind, 20, 10);
        for (var length = 0; length < whole.length; length++) {
            assertThat(Picture.of(Arrays.copyOf(whole, length)).orElse(new Picture(kind, 20, 10)))
                    .isEqualTo(new Picture(kind, 20, 10));
        }
        assertThat(Picture.of(Arrays.copyOf(whole, 9))).isEmpty();
    }

    @Test
    void of_spoiled_bytes_is_none_or_has_a_size_and_never_an_exception() throws IOException {
        var random = new Random(3);
        var whole = photographed(40, 30, "49492A00080000000100120103000100000006000000");
        for (var i = 0; i < 20_000; i++) {
            var spoiled = whole.clone();
            for (var j = 0; j < 4; j++) {
                spoiled[4 + random.nextInt(200)] = (byte) random.nextInt();
            }
            Picture.of(spoiled).ifPresent(p -> assertThat(p.width()).isPositive());
        }
    }
}
