package ykien.limit;

import java.util.LinkedHashSet;
import java.util.SequencedSet;

/// Counts whose write gave way to another one. Each is made with the next count of the same source, if it comes to
/// this process; at most one in [SiteWatch#FRESH] is owed, so these are those of some ten minutes.
final class OwedCounts {
    private static final int MOST = 64;

    private final SequencedSet<Count> owed = new LinkedHashSet<>();

    /// Whether this one is owed: once, as nobody is to be owed more.
    synchronized boolean has(Count count) {
        return owed.contains(count);
    }

    /// How many this one is, with what is owed of it.
    long with(Count count) {
        return has(count) ? 2 : 1;
    }

    /// This one is owed from now on.
    synchronized void add(Count count) {
        if (owed.size() == MOST) {
            owed.removeFirst();
        }
        owed.add(count);
    }

    /// This one has been counted.
    synchronized void settle(Count count) {
        owed.remove(count);
    }
}
