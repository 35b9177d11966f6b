package ykien.captcha.sound;

/// What is done with samples in more places than one.
final class Samples {
    private Samples() {}

    /// What stands at a place between two samples, by the cubic through the four around it (Catmull and Rom's);
    /// outside there is silence.
    static float between(float[] samples, double at) {
        var i = (int) at;
        var t = (float) (at - i);
        var before = sample(samples, i - 1);
        var here = sample(samples, i);
        var next = sample(samples, i + 1);
        var after = sample(samples, i + 2);
        var slope = next - before;
        var bend = 2 * before - 5 * here + 4 * next - after;
        var twist = 3 * (here - next) + after - before;
        return here + 0.5f * t * (slope + t * (bend + t * twist));
    }

    /// Root of the mean square.
    static double loudness(float[] samples) {
        var sum = 0.0;
        for (var sample : samples) {
            sum += sample * sample;
        }
        return Math.sqrt(sum / samples.length);
    }

    /// Makes them as loud as this, whatever they are, if they are not silent.
    static void level(float[] samples, double loudness) {
        var gain = (float) (loudness / Math.max(loudness(samples), 1e-6));
        for (var i = 0; i < samples.length; i++) {
            samples[i] *= gain;
        }
    }

    private static float sample(float[] samples, int i) {
        return i >= 0 && i < samples.length ? samples[i] : 0;
    }
}
