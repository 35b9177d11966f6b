package ykien.limit;

import java.time.Duration;
import java.time.Instant;

/// A stretch of time that something is counted in. Windows of one length follow each other without a gap, the same ones
/// for everybody.
///
/// @param number how many of this length lie before it, since 1970
record Window(long number, Duration length) {
    /// The one of this length that has this moment in it.
    static Window at(Instant moment, Duration length) {
        return new Window(Math.floorDiv(moment.getEpochSecond(), length.toSeconds()), length);
    }

    /// The one before.
    Window before() {
        return new Window(number - 1, length);
    }

    /// The first moment after it.
    Instant end() {
        return Instant.ofEpochSecond((number + 1) * length.toSeconds());
    }

    /// How long it still lasts, in whole seconds, at least one.
    Duration left(Instant now) {
        return Duration.ofSeconds(
                Math.max(1, Duration.between(now, end()).plusNanos(999_999_999).toSeconds()));
    }
}
