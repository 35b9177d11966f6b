package ykien.captcha.picture;

import java.util.ArrayList;
import java.util.List;
import ykien.captcha.chance.Chance;

/// A row of symbols, each in one of its shapes, of a size of its own, leaning its own way.
///
/// @param top the least y of a stroke's middle, in pixels
/// @param bottom the greatest
record Row(double top, double bottom) {
    /// Eighteen degrees.
    private static final double ROTATION = Math.toRadians(18);

    /// In pixels, at both ends of the row: room for the thickness of the pen and the sway of the waves.
    private static final double MARGIN = 10;

    private static final double LENGTH = CaptchaPicture.WIDTH - 2 * MARGIN;

    /// The least room between two symbols, in pixels, from stroke to stroke: those of thick strokes touch.
    private static final double GAP = 4;

    /// Sets symbols in this row. What room they leave is shared out by chance, before them, between them and after
    /// them; if they leave none, they are made narrower.
    List<Glyph> set(String symbols, Chance chance) {
        var glyphs = new ArrayList<Glyph>(symbols.length());
        double widths = 0;
        for (int i = 0; i < symbols.length(); i++) {
            var glyph = leaning(symbols.charAt(i), chance);
            glyphs.add(glyph);
            widths += glyph.box().width();
        }
        double room = LENGTH - GAP * (symbols.length() - 1);
        double narrower = Math.min(1, room / widths);
        var shares = shares(room - widths * narrower, symbols.length() + 1, chance);
        double x = MARGIN;
        for (int i = 0; i < symbols.length(); i++) {
            var glyph = glyphs.get(i).placed(Placement.scale(narrower, 1));
            var box = glyph.box();
            x += shares[i];
            double y = chance.between(top, bottom - box.height());
            glyphs.set(i, glyph.placed(Placement.move(x - box.left(), y - box.top())));
            x += box.width() + GAP;
        }
        return glyphs;
    }

    /// A symbol as tall as the row, or a little less.
    private Glyph leaning(char symbol, Chance chance) {
        var shapes = Glyphs.of(symbol);
        var glyph = Glyph.of(shapes.get(chance.below(shapes.size())))
                .placed(Placement.lean(chance.between(-0.22, 0.22), chance.between(-ROTATION, ROTATION)));
        double tall = (bottom - top) * chance.between(0.82, 1);
        return glyph.placed(
                Placement.scale(chance.between(0.36, 0.52), tall / glyph.box().height()));
    }

    /// Parts a length by chance, into shares that differ much: they are squares of what chance gives.
    private static double[] shares(double length, int count, Chance chance) {
        var shares = new double[count];
        double sum = 0;
        for (int share = 0; share < count; share++) {
            double part = chance.between(0.01, 1);
            shares[share] = part * part;
            sum += shares[share];
        }
        for (int share = 0; share < count; share++) {
            shares[share] *= length / sum;
        }
        return shares;
    }
}
