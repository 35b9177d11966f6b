package ykien.captcha.picture;

import ykien.captcha.chance.Chance;

/// What stands in a machine's way and hardly in a reader's. A long curve as thick as the symbols' strokes: the eye
/// follows it and lets it go, and where it crosses a symbol, both turn to paper, so that the symbol shows through it.
/// And thin cuts in the colour of the paper, which the eye closes.
///
/// There are no short curves: one at the foot of an F makes it an E for readers too. The long one crosses the symbols
/// aslant, so that it lies along no symbol's bar for long.
final class Clutter {
    private static final int CUTS = 3;
    private static final double BULGE = 34;

    private Clutter() {}

    static void drawOn(Canvas canvas, Chance chance) {
        double high = chance.between(4, 26);
        double low = chance.between(54, 76);
        boolean falling = chance.below(2) == 0;
        var paper = new Canvas(canvas.width(), canvas.height());
        paper.draw(falling ? across(chance, high, low) : across(chance, low, high), Pen.from(chance));
        canvas.flip(paper);
        for (int cut = 0; cut < CUTS; cut++) {
            var line = across(chance, chance.between(8, 72), chance.between(8, 72));
            canvas.cut(line, Pen.even(chance.between(0.9, 1.4)));
        }
    }

    /// A curve from the left of the picture to its right, bulging twice on its way.
    private static Stroke across(Chance chance, double from, double to) {
        return Stroke.curve(
                new Point(chance.between(-4, 16), from),
                new Point(chance.between(60, 100), (2 * from + to) / 3 + chance.between(-BULGE, BULGE)),
                new Point(chance.between(140, 180), (from + 2 * to) / 3 + chance.between(-BULGE, BULGE)),
                new Point(chance.between(224, 244), to));
    }
}
