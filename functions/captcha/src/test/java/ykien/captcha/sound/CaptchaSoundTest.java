package ykien.captcha.sound;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ykien.captcha.chance.Chance;

class CaptchaSoundTest {
    @Nested
    class A_sound {
        /// A reader that is none of ours: that of java.desktop, which the function itself never loads.
        @ParameterizedTest
        @EnumSource
        void is_a_wav_of_8_bits_8000_times_a_second(Language language) throws Exception {
            var wav = CaptchaSound.speak("902134", language, seed(0));
            try (var stream = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
                assertThat(stream.getFormat())
                        .matches(
                                new AudioFormat(AudioFormat.Encoding.PCM_UNSIGNED, 8000, 8, 1, 1, 8000, false)
                                        ::matches);
                assertThat(stream.getFrameLength()).isEqualTo(57_600);
                assertThat(stream.readAllBytes()).isEqualTo(samples(wav));
            }
        }

        @ParameterizedTest
        @EnumSource
        void has_the_same_length_whatever_it_says(Language language) {
            for (var number = 0; number < 30; number++) {
                var digits = String.format("%06d", number * 33_333);
                assertThat(CaptchaSound.speak(digits, language, seed(number)))
                        .hasSize(57_644)
                        .hasSizeLessThanOrEqualTo(60_000);
            }
        }

        @ParameterizedTest
        @EnumSource
        void is_loud_and_hardly_ever_cut(Language language) {
            for (var number = 0; number < 30; number++) {
                var samples = samples(CaptchaSound.speak("902134", language, seed(number)));
                var sum = 0.0;
                var cut = 0;
                for (var sample : samples) {
                    var value = (sample & 0xff) - 128;
                    sum += value * value;
                    cut += Math.abs(value) == 127 ? 1 : 0;
                }
                assertThat(Math.sqrt(sum / samples.length)).isBetween(20.0, 30.0);
                assertThat(cut).isLessThan(samples.length / 100);
            }
        }

        @ParameterizedTest
        @EnumSource
        void says_six_digits_one_after_the_other_with_time_between_them(Language language) {
            for (var number = 0; number < 100; number++) {
                var mixed = CaptchaSound.mixed(String.format("%06d", number * 9_999), language, seed(number));
                var before = 0;
                assertThat(mixed.digits()).hasSize(6);
                for (var place : mixed.digits()) {
                    assertThat(place.start()).isGreaterThan(before + 800); // 0.1 s
                    before = place.end();
                }
                assertThat(before).isLessThan(57_600 - 800);
            }
        }
    }

    @Nested
    class The_same_challenge {
        @Test
        void always_has_the_same_sound() {
            assertThat(CaptchaSound.speak("902134", Language.VIETNAMESE, seed(1)))
                    .isEqualTo(CaptchaSound.speak("902134", Language.VIETNAMESE, seed(1)));
        }

        @Test
        void has_the_bytes_that_it_had_on_the_machine_that_this_was_written_on() throws Exception {
            var sha256 = MessageDigest.getInstance("SHA-256");
            for (var language : Language.values()) {
                sha256.update(CaptchaSound.speak("902134", language, seed(1)));
            }
            assertThat(HexFormat.of().formatHex(sha256.digest()))
                    .isEqualTo("6ba98c7f48fca62468d7b0b43310aace945a1649a57631a6df8b291220445c8e");
        }

        @Test
        void has_a_sound_of_its_own_for_each_seed_and_language() {
            var sounds = new HashSet<String>();
            for (var number = 0; number < 20; number++) {
                for (var language : Language.values()) {
                    sounds.add(HexFormat.of().formatHex(CaptchaSound.speak("902134", language, seed(number))));
                }
            }
            assertThat(sounds).hasSize(40);
        }
    }

    @Nested
    class Digits {
        @ParameterizedTest
        @ValueSource(strings = {"", "12345", "1234567", "12345x", "12345 ", "١٢٣٤٥٦", "-12345"})
        void that_are_not_six_are_refused_and_not_repeated(String digits) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CaptchaSound.speak(digits, Language.VIETNAMESE, seed(0)))
                    .withMessage("a sound says 6 digits");
        }

        @ParameterizedTest
        @EnumSource
        void are_each_there_by_every_voice(Language language) {
            var clips = new HashSet<String>();
            for (var digit = 0; digit < 10; digit++) {
                for (var voice = 0; voice < Clips.VOICES; voice++) {
                    var clip = Clips.in(language).clip(digit, voice);
                    assertThat(clip.length).isBetween(1_200, 4_400); // 0.15 to 0.55 s
                    assertThat(loudness(clip)).isBetween(0.1, 0.2);
                    clips.add(HexFormat.of().formatHex(bytes(clip)));
                }
            }
            assertThat(clips).hasSize(10 * Clips.VOICES);
        }
    }

    @Nested
    class An_all_pass_filter {
        @Test
        void leaves_a_sound_as_loud_as_it_was_and_its_wave_form_another() {
            var clip = new float[4000];
            var noise = new Chance(seed(3));
            for (var i = 0; i < 2000; i++) {
                clip[i] = (float) noise.between(-1, 1);
            }
            for (var number = 0; number < 50; number++) {
                var filtered = clip.clone();
                AllPass.from(new Chance(seed(number))).apply(filtered);
                assertThat(loudness(filtered)).isBetween(0.99 * loudness(clip), 1.01 * loudness(clip));
                assertThat(filtered).isNotEqualTo(clip);
            }
        }
    }

    /// The sound in a Java that has `java.base` and nothing else.
    @Nested
    class A_java_without_a_desktop {
        @Test
        void says_the_digits_and_loads_no_class_of_another_module() throws Exception {
            var java = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--limit-modules",
                            "java.base",
                            "-Xlog:class+load",
                            "-cp",
                            home(CaptchaSound.class) + System.getProperty("path.separator") + home(OneSound.class),
                            OneSound.class.getName())
                    .redirectErrorStream(true)
                    .start();
            var output = new String(java.getInputStream().readAllBytes(), UTF_8);
            assertThat(java.waitFor()).as(output).isZero();
            assertThat(output).contains("said it all").doesNotContain("javax.sound.", "java.awt.", "com.sun.media.");
        }

        private static Path home(Class<?> type) throws Exception {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        }
    }

    private static byte[] samples(byte[] wav) {
        var file = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(new String(wav, 36, 4, US_ASCII)).isEqualTo("data");
        var samples = new byte[file.getInt(40)];
        file.get(44, samples);
        return samples;
    }

    private static double loudness(float[] samples) {
        var sum = 0.0;
        for (var sample : samples) {
            sum += sample * sample;
        }
        return Math.sqrt(sum / samples.length);
    }

    private static byte[] bytes(float[] samples) {
        var bytes = ByteBuffer.allocate(Float.BYTES * samples.length);
        bytes.asFloatBuffer().put(samples);
        return bytes.array();
    }

    private static byte[] seed(int number) {
        return ("seed " + number).getBytes(UTF_8);
    }
}
