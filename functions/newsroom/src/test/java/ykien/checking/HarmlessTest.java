package ykien.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What ordinary readers write must not be marked, or nobody looks at marks any more.
class HarmlessTest {
    private static final Checker CHECKER = Checker.of(PhraseList.sample());

    static Stream<String> sentences() throws IOException {
        try (var file = HarmlessTest.class.getResourceAsStream("harmless.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(l -> !l.startsWith("#")).toList().stream();
        }
    }

    /// The texts of the sample articles, without front matter.
    static Stream<String> articles() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("ykien.root", "../.."), "local/samples"))) {
            return files.filter(f -> f.toString().endsWith(".md")).sorted().map(HarmlessTest::body).toList().stream();
        }
    }

    private static String body(Path file) {
        try {
            return Files.readString(file).replaceFirst("(?s)^---.*?\n---\n", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void what_ordinary_readers_write_has_no_finding(String text) {
        assertThat(CheckedTexts.findings(CHECKER, text)).isEmpty();
        assertThat(CheckedTexts.findings(CHECKER, Normalizer.normalize(text, Normalizer.Form.NFD)))
                .isEmpty();
    }

    @Test
    void neither_has_all_of_it_as_one_comment() throws IOException {
        var all = String.join("\n", sentences().toList());

        assertThat(CheckedTexts.findings(CHECKER, all)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("articles")
    void what_the_newspaper_writes_has_none_but_for_its_links(String text) {
        assertThat(CheckedTexts.findings(CHECKER, text))
                .allSatisfy(f -> assertThat(f.kind()).isEqualTo(Kind.LINK));
    }
}
