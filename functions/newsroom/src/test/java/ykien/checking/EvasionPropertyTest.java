package ykien.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Any phrase of the list, in any text, behind any of the evasions that are said to be seen through.
class EvasionPropertyTest {
    private static final List<String> PHRASES = List.of(
            "đồ ngu", "óc chó", "mất dạy", "nhà cái", "việc nhẹ lương cao", "lừa đảo", "thằng điên", "thúy kiều");
    private static final Checker CHECKER =
            Checker.of(CheckedTexts.list(PHRASES.stream().map(p -> "!" + p).toArray(String[]::new)));
    private static final List<String> AROUND = List.of(
            "Bài viết rất hay, cảm ơn tòa soạn.",
            "Hôm nay trời đẹp quá",
            "Tôi đọc mà buồn:",
            "(xin lỗi)",
            "...",
            "😂",
            "");

    private record Evasion(String name, BiFunction<String, Random, String> how) {
        @Override
        public String toString() {
            return name;
        }

        String evade(String phrase, Random random) {
            return how.apply(phrase, random);
        }
    }

    // Evasions that leave the marks alone: what they hide is as certain as before.
    private static final Evasion NOTHING = new Evasion("NOTHING", (phrase, _) -> phrase);
    private static final Evasion DECOMPOSED =
            new Evasion("DECOMPOSED", (phrase, _) -> Normalizer.normalize(phrase, Normalizer.Form.NFD));
    private static final Evasion CAPITALS = new Evasion("CAPITALS", (phrase, _) -> phrase.toUpperCase(Locale.ROOT));
    private static final Evasion SPACED = new Evasion(
            "SPACED",
            (phrase, random) -> parted(phrase, pick(random, " ", "  ", ".", "-", "_", " . ", "\n", "·", "🙂", "*")));
    private static final Evasion GAPS = new Evasion(
            "GAPS",
            (phrase, random) ->
                    phrase.replace(" ", pick(random, "\n", ", ", "...", "_", "\u00A0", " 🙂 ", "\u3000", "/")));
    private static final Evasion HIDDEN = new Evasion(
            "HIDDEN",
            (phrase, random) ->
                    parted(phrase, pick(random, "\u200B", "\u200D", "\u2060", "\u00AD", "\uFEFF", "\u202E")));
    private static final Evasion STRETCHED =
            new Evasion("STRETCHED", (phrase, random) -> stretched(phrase, 2 + random.nextInt(6)));
    private static final Evasion LONG =
            new Evasion("LONG", (phrase, random) -> stretched(phrase, 50 + random.nextInt(50)));
    private static final Evasion FULL_WIDTH =
            new Evasion("FULL_WIDTH", (phrase, _) -> mapped(phrase, 'a', 'z', 0xFF41));
    private static final Evasion MATHEMATICAL =
            new Evasion("MATHEMATICAL", (phrase, _) -> mapped(phrase, 'a', 'z', 0x1D4EA));
    private static final Evasion CYRILLIC = new Evasion(
            "CYRILLIC",
            (phrase, _) ->
                    phrase.replace('a', 'а').replace('c', 'с').replace('o', 'о').replace('i', 'і'));
    private static final List<Evasion> CERTAIN = List.of(
            NOTHING, DECOMPOSED, CAPITALS, SPACED, GAPS, HIDDEN, STRETCHED, LONG, FULL_WIDTH, MATHEMATICAL, CYRILLIC);

    @Test
    void whatever_keeps_the_marks_is_found_as_banned_where_it_stands() {
        var random = new Random(20);
        for (var i = 0; i < 4_000; i++) {
            var phrase = PHRASES.get(random.nextInt(PHRASES.size()));
            var evasion = CERTAIN.get(random.nextInt(CERTAIN.size()));
            var evaded = Normalizer.normalize(evasion.evade(phrase, random), Normalizer.Form.NFC);
            evaded = random.nextBoolean() ? evaded : Normalizer.normalize(evaded, Normalizer.Form.NFD);
            assertFound(random, phrase, evaded, evasion, Set.of(Kind.BANNED));
        }
    }

