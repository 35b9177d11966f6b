package ykien.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenAnswerTest {
    @Test
    void Its_number_leads_back_to_it_for_every_answer_there_is() {
        for (var number = 0; number < 1_000_000; number++) {
            if (SpokenAnswer.ofNumber(number).number() != number) {
                throw new AssertionError(
                        number + " becomes " + SpokenAnswer.ofNumber(number).number());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1_000_000, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void Its_number_is_within_bounds(int number) {
        assertThatIllegalArgumentException().isThrownBy(() -> SpokenAnswer.ofNumber(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12004", "1200456", "12004x", "１２００４５", "-12004"})
    void A_text_that_is_no_answer_is_refused(String digits) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SpokenAnswer(digits));
    }

    @Test
    void It_prints_nothing_of_itself() {
        assertThat(new SpokenAnswer("120045")).hasToString("SpokenAnswer[hidden]");
    }

    @Nested
    class What_a_reader_types {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "120045",
                    " 1 2 0 0 4 5 ",
                    "120 045",
                    "12-00-45",
                    "1,2,0,0,4,5",
                    "1. 2. 0. 0. 4. 5.",
                    "１２００４５",
                    "\t120045\r\n",
                    "120\u200B045"
                })
        void matches_in_any_width_and_parting(String typed) {
            assertThat(new SpokenAnswer("120045").matches(typed)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "12004", "1200455", "120046", "l20045", "12OO45", "mot hai", "\uD800", "+120045"})
        void does_not_match_otherwise(String typed) {
            assertThat(new SpokenAnswer("120045").matches(typed)).isFalse();
        }

        @Test
        void does_not_match_however_much_of_it_there_is() {
            assertThat(new SpokenAnswer("120045").matches("120045".repeat(10_000)))
                    .isFalse();
        }

        @Test
        void matches_one_answer_alone() {
            var random = new Random(7);
            for (var i = 0; i < 20_000; i++) {
                var one = SpokenAnswer.ofNumber(random.nextInt(1_000_000));
                var other = SpokenAnswer.ofNumber(random.nextInt(1_000_000));
                assertThat(one.matches(other.digits())).isEqualTo(one.equals(other));
            }
        }
    }
}
