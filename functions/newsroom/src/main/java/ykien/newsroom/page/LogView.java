package ykien.newsroom.page;

import java.util.List;
import java.util.TreeSet;
import ykien.decisionlog.Entry;
import ykien.decisionlog.LogPage;
import ykien.decisionlog.What;

/// A page of the decision log, newest first.
public record LogView(Frame frame, LogQuery query, LogPage page) {
    /// What an entry says was done; the key itself where a later version of the newspaper wrote it.
    public String what(Entry entry) {
        return What.of(entry.what()).map(frame.words()::what).orElse(entry.what());
    }

    /// What an entry says changed, `state: waiting → approved`, by name.
    public List<String> changes(Entry entry) {
        var names = new TreeSet<>(entry.before().keySet());
        names.addAll(entry.after().keySet());
        return names.stream()
                .map(name -> name + ": " + entry.before().getOrDefault(name, "–") + " → "
                        + entry.after().getOrDefault(name, "–"))
                .toList();
    }

    /// The beginning of an entry's hash: enough to compare by eye.
    public String hash(Entry entry) {
        return entry.hash().substring(0, Math.min(entry.hash().length(), 12));
    }
}
