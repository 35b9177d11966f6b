package ykien.captcha.sound;

import java.nio.ByteBuffer;

/// Unpacks what the script `make` has packed: four bits a sample, each the difference from the sample before, in
/// steps that grow while the differences are large and shrink while they are small (adaptive differential pulse-code
/// modulation, after the IMA's, with step sizes of our own).
final class Adpcm {
    private static final int FIRST_INDEX = 40;
    private static final int LAST_INDEX = 88;
    private static final int[] INDEX_CHANGE = {-1, -1, -1, -1, 2, 4, 6, 8};
    private static final int[] STEPS = steps();

    private Adpcm() {}

    /// @param offset of the clip's first byte
    /// @param length in samples
    static float[] unpacked(ByteBuffer file, int offset, int length) {
        var samples = new float[length];
        var value = 0;
        var index = FIRST_INDEX;
        for (var i = 0; i < length; i++) {
            var packed = file.get(offset + i / 2) >> (i % 2 * 4) & 0xf;
            var size = packed & 7;
            var moved = (2 * size + 1) * STEPS[index] / 8;
            value = Math.clamp((packed & 8) == 0 ? value + moved : value - moved, Short.MIN_VALUE, Short.MAX_VALUE);
            index = Math.clamp(index + INDEX_CHANGE[size], 0, LAST_INDEX);
            samples[i] = value / 32_768f;
        }
        return samples;
    }

    /// Each a tenth more than the one before it; the first few, where a tenth is less than one, one more.
    private static int[] steps() {
        var steps = new int[LAST_INDEX + 1];
        steps[0] = 7;
        for (var i = 1; i <= LAST_INDEX; i++) {
            steps[i] = steps[i - 1] * 11 / 10 + (i < 12 ? 1 : 0);
        }
        return steps;
    }
}
