package ykien.cloud;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A clock that stands still until it is told to go on, for tests of the functions.
public final class StandingClock extends Clock {
    private volatile Instant now;

    /// Stands at this time.
    public StandingClock(Instant now) {
        this.now = now;
    }

    /// Goes on by this much; back, where it is negative.
    public void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the functions ask for the instant alone");
    }
}
