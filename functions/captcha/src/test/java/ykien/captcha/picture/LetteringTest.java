package ykien.captcha.picture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import ykien.captcha.chance.Chance;

class LetteringTest {
    private static final int PICTURES = 300;

    @Test
    void one_third_stands_in_one_row_and_the_rest_in_two_with_two_or_three_symbols_above() {
        var pictures = new HashMap<Integer, Integer>();
        for (int number = 0; number < PICTURES; number++) {
            pictures.merge(rows(number).getFirst().size(), 1, Integer::sum);
        }
        assertThat(pictures).containsOnlyKeys(2, 3, 5);
        assertThat(pictures.values()).allSatisfy(count -> assertThat(count).isBetween(70, 130));
    }

    @Test
    void a_row_is_read_from_left_to_right_and_its_symbols_have_room_between_them() {
        for (int number = 0; number < PICTURES; number++) {
            for (var row : rows(number)) {
                for (int i = 1; i < row.size(); i++) {
                    assertThat(row.get(i).left() - row.get(i - 1).right())
                            .as("of %d", number)
                            .isGreaterThan(3.99);
                }
            }
        }
    }

    @Test
    void two_rows_are_clearly_two_and_one_row_is_clearly_one() {
        for (int number = 0; number < PICTURES; number++) {
            var rows = rows(number);
            for (var symbol : rows.getFirst()) {
                if (rows.size() == 1) {
                    assertThat(symbol.height()).as("of %d", number).isGreaterThan(45);
                } else {
                    assertThat(rows.getLast())
                            .as("of %d", number)
                            .allSatisfy(lower ->
                                    assertThat(lower.top() - symbol.bottom()).isGreaterThan(7.99));
                }
            }
        }
    }

    @Test
    void each_symbol_may_stand_anywhere_in_its_row() {
        double leftmost = CaptchaPicture.WIDTH;
        double rightmost = 0;
        for (int number = 0; number < PICTURES; number++) {
            var rows = rows(number);
            var third = rows.getFirst().size() == 2
                    ? rows.getLast().getFirst()
                    : rows.getFirst().get(2);
            leftmost = Math.min(leftmost, third.left());
            rightmost = Math.max(rightmost, third.right());
        }
        assertThat(leftmost).isLessThan(15);
        assertThat(rightmost).isGreaterThan(225);
    }

    /// The boxes of a picture's symbols, before they are bent: a row begins where a symbol stands wholly below the
    /// one before it.
    private static List<List<Box>> rows(int number) {
        var rows = new ArrayList<List<Box>>();
        double bottom = Double.NEGATIVE_INFINITY;
        for (var glyph : Lettering.of("2AK7Y", new Chance(("seed " + number).getBytes(UTF_8)))
                .glyphs()) {
            var box = glyph.box();
            if (box.top() > bottom) {
                rows.add(new ArrayList<>());
            }
            rows.getLast().add(box);
            bottom = box.bottom();
        }
        return rows;
    }
}
