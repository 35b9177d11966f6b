package ykien.captcha.picture;

import ykien.captcha.chance.Chance;

/// How a symbol's strokes are filled: solid, or hollow between walls of ink, thin as an outline's or thick, and thicker
/// on one side, as if they threw a shadow. The eye takes all of them for the same symbol.
///
/// @param pen of the strokes
/// @param wall how much wider than the pen a hollow symbol's strokes are, in pixels; 0 if it is solid
/// @param hollow where the hollow lies in them, in pixels to the right and downwards from their middle
record Finish(Pen pen, double wall, Point hollow) {
    /// How much narrower than the pen the hollow is, in pixels.
    private static final double INNER_WALL = 1.5;

    /// How far paper shows around a symbol that touches another, in pixels.
    private static final double RIM = 1.2;

    static Finish from(Chance chance) {
        var pen = Pen.from(chance);
        double wall = chance.below(2) == 0 ? 0 : chance.between(1.4, 3);
        return new Finish(pen, wall, new Point(chance.between(-1, 1), chance.between(-1, 1)));
    }

    /// Draws a symbol over those that are there: where they touch, the eye sees which of them is in front.
    void draw(Glyph glyph, Canvas canvas) {
        for (var stroke : glyph.strokes()) {
            canvas.cut(stroke, pen.wider(wall + 2 * RIM));
        }
        for (var stroke : glyph.strokes()) {
            canvas.draw(stroke, pen.wider(wall));
        }
        if (wall > 0) {
            var inside = glyph.placed(Placement.move(hollow.x(), hollow.y()));
            for (var stroke : inside.strokes()) {
                canvas.cut(stroke, pen.wider(-INNER_WALL));
            }
        }
    }
}
