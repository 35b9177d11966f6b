package ykien.decisionlog;

import java.util.List;

/// What a [Witness] remembers of a time.
public sealed interface Testimony {
    /// What it was told then; nothing where it was told nothing, or no longer remembers.
    record Heard(List<Told> told) implements Testimony {
        public Heard {
            told = List.copyOf(told);
        }
    }

    /// It could not be asked, or not to the end.
    ///
    /// @param why in English, for a log or an operator
    record Unavailable(String why) implements Testimony {}

    /// What it was told once: that the log's newest entry was this.
    record Told(long number, String hash) {}
}
