package ykien.captcha.picture;

import java.util.ArrayList;
import java.util.List;
import ykien.captcha.chance.Chance;

/// The symbols in their line: each in one of its shapes, leaning its own way, its neighbours touching it here and
/// there.
record Lettering(List<Glyph> glyphs) {
    /// Eighteen degrees.
    private static final double ROTATION = Math.toRadians(18);

    /// Of so many symbols one is hollow.
    private static final int HOLLOW = 3;

    /// How much wider a hollow symbol's pen is, and how much narrower its hollow, in pixels: its walls are as thick.
    private static final double WALL = 1.6;

    /// In pixels, at both ends of the longest line: room for the thickness of the pen and the sway of the waves.
    private static final double MARGIN = 10;

    private static final double LONGEST = CaptchaPicture.WIDTH - 2 * MARGIN;

    Lettering {
        glyphs = List.copyOf(glyphs);
    }

    static Lettering of(String symbols, Chance chance) {
        var glyphs = new ArrayList<Glyph>(symbols.length());
        double end = 0;
        for (int i = 0; i < symbols.length(); i++) {
            var paths = Glyphs.of(symbols.charAt(i));
            var shape = Glyph.of(paths.get(chance.below(paths.size())));
            var placement = leaning(chance);
            double gap = i == 0 ? 0 : chance.between(1, 5);
            double x = end + gap - shape.placed(placement).left();
            var glyph = shape.placed(placement.moved(x, chance.between(-4, 4)));
            glyphs.add(glyph);
            end = glyph.right();
        }
        return new Lettering(glyphs).fitted(end, chance);
    }

    /// Draws the line, bent by one wave, and each symbol by a small one of its own.
    void drawOn(Canvas canvas, Chance chance) {
        var wave = Wave.from(chance);
        for (var glyph : glyphs) {
            var own = Wave.small(chance);
            canvas.lay(drawn(glyph.bent(own).bent(wave), chance));
        }
    }

    /// A symbol on a paper of its own, solid or hollow.
    private static Canvas drawn(Glyph glyph, Chance chance) {
        var paper = new Canvas(CaptchaPicture.WIDTH, CaptchaPicture.HEIGHT);
        var pen = Pen.from(chance);
        boolean hollow = chance.below(HOLLOW) == 0;
        for (var stroke : glyph.strokes()) {
            paper.draw(stroke, hollow ? pen.wider(WALL) : pen);
        }
        if (hollow) {
            for (var stroke : glyph.strokes()) {
                paper.cut(stroke, pen.wider(-WALL));
            }
        }
        return paper;
    }

    private static Placement leaning(Chance chance) {
        return Placement.of(
                chance.between(0.42, 0.6),
                chance.between(0.43, 0.55),
                chance.between(-0.22, 0.22),
                chance.between(-ROTATION, ROTATION));
    }

    /// Moves the line, which begins at 0, to some place in the picture; a line that is too long is made narrower.
    private Lettering fitted(double length, Chance chance) {
        double scale = Math.min(1, LONGEST / length);
        double x = MARGIN + (LONGEST - length * scale) * chance.between(0, 1);
        var there = new Placement(scale, 0, 0, 1, x, CaptchaPicture.HEIGHT / 2.0);
        var fitted = new ArrayList<Glyph>(glyphs.size());
        for (var glyph : glyphs) {
            fitted.add(glyph.placed(there));
        }
        return new Lettering(fitted);
    }
}
