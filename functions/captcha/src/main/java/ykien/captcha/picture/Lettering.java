package ykien.captcha.picture;

import java.util.ArrayList;
import java.util.List;
import ykien.captcha.chance.Chance;

/// The five symbols, in one row of tall ones or in two rows of small ones, read like any text.
///
/// In which row a symbol stands, and where in it, costs a reader nothing. A network that reads the whole picture has to
/// learn each place anew, and which symbols stand before it.
record Lettering(List<Glyph> glyphs) {
    private static final Row TALL = new Row(11, 69);
    private static final Row UPPER = new Row(8, 36);
    private static final Row LOWER = new Row(44, 72);

    Lettering {
        glyphs = List.copyOf(glyphs);
    }

    /// Five symbols. One time in three they stand in one row, otherwise two or three of them in the upper of two.
    static Lettering of(String symbols, Chance chance) {
        if (chance.below(3) == 0) {
            return new Lettering(TALL.set(symbols, chance));
        }
        int upper = 2 + chance.below(2);
        var glyphs = new ArrayList<>(UPPER.set(symbols.substring(0, upper), chance));
        glyphs.addAll(LOWER.set(symbols.substring(upper), chance));
        return new Lettering(glyphs);
    }

    /// Draws the symbols, all bent by one wave, and each by a small one of its own.
    void drawOn(Canvas canvas, Chance chance) {
        var wave = Wave.from(chance);
        for (var glyph : glyphs) {
            var own = Wave.small(chance);
            Finish.from(chance).draw(glyph.bent(own).bent(wave), canvas);
        }
    }
}
