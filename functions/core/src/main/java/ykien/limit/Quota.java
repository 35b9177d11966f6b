package ykien.limit;

import java.time.Duration;
import java.time.Instant;

/// How much of something is within the budget, in one window. The reasons are in
/// docs/decisions/0011-limits-cost-the-abuser.md.
enum Quota {
    /// Answers to challenges, right or wrong, from one source.
    ANSWERS(200, 3_000, Duration.ofMinutes(10)),

    /// Sounds given out to one source: a machine hears them better than it sees pictures.
    SOUNDS(20, 300, Duration.ofMinutes(10)),

    /// Comments that were answered for rightly, by one e-mail address.
    COMMENTS(200, 200, Duration.ofDays(1));

    /// Past this many times the budget, nothing is taken until the window ends.
    private static final int FAR = 10;

    private final long own;
    private final long network;
    private final Duration window;

    Quota(long own, long network, Duration window) {
        this.own = own;
        this.network = network;
        this.window = window;
    }

    /// The window that it is counted in now.
    Window window(Instant now) {
        return Window.at(now, window);
    }

    /// Where counting ends, and with it taking.
    Ceilings ceilings() {
        return new Ceilings(FAR * own, FAR * network);
    }

    /// Whether these counts are past the budget.
    boolean isPast(Tally tally) {
        return tally.own() > own || isPastInNetwork(tally);
    }

    /// Whether it is the whole network that is past its budget.
    boolean isPastInNetwork(Tally tally) {
        return tally.network() > network;
    }
}
