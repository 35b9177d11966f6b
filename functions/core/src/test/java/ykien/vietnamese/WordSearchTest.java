package ykien.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordSearchTest {
    @Nested
    class A_syllable_without_marks {
        @ParameterizedTest
        @ValueSource(
                strings = {"Đà Nẵng", "đà nẵng", "ĐÀ NẴNG", "da nang", "Dạ nâng", "thành phố Đà\nNẵng.", "(Đà-Nẵng)"})
        void finds_any_marking(String text) {
            assertThat(WordSearch.of("da nang").matches(text)).isTrue();
            assertThat(WordSearch.of("da nang").matches(Normalizer.normalize(text, Normalizer.Form.NFD)))
                    .isTrue();
        }
    }

    @Nested
    class A_syllable_with_marks {
        @ParameterizedTest
        @CsvSource({"Đà Nẵng, true", "ĐÀ NẴNG, true", "da nang, false", "Đa Nẵng, false", "đà nâng, false"})
        void finds_that_marking_alone(String text, boolean found) {
            assertThat(WordSearch.of("Đà Nẵng").matches(text)).isEqualTo(found);
        }

        @Test
        void may_stand_beside_one_without() {
            assertThat(WordSearch.of("đà nang").matches("Đà Nẵng")).isTrue();
            assertThat(WordSearch.of("đà nang").matches("dạ nâng")).isFalse();
        }

        @ParameterizedTest
        @CsvSource({"hòa, hoà", "hoà, hòa", "thúy, thuý", "quý, quí", "kỹ, kĩ", "lí, lý", "ho\u0300a, hoà", "Ðà, đà"})
        void finds_its_other_spelling(String query, String text) {
            assertThat(WordSearch.of(query).matches(text)).isTrue();
        }

        @ParameterizedTest
        @CsvSource({"thúi, thúy", "tai, tay", "hoa, hao", "đ, d"})
        void does_not_find_another_syllable(String query, String text) {
            assertThat(WordSearch.of(query).matches(text)).isFalse();
        }
    }

    @Test
    void whole_syllables_side_by_side_are_found() {
        assertThat(WordSearch.of("an").matches("bán toàn lan")).isFalse();
        assertThat(WordSearch.of("lũ lụt").matches("mưa lũ, ngập lụt")).isFalse();
        assertThat(WordSearch.of("lũ lụt").matches("mưa lũ, lũ lụt")).isTrue();
        assertThat(WordSearch.of("  lũ,  lụt! ").matches("Lũ lụt")).isTrue();
    }

    @Test
    void letters_in_disguise_are_found() {
        assertThat(WordSearch.of("lừa đảo").matches("lừ\u0430 đả\u043E")).isTrue();
        assertThat(WordSearch.of("lua dao").matches("𝓵𝓾𝓪 𝓭𝓪𝓸")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "!?", "🙂", "\uD800", "\u0301"})
    void a_search_for_no_word_finds_nothing(String query) {
        assertThat(WordSearch.of(query).isEmpty()).isTrue();
        assertThat(WordSearch.of(query).matches("Đà Nẵng " + query)).isFalse();
    }

    @Test
    void every_run_of_a_text_s_own_syllables_is_found_in_it_with_its_marks_and_without() {
        var text = "Ông Nguyễn Thuý Hoà ở phường Hòa Quý, quận Ngũ Hành Sơn, kể về đợt lũ lụt năm 1999";
        var syllables = text.split("[ ,]+");
        var random = new Random(5);
        for (var i = 0; i < 300; i++) {
            var from = random.nextInt(syllables.length);
            var to = from + 1 + random.nextInt(syllables.length - from);
            var query = String.join(" ", Arrays.copyOfRange(syllables, from, to));
            var bare = Normalizer.normalize(query, Normalizer.Form.NFD)
                    .replaceAll("\\p{Mn}", "")
                    .replace('đ', 'd')
                    .replace('Đ', 'D');

            assertThat(WordSearch.of(query).matches(text)).isTrue();
            assertThat(WordSearch.of(bare).matches(text)).isTrue();
        }
    }
}
