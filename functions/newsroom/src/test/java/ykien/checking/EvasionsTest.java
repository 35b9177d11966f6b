package ykien.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The tables of docs/checking.md, which the newsroom reads too.
class EvasionsTest {
    private static final Path PAGE = Path.of(System.getProperty("ykien.root", "../.."), "docs/checking.md");
    private static final Pattern NUMBERED = Pattern.compile("<U\\+([0-9A-F]{4,6})>");

    static Stream<Arguments> caught() {
        return rows("### What is caught", 4);
    }

    static Stream<Arguments> noMatch() {
        return rows("### What is no match", 3);
    }

    static Stream<Arguments> notCaught() {
        return rows("### What is not caught", 3);
    }

    static Stream<Arguments> others() {
        return rows("## What else is looked for", 3);
    }

    @ParameterizedTest
    @MethodSource("caught")
    void what_the_page_says_is_caught_is_caught(String phrase, String text, String shown, String ways) {
        var found = phrases(phrase, text);

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().kind().key()).isEqualTo("finding.kind." + shown);
        assertThat(found.getFirst().ways().stream().map(w -> w.key().replace("finding.way.", "")))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ways.split(", "))
                        .filter(w -> !w.isEmpty())
                        .toList());
        assertThat(found.getFirst().phrase()).contains(phrase.replace("!", ""));
    }

    @ParameterizedTest
    @MethodSource("noMatch")
    void what_the_page_says_is_no_match_is_none(String phrase, String text, String why) {
        assertThat(phrases(phrase, text)).as(why).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("notCaught")
    void what_the_page_says_is_not_caught_is_not(String phrase, String text, String why) {
        assertThat(phrases(phrase, text)).as(why).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("others")
    void what_else_the_page_says_is_caught_is_caught(String text, String shown, String what) {
        var found = CheckedTexts.findings(Checker.of(CheckedTexts.list()), text).stream()
                .filter(f -> f.kind() != Kind.LOOK_ALIKES || shown.equals("look-alikes"))
                .toList();

        assertThat(found.stream().map(f -> f.kind().key())).containsExactly("finding.kind." + shown);
        assertThat(text.substring(found.getFirst().start(), found.getFirst().end()))
                .isEqualTo(what);
    }

    @Test
    void the_page_names_every_kind_and_every_way() {
        var named = Stream.of(
                        caught().map(a -> a.get()[2] + ", " + a.get()[3]), others().map(a -> a.get()[1].toString()))
                .flatMap(s -> s)
                .flatMap(s -> Arrays.stream(s.split(", ")))
                .collect(Collectors.toSet());
        var keys = Stream.concat(
                        Arrays.stream(Kind.values()).map(k -> k.key().replace("finding.kind.", "")),
                        Arrays.stream(Way.values()).map(w -> w.key().replace("finding.way.", "")))
                .collect(Collectors.toSet());

        assertThat(named).containsAll(keys);
    }

    @Test
    void the_page_states_the_figures_that_are_in_force() throws IOException {
        assertThat(Files.readString(PAGE))
                .contains(
                        "At most 1,000 phrases, each of at most 60 characters and at least two letters, 50,000",
                        "More than 100 per character",
                        "more than a million characters",
                        "At most 50 findings");
        assertThat(List.of(
                        PhraseList.MOST_PHRASES,
                        PhraseList.LONGEST_PHRASE,
                        PhraseList.LONGEST,
                        Budget.PER_CHAR,
                        Checker.LONGEST,
                        Checker.MOST_FINDINGS))
                .containsExactly(1_000, 60, 50_000, 100, 1_000_000, 50);
    }

    private static List<Finding> phrases(String phrase, String text) {
        return CheckedTexts.findings(Checker.of(CheckedTexts.list(phrase)), text).stream()
                .filter(f -> Set.of(Kind.BANNED, Kind.SUSPECT).contains(f.kind()))
                .toList();
    }

    private static Stream<Arguments> rows(String heading, int columns) {
        try {
            var page = Files.readString(PAGE);
            var section = page.substring(page.indexOf(heading + "\n") + heading.length());
            var rows = section.lines()
                    .skip(1)
                    .takeWhile(l -> !l.startsWith("#"))
                    .filter(l -> l.startsWith("| ") || l.startsWith("|  "))
                    .skip(1)
                    .map(l -> Arguments.of((Object[]) cells(l, columns)))
                    .toList();
            assertThat(rows).as(heading).isNotEmpty();
            return rows.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] cells(String row, int columns) {
        var cells = row.substring(1, row.length() - 1).split("\\|", -1);
        assertThat(cells).as(row).hasSize(columns);
        return Arrays.stream(cells)
                .map(c -> NUMBERED.matcher(c.strip().replace("`", ""))
                        .replaceAll(m -> Character.toString(Integer.parseInt(m.group(1), 16))))
                .toArray(String[]::new);
    }
}
