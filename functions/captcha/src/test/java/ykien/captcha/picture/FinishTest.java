package ykien.captcha.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FinishTest {
    private static final Point MIDDLE = new Point(0, 0);

    private final Canvas canvas = new Canvas(CaptchaPicture.WIDTH, CaptchaPicture.HEIGHT);

    @Test
    void a_solid_symbol_is_ink_from_edge_to_edge() {
        new Finish(Pen.even(5), 0, MIDDLE).draw(bar(40), canvas);
        assertThat(inkAcross()).isEqualTo("....#####....");
    }

    @Test
    void a_hollow_symbol_is_paper_between_walls_of_ink() {
        new Finish(Pen.even(5), 3, MIDDLE).draw(bar(40), canvas);
        assertThat(inkAcross()).isEqualTo("..+#+...+#+..");
    }

    @Test
    void a_hollow_that_lies_lower_leaves_a_thick_wall_above_and_a_thin_one_below() {
        new Finish(Pen.even(5), 3, new Point(0, 1)).draw(bar(40), canvas);
        assertThat(inkAcross()).isEqualTo("..+##+...++..");
    }

    @Test
    void a_symbol_that_touches_another_has_a_rim_of_paper_around_it() {
        new Finish(Pen.even(5), 0, MIDDLE).draw(bar(35), canvas);
        new Finish(Pen.even(5), 0, MIDDLE).draw(bar(40), canvas);
        assertThat(inkAcross()).isEqualTo("##+.#####....");
    }

    /// A glyph of one level stroke.
    private static Glyph bar(int y) {
        return new Glyph(List.of(new Stroke(List.of(new Point(50, y + 0.5), new Point(150, y + 0.5)))));
    }

    /// The pixels above and below each other from 34 to 46: `#` ink, `.` paper, `+` in between.
    private String inkAcross() {
        var ink = new StringBuilder();
        for (int y = 34; y <= 46; y++) {
            float part = canvas.ink(100, y);
            ink.append(part > 0.99 ? '#' : part < 0.01 ? '.' : '+');
        }
        return ink.toString();
    }
}
