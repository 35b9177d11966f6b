package ykien.captcha.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CanvasTest {
    private final Canvas canvas = new Canvas(20, 20);

    @Test
    void a_stroke_is_as_thick_as_its_pen_and_smooth_at_its_edge() {
        canvas.draw(line(new Point(0, 10), new Point(20, 10)), new Pen(5, 0, 0));
        float ink = 0;
        for (int y = 0; y < 20; y++) {
            ink += canvas.ink(10, y);
        }
        assertThat(ink).isCloseTo(5, within(0.01f));
        assertThat(canvas.ink(10, 7)).isCloseTo(0.5f, within(0.01f));
    }

    @Test
    void a_cut_takes_the_ink_away_and_leaves_the_rest() {
        canvas.draw(line(new Point(0, 10), new Point(20, 10)), Pen.even(6));
        canvas.cut(line(new Point(10.5, 0), new Point(10.5, 20)), Pen.even(1));
        assertThat(canvas.ink(10, 10)).isZero();
        assertThat(canvas.ink(13, 10)).isOne();
    }

    @Test
    void what_lies_beyond_the_paper_is_lost() {
        canvas.draw(line(new Point(-500, -50), new Point(-400, 900)), Pen.even(6));
        canvas.draw(line(new Point(30, 30), new Point(30, 30)), Pen.even(6));
        for (int y = 0; y < 20; y++) {
            for (int x = 0; x < 20; x++) {
                assertThat(canvas.ink(x, y)).isZero();
            }
        }
    }

    @Test
    void a_row_flips_from_a_place_to_its_right_end() {
        canvas.flip(3, 4.25);
        canvas.flip(4, -2.5);
        canvas.flip(5, 20.5);
        assertThat(canvas.ink(3, 3)).isZero();
        assertThat(canvas.ink(4, 3)).isEqualTo(0.75f);
        assertThat(canvas.ink(19, 3)).isOne();
        assertThat(canvas.ink(0, 4)).isOne();
        assertThat(canvas.ink(0, 5) + canvas.ink(19, 5)).isZero();
    }

    private static Stroke line(Point from, Point to) {
        return new Stroke(List.of(from, to));
    }
}
