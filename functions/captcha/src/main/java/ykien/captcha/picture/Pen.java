package ykien.captcha.picture;

import ykien.captcha.chance.Chance;

/// How thick a stroke is along its way: it swells and thins, as under a hand's pressure.
///
/// @param width in pixels, on average
/// @param swell how much is added at most and taken away at most, as a part of the width
/// @param phase where on its way the stroke is thickest, in radians
record Pen(double width, double swell, double phase) {
    private static final double PRESSURE = 4.2;

    /// The pen of the symbols and of the clutter alike: a machine cannot part them by their thickness.
    static Pen from(Chance chance) {
        return new Pen(chance.between(3.2, 5.2), chance.between(0.08, 0.24), chance.between(0, 2 * Math.PI));
    }

    /// A pen of one thickness, in pixels.
    static Pen even(double width) {
        return new Pen(width, 0, 0);
    }

    /// The same pressure on a pen that is wider, in pixels; narrower, if less than 0.
    Pen wider(double more) {
        return new Pen(width + more, swell, phase);
    }

    /// Half of the thickness at a part of the way, in pixels.
    ///
    /// @param part 0 at the stroke's start, 1 at its end
    double radius(double part) {
        return width / 2 * (1 + swell * StrictMath.sin(phase + PRESSURE * part));
    }
}
