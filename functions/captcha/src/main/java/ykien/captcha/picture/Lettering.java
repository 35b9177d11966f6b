package ykien.captcha.picture;

import java.util.ArrayList;
import java.util.List;

/// The symbols in their line: each in one of its shapes, leaning its own way, its neighbours touching it here and
/// there.
record Lettering(List<Glyph> glyphs) {
    /// Fourteen degrees.
    private static final double ROTATION = Math.toRadians(14);

    /// In pixels: leaves room at both ends for the thickness of the pen and the sway of the wave.
    private static final double LONGEST = 216;

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
            double gap = i == 0 ? 0 : chance.between(1.5, 7);
            double x = end + gap - shape.placed(placement).left();
            var glyph = shape.placed(placement.moved(x, chance.between(-2.5, 2.5)));
            glyphs.add(glyph);
            end = glyph.right();
        }
        return new Lettering(glyphs).fitted(end, chance);
    }

    /// Draws the line, bent by one wave.
    void drawOn(Canvas canvas, Chance chance) {
        var wave = Wave.from(chance);
        for (var glyph : glyphs) {
            var pen = Pen.from(chance);
            for (var stroke : glyph.strokes()) {
                canvas.draw(stroke.bent(wave), pen);
            }
        }
    }

    private static Placement leaning(Chance chance) {
        return Placement.of(
                chance.between(0.44, 0.56),
                chance.between(0.46, 0.52),
                chance.between(-0.15, 0.15),
                chance.between(-ROTATION, ROTATION));
    }

    /// Moves the line, which begins at 0, to about the middle of the picture; a line that is too long is made
    /// narrower.
    private Lettering fitted(double length, Chance chance) {
        double scale = Math.min(1, LONGEST / length);
        double room = (CaptchaPicture.WIDTH - length * scale) / 2;
        double x = room * chance.between(0.5, 1.5);
        var there = new Placement(scale, 0, 0, 1, x, CaptchaPicture.HEIGHT / 2.0);
        var fitted = new ArrayList<Glyph>(glyphs.size());
        for (var glyph : glyphs) {
            fitted.add(glyph.placed(there));
        }
        return new Lettering(fitted);
    }
}
