package ykien.decisionlog;

import java.time.Instant;

/// What a [Witness] remembers.
public sealed interface Testimony {
    /// The newest entry that it was told of.
    record Saw(long number, String hash, Instant at) implements Testimony {}

    /// It was told of none, or remembers none: its lines are kept for a while only.
    record Nothing() implements Testimony {}

    /// It could not be asked, or not to the end.
    ///
    /// @param why in English, for a log or an operator
    record Unavailable(String why) implements Testimony {}
}
