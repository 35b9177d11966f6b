package ykien.newsroom.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ykien.checking.Finding;
import ykien.comment.ReportReason;
import ykien.decisionlog.Fact;
import ykien.decisionlog.What;
import ykien.http.Problem;
import ykien.http.Request;
import ykien.moderation.Latest;
import ykien.moderation.Moderated;
import ykien.moderation.Reason;
import ykien.moderation.State;

/// What the newsroom's pages say, in one language: the lines of one file, `messages_vi.properties` or
/// `messages_en.properties`, in UTF-8. `{0}`, `{1}` … stand for what is put in; a line is no pattern otherwise.
public final class Words {
    /// As the newspaper speaks.
    public static final Words VIETNAMESE = read("vi");

    /// For who asks for it.
    public static final Words ENGLISH = read("en");

    /// The cookie that remembers which language a person chose.
    public static final String COOKIE = "newsroom-language";

    private static final String API = "/newsroom/api/";

    private final Locale language;
    private final Map<String, String> lines;

    private Words(Locale language, Map<String, String> lines) {
        this.language = language;
        this.lines = Map.copyOf(lines);
    }

    /// In the language of whoever asks. A person chooses it on the page, and the cookie [#COOKIE] remembers: what a
    /// browser prefers says little about who works for a Vietnamese newspaper, so Vietnamese is what there is
    /// without a choice. A program says it in `Accept-Language`.
    public static Words of(Request request) {
        var english = isOfProgram(request)
                ? request.prefersEnglish()
                : request.cookie(COOKIE).equals(Optional.of(ENGLISH.language()));
        return english ? ENGLISH : VIETNAMESE;
    }

    /// Whether a program asks: below [#API] everything is for programs, whatever they say that they like.
    static boolean isOfProgram(Request request) {
        return request.path().startsWith(API);
    }

    /// The one of this language; empty for a language that there is none of.
    public static Optional<Words> in(String language) {
        return Stream.of(VIETNAMESE, ENGLISH)
                .filter(words -> words.language().equals(language))
                .findFirst();
    }

    /// The language that one can change to.
    public Words other() {
        return this == VIETNAMESE ? ENGLISH : VIETNAMESE;
    }

    /// The language's tag, as in `lang` and `Content-Language`.
    public String language() {
        return language.toLanguageTag();
    }

    /// The line of this key with these values put in.
    ///
    /// @throws IllegalArgumentException if there is none
    public String say(String key, Object... values) {
        var line = line(key);
        var said = new StringBuilder(line.length() + 32);
        var start = 0;
        for (var i = 0; i + 2 < line.length(); i++) {
            if (line.charAt(i) == '{' && line.charAt(i + 2) == '}' && Character.isDigit(line.charAt(i + 1))) {
                said.append(line, start, i).append(shown(values[line.charAt(i + 1) - '0']));
                start = i + 3;
            }
        }
        return said.append(line, start, line.length()).toString();
    }

    /// The line for this number of things, which is put in first: English has one of its own for one thing.
    public String count(String key, long number, Object... more) {
        var values = new Object[more.length + 1];
        values[0] = number;
        System.arraycopy(more, 0, values, 1, more.length);
        return say(key + (number == 1 ? ".one" : ".more"), values);
    }

    /// The line that belongs to this value of an enumeration, such as `role.EDITOR`.
    public String name(String key, Enum<?> value) {
        return say(key + "." + value.name());
    }

    /// One thing that the checker found, and why it is worth a look.
    public String finding(Finding finding) {
        var kind = say(finding.kind().key());
        var why = finding.ways().isEmpty()
                ? say(finding.kind().key() + ".why")
                : finding.ways().stream().sorted().map(way -> say(way.key())).collect(Collectors.joining(", ")) + ".";
        return finding.phrase()
                .map(phrase -> say("finding.of-phrase", kind, phrase, why))
                .orElseGet(() -> kind + ": " + why);
    }

    /// By which of a challenge's answers a comment was let in: `picture` or `sound`.
    public String answeredBy(String medium) {
        return say(medium.equals("sound") ? "comment.sound" : "comment.picture");
    }

    /// Whether the browser of who sent it did some work: `done` or `missing`.
    public String work(String mark) {
        return say(mark.equals("done") ? "comment.work-done" : "comment.work-missing");
    }

    /// Why a reader reported a comment.
    public String reason(ReportReason reason) {
        return say("reports." + reason.key());
    }

    /// A reason for a refusal.
    public String reason(Reason reason) {
        return say("reason." + reason.key());
    }

    /// What the log calls something that can be done.
    public String what(What what) {
        return say("what." + what.key());
    }

    /// What the log calls something that changed; the key itself where a later version of the newspaper wrote it.
    public String fact(String key) {
        return Fact.of(key).map(fact -> say("fact." + fact.key())).orElse(key);
    }

    /// What it was or is, as an entry of the log has it.
    String value(String key, String value) {
        return Fact.of(key)
                .flatMap(fact -> switch (fact) {
                    case STATE -> State.of(value).map(state -> name("state", state));
                    case REASON -> Reason.of(value).map(this::reason);
                    case SPAM, PICKED ->
                        Optional.of(value).filter("yes"::equals).map(_ -> say("yes"));
                    case SHA256 -> Optional.of(value.substring(0, Math.min(value.length(), 12)));
                    case VERSION, NOTE, REPLY, REPORTS, REMOVED, ADDED -> Optional.of(value);
                })
                .orElse(value);
    }

    /// What the log calls something that was done, and who did it when.
    public String latest(Latest latest, String at) {
        return say("latest", what(latest.what()), latest.by(), at);
    }

    /// What was done with a comment just now; empty text where nobody has done anything with it.
    public String done(Moderated comment) {
        return comment.standing()
                .latest()
                .map(latest -> say("done." + latest.what().key(), comment.name()))
                .orElse("");
    }

    /// Who approved or refused a comment, and when.
    public String ruling(State state, boolean spam, String by, String at) {
        return say(spam ? "ruling.SPAM" : "ruling." + state.name(), by, at);
    }

    /// The same problem in this language, where its type has lines here; else as it is. In Vietnamese it speaks for
    /// itself already.
    public Problem translated(Request request, Problem problem) {
        var key = "problem." + problem.type();
        if (!lines.containsKey(key + ".title")) {
            return problem;
        }
        return new Problem(
                problem.status(),
                problem.type(),
                say(key + ".title"),
                say(key + ".detail", request.id()),
                problem.faults(),
                problem.allow());
    }

    /// The line of this key as it is written.
    String line(String key) {
        var line = lines.get(key);
        if (line == null) {
            throw new IllegalArgumentException("messages_" + language() + ".properties has no line for " + key);
        }
        return line;
    }

    Set<String> keys() {
        return lines.keySet();
    }

    private String shown(Object value) {
        return value instanceof Number
                ? NumberFormat.getIntegerInstance(language).format(value)
                : value.toString();
    }

    private static Words read(String language) {
        var name = "messages_" + language + ".properties";
        try (var file = Words.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing beside " + Words.class.getName());
            }
            var written = new Properties();
            written.load(new InputStreamReader(file, UTF_8));
            var lines = new HashMap<String, String>();
            written.forEach((key, line) -> lines.put(key.toString(), line.toString()));
            return new Words(Locale.of(language), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
