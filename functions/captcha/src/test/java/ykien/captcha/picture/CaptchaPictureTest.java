package ykien.captcha.picture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ykien.captcha.chance.Chance;
import ykien.challenge.Strength;

class CaptchaPictureTest {
    static final List<Character> SYMBOLS = "23456789ACDEFHJKMNPRTUWXY"
            .chars()
            .mapToObj(symbol -> (char) symbol)
            .toList();

    private static final int PAPER = 0xfff4f2ee;
    private static final int INK = 0xff2f333b;

    @Nested
    class A_picture {
        @ParameterizedTest
        @EnumSource
        void is_a_png_of_240_by_80_pixels(Strength strength) throws IOException {
            var picture = decoded(CaptchaPicture.draw("2AK7Y", seed(0), strength));
            assertThat(picture.getWidth()).isEqualTo(240).isEqualTo(CaptchaPicture.WIDTH);
            assertThat(picture.getHeight()).isEqualTo(80).isEqualTo(CaptchaPicture.HEIGHT);
        }

        @ParameterizedTest
        @EnumSource
        void is_opaque_and_mostly_of_pure_paper_and_pure_ink(Strength strength) throws IOException {
            for (int number = 0; number < 50; number++) {
                var picture = decoded(CaptchaPicture.draw(symbols(number), seed(number), strength));
                assertThat(picture.getColorModel().hasAlpha()).isFalse();
                assertThat(share(picture, PAPER) + share(picture, INK))
                        .as("of %d", number)
                        .isGreaterThan(0.8);
            }
        }

        @ParameterizedTest
        @EnumSource
        void has_a_median_size_of_at_most_three_and_a_half_kilobytes(Strength strength) {
            var sizes = IntStream.range(0, 200)
                    .map(number -> CaptchaPicture.draw(symbols(number), seed(number), strength).length)
                    .sorted()
                    .toArray();
            assertThat(sizes[100]).isLessThanOrEqualTo(3584);
        }

        @Test
        void has_dark_ink_on_light_paper_at_least_seven_times_as_bright() {
            assertThat((luminance(PAPER) + 0.05) / (luminance(INK) + 0.05)).isGreaterThan(7);
        }

        @Test
        void holds_some_ink_and_much_more_paper_in_quiet_times() throws IOException {
            for (int number = 0; number < 50; number++) {
                var picture = decoded(CaptchaPicture.draw(symbols(number), seed(number), Strength.STROKES));
                assertThat(share(picture, INK)).as("ink of %d", number).isBetween(0.04, 0.3);
                assertThat(share(picture, PAPER)).as("paper of %d", number).isGreaterThan(0.5);
            }
        }

        @Test
        void lets_ink_and_paper_change_places_under_attack() throws IOException {
            for (int number = 0; number < 50; number++) {
                var quiet = decoded(CaptchaPicture.draw(symbols(number), seed(number), Strength.STROKES));
                var attacked = decoded(CaptchaPicture.draw(symbols(number), seed(number), Strength.FULL));
                assertThat(share(attacked, INK)).as("ink of %d", number).isGreaterThan(share(quiet, INK));
                assertThat(share(attacked, INK)).as("ink of %d", number).isBetween(0.1, 0.9);
            }
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
        @ParameterizedTest
        @EnumSource
        void always_has_the_same_picture(Strength strength) {
            assertThat(CaptchaPicture.draw("2AK7Y", seed(1), strength))
                    .isEqualTo(CaptchaPicture.draw("2AK7Y", seed(1), strength));
        }

        @ParameterizedTest
        @CsvSource({
            "STROKES, dc003424acf2039e8c9bac17a10e9c8e874bb3c03553bf01e6ffb10e72f993b0",
            "FULL, 7991976fb94deed5e04348145904c37c5d45f7a4fc8669e10858574383964175"
        })
        void has_the_pixels_that_it_had_on_the_machine_that_this_was_written_on(Strength strength, String hash)
                throws Exception {
            var sha256 = MessageDigest.getInstance("SHA-256");
            pixels(decoded(CaptchaPicture.draw("2AK7Y", seed(1), strength))).forEach(rgb -> sha256.update((byte) rgb));
            assertThat(HexFormat.of().formatHex(sha256.digest())).isEqualTo(hash);
        }

        @ParameterizedTest
        @EnumSource
        void has_a_picture_of_its_own_for_each_seed(Strength strength) {
            var pictures = new HashSet<String>();
            for (int number = 0; number < 100; number++) {
                pictures.add(HexFormat.of().formatHex(CaptchaPicture.draw("2AK7Y", seed(number), strength)));
            }
            assertThat(pictures).hasSize(100);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1000})
        void can_have_any_bytes_as_its_seed(int length) throws IOException {
            assertThat(decoded(CaptchaPicture.draw("2AK7Y", new byte[length], Strength.FULL))
                            .getWidth())
                    .isEqualTo(240);
        }
    }

    @Nested
    class Symbols {
        @Test
        void are_all_drawn_differently_under_one_seed() {
            var pictures = new HashSet<String>();
            for (char symbol : SYMBOLS) {
                pictures.add(
                        HexFormat.of().formatHex(CaptchaPicture.draw("2A" + symbol + "7Y", seed(3), Strength.FULL)));
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
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CaptchaPicture.draw(symbols, seed(0), Strength.STROKES));
        }

        @Test
        void are_not_repeated_by_the_refusal() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CaptchaPicture.draw("2AK7O", seed(0), Strength.STROKES))
                    .withMessageNotContaining("2AK7O");
        }
    }

    /// The picture in a Java that has `java.base` and nothing else.
    @Nested
    class A_java_without_a_desktop {
        @Test
        void draws_a_picture_of_each_strength_and_loads_no_class_of_another_module() throws Exception {
            var classes = Stream.of(CaptchaPicture.class, Strength.class, CaptchaPictureTest.class)
                    .map(CaptchaPictureTest::home)
                    .collect(Collectors.joining(File.pathSeparator));
            var java = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--limit-modules",
                            "java.base",
                            "-Xlog:class+load",
                            "-cp",
                            classes,
                            OnePicture.class.getName())
                    .redirectErrorStream(true)
                    .start();
            var output = new String(java.getInputStream().readAllBytes(), UTF_8);
            assertThat(java.waitFor()).as(output).isZero();
            assertThat(output)
                    .contains("drew a picture of strength STROKES", "drew a picture of strength FULL")
                    .doesNotContain("java.awt.", "javax.imageio.", "sun.java2d.");
        }
    }

    static BufferedImage decoded(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    static IntStream pixels(BufferedImage picture) {
        return IntStream.of(picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()));
    }

    private static double share(BufferedImage picture, int colour) {
        return (double) pixels(picture).filter(rgb -> rgb == colour).count()
                / (CaptchaPicture.WIDTH * CaptchaPicture.HEIGHT);
    }

    /// Relative luminance, as WCAG 2 has it.
    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int value) {
        double part = value / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static String home(Class<?> type) {
        return Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
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
