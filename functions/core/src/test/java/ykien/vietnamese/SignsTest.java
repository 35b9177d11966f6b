package ykien.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignsTest {
    private static final String LETTERS = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵdđ";

    @Nested
    class Each_letter_of_Vietnamese {
        @Test
        void is_itself_alone_in_any_case_and_form() {
            var seen = LETTERS.codePoints()
                    .mapToObj(c -> Signs.of(Character.toString(c)).getFirst())
                    .map(s -> s.base() + " " + s.marks())
                    .collect(Collectors.toSet());

            assertThat(seen).hasSize(LETTERS.length());
            for (var text : List.of(LETTERS, Normalizer.normalize(LETTERS, Normalizer.Form.NFD))) {
                assertThat(Signs.of(text).stream().map(s -> s.base() + " " + s.marks()))
                        .containsExactlyElementsOf(Signs.of(LETTERS.toUpperCase(Locale.ROOT)).stream()
                                .map(s -> s.base() + " " + s.marks())
                                .toList());
            }
        }

        @Test
        void has_no_strange_mark() {
            assertThat(Signs.of(LETTERS)).noneMatch(s -> s.marks().strange());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ｎｇｕ, STYLED",
        "𝓷𝓰𝓾, STYLED",
        "ⓝⓖⓤ, STYLED",
        "🅝🅖🅤, STYLED",
        "🅽🅶🆄, STYLED",
        "🇳🇬🇺, STYLED",
        "ɴɢᴜ, STYLED",
        "ⁿᵍᵘ, STYLED",
        "⒩⒢⒰, STYLED",
        "пցυ, FOREIGN",
        "NGU, PLAIN"
    })
    void letters_in_disguise_are_read_as_what_they_look_like(String text, Guise guise) {
        assertThat(bases(text)).isEqualTo("ngu");
        assertThat(Signs.of(text)).allMatch(s -> s.guise() == guise);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Đ", "đ", "Ð", "ð", "Ɖ", "d\u0335"})
    void what_is_drawn_as_a_d_with_a_stroke_is_one(String text) {
        assertThat(Signs.of(text)).extracting(Sign::base, Sign::marks).containsExactly(tuple((int) 'd', Marks.STROKE));
    }

    @Test
    void what_can_not_be_seen_is_left_out_and_noted_on_what_follows() {
        assertThat(Signs.of("n\u200Bg\u00ADu")).extracting(Sign::hiddenBefore).containsExactly(false, true, true);
        assertThat(bases("n\u202Eg\u2060u\uFEFF\uFE0F")).isEqualTo("ngu");
    }

    @Test
    void stacked_and_foreign_marks_are_strange() {
        assertThat(Signs.of("u\u0301\u0300"))
                .extracting(s -> s.marks().strange())
                .containsExactly(true);
        assertThat(Signs.of("ü")).extracting(s -> s.marks().strange()).containsExactly(true);
        assertThat(Signs.of("ñ")).extracting(s -> s.marks().strange()).containsExactly(true);
    }

    @Test
    void digits_of_any_script_are_digits() {
        assertThat(bases("０٣४𝟝²")).isEqualTo("03452");
    }

    @Test
    void any_text_is_read_and_every_place_is_in_it() {
        var random = new Random(3);
        for (var i = 0; i < 3_000; i++) {
            var text = random.ints(random.nextInt(40), 0, 0x110000)
                    .map(c -> random.nextInt(3) == 0 ? c : c % 0x400)
                    .collect(StringBuilder::new, (b, c) -> b.append(Character.toChars(c)), StringBuilder::append)
                    .toString();
            var last = new Sign(' ', Marks.NONE, Guise.PLAIN, false, 0, 0);
            for (var sign : Signs.of(text)) {
                assertThat(sign.start()).isBetween(0, text.length());
                assertThat(sign.end()).isGreaterThan(sign.start()).isLessThanOrEqualTo(text.length());
                assertThat(sign.start() >= last.end() || sign.start() == last.start())
                        .isTrue();
                assertThat(isCut(text, sign.start()) || isCut(text, sign.end())).isFalse();
                last = sign;
            }
        }
    }

    private static boolean isCut(String text, int place) {
        return place > 0
                && place < text.length()
                && Character.isSurrogatePair(text.charAt(place - 1), text.charAt(place));
    }

    private static String bases(String text) {
        return Signs.of(text).stream().map(s -> Character.toString(s.base())).collect(Collectors.joining());
    }
}
