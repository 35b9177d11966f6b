package ykien.captcha.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import ykien.captcha.chance.Chance;

class GlyphsTest {
    private static final int BORDER = 6;

    @Test
    void every_symbol_has_five_shapes_or_more_and_no_two_the_same() {
        for (char symbol : CaptchaPictureTest.SYMBOLS) {
            assertThat(Glyphs.of(symbol))
                    .as("%s", symbol)
                    .hasSizeGreaterThanOrEqualTo(5)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void no_other_character_has_a_shape() {
        for (char other = 0; other < 256; other++) {
            if (!CaptchaPictureTest.SYMBOLS.contains(other)) {
                char character = other;
                assertThatIllegalArgumentException().isThrownBy(() -> Glyphs.of(character));
            }
        }
    }

    @Test
    void every_shape_fills_its_box_with_ink() {
        for (var shape : shapes()) {
            var canvas = shape.drawn();
            assertThat(ink(canvas)).as(shape.path()).isGreaterThan(900);
            assertThat(rowsWithInk(canvas)).as(shape.path()).isGreaterThanOrEqualTo(Glyphs.HEIGHT - 6);
        }
    }

    @Test
    void every_stroke_of_a_shape_stays_in_its_box() {
        for (var shape : shapes()) {
            for (var stroke : Glyph.of(shape.path()).strokes()) {
                for (var point : stroke.points()) {
                    assertThat(point.x()).as(shape.path()).isBetween(-1.0, Glyphs.WIDTH + 1.0);
                    assertThat(point.y()).as(shape.path()).isBetween(-2.0, Glyphs.HEIGHT + 3.0);
                }
            }
        }
    }

    @Test
    void shapes_of_different_symbols_differ_by_more_than_a_fifth_of_their_ink() {
        var shapes = shapes();
        var canvases = new ArrayList<Canvas>();
        for (var shape : shapes) {
            canvases.add(shape.drawn());
        }
        for (int one = 0; one < shapes.size(); one++) {
            for (int other = 0; other < one; other++) {
                if (shapes.get(one).symbol() != shapes.get(other).symbol()) {
                    assertThat(difference(canvases.get(one), canvases.get(other)))
                            .as("%s and %s", shapes.get(one), shapes.get(other))
                            .isGreaterThan(0.2);
                }
            }
        }
    }

    @Test
    void every_shape_of_a_symbol_is_seen_in_its_pictures() {
        for (char symbol : CaptchaPictureTest.SYMBOLS) {
            var seen = new HashSet<String>();
            var paths = Glyphs.of(symbol);
            for (int number = 0; number < 100; number++) {
                seen.add(paths.get(new Chance(new byte[] {(byte) number}).below(paths.size())));
            }
            assertThat(seen).hasSameSizeAs(paths);
        }
    }

    private record Shape(char symbol, String path) {
        Canvas drawn() {
            var canvas = new Canvas(Glyphs.WIDTH + 2 * BORDER, Glyphs.HEIGHT + 2 * BORDER);
            var border = new Placement(1, 0, 0, 1, BORDER, BORDER);
            for (var stroke : Glyph.of(path).placed(border).strokes()) {
                canvas.draw(stroke, new Pen(10, 0, 0));
            }
            return canvas;
        }
    }

    private static List<Shape> shapes() {
        var shapes = new ArrayList<Shape>();
        for (char symbol : CaptchaPictureTest.SYMBOLS) {
            for (var path : Glyphs.of(symbol)) {
                shapes.add(new Shape(symbol, path));
            }
        }
        return shapes;
    }

    private static double ink(Canvas canvas) {
        double ink = 0;
        for (int y = 0; y < canvas.height(); y++) {
            for (int x = 0; x < canvas.width(); x++) {
                ink += canvas.ink(x, y);
            }
        }
        return ink;
    }

    private static int rowsWithInk(Canvas canvas) {
        int rows = 0;
        for (int y = 0; y < canvas.height(); y++) {
            int x = 0;
            while (x < canvas.width() && canvas.ink(x, y) == 0) {
                x++;
            }
            rows += x < canvas.width() ? 1 : 0;
        }
        return rows;
    }

    /// The ink that only one of the two has, as a part of the ink that either has.
    private static double difference(Canvas one, Canvas other) {
        double differing = 0;
        double either = 0;
        for (int y = 0; y < one.height(); y++) {
            for (int x = 0; x < one.width(); x++) {
                differing += Math.abs(one.ink(x, y) - other.ink(x, y));
                either += Math.max(one.ink(x, y), other.ink(x, y));
            }
        }
        return differing / either;
    }
}
