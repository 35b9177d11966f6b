package ykien.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import ykien.checking.Phrase.Severity;
import ykien.checking.PhraseList.Outcome.Refused;
import ykien.http.Fault;

class PhraseListTest {
    @Nested
    class A_list {
        @Test
        void has_one_phrase_a_line_banned_or_suspect() {
            assertThat(CheckedTexts.list("# ghi chú", "! óc  chó ", "", "  vay nóng")
                            .phrases())
                    .containsExactly(new Phrase(Severity.BANNED, "óc  chó"), new Phrase(Severity.SUSPECT, "vay nóng"));
        }

        @Test
        void may_be_empty() {
            assertThat(CheckedTexts.list("").phrases()).isEmpty();
            assertThat(CheckedTexts.list("# ghi chú").phrases()).isEmpty();
        }

        @Test
        void comes_back_as_it_was_typed_with_its_notes() {
            var typed = "# ghi chú\n!óc chó\n\nvay nóng\nvay nóng";

            assertThat(CheckedTexts.list(typed).format()).isEqualTo(typed);
            assertThat(CheckedTexts.list(CheckedTexts.list(typed).format()).phrases())
                    .isEqualTo(CheckedTexts.list(typed).phrases());
        }

        @Test
        void may_come_from_any_keyboard_and_any_browser() {
            var decomposed = Normalizer.normalize("!óc chó\r\nvay nóng\r", Normalizer.Form.NFD);

            assertThat(CheckedTexts.list(decomposed).format()).isEqualTo("!óc chó\nvay nóng");
        }

        @Test
        void has_a_phrase_once_that_stands_in_it_twice() {
            assertThat(CheckedTexts.list("hoà tan", "Hòa  TAN").phrases()).hasSize(1);
        }

        @Test
        void may_be_as_long_as_is_said() {
            assertThat(CheckedTexts.list(phrases(PhraseList.MOST_PHRASES)).phrases())
                    .hasSize(PhraseList.MOST_PHRASES);
            assertThat(CheckedTexts.list("ă".repeat(PhraseList.LONGEST_PHRASE)).phrases())
                    .hasSize(1);
        }
    }

    @Nested
    class A_list_is_refused {
        @Test
        void with_every_line_that_is_wrong() {
            assertThat(PhraseList.parse("!óc chó\n!\nđ\n" + "ă".repeat(61) + "\n?!?\n123"))
                    .isEqualTo(new Refused(List.of(
                            new Fault(
                                    "phrases", "Dòng 2: không có chữ cái nào.", "Hãy viết cụm từ, hoặc xóa dòng này."),
                            new Fault(
                                    "phrases",
                                    "Dòng 3: chỉ có một chữ cái nên sẽ khớp khắp nơi.",
                                    "Hãy viết ít nhất hai chữ cái."),
                            new Fault(
                                    "phrases",
                                    "Dòng 4: cụm từ dài 61 ký tự, nhiều nhất là 60.",
                                    "Hãy rút ngắn lại, hoặc chia thành nhiều dòng."),
                            new Fault(
                                    "phrases", "Dòng 5: không có chữ cái nào.", "Hãy viết cụm từ, hoặc xóa dòng này."),
                            new Fault(
                                    "phrases",
                                    "Dòng 6: không có chữ cái nào.",
                                    "Hãy viết cụm từ, hoặc xóa dòng này."))));
        }

        @Test
        void where_two_lines_contradict_each_other() {
            assertThat(wrong("hoà tan\n\n!Hòa tan"))
                    .isEqualTo("Dòng 3: trùng với dòng 1, nhưng một dòng là cấm (!), một dòng là nghi ngờ.");
        }

        @Test
        void where_it_has_too_many_phrases() {
            assertThat(wrong(phrases(PhraseList.MOST_PHRASES + 1)))
                    .isEqualTo("Danh sách có 1001 cụm từ, nhiều nhất là 1000.");
        }

        @Test
        void where_it_is_too_long() {
            assertThat(wrong("#" + "ă".repeat(PhraseList.LONGEST)))
                    .isEqualTo("Danh sách dài 50001 ký tự, nhiều nhất là 50000.");
        }

        @Test
        void with_no_more_faults_than_anybody_reads() {
            assertThat(((Refused) PhraseList.parse("!\n".repeat(500))).faults()).hasSize(PhraseList.MOST_FAULTS);
        }

        private static String wrong(String typed) {
            return ((Refused) PhraseList.parse(typed)).faults().getFirst().wrong();
        }
    }

    @Test
    void any_text_is_read_or_refused() {
        var random = new Random(41);
        for (var i = 0; i < 500; i++) {
            assertThat(PhraseList.parse(Texts.any(random, 300))).isNotNull();
        }
    }

    @Test
    void the_sample_says_that_it_is_one() {
        assertThat(PhraseList.sample().format()).startsWith("# DANH SÁCH MẪU");
        assertThat(PhraseList.sample().phrases()).extracting(Phrase::severity).contains(Severity.values());
    }

    private static String phrases(int count) {
        return IntStream.range(0, count).mapToObj(i -> "cụm " + i).collect(Collectors.joining("\n"));
    }
}
