package ykien.captcha.sound;

import ykien.captcha.chance.Chance;

/// What is heard, from begin to end.
final class Track {
    /// Samples from one value of the drift to the next: 0.3 s.
    private static final int STRIDE = 2400;
    /// How far the loudness strays, in decibels.
    private static final double DRIFT = 2.5;
    /// How loud noise is beside all else, in decibels.
    private static final double NOISE = -16;

    /// How often noise covers what is said.
    private static final int BURSTS = 8;

    private static final double SHORTEST_BURST = 0.03;
    private static final double LONGEST_BURST = 0.07;
    /// In decibels above all that is heard.
    private static final double LOUDEST_BURST = 5;
    /// Samples in which a burst comes and goes: 5 ms.
    private static final int EDGE = 40;

    private final float[] samples;

    /// Silence of so many samples.
    Track(int length) {
        samples = new float[length];
    }

    int length() {
        return samples.length;
    }

    float[] samples() {
        return samples;
    }

    /// Lays something down, so many decibels louder than it is. What reaches over the edges is cut.
    void add(float[] sound, int at, double decibels) {
        var gain = gain(decibels);
        for (var i = Math.max(0, -at); i < sound.length && at + i < samples.length; i++) {
            samples[at + i] += gain * sound[i];
        }
    }

    /// Lays another track of the same length below this one, so many decibels louder (less than 0: softer).
    void add(Track other, double decibels) {
        var gain = gain(decibels) * loudness() / other.loudness();
        for (var i = 0; i < samples.length; i++) {
            samples[i] += gain * other.samples[i];
        }
    }

    /// What the whole goes through at the end: noise, short bursts of it that cover what is said, a tilt from low to
    /// high pitches, a loudness that drifts.
    void finish(Chance chance) {
        add(noise(chance), NOISE);
        interrupt(chance);
        tilt(chance);
        drift(chance);
    }

    /// Root of the mean square of what is not silence.
    private float loudness() {
        var sum = 0.0;
        var heard = 1;
        for (var sample : samples) {
            if (sample != 0) {
                sum += sample * sample;
                heard++;
            }
        }
        return (float) Math.sqrt(sum / heard);
    }

    /// Noise around a pitch. Its samples come from a generator that is no secret once many of them are known, unlike
    /// `chance`; nobody knows them exactly below a babble, and it is fifty times as fast.
    private Track noise(Chance chance) {
        var noise = new Track(samples.length);
        long state = (long) chance.below(Integer.MAX_VALUE) << 32 | chance.below(Integer.MAX_VALUE) | 1;
        var radius = chance.between(0.7, 0.9);
        var first = (float) (2 * radius * chance.between(0, 0.95));
        var second = (float) (radius * radius);
        float out1 = 0;
        float out2 = 0;
        for (var i = 0; i < samples.length; i++) {
            state ^= state << 13; // xorshift64 (Marsaglia, "Xorshift RNGs", 2003)
            state ^= state >>> 7;
            state ^= state << 17;
            var out = (state >> 32) * 0x1p-31f + first * out1 - second * out2;
            out2 = out1;
            out1 = out;
            noise.samples[i] = out;
        }
        return noise;
    }

    /// Bursts of noise in the place of what is heard. The ear fills in what noise covers ("phonemic restoration",
    /// Warren, Science 167, 1970), which it does not do for silence.
    private void interrupt(Chance chance) {
        var noise = noise(chance);
        var level = loudness() / noise.loudness();
        for (var burst = 0; burst < BURSTS; burst++) {
            var length = (int) (chance.between(SHORTEST_BURST, LONGEST_BURST) * CaptchaSound.RATE);
            var at = chance.below(samples.length - length);
            var gain = level * gain(chance.between(0, LOUDEST_BURST));
            var kept = (float) chance.between(0, 0.3);
            for (var i = 0; i < length; i++) {
                var edge = Math.min(1f, Math.min(i, length - 1 - i) / (float) EDGE);
                var covered = 1 - edge * (1 - kept);
                samples[at + i] = covered * samples[at + i] + edge * gain * noise.samples[at + i];
            }
        }
    }

    private void tilt(Chance chance) {
        var share = (float) chance.between(-0.6, 0.6);
        var before = 0f;
        for (var i = 0; i < samples.length; i++) {
            var now = samples[i];
            samples[i] = now + share * before;
            before = now;
        }
    }

    private void drift(Chance chance) {
        var from = gain(chance.between(-DRIFT, DRIFT));
        for (var start = 0; start < samples.length; start += STRIDE) {
            var to = gain(chance.between(-DRIFT, DRIFT));
            for (var i = 0; i < STRIDE && start + i < samples.length; i++) {
                samples[start + i] *= from + (to - from) * i / STRIDE;
            }
            from = to;
        }
    }

    private static float gain(double decibels) {
        return (float) StrictMath.pow(10, decibels / 20);
    }
}
