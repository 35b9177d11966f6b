package ykien.captcha.picture;

import ykien.captcha.chance.Chance;

/// Makes ink of paper and paper of ink, from wavy edge to wavy edge: the eye follows a symbol across an edge, a
/// threshold for the whole picture does not.
///
/// Each edge goes from the top of the picture to its bottom, and crosses symbols on its way.
final class Flips {
    private static final int EDGES = 2;
    private static final double TURN = 2 * Math.PI;

    private Flips() {}

    static void drawOn(Canvas canvas, Chance chance) {
        if (chance.below(2) == 0) {
            flip(canvas, 0, 0, 0, 1, 0);
        }
        double share = (double) CaptchaPicture.WIDTH / EDGES;
        for (int edge = 0; edge < EDGES; edge++) {
            double at = share * (edge + chance.between(0.25, 0.75));
            double slope = chance.between(-0.5, 0.5);
            double height = chance.between(4, 9);
            flip(canvas, at, slope, height, chance.between(40, 80), chance.between(0, TURN));
        }
    }

    /// Flips what is to the right of one edge.
    ///
    /// @param at the x where it crosses the middle of the picture, but for its wave
    /// @param slope how far it goes to the right for each pixel down
    /// @param height of its wave, in pixels, from rest to crest
    /// @param length of its wave, in pixels
    /// @param phase in radians
    private static void flip(Canvas canvas, double at, double slope, double height, double length, double phase) {
        double middle = CaptchaPicture.HEIGHT / 2.0;
        for (int y = 0; y < canvas.height(); y++) {
            canvas.flip(y, at + slope * (y - middle) + height * StrictMath.sin(TURN * y / length + phase));
        }
    }
}
