package ykien.checking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ykien.checking.Phrase.Severity;
import ykien.http.Fault;
import ykien.vietnamese.Sign;
import ykien.vietnamese.Signs;
import ykien.vietnamese.Syllable;

/// The phrases that the newsroom looks for, as it edits them: one a line. A line that begins with `!` is banned, any
/// other is suspect; `#` begins a note, and notes and empty lines stay where they are.
public final class PhraseList {
    /// How many phrases there may be.
    public static final int MOST_PHRASES = 1_000;

    /// How long a phrase may be, in code points.
    public static final int LONGEST_PHRASE = 60;

    /// How long the whole may be, notes included, in code points.
    public static final int LONGEST = 50_000;

    /// How many faults are named at once.
    public static final int MOST_FAULTS = 20;

    private final String text;
    private final List<Phrase> phrases;

    private PhraseList(String text, List<Phrase> phrases) {
        this.text = text;
        this.phrases = List.copyOf(phrases);
    }

    /// What became of an attempt to read a list.
    public sealed interface Outcome {
        /// It can be used.
        record Read(PhraseList list) implements Outcome {}

        /// It can't; at most [#MOST_FAULTS], by line.
        record Refused(List<Fault> faults) implements Outcome {}
    }

    /// Reads what the newsroom typed, in field `phrases`.
    public static Outcome parse(String typed) {
        var text = Normalizer.normalize(typed.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC)
                .strip();
        var length = text.codePointCount(0, text.length());
        if (length > LONGEST) {
            return refused("Danh sách dài " + length + " ký tự, nhiều nhất là " + LONGEST + ".", "Hãy bớt đi.");
        }
        return new Parsing().parse(text);
    }

    /// The list that comes with the newspaper on a developer's machine: a sample, made to be replaced.
    public static PhraseList sample() {
        try (var file = PhraseList.class.getResourceAsStream("sample-phrases.txt")) {
            if (file == null) {
                throw new IllegalStateException("sample-phrases.txt is missing beside " + PhraseList.class.getName());
            }
            return switch (parse(new String(file.readAllBytes(), StandardCharsets.UTF_8))) {
                case Outcome.Read(var list) -> list;
                case Outcome.Refused(var faults) -> throw new IllegalStateException("sample-phrases.txt: " + faults);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The list as the newsroom typed it, notes and all, for the next edit; [#parse] reads it.
    public String format() {
        return text;
    }

    /// The phrases, in the list's order, each once.
    public List<Phrase> phrases() {
        return phrases;
    }

    private static Outcome refused(String wrong, String remedy) {
        return new Outcome.Refused(List.of(new Fault("phrases", wrong, remedy)));
    }

    /// One reading of a list.
    private static final class Parsing {
        private final List<Phrase> phrases = new ArrayList<>();
        private final Map<String, Seen> seen = new HashMap<>();
        private final List<Fault> faults = new ArrayList<>();

        private record Seen(int line, Severity severity) {}

        Outcome parse(String text) {
            var lines = text.lines().toList();
            for (var i = 0; i < lines.size() && faults.size() < MOST_FAULTS; i++) {
                line(i + 1, lines.get(i).strip());
            }
            if (faults.isEmpty() && phrases.size() > MOST_PHRASES) {
                return refused(
                        "Danh sách có " + phrases.size() + " cụm từ, nhiều nhất là " + MOST_PHRASES + ".",
                        "Hãy bớt đi.");
            }
            return faults.isEmpty()
                    ? new Outcome.Read(new PhraseList(text, phrases))
                    : new Outcome.Refused(List.copyOf(faults));
        }

        private void line(int number, String line) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                var severity = line.startsWith("!") ? Severity.BANNED : Severity.SUSPECT;
                phrase(
                        number,
                        severity,
                        line.substring(severity == Severity.BANNED ? 1 : 0).strip());
            }
        }

        private void phrase(int line, Severity severity, String phrase) {
            var length = phrase.codePointCount(0, phrase.length());
            var letters = Signs.of(phrase).stream().filter(Sign::isLetter).count();
            var wordly = Signs.of(phrase).stream().filter(Sign::isWordly).count();
            if (length > LONGEST_PHRASE) {
                fault(
                        line,
                        "cụm từ dài " + length + " ký tự, nhiều nhất là " + LONGEST_PHRASE,
                        "Hãy rút ngắn lại, hoặc chia thành nhiều dòng.");
            } else if (letters == 0) {
                fault(line, "không có chữ cái nào", "Hãy viết cụm từ, hoặc xóa dòng này.");
            } else if (wordly < 2) {
                fault(line, "chỉ có một chữ cái nên sẽ khớp khắp nơi", "Hãy viết ít nhất hai chữ cái.");
            } else {
                add(line, new Phrase(severity, phrase));
            }
        }

        private void add(int line, Phrase phrase) {
            var spelling =
                    Syllable.of(phrase.text()).stream().map(Syllable::marked).collect(Collectors.joining(" "));
            var earlier = seen.putIfAbsent(spelling, new Seen(line, phrase.severity()));
            if (earlier == null) {
                phrases.add(phrase);
            } else if (earlier.severity() != phrase.severity()) {
                fault(
                        line,
                        "trùng với dòng " + earlier.line() + ", nhưng một dòng là cấm (!), một dòng là nghi ngờ",
                        "Hãy giữ lại một trong hai dòng.");
            }
        }

        private void fault(int line, String wrong, String remedy) {
            faults.add(new Fault("phrases", "Dòng " + line + ": " + wrong + ".", remedy));
        }
    }
}