    @Test
    void two_at_once_are_found_too() {
        var random = new Random(21);
        var pairs = List.of(
                List.of(STRETCHED, SPACED),
                List.of(STRETCHED, HIDDEN),
                List.of(SPACED, CYRILLIC),
                List.of(HIDDEN, SPACED),
                List.of(CAPITALS, SPACED),
                List.of(CYRILLIC, HIDDEN),
                List.of(GAPS, STRETCHED));
        for (var i = 0; i < 2_000; i++) {
            var phrase = PHRASES.get(random.nextInt(PHRASES.size()));
            var pair = pairs.get(random.nextInt(pairs.size()));
            var once = pair.getFirst().evade(phrase, random);
            assertFound(random, phrase, pair.getLast().evade(once, random), pair, Set.of(Kind.BANNED));
        }
    }

    @Test
    void whatever_loses_the_marks_of_two_syllables_is_found_as_suspect() {
        var random = new Random(22);
        for (var i = 0; i < 2_000; i++) {
            var phrase = pick(random, "óc chó", "mất dạy", "nhà cái", "việc nhẹ lương cao", "lừa đảo");
            var bare = bare(phrase);
            var evaded = random.nextBoolean() ? bare : parted(bare, pick(random, " ", ".", "\u200B"));
            assertFound(random, phrase, evaded, "bare", Set.of(Kind.SUSPECT));
        }
    }

    @Test
    void whatever_has_other_marks_is_not_found() {
        var random = new Random(23);
        for (var phrase :
                List.of("đồ ngủ", "ốc chó", "mật dạy", "nhã cái", "việc nhẹ lương cáo", "lứa đảo", "thẳng điện")) {
            for (var evasion : CERTAIN) {
                var evaded = evasion.evade(phrase, random);
                assertThat(phrases(CheckedTexts.findings(CHECKER, "Bài viết rất hay. " + evaded)))
                        .as(evasion + ": " + evaded)
                        .isEmpty();
            }
        }
    }

    private static void assertFound(Random random, String phrase, String evaded, Object how, Set<Kind> kinds) {
        var before = pick(random, AROUND.toArray(String[]::new)) + " ";
        var text = before + evaded + " " + pick(random, AROUND.toArray(String[]::new));
        var found = phrases(CheckedTexts.findings(CHECKER, text));

        assertThat(found).as(how + ": " + text).anySatisfy(f -> {
            assertThat(f.phrase()).contains(phrase);
            assertThat(kinds).contains(f.kind());
            assertThat(f.start()).isBetween(before.length(), before.length() + 1);
            // Of a last letter that is spaced out and repeated, the first is enough.
            assertThat(f.end()).isBetween(before.length() + phrase.length(), before.length() + evaded.length());
            assertThat(f.end() == before.length() + evaded.length() || how instanceof List)
                    .isTrue();
        });
    }

    private static List<Finding> phrases(List<Finding> findings) {
        return findings.stream().filter(f -> f.phrase().isPresent()).toList();
    }

    private static String pick(Random random, String... from) {
        return from[random.nextInt(from.length)];
    }

    /// The letters of each syllable, each with its marks, parted by this. Two syllables stay parted by a space too.
    private static String parted(String phrase, String by) {
        return phrase.lines()
                .flatMap(l -> List.of(l.split(" ", -1)).stream())
                .map(s -> String.join(by, letters(s)))
                .collect(Collectors.joining(" "));
    }

    private static List<String> letters(String syllable) {
        var letters = new ArrayList<String>();
        var iterator = BreakIterator.getCharacterInstance(Locale.ROOT);
        iterator.setText(syllable);
        for (int from = iterator.first(), to = iterator.next(); to >= 0; from = to, to = iterator.next()) {
            letters.add(syllable.substring(from, to));
        }
        return letters;
    }

    /// The last letter of each syllable again and again.
    private static String stretched(String phrase, int times) {
        return List.of(phrase.split(" ", -1)).stream()
                .map(s -> s + letters(s).getLast().repeat(times))
                .collect(Collectors.joining(" "));
    }

    private static String mapped(String phrase, char first, char last, int to) {
        return Normalizer.normalize(phrase, Normalizer.Form.NFD)
                .codePoints()
                .map(c -> c >= first && c <= last ? to + c - first : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String bare(String phrase) {
        return Normalizer.normalize(phrase, Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}", "")
                .replace('đ', 'd');
    }
}
