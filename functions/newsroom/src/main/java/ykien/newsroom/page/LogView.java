package ykien.newsroom.page;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ykien.decisionlog.Entry;
import ykien.decisionlog.Fact;
import ykien.decisionlog.LogPage;
import ykien.decisionlog.What;

/// A page of the decision log, newest first.
public record LogView(Frame frame, LogQuery query, LogPage page) {
    private static final Set<Fact> TRACES = EnumSet.of(Fact.VERSION, Fact.SHA256);
    private static final Set<Fact> LINES = EnumSet.of(Fact.REMOVED, Fact.ADDED);

    /// What an entry says was done; the key itself where a later version of the newspaper wrote it.
    public String what(Entry entry) {
        return What.of(entry.what()).map(frame.words()::what).orElse(entry.what());
    }

    /// What an entry says changed, the most important first.
    public List<Change> changes(Entry entry) {
        return changed(entry)
                .filter(key -> !isTrace(key))
                .map(key -> change(entry, key))
                .toList();
    }

    /// What of it is there to be compared, and tells nobody anything: versions and hashes.
    public List<Change> traces(Entry entry) {
        return changed(entry)
                .filter(LogView::isTrace)
                .map(key -> change(entry, key))
                .toList();
    }

    /// Keys that a later version of the newspaper wrote come last.
    private static Stream<String> changed(Entry entry) {
        return Stream.concat(entry.before().keySet().stream(), entry.after().keySet().stream())
                .distinct()
                .sorted(Comparator.comparing(
                        key -> Fact.of(key).map(Fact::ordinal).orElse(Integer.MAX_VALUE)));
    }

    private static boolean isTrace(String key) {
        return Fact.of(key).filter(TRACES::contains).isPresent();
    }

    private Change change(Entry entry, String key) {
        var words = frame.words();
        var before = Optional.ofNullable(entry.before().get(key)).map(value -> words.value(key, value));
        var after = Optional.ofNullable(entry.after().get(key)).map(value -> words.value(key, value));
        if (Fact.of(key).filter(LINES::contains).isPresent()) {
            var lines = before.or(() -> after).orElse("");
            return new Change(words.fact(key), lines, lines.lines().count());
        }
        var told = before.map(was ->
                        after.map(is -> words.say("log.changed", was, is)).orElseGet(() -> words.say("log.gone", was)))
                .or(() -> after)
                .orElse("");
        return new Change(words.fact(key), told, 0);
    }

    /// The beginning of an entry's hash: enough to compare by eye.
    public String hash(Entry entry) {
        return entry.hash().substring(0, Math.min(entry.hash().length(), 12));
    }
}
