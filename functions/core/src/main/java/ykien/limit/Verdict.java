package ykien.limit;

import java.time.Duration;
import java.util.Optional;
import ykien.challenge.Challenge;

/// What follows from a count.
///
/// @param demand what is asked of whoever sent it
/// @param retryAfter how long until it is taken again, in whole seconds; empty: it is taken now
public record Verdict(Demand demand, Optional<Duration> retryAfter) {
    /// Within the budget.
    static final Verdict WITHIN = new Verdict(Demand.STROKES, Optional.empty());

    /// Past the budget.
    static final Verdict PAST = new Verdict(Demand.FULL_AND_WORK, Optional.empty());

    /// The counts can't be had: nothing tells how bad things are. Work is not asked for, as nobody was told to do any.
    static final Verdict UNKNOWN = new Verdict(Demand.FULL, Optional.empty());

    /// So far past the budget that it has to wait.
    static Verdict refused(Duration wait) {
        return new Verdict(Demand.FULL_AND_WORK, Optional.of(wait));
    }

    /// Whether an answer to this challenge is taken now.
    public boolean admits(Challenge challenge) {
        return retryAfter.isEmpty() && challenge.strength().compareTo(demand.strength()) >= 0;
    }
}
