package ykien.captcha.picture;

import ykien.captcha.chance.Chance;

/// Bends all symbols, or one of them: each place moves up or down with its x, and to the side with its y,
/// along a sine.
///
/// @param height of the vertical wave, in pixels, from rest to crest
/// @param length of the vertical wave, in pixels
/// @param phase in radians
/// @param sway of the horizontal wave, in pixels, from rest to crest
record Wave(double height, double length, double phase, double sway) {
    private static final double TURN = 2 * Math.PI;

    /// How near to the picture's edge a symbol's stroke may come, in pixels: half of the widest. What would go
    /// beyond is flattened, so that all ink stays in the picture.
    private static final double EDGE = 6;

    static Wave from(Chance chance) {
        return new Wave(
                chance.between(1.5, 3), chance.between(110, 190), chance.between(0, TURN), chance.between(1.5, 3));
    }

    /// One symbol's own: it bends its bars, and leaves them where they are.
    static Wave small(Chance chance) {
        return new Wave(chance.between(0, 3), chance.between(31, 70), chance.between(0, TURN), chance.between(0, 3));
    }

    Point of(Point point) {
        double x = point.x() + sway * StrictMath.sin(TURN * point.y() / CaptchaPicture.HEIGHT + phase);
        double y = point.y() + height * StrictMath.sin(TURN * point.x() / length + phase);
        return new Point(
                Math.clamp(x, EDGE, CaptchaPicture.WIDTH - EDGE), Math.clamp(y, EDGE, CaptchaPicture.HEIGHT - EDGE));
    }
}
