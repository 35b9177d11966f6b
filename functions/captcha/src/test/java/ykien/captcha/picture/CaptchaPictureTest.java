package ykien.captcha.picture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptchaPictureTest {
    static final List<Character> SYMBOLS = "23456789ACDEFHJKMNPRTUWXY"
            .chars()
            .mapToObj(symbol -> (char) symbol)
            .toList();

    @Nested
    class A_picture {
        @Test
        void is_a_png_of_240_by_80_pixels() throws IOException {
            var picture = decoded(CaptchaPicture.draw("2AK7Y", seed(0)));
            assertThat(picture.getWidth()).isEqualTo(240).isEqualTo(CaptchaPicture.WIDTH);
            assertThat(picture.getHeight()).isEqualTo(80).isEqualTo(CaptchaPicture.HEIGHT);
        }

        @Test
        void has_light_opaque_paper_and_dark_ink() throws IOException {
            var picture = decoded(CaptchaPicture.draw("2AK7Y", seed(0)));
            assertThat(picture.getColorModel().hasAlpha()).isFalse();
            assertThat(pixels(picture).filter(rgb -> rgb == 0xfff4f2ee).count()).isGreaterThan(240 * 80 / 2);
            assertThat(pixels(picture).filter(rgb -> rgb == 0xff2f333b).count()).isGreaterThan(240 * 80 / 20);
        }

        @Test
        void has_a_median_size_of_at_most_three_and_a_half_kilobytes() {
            var sizes = IntStream.range(0, 200)
                    .map(number -> CaptchaPicture.draw(symbols(number), seed(number)).length)
                    .sorted()
                    .toArray();
            assertThat(sizes[100]).isLessThanOrEqualTo(3584);
        }

        @Test
        void holds_the_longest_line_of_symbols_whole() throws IOException {
            for (int number = 0; number < 100; number++) {
                var canvas = new Canvas(CaptchaPicture.WIDTH, CaptchaPicture.HEIGHT);
                var chance = new Chance(seed(number));
                Lettering.of("MWMWM", chance).drawOn(canvas, chance);
                for (int x = 0; x < CaptchaPicture.WIDTH; x++) {
                    assertThat(canvas.ink(x, 0)).as("top of %d", number).isZero();
                    assertThat(canvas.ink(x, CaptchaPicture.HEIGHT - 1))
                            .as("bottom of %d", number)
                            .isZero();
                }
                for (int y = 0; y < CaptchaPicture.HEIGHT; y++) {
                    assertThat(canvas.ink(0, y)).as("left of %d", number).isZero();
                    assertThat(canvas.ink(CaptchaPicture.WIDTH - 1, y))
                            .as("right of %d", number)
                            .isZero();
                }
            }
        }
    }

    @Nested
    class The_same_challenge {
        @Test
        void always_has_the_same_picture() {
            assertThat(CaptchaPicture.draw("2AK7Y", seed(1))).isEqualTo(CaptchaPicture.draw("2AK7Y", seed(1)));
        }

        @Test
        void has_the_pixels_that_it_had_on_the_machine_that_this_was_written_on() throws Exception {
            var sha256 = MessageDigest.getInstance("SHA-256");
            pixels(decoded(CaptchaPicture.draw("2AK7Y", seed(1)))).forEach(rgb -> sha256.update((byte) rgb));
            assertThat(HexFormat.of().formatHex(sha256.digest()))
                    .isEqualTo("ff325a2db740dada25f14362638399f745145fa2df67f968f7a3df3ae9af9d5c");
        }

        @Test
        void has_a_picture_of_its_own_for_each_seed() {
            var pictures = new HashSet<String>();
            for (int number = 0; number < 100; number++) {
                pictures.add(HexFormat.of().formatHex(CaptchaPicture.draw("2AK7Y", seed(number))));
            }
            assertThat(pictures).hasSize(100);
        }

        @Test
        void can_have_any_bytes_as_its_seed() throws IOException {
            assertThat(decoded(CaptchaPicture.draw("2AK7Y", new byte[0])).getWidth())
                    .isEqualTo(240);
            assertThat(decoded(CaptchaPicture.draw("2AK7Y", new byte[1000])).getWidth())
                    .isEqualTo(240);
        }
    }

    @Nested
    class Symbols {
        @Test
        void are_all_drawn_differently_under_one_seed() {
            var pictures = new HashSet<String>();
            for (char symbol : SYMBOLS) {
                pictures.add(HexFormat.of().formatHex(CaptchaPicture.draw("2A" + symbol + "7Y", seed(3))));
            }
            assertThat(pictures).hasSize(25);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "2AK7",
                    "2AK7YY",
                    "2AK7O",
                    "2ak7y",
                    "2AK7 ",
                    "2AK7\n",
                    "\n\n\n\n\n",
                    "Đ2AK7",
                    "2A\ud83d\ude00K"
                })
        void that_are_not_five_of_the_25_are_refused(String symbols) {
            assertThatIllegalArgumentException().isThrownBy(() -> CaptchaPicture.draw(symbols, seed(0)));
        }

        @Test
        void are_not_repeated_by_the_refusal() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CaptchaPicture.draw("2AK7O", seed(0)))
                    .withMessageNotContaining("2AK7O");
        }
    }

    /// The picture in a Java that has `java.base` and nothing else.
    @Nested
    class A_java_without_a_desktop {
        @Test
        void draws_the_picture_and_loads_no_class_of_another_module() throws Exception {
            var classes = Path.of(CaptchaPicture.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            var tests = Path.of(CaptchaPictureTest.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            var java = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--limit-modules",
                            "java.base",
                            "-Xlog:class+load",
                            "-cp",
                            classes + System.getProperty("path.separator") + tests,
                            OnePicture.class.getName())
                    .redirectErrorStream(true)
                    .start();
            var output = new String(java.getInputStream().readAllBytes(), UTF_8);
            assertThat(java.waitFor()).as(output).isZero();
            assertThat(output).contains("drew a picture").doesNotContain("java.awt.", "javax.imageio.", "sun.java2d.");
        }
    }

    static BufferedImage decoded(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    static IntStream pixels(BufferedImage picture) {
        return IntStream.of(picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()));
    }

    private static byte[] seed(int number) {
        return ("seed " + number).getBytes(UTF_8);
    }

    private static String symbols(int number) {
        var symbols = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            symbols.append(SYMBOLS.get((number * 7 + i * (number + 3)) % SYMBOLS.size()));
        }
        return symbols.toString();
    }
}
