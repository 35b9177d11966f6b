package ykien.captcha.sound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import ykien.captcha.chance.Chance;

/// What functions/captcha/sounds/make has made: each digit, by each voice of a language. A clip is unpacked when it
/// is asked for.
final class Clips {
    /// How many voices say each digit.
    static final int VOICES = 8;

    private static final int DIGITS = 10;
    private static final ByteBuffer FILE = file();
    private static final int[] OFFSETS = offsets();

    private final Language language;

    private Clips(Language language) {
        this.language = language;
    }

    /// The clips of this language.
    static Clips in(Language language) {
        return new Clips(language);
    }

    /// A digit, 0 to 9, by any voice: samples, most of them between -1 and 1.
    float[] digit(int digit, Chance chance) {
        return clip(digit, chance.below(VOICES));
    }

    /// Any digit by any voice.
    float[] any(Chance chance) {
        return digit(chance.below(DIGITS), chance);
    }

    /// A digit by one of the voices.
    float[] clip(int digit, int voice) {
        var number = (language.number() * DIGITS + digit) * VOICES + voice;
        return Adpcm.unpacked(FILE, OFFSETS[number], length(number));
    }

    /// In samples. The file begins with all lengths, two bytes each; the clips follow, each from a whole byte on.
    private static int length(int number) {
        return Short.toUnsignedInt(FILE.getShort(number * Short.BYTES));
    }

    private static int[] offsets() {
        var count = Language.values().length * DIGITS * VOICES;
        var offsets = new int[count];
        var at = count * Short.BYTES;
        for (var number = 0; number < count; number++) {
            offsets[number] = at;
            at += (length(number) + 1) / 2;
        }
        return offsets;
    }

    private static ByteBuffer file() {
        try (var file = Clips.class.getResourceAsStream("digits.adpcm")) {
            return ByteBuffer.wrap(Objects.requireNonNull(file, "digits.adpcm").readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("digits.adpcm stands beside this class and can't be read", e);
        }
    }
}
