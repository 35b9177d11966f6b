package ykien.newsroom.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import ykien.comment.ReportReason;
import ykien.decisionlog.Fact;
import ykien.decisionlog.What;
import ykien.moderation.Reason;
import ykien.moderation.State;
import ykien.signin.Role;

class WordsTest {
    private static final Path ROOT = Path.of(System.getProperty("ykien.root"));
    private static final Path MODULE = ROOT.resolve("functions/newsroom");

    @Test
    void Both_languages_say_the_same_things() {
        assertThat(keys(Words.ENGLISH)).isEqualTo(keys(Words.VIETNAMESE));
    }

    /// In Vietnamese a problem speaks for itself.
    private static Set<String> keys(Words words) {
        return words.keys().stream()
                .filter(key -> !key.startsWith("problem."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void Both_put_the_same_values_in() {
        assertThat(keys(Words.VIETNAMESE))
                .allSatisfy(key -> assertThat(holes(Words.ENGLISH.line(key)))
                        .as(key)
                        .isEqualTo(holes(Words.VIETNAMESE.line(key))));
    }

    private static Set<String> holes(String line) {
        return Pattern.compile("[{][0-9][}]")
                .matcher(line)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void Whatever_has_a_name_in_the_code_has_one_here(Words words) {
        var named = Stream.of(
                        Arrays.stream(Role.values()).map(role -> "role." + role.name()),
                        Arrays.stream(State.values()).map(state -> "state." + state.name()),
                        Arrays.stream(State.values()).map(state -> "list." + state.name()),
                        Arrays.stream(State.values()).map(state -> "list.none." + state.name()),
                        Arrays.stream(State.values()).map(state -> "ruling." + state.name()),
                        Arrays.stream(Reason.values()).map(reason -> "reason." + reason.key()),
                        Arrays.stream(ReportReason.values()).map(reason -> "reports." + reason.key()),
                        Arrays.stream(What.values()).map(what -> "what." + what.key()),
                        Arrays.stream(Fact.values()).map(fact -> "fact." + fact.key()))
                .flatMap(keys -> keys);

        assertThat(named).allMatch(words.keys()::contains);
    }

    static List<Words> languages() {
        return List.of(Words.VIETNAMESE, Words.ENGLISH);
    }

    /// As it stands in the log: what was written there in some other way is shown as it is.
    @ParameterizedTest
    @CsvSource({
        "state,   waiting,  Chờ duyệt, Waiting",
        "state,   approved, Đã duyệt, Approved",
        "state,   refused,  Từ chối, Refused",
        "state,   archived, archived, archived",
        "reason,  insult,   'Xúc phạm, công kích cá nhân', 'Insult, personal attack'",
        "spam,    yes,      có, yes",
        "picked,  yes,      có, yes",
        "note,    waiting,  waiting, waiting",
        "version, 3,        3, 3",
        "colour,  red,      red, red",
    })
    void What_an_entry_of_the_log_holds_has_words(String key, String value, String vietnamese, String english) {
        assertThat(Words.VIETNAMESE.value(key, value)).isEqualTo(vietnamese);
        assertThat(Words.ENGLISH.value(key, value)).isEqualTo(english);
    }

    /// Whoever chose English is refused in English.
    @Test
    void Whatever_is_refused_here_has_English_words() throws IOException {
        var thrown = new TreeSet<String>();
        for (var folder : List.of("functions/newsroom/src/main/java", "functions/core/src/main/java/ykien/http")) {
            for (var file : sources(ROOT.resolve(folder))) {
                Pattern.compile("(?:Problem[.]|\\b)(?:of|refusal)[(]\\s*[0-9]{3},\\s*\"([a-z-]+)\"")
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(found -> thrown.add(found.group(1)));
            }
        }
        thrown.removeAll(Set.of("not-by-the-edge", "out-of-range")); // nobody of the newsroom meets those

        assertThat(thrown).hasSizeGreaterThan(15);
        assertThat(thrown)
                .allSatisfy(type -> assertThat(Words.ENGLISH.keys())
                        .contains("problem." + type + ".title", "problem." + type + ".detail"));
    }

    @Test
    void Whatever_a_template_or_a_class_says_has_a_line() throws IOException {
        var said = said();

        assertThat(said).hasSizeGreaterThan(80);
        assertThat(said)
                .allMatch(key -> Words.VIETNAMESE.keys().contains(key)
                        || Words.VIETNAMESE.keys().contains(key + ".one")
                        || Words.VIETNAMESE.keys().stream().anyMatch(known -> known.startsWith(key + ".")));
    }

    /// The checker's own lines are held by its own test.
    @Test
    void And_there_is_no_line_that_nothing_says() throws IOException {
        var said = said();

        assertThat(keys(Words.VIETNAMESE).stream().filter(key -> !key.startsWith("finding.")))
                .allMatch(key -> said.contains(key)
                        || said.contains(key.substring(0, key.lastIndexOf('.') < 0 ? 0 : key.lastIndexOf('.'))));
    }

    /// Every literal that stands in a call of `say`, `count` or `name`; one that a value is put behind ends before the
    /// dot.
    private static Set<String> said() throws IOException {
        var said = new TreeSet<String>();
        for (var file : sources(MODULE.resolve("src/main"))) {
            var text = Files.readString(file);
            var call = Pattern.compile("\\b(?:say|count|name|fault)\\(").matcher(text);
            while (call.find()) {
                var arguments = text.substring(call.end(), Math.min(text.length(), end(text, call.end())));
                Pattern.compile("\"([a-z][A-Za-z.-]*?)[.]?\"")
                        .matcher(arguments)
                        .results()
                        .forEach(found -> said.add(found.group(1)));
            }
        }
        said.removeIf(key -> !key.contains(".")
                && !Words.VIETNAMESE.keys().contains(key)
                && keys(Words.VIETNAMESE).stream().noneMatch(known -> known.startsWith(key + ".")));
        return said;
    }

    private static int end(String text, int from) {
        var depth = 1;
        var at = from;
        while (depth > 0 && at < text.length()) {
            depth += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
            at++;
        }
        return at;
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file ->
                            file.toString().endsWith(".jte") || file.toString().endsWith(".java"))
                    .toList();
        }
    }

    /// Between tags stands nothing that anybody reads, but for marks that part things.
    @Test
    void No_template_has_words_of_its_own() throws IOException {
        try (var templates = Files.list(MODULE.resolve("src/main/jte"))) {
            assertThat(templates).isNotEmpty().allSatisfy(template -> {
                var written = Files.readString(template)
                        .replaceAll("(?m)^@(import|param).*$", "")
                        .replaceAll("!\\{.*\\}", "")
                        .replaceAll("\\$\\{[^}]*\\}", "")
                        .replaceAll("(?s)<kbd>.*?</kbd>", "")
                        .replaceAll("(?s)<[^>]*>", "")
                        .replaceAll("(?m)@(if|elseif|for|template[.a-z]*)\\(.*$", "")
                        .replaceAll("@(else|endif|endfor)|`\\)", "")
                        .replaceAll("[\\s·:,]", "");
                assertThat(written).as(template.getFileName().toString()).isEmpty();
            });
        }
    }

    @Test
    void One_thing_has_a_line_of_its_own() {
        assertThat(Words.ENGLISH.count("done.bulk", 1)).isEqualTo("1 comment done.");
        assertThat(Words.ENGLISH.count("done.bulk", 1234)).isEqualTo("1,234 comments done.");
        assertThat(Words.VIETNAMESE.count("done.bulk", 1234)).isEqualTo("Đã xong 1.234 ý kiến.");
    }

    /// What readers wrote is no pattern.
    @Test
    void What_is_put_in_is_left_as_it_is() {
        assertThat(Words.VIETNAMESE.say("comment.heading", "{0} '{1}' $1")).isEqualTo("Ý kiến của {0} '{1}' $1");
    }

    @Test
    void A_line_that_is_missing_is_told() {
        assertThatThrownBy(() -> Words.ENGLISH.say("no.such.line"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("messages_en.properties")
                .hasMessageContaining("no.such.line");
    }
}
