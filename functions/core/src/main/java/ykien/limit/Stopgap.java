package ykien.limit;

import java.time.Duration;
import java.time.Instant;

/// What stands in for the counts while they can't be had: this process takes a bounded number of answers, whoever they
/// are from, and those to the harder captcha only. So no table's failure loses a comment, and none lets everything in.
final class Stopgap {
    /// How many answers a process takes in each window: as fast as one reader after the other answers.
    static final int ANSWERS = 30;

    private static final Duration WINDOW = Duration.ofMinutes(1);

    /// How long the table is left alone after a failure: who waits for it in vain waits once, not at each request.
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private Instant until = Instant.MIN;
    private Window window = Window.at(Instant.EPOCH, WINDOW);
    private int taken;

    /// The table has just failed.
    synchronized void begin(Instant now) {
        until = now.plus(PAUSE);
    }

    /// Whether the table is to be left alone.
    synchronized boolean isInForce(Instant now) {
        return now.isBefore(until);
    }

    /// What follows for one more answer.
    synchronized Verdict verdict(Instant now) {
        var current = Window.at(now, WINDOW);
        if (!current.equals(window)) {
            window = current;
            taken = 0;
        }
        return taken++ < ANSWERS ? Verdict.UNKNOWN : Verdict.refused(current.left(now));
    }
}
