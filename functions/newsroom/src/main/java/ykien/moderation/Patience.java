package ykien.moderation;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// How often a transaction that met another one is tried again, and with what pauses: random ones, so that those who
/// met don't meet again.
final class Patience {
    private static final int ATTEMPTS = 24;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);

    private int attempts = 1;
    private long most = FIRST_PAUSE.toMillis();

    /// Waits a little.
    ///
    /// @return whether to try again; after some 2 seconds no more
    boolean again() {
        if (attempts == ATTEMPTS) {
            return false;
        }
        attempts++;
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(most));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted between two attempts", e);
        }
        most = Math.min(2 * most, LONGEST_PAUSE.toMillis());
        return true;
    }
}
