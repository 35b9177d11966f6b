package ykien.captcha.sound;

import ykien.captcha.chance.Chance;

/// A filter of the second order that leaves every pitch as loud as it is, and holds back what is around one of them.
///
/// @param first of its two coefficients: -2 r cos ω, for a pole at radius r and angle ω
/// @param second r²
record AllPass(float first, float second) {
    static AllPass from(Chance chance) {
        var radius = chance.between(0.75, 0.93); // 7 to 28 samples late at its pitch: at most 3.5 ms
        var cosine = chance.between(-0.4, 0.99); // of pitches up to 2.5 kHz, most of them low, where voices are strong
        return new AllPass((float) (-2 * radius * cosine), (float) (radius * radius));
    }

    void apply(float[] samples) {
        float in1 = 0;
        float in2 = 0;
        float out1 = 0;
        float out2 = 0;
        for (var i = 0; i < samples.length; i++) {
            var in = samples[i];
            var out = second * (in - out2) + first * (in1 - out1) + in2;
            samples[i] = out;
            in2 = in1;
            in1 = in;
            out2 = out1;
            out1 = out;
        }
    }
}
