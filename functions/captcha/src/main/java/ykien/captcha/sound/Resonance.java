package ykien.captcha.sound;

import ykien.captcha.chance.Chance;

/// Makes what is around one pitch louder or softer, as a throat, a room or a telephone does. A listener soon hears
/// through it; a spectrogram looks like another sound's.
///
/// @param first of the two coefficients of its poles: 2 r cos ω
/// @param second r²
/// @param share of what resonates that is added, or taken away where it is negative
record Resonance(float first, float second, float share) {
    static Resonance from(Chance chance) {
        var radius = chance.between(0.8, 0.93);
        var cosine = chance.between(-0.7, 0.97); // of pitches from 300 Hz to 3 kHz
        var gain = chance.between(0.3, 2.3); // 1 makes that pitch twice as loud, -0.9 leaves a tenth of it
        var signed = chance.below(2) == 0 ? gain : -Math.min(gain, 0.9);
        return new Resonance((float) (2 * radius * cosine), (float) (radius * radius), (float) (signed * (1 - radius)));
    }

    void apply(float[] samples) {
        float in1 = 0;
        float in2 = 0;
        float out1 = 0;
        float out2 = 0;
        for (var i = 0; i < samples.length; i++) {
            var in = samples[i];
            var out = in - in2 + first * out1 - second * out2;
            samples[i] = in + share * out;
            in2 = in1;
            in1 = in;
            out2 = out1;
            out1 = out;
        }
    }
}
