package ykien.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import ykien.checking.Checked.Reason;
import ykien.checking.Checked.Unchecked;
import ykien.checking.Checked.Whole;

class CheckerTest {
    private static final Checker CHECKER = Checker.of(PhraseList.sample());

    @Nested
    class Every_field {
        @Test
        void that_everybody_will_read_is_checked() {
            var checked = CHECKER.check(new Writing("Đồ ngu", "Óc chó", "Mất dạy"));

            assertThat(checked.findings())
                    .extracting(Finding::field, Finding::kind, Finding::start, Finding::end)
                    .containsExactly(
                            tuple(Field.TITLE, Kind.BANNED, 0, 6),
                            tuple(Field.NAME, Kind.BANNED, 0, 6),
                            tuple(Field.CONTENT, Kind.BANNED, 0, 7));
        }

        @Test
        void is_read_by_itself() {
            assertThat(CHECKER.check(new Writing("Đồ", "ngu", "")).findings()).isEmpty();
        }

        @Test
        void but_the_name_may_be_in_capitals() {
            assertThat(CHECKER.check(new Writing("", "NGUYỄN HOÀNG BẢO NGỌC ANH THƯ", "Hay")))
                    .isEqualTo(new Whole(List.of(), false));
        }
    }

    @Nested
    class A_phrase_inside_of_another {
        @Test
        void is_not_named_beside_it() {
            var checker = Checker.of(CheckedTexts.list("!ngu dốt", "ngu", "!quá ngu"));

            assertThat(CheckedTexts.findings(checker, "Nó ngu dốt"))
                    .extracting(f -> f.phrase().orElseThrow())
                    .containsExactly("ngu dốt");
            assertThat(CheckedTexts.findings(checker, "Nó quá ngu dốt"))
                    .extracting(f -> f.phrase().orElseThrow())
                    .containsExactly("quá ngu", "ngu dốt");
        }

        @Test
        void is_named_where_it_is_graver() {
            assertThat(CheckedTexts.findings(Checker.of(CheckedTexts.list("ngu dốt", "!dốt")), "Nó ngu dốt"))
                    .extracting(Finding::kind)
                    .containsExactly(Kind.SUSPECT, Kind.BANNED);
        }
    }

    @Nested
    class A_long_text {
        @Test
        void has_the_gravest_findings_named_and_says_that_there_are_more() {
            var checked = (Whole) CHECKER.check(CheckedTexts.content("vidu.vn ".repeat(200) + "óc chó"));

            assertThat(checked.hasMore()).isTrue();
            assertThat(checked.findings()).hasSize(Checker.MOST_FINDINGS);
            assertThat(checked.findings().getLast().kind()).isEqualTo(Kind.BANNED);
        }

        @Test
        void of_exactly_as_many_has_no_more() {
            var links = IntStream.range(0, Checker.MOST_FINDINGS)
                    .mapToObj(i -> "vidu" + i + ".vn")
                    .collect(Collectors.joining("\n"));
            var checked = (Whole) CHECKER.check(CheckedTexts.content(links));

            assertThat(checked.findings()).hasSize(Checker.MOST_FINDINGS);
            assertThat(checked.hasMore()).isFalse();
        }
    }

    @Nested
    class What_is_not_wholly_checked {
        @Test
        void is_never_clean_where_there_is_no_list() {
            assertThat(Checker.withoutPhrases().check(CheckedTexts.content("Hay quá")))
                    .isEqualTo(new Unchecked(Reason.NO_PHRASES, List.of(), ""));
        }

        @Test
        void has_what_was_found_without_the_list() {
            assertThat(Checker.withoutPhrases()
                            .check(CheckedTexts.content("Gọi 0912345678"))
                            .findings())
                    .extracting(Finding::kind)
                    .containsExactly(Kind.PHONE);
        }

        @Test
        void is_never_clean_where_the_checker_fails() {
            var broken = new Checker(List.of(CheckerTest::findsOne, CheckerTest::fails), true)
                    .check(CheckedTexts.content("Hay quá"));

            assertThat(broken).isInstanceOfSatisfying(Unchecked.class, unchecked -> {
                assertThat(unchecked.reason()).isEqualTo(Reason.FAILED);
                assertThat(unchecked.findings()).extracting(Finding::kind).containsExactly(Kind.LINK);
                assertThat(unchecked.cause())
                        .startsWith("java.lang.IllegalStateException at ykien.checking.")
                        .doesNotContain("Hay quá");
            });
        }

        @Test
        void is_never_clean_where_list_and_text_are_made_to_cost_too_much() {
            var checker = Checker.of(alike());
            var writing = CheckedTexts.content("ạ e ".repeat(1_250));
            var budget = Checker.budget(writing);

            assertThat(checker.check(writing, budget))
                    .isInstanceOfSatisfying(
                            Unchecked.class, u -> assertThat(u.reason()).isEqualTo(Reason.TOO_MUCH));
            assertThat(budget.spent())
                    .isLessThan(budget.most() + 25L * writing.content().length()); // all else, in one go
        }

        @Test
        void is_never_clean_where_it_is_too_long() {
            assertThat(CHECKER.check(CheckedTexts.content("a".repeat(Checker.LONGEST + 1))))
                    .isEqualTo(new Unchecked(Reason.TOO_MUCH, List.of(), ""));
        }

