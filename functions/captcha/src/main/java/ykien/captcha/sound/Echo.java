package ykien.captcha.sound;

import ykien.captcha.chance.Chance;

/// What one wall gives back.
///
/// @param delay in samples
/// @param share of what is said, negative where the wall turns it over
record Echo(int delay, float share) {
    static Echo from(Chance chance) {
        var share = chance.between(0.1, 0.3);
        return new Echo(40 + chance.below(400), (float) (chance.below(2) == 0 ? share : -share));
    }

    void apply(float[] samples) {
        for (var i = delay; i < samples.length; i++) {
            samples[i] += share * samples[i - delay];
        }
    }
}
