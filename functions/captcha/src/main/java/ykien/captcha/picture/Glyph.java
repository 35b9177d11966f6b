package ykien.captcha.picture;

import java.util.ArrayList;
import java.util.List;

/// One shape of one symbol, or the same on its way to its place in the picture.
record Glyph(List<Stroke> strokes) {
    Glyph {
        strokes = List.copyOf(strokes);
    }

    /// Reads a shape from its path in [Glyphs].
    static Glyph of(String path) {
        return new Glyph(new GlyphPath(path).strokes());
    }

    Glyph placed(Placement placement) {
        var placed = new ArrayList<Stroke>(strokes.size());
        for (var stroke : strokes) {
            placed.add(stroke.placed(placement));
        }
        return new Glyph(placed);
    }

    Glyph bent(Wave wave) {
        var bent = new ArrayList<Stroke>(strokes.size());
        for (var stroke : strokes) {
            bent.add(stroke.bent(wave));
        }
        return new Glyph(bent);
    }

    Box box() {
        return Box.around(strokes);
    }
}