        /// As many phrases as there may be, all of the same letters: they differ in nothing but marks.
        private static PhraseList alike() {
            var phrases = new ArrayList<String>();
            for (var a : letters("aàảãáăằẳẵắặâầẩẫấậ")) {
                for (var e : letters("eèẻẽéêềểễế")) {
                    phrases.add(a + " " + e + " a");
                    phrases.add("e " + a + " " + e);
                    phrases.add(a + " " + e + " a e");
                    phrases.add("e " + a + " " + e + " a");
                    phrases.add(a + " e a " + e);
                }
            }
            return CheckedTexts.list(phrases.toArray(String[]::new));
        }

        private static List<String> letters(String letters) {
            return letters.chars().mapToObj(Character::toString).toList();
        }
    }

    private static void findsOne(Typed typed, Budget budget, Notes notes) {
        if (typed.field() == Field.CONTENT) {
            notes.add(Finding.of(Kind.LINK, typed.field(), 0, 3));
        }
    }

    private static void fails(Typed typed, Budget budget, Notes notes) {
        if (typed.field() == Field.CONTENT) {
            throw new IllegalStateException(typed.text());
        }
    }

    @Nested
    class Any_text {
        @Test
        void is_checked_and_every_place_is_in_it() {
            var random = new Random(7);
            for (var i = 0; i < 2_000; i++) {
                var writing = new Writing(Texts.any(random, 30), Texts.any(random, 30), Texts.any(random, 150));
                var checked = CHECKER.check(writing);

                assertThat(checked).as(writing.content()).isInstanceOf(Whole.class);
                for (var finding : checked.findings()) {
                    var text = writing.of(finding.field());
                    assertThat(finding.end()).isLessThanOrEqualTo(text.length());
                    assertThat(isCut(text, finding.start()) || isCut(text, finding.end()))
                            .isFalse();
                }
                for (var field : Field.values()) {
                    var passages = Passage.of(field, writing.of(field), checked.findings());
                    assertThat(passages.stream().map(Passage::text).reduce("", String::concat))
                            .isEqualTo(writing.of(field));
                }
            }
        }

        private static boolean isCut(String text, int place) {
            return place > 0
                    && place < text.length()
                    && Character.isSurrogatePair(text.charAt(place - 1), text.charAt(place));
        }
    }

    /// Counted, not timed. What grows faster than the text would be past the budget at a million, or past the test's
    /// patience.
    @Nested
    class The_steps {
        private static final List<String> HARD = List.of(
                "a",
                "n",
                "0",
                ".",
                "@",
                "!",
                " ",
                "\n",
                "ngu ",
                "n g u ",
                "n",
                "nnngu",
                "a.",
                "a.b@",
                "www.",
                "://",
                "http://a ",
                "không chín ",
                "0 9 ",
                "vidu chấm ",
                "\u200B",
                "\u0301",
                "a\u0301",
                "\uD800",
                "ọ0",
                "n.g.u.",
                "việc nhẹ lương ",
                "A",
                "?!",
                "ab ab ",
                "𝓷",
                "c c ",
                "óc ",
                "l0",
                "1",
                "+84",
                "ﷺ");

        @Test
        void grow_with_the_text_and_no_faster() {
            for (var unit : HARD) {
                var small = steps(unit.repeat(20_000 / unit.length()));
                var large = steps(unit.repeat(200_000 / unit.length()));
                assertThat(large).as(unit).isBetween(8 * small, 12 * small);
            }
        }

        @Test
        void of_a_million_chars_are_within_the_budget() {
            var random = new Random(11);
            var text = new StringBuilder();
            while (text.length() < Checker.LONGEST - 100_000) {
                text.append(Texts.any(random, 1_000))
                        .append(HARD.get(random.nextInt(HARD.size())).repeat(random.nextInt(500)));
            }
            var writing = CheckedTexts.content(text.toString());
            var budget = Checker.budget(writing);

            assertThat(CHECKER.check(writing, budget)).isInstanceOf(Whole.class);
            assertThat(budget.spent()).isLessThan(40L * text.length());
        }

        @Test
        void of_the_longest_list_are_as_few_as_of_a_short_one() {
            var phrases = new ArrayList<String>();
            var syllables = List.of(
                    "lừa", "đảo", "vay", "nóng", "nhà", "cái", "cá", "độ", "óc", "chó", "ngu", "dốt", "mất", "dạy");
            for (var a : syllables) {
                for (var b : syllables) {
                    for (var c : List.of("một", "hai", "ba", "bốn", "năm")) {
                        phrases.add(a + " " + b + " " + c);
                    }
                }
            }
            var longList = Checker.of(CheckedTexts.list(phrases.toArray(String[]::new)));
            var shortList = Checker.of(CheckedTexts.list("lừa đảo một"));
            var writing = CheckedTexts.content("Nhà nào lừa ai, vay nóng hai ba lần, cá độ gì mà lừa. ".repeat(100));

            assertThat(steps(longList, writing)).isLessThan(2 * steps(shortList, writing));
        }

        private static long steps(String text) {
            return steps(CHECKER, CheckedTexts.content(text));
        }

        private static long steps(Checker checker, Writing writing) {
            var budget = Checker.budget(writing);
            checker.check(writing, budget);
            return budget.spent();
        }
    }
}
