package ykien.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {
    private static final int COUNT = 9_765_625;

    @Nested
    class Its_number {
        @Test
        void leads_back_to_it_for_every_answer_there_is() {
            for (var number = 0; number < COUNT; number++) {
                if (Answer.ofNumber(number).number() != number) {
                    throw new AssertionError(
                            number + " becomes " + Answer.ofNumber(number).number());
                }
            }
        }

        @ParameterizedTest
        @ValueSource(ints = {-1, COUNT, Integer.MAX_VALUE, Integer.MIN_VALUE})
        void is_within_bounds(int number) {
            assertThatThrownBy(() -> Answer.ofNumber(number)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class A_random_answer {
        @Test
        void uses_every_symbol() {
            var random = new SecureRandom();
            var symbols = random.ints(2_000)
                    .mapToObj(_ -> Answer.random(random).symbols())
                    .flatMapToInt(String::chars)
                    .boxed()
                    .collect(Collectors.toSet());

            assertThat(symbols).hasSize(Answer.SYMBOLS.length());
        }
    }

    @Nested
    class What_a_reader_types {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "AD258",
                    "ad258",
                    " a d 2 5 8 ",
                    "\tAD258\r\n",
                    "ＡＤ２５８",
                    "ａｄ２５８",
                    "A\u00A0D\u3000258",
                    "ad\u200B258",
                    "ADZSB",
                    "adzsb",
                    "AĐ258",
                    "ađ258",
                    "A\u200D\uFEFFD258"
                })
        void matches_in_any_case_width_and_spacing_and_by_look_alikes(String typed) {
            assertThat(new Answer("AD258").matches(typed)).isTrue();
        }

        @ParameterizedTest
        @CsvSource({"88888, BBBBB", "66666, GGGGG", "55555, SSSSS", "22222, ZZZZZ", "DDDDD, ĐĐĐĐĐ"})
        void may_hold_a_look_alike_that_can_stand_for_one_symbol_only(String symbols, String typed) {
            assertThat(new Answer(symbols).matches(typed)).isTrue();
            assertThat(new Answer(symbols).matches(typed.toLowerCase(Locale.ROOT)))
                    .isTrue();
            assertThat(new Answer(symbols).matches(Normalizer.normalize(typed, Normalizer.Form.NFD)))
                    .isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", " ", "AD25", "AD2588", "DA258", "AD259", "AD25８９", "\uD800", "\u0000", "AD258.", "ÁD258"
                })
        void does_not_match_otherwise(String typed) {
            assertThat(new Answer("AD258").matches(typed)).isFalse();
        }

        @Test
        void does_not_match_however_much_of_it_there_is() {
            assertThat(new Answer("AD258").matches("AD258".repeat(10_000))).isFalse();
            assertThat(new Answer("AD258").matches(" ".repeat(60_000) + "AD258"))
                    .isFalse();
        }

        @Test
        void matches_one_answer_alone() {
            var random = new Random(7);
            for (var i = 0; i < 20_000; i++) {
                var one = Answer.ofNumber(random.nextInt(COUNT));
                var other = Answer.ofNumber(random.nextInt(COUNT));
                assertThat(one.matches(other.symbols())).isEqualTo(one.equals(other));
                assertThat(one.matches(one.symbols().toLowerCase(Locale.ROOT))).isTrue();
            }
        }
    }

    @Nested
    class A_text_that_is_no_answer {
        @ParameterizedTest
        @ValueSource(strings = {"", "AD25", "AD2588", "ad258", "AD25B", "AD2 8"})
        void is_refused(String symbols) {
            assertThatThrownBy(() -> new Answer(symbols)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void prints_as_a_secret() {
        assertThat(new Answer("AD258")).hasToString("Answer[hidden]");
    }
}
